// The part of the module that only helpers fetch (tools/split.mjs): what goes, what stays, and that both work together.
import assert from 'node:assert/strict';
import binaryen from 'binaryen';
import { split } from '../../tools/split.mjs';
import { test } from './helpers.mjs';

// A small app: Home is `home`; helper mode lies behind `ui::helper::screen`. The table holds a closure of each side.
const APP = `(module
  (type $answer (func (param i32) (result i32)))
  (import "out" "say" (func $say (param i32)))
  (memory 1) (export "memory" (memory 0))
  (table 4 4 funcref) (elem (i32.const 1) $ui::home::closure $ui::helper::women::closure $ui::helper::women::other)
  (global $stack (mut i32) (i32.const 7))
  (data (i32.const 16) "homewordshelperwords")
  (func (export "home") (result i32) (call $shared (i32.const 1)))
  (func (export "open") (result i32) (call $ui::helper::screen (i32.const 5)))
  (func (export "tap") (param i32) (result i32) (call_indirect (type $answer) (i32.const 100) (local.get 0)))
  (func (export "word") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func $shared (param i32) (result i32) (i32.add (local.get 0) (global.get $stack)))
  (func $ui::home::closure (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func $ui::helper::screen (param i32) (result i32)
    (global.set $stack (i32.const 9)) (call $say (i32.const 77))
    (call_indirect (type $answer) (call $plan::helper::queue::count (call $shared (local.get 0))) (i32.const 1)))
  (func $plan::helper::queue::count (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2)))
  (func $ui::helper::women::closure (param i32) (result i32) (call $shared (i32.add (local.get 0) (i32.const 2))))
  (func $ui::helper::women::other (param i32) (result i32) (i32.const 3)))`;

const RULE = { gate: /\bui::helper::screen$/, own: /\b(ui|plan)::helper::(?!screen$)/, data: [[16 + 9, 11]] };

function made() {
  const module = binaryen.parseText(APP);
  binaryen.setDebugInfo(true);
  const bytes = Buffer.from(module.emitBinary());
  binaryen.setDebugInfo(false);
  module.dispose();
  return bytes;
}

test('helper mode is a part of its own: the rest works without it, and with it all is as before', () => {
  const whole = made();
  const said = [];
  const out = { say: (number) => said.push(number) };
  const run = (bytes) => new WebAssembly.Instance(new WebAssembly.Module(bytes), { out }).exports;
  const all = run(whole);
  const { main, part, moved } = split(whole, RULE);
  assert.deepEqual(moved.map(([name]) => name), ['ui::helper::screen', 'plan::helper::queue::count', 'ui::helper::women::closure', 'ui::helper::women::other']);

  const app = run(main);
  assert.equal(app.home(), all.home());
  assert.equal(app.tap(1), all.tap(1), 'a closure of Home');
  assert.equal(app.word(16), 'h'.charCodeAt(0));
  assert.equal(app.word(25), 0, 'the words of helper mode are not in it');
  assert.throws(() => app.open(), WebAssembly.RuntimeError, 'what needs the part has to load it first');

  new WebAssembly.Instance(new WebAssembly.Module(part), { p: app });
  assert.equal(app.open(), all.open());
  assert.equal(app.open(), all.open(), 'the state is one');
  assert.deepEqual(said, [77, 77, 77, 77]);
  for (const closure of [1, 2, 3]) assert.equal(app.tap(closure), all.tap(closure));
  for (let at = 16; at < 36; at++) assert.equal(app.word(at), all.word(at));
});

test('a gate that is not there, or twice, stops the build', () => {
  assert.throws(() => split(made(), { ...RULE, gate: /no::such$/ }), /is 0 functions/);
  assert.throws(() => split(made(), { ...RULE, gate: /helper/ }), /is 4 functions/);
});
