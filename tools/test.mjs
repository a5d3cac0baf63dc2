// `make test`: every check, in two lanes that do not wait for each other (cargo keeps separate locks for them), then the browser.
//
//   native:  format · content · clippy · clippy for wasm32 · cargo test
//   site:    release build · size budget                              then: browser tests, on that build
//
// At the end the table of faults: what was tried in the tests, and that nothing was lost (tools/faults.mjs).
//
// A failed step does not hide the others, except those that need its result. Each step's output goes to target/checks/ and is
// shown when it fails. The last line is "N passed, N failed" over steps, Rust tests and browser tests.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { e2e } from './e2e.mjs';
import { forget, table } from './faults.mjs';

const LOGS = 'target/checks';
/** No step takes half as long on two slow processors. */
const LIMIT_MINUTES = 25;
const cargo = (what, ...rest) => ['cargo', what, '--offline', '--locked', ...rest];
const LANES = {
  native: [
    ['format', ['cargo', 'fmt', '--all', '--', '--check', '--files-with-diff'], 'These files are not formatted. Run: make fmt'],
    ['content', cargo('run', '-q', '-p', 'phlov-content', '--bin', 'check-content'), 'Each line says which file and what to write.'],
    ['clippy', cargo('clippy', '--quiet', '--workspace', '--all-targets', '--', '-D', 'warnings')],
    ['clippy for wasm32', cargo('clippy', '--quiet', '--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings')],
    ['cargo test', cargo('test', '--quiet', '--workspace', '--no-fail-fast')],
  ],
  site: [
    ['release build', ['sh', 'tools/build.sh']],
    ['size budget', ['node', 'tools/sizes.mjs'], 'Make the largest contributors smaller, or say in the commit why the budget must grow.', 'release build'],
  ],
};

const total = { passed: 0, failed: 0 };
const failures = [];
const begun = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;
const score = path.join(process.env.CARGO_TARGET_DIR || 'target', 'search-score.txt'); // tests/search/main.rs
/** What runs now, each with a group of its own: nothing is left behind when this is ended. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { running.forEach(end); process.exit(1); });
fs.mkdirSync(LOGS, { recursive: true });
fs.rmSync(score, { force: true }); // not that of an earlier run
forget();

await Promise.all(Object.values(LANES).map(async (steps) => {
  for (const step of steps) await check(...step);
}));

if (failures.includes('release build')) console.log('browser tests: not run, there is no build');
else {
  const since = Date.now();
  console.log('browser tests …');
  const { passed, failed } = await e2e();
  total.passed += passed;
  total.failed += failed;
  if (failed) failures.push('browser tests');
  console.log(`browser tests: ${passed} passed, ${failed} failed, ${seconds(since)}`);

  const { text, problems } = table();
  total[problems.length ? 'failed' : 'passed'] += 1;
  if (problems.length) failures.push('faults');
  console.log(`\n${text}\nfaults: ${problems.join('; ') || 'ok, every one tried, nothing lost'}`);
}

if (fs.existsSync(score)) console.log(`\n${fs.readFileSync(score, 'utf8').trimEnd()}`);

console.log(failures.length ? `\nFailed: ${failures.join(', ')} (${seconds(begun)})` : `\nEvery check passed (${seconds(begun)}).`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(failures.length ? 1 : 0);

async function check(name, [command, ...args], remedy, needs) {
  if (needs && failures.includes(needs)) return console.log(`${name}: not run, it needs the ${needs}`);
  const since = Date.now();
  console.log(`${name} …`);
  const { code, text } = await run(command, args);
  fs.writeFileSync(`${LOGS}/${name.replaceAll(' ', '-')}.log`, text);
  const tests = [...text.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)];
  const sum = (group) => tests.reduce((all, match) => all + Number(match[group]), 0);
  total.passed += sum(1) + (code === 0 ? 1 : 0);
  total.failed += sum(2) + (code !== 0 && sum(2) === 0 ? 1 : 0);
  if (code === 0) return console.log(`${name}: ok${tests.length ? `, ${sum(1)} tests` : ''}, ${seconds(since)}`);
  failures.push(name);
  console.log(`${text.trimEnd()}\n${name}: FAILED, ${seconds(since)}${remedy ? `. ${remedy}` : ''}`);
}

function run(command, args) {
  return new Promise((ok) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, CARGO_TERM_COLOR: 'never', NO_COLOR: 'true' } });
    running.add(child);
    let text = '';
    // What hangs is ended with all it started, and what it had printed is shown: cargo names the tests that run too long.
    const limit = setTimeout(() => {
      text += `\nended after ${LIMIT_MINUTES} minutes`;
      end(child);
    }, LIMIT_MINUTES * 60_000);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece) => { text += piece; });
    const done = (result) => { clearTimeout(limit); running.delete(child); ok(result); };
    child.on('error', (error) => done({ code: 1, text: `${command} could not be started (${error.code}). Run: make setup` }));
    child.on('close', (code) => done({ code: code ?? 1, text }));
  });
}

function end(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {} // it has just ended
}
