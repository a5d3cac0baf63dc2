// Takes a part out of the module, so that only who needs it fetches it: what is reached through one function alone (its gate), and the closures
// that are named after the part's folders. Works on what wasm-bindgen made, before wasm-opt: there names still stand, and no function has
// been merged with an equal one of the other side.
//
//   the module   keeps its numbering. A function that went has a stub in its place: one that is called directly hands over through the
//                table, one that only stands in the table waits there until the part is loaded and takes its place. It exports what the
//                part uses: memory, table, globals, functions.
//   the part     imports that, holds the functions that went, and writes them (and its own data) into table and memory when it starts.
//
// What calls the gate loads the part first (`Outside::load_part`). A stub that runs before is a trap, as any check that fails.

const FUNC = 0, TABLE = 1, MEMORY = 2, GLOBAL = 3;

/**
 * { main, part, moved }: the two modules. `gate`: the name of the function behind which the part lies; `own`: which names are the
 * part's own; `data`: [address, length] of what only the part reads.
 */
export function split(wasm, { gate, own, data = [] }) {
  const module = parse(wasm);
  const { functions, imported } = module;
  const gates = functions.filter(({ name }) => gate.test(name));
  if (gates.length !== 1) throw new Error(`the gate ${gate} is ${gates.length} functions`);

  // What is reached without the gate stays. What stands in the table is reached by somebody, unless it is the part's own.
  const slots = new Map(); // function → its places in the table
  for (const { offset, list } of module.elements) list.forEach((index, at) => slots.set(index, [...(slots.get(index) ?? []), offset + at]));
  const stays = new Set();
  const queue = [...module.exports.filter(({ kind }) => kind === FUNC).map(({ index }) => index), ...[module.start].filter((index) => index !== undefined)];
  for (const index of slots.keys()) if (index < imported || !own.test(functions[index - imported].name)) queue.push(index);
  while (queue.length) {
    const index = queue.pop();
    if (stays.has(index) || index === gates[0].index) continue;
    stays.add(index);
    if (index >= imported) queue.push(...functions[index - imported].calls);
  }
  const moved = functions.filter(({ index }) => !stays.has(index));
  const went = new Set(moved.map(({ index }) => index));

  // A stub for each that is still called from here hands over through a new place in the table.
  const called = moved.filter(({ index }) => functions.some((other) => !went.has(other.index) && other.calls.includes(index)));
  const table = module.tables[0];
  const first = table.min;
  const place = new Map(called.map(({ index }, at) => [index, first + at]));
  const stub = ({ index, type }) => place.has(index)
    ? body([...module.types[type].params.flatMap((_, at) => [0x20, ...leb(at)]), 0x41, ...sleb(place.get(index)), 0x11, ...leb(type), 0x00, 0x0b])
    : body([0x00, 0x0b]);

  // What the part uses of the module, under short names.
  const uses = { functions: new Set(), globals: new Set() };
  for (const { calls, globals } of moved) {
    calls.filter((index) => !went.has(index)).forEach((index) => uses.functions.add(index));
    globals.forEach((index) => uses.globals.add(index));
  }
  const given = [['m', MEMORY, 0], ['t', TABLE, 0], ...[...uses.globals].map((index) => [`g${index}`, GLOBAL, index]), ...[...uses.functions].map((index) => [`f${index.toString(36)}`, FUNC, index])]
    .map(([name, kind, index]) => ({ name: `~${name}`, kind, index }));

  const main = write(module, {
    table: { ...table, min: first + called.length, max: table.max === undefined ? undefined : table.max + called.length },
    exports: [...module.exports, ...given],
    code: functions.map((one) => (went.has(one.index) ? stub(one) : one.code)),
    data: module.data.map((segment) => without(segment, data)),
  });

  const imports = [...uses.functions];
  const number = new Map([...imports.map((index, at) => [index, at]), ...moved.map(({ index }, at) => [index, imports.length + at])]);
  const globals = [...uses.globals];
  const part = Buffer.concat([
    wasm.subarray(0, 8),
    section(1, module.rawTypes),
    section(2, vector(given.map(({ name, kind, index }) => Buffer.concat([text('p'), text(name), Buffer.from([kind]), described(module, kind, index, first + called.length)])))),
    section(3, vector(moved.map(({ type }) => Buffer.from(leb(type))))),
    section(9, vector(runs([...moved.flatMap(({ index }) => [...(slots.get(index) ?? []), ...(place.has(index) ? [place.get(index)] : [])].map((slot) => [slot, number.get(index)]))]))),
    section(10, vector(moved.map((one) => sized(renumbered(one, (index) => number.get(index), (index) => globals.indexOf(index)))))),
    section(11, vector(data.flatMap(([from, length]) => pieces(module, from, length)).map(([at, bytes]) => Buffer.concat([Buffer.from([0x00, 0x41, ...sleb(at), 0x0b]), Buffer.from(leb(bytes.length)), bytes])))),
    custom('name', names(moved.map(({ index, name }) => [number.get(index), name]))),
    ...module.customs.filter(({ name }) => name === 'target_features').map(({ raw }) => section(0, raw)),
  ]);
  return { main, part, moved: moved.map(({ name, code }) => [name, code.length]) };
}

// ---- reading

function parse(wasm) {
  const module = { wasm, imported: 0, types: [], functions: [], tables: [], exports: [], elements: [], data: [], customs: [], sections: [], importTypes: [], importedGlobals: 0, globals: [] };
  const top = reader(wasm, 8);
  const types = [];
  const bodies = [];
  while (top.place() < wasm.length) {
    const id = top.byte();
    const raw = top.raw(top.number());
    const at = reader(raw);
    module.sections.push({ id, raw });
    if (id === 0) module.customs.push({ name: at.name(), raw });
    if (id === 1) {
      module.rawTypes = raw;
      module.types = at.list(() => { if (at.byte() !== 0x60) throw new Error('a type that is no function'); return { params: at.list(at.byte), results: at.list(at.byte) }; });
    }
    if (id === 2) {
      at.list(() => {
        at.name(); at.name();
        const kind = at.byte();
        if (kind !== FUNC) throw new Error(`an import of kind ${kind}`);
        module.importTypes.push(at.number());
      });
      module.imported = module.importTypes.length;
    }
    if (id === 3) types.push(...at.list(at.number));
    if (id === 4) module.tables = at.list(() => { const kind = at.byte(), limits = at.byte(); return { kind, min: at.number(), max: limits & 1 ? at.number() : undefined }; });
    if (id === 5) { const [limits] = at.list(() => { const flag = at.byte(); return { min: at.number(), max: flag & 1 ? at.number() : undefined }; }); module.memory = limits; }
    if (id === 6) module.globals = at.list(() => { const type = at.byte(), mutable = at.byte(); at.constant(); return { type, mutable }; });
    if (id === 7) module.exports = at.list(() => ({ name: at.name(), kind: at.byte(), index: at.number() }));
    if (id === 8) module.start = at.number();
    if (id === 9) module.elements = at.list(() => { const flag = at.number(); if (flag !== 0) throw new Error(`an element segment of kind ${flag}`); return { offset: at.constant(), list: at.list(at.number) }; });
    if (id === 10) bodies.push(...at.list(() => at.raw(at.number())));
    if (id === 11) module.data = at.list(() => { const flag = at.number(); if (flag !== 0) throw new Error('data that is not placed at the start'); const offset = at.constant(); return { offset, bytes: at.raw(at.number()) }; });
  }
  const named = readNames(module.customs.find(({ name }) => name === 'name'));
  module.functions = types.map((type, at) => {
    const index = module.imported + at;
    const { calls, globals } = walk(bodies[at]);
    return { index, type, name: named.get(index) ?? '', code: bodies[at], calls, globals };
  });
  return module;
}

export { parse };
function readNames(section) {
  const found = new Map();
  if (!section) throw new Error('the module has no names');
  const at = reader(section.raw);
  at.name();
  while (at.place() < section.raw.length) {
    const kind = at.byte(), inside = reader(at.raw(at.number()));
    if (kind === 1) inside.list(() => found.set(inside.number(), inside.name()));
  }
  return found;
}

/** Walks through the instructions of a function: which functions it names, which globals; `see` is told the place of each number. */
function walk(code, see = () => {}) {
  const at = reader(code);
  const calls = [], globals = [];
  at.list(() => { at.number(); at.byte(); });
  const index = (list, kind) => { const from = at.place(); const value = at.number(); list.push(value); see(kind, value, from, at.place()); };
  while (at.place() < code.length) {
    const op = at.byte();
    if (op === 0x02 || op === 0x03 || op === 0x04) at.number(); // block, loop, if: a type
    else if (op === 0x0c || op === 0x0d) at.number(); // br, br_if
    else if (op === 0x0e) { at.list(at.number); at.number(); } // br_table
    else if (op === 0x10) index(calls, FUNC); // call
    else if (op === 0x11) { at.number(); at.number(); } // call_indirect
    else if (op >= 0x20 && op <= 0x22) at.number(); // locals
    else if (op === 0x23 || op === 0x24) index(globals, GLOBAL);
    else if (op >= 0x28 && op <= 0x3e) { at.number(); at.number(); } // loads and stores
    else if (op === 0x3f || op === 0x40) at.byte(); // memory.size, memory.grow
    else if (op === 0x41 || op === 0x42) at.number(); // constants: skipped, not read
    else if (op === 0x43) at.raw(4);
    else if (op === 0x44) at.raw(8);
    else if (op === 0xfc) {
      const more = at.number();
      if (more === 10) at.raw(2); // memory.copy
      else if (more === 11) at.raw(1); // memory.fill
      else if (more > 7) throw new Error(`an instruction that is not known here: fc ${more}`);
    } else if (!(op <= 0x01 || op === 0x05 || op === 0x0b || op === 0x0f || op === 0x1a || op === 0x1b || (op >= 0x45 && op <= 0xc4))) throw new Error(`an instruction that is not known here: ${op.toString(16)}`);
  }
  return { calls: [...new Set(calls)], globals: [...new Set(globals)] };
}

/** The code of a function with other numbers for functions and globals. */
function renumbered({ code }, functionNumber, globalNumber) {
  const out = [];
  let done = 0;
  walk(code, (kind, value, from, to) => {
    const made = kind === FUNC ? functionNumber(value) : globalNumber(value);
    if (made === undefined || made < 0) throw new Error('a number without a place');
    out.push(code.subarray(done, from), Buffer.from(leb(made)));
    done = to;
  });
  return Buffer.concat([...out, code.subarray(done)]);
}

// ---- writing

function write(module, { table, exports, code, data }) {
  const made = new Map([
    [4, () => vector([limited(table)])],
    [7, () => vector(exports.map(({ name, kind, index }) => Buffer.concat([text(name), Buffer.from([kind, ...leb(index)])])))],
    [10, () => vector(code.map(sized))],
    [11, () => vector(data.map(({ offset, bytes }) => Buffer.concat([Buffer.from([0x00, 0x41, ...sleb(offset), 0x0b]), Buffer.from(leb(bytes.length)), bytes])))],
  ]);
  return Buffer.concat([module.wasm.subarray(0, 8), ...module.sections.map(({ id, raw }) => section(id, made.has(id) ? made.get(id)() : raw))]);
}

function described(module, kind, index, places) {
  if (kind === FUNC) return Buffer.from(leb(index < module.imported ? module.importTypes[index] : module.functions[index - module.imported].type));
  if (kind === MEMORY) return Buffer.from([0x00, ...leb(module.memory.min)]);
  if (kind === TABLE) return Buffer.from([0x70, 0x00, ...leb(places)]);
  return Buffer.from([module.globals[index].type, module.globals[index].mutable]);
}

/** Places in the table that follow each other are one segment. */
function runs(pairs) {
  const found = [];
  for (const [slot, index] of pairs.sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && last.slot + last.list.length === slot) last.list.push(index);
    else found.push({ slot, list: [index] });
  }
  return found.map(({ slot, list }) => Buffer.concat([Buffer.from([0x00, 0x41, ...sleb(slot), 0x0b]), vector(list.map((index) => Buffer.from(leb(index))))]));
}

/** A segment with zeros where the part brings its own. */
function without({ offset, bytes }, data) {
  const kept = Buffer.from(bytes);
  for (const [from, length] of data) kept.fill(0, Math.max(0, from - offset), Math.max(0, Math.min(kept.length, from + length - offset)));
  return { offset, bytes: kept };
}

/** The bytes at an address, as they lie in the segments. */
function pieces(module, from, length) {
  return module.data.map(({ offset, bytes }) => {
    const begin = Math.max(from, offset), end = Math.min(from + length, offset + bytes.length);
    return [begin, bytes.subarray(begin - offset, end - offset)];
  }).filter(([begin, bytes]) => bytes.length && begin < from + length);
}

const limited = ({ kind, min, max }) => Buffer.from([kind, max === undefined ? 0 : 1, ...leb(min), ...(max === undefined ? [] : leb(max))]);
const body = (instructions) => Buffer.from([0x00, ...instructions]);
const sized = (bytes) => Buffer.concat([Buffer.from(leb(bytes.length)), bytes]);
const vector = (list) => Buffer.concat([Buffer.from(leb(list.length)), ...list]);
const section = (id, bytes) => Buffer.concat([Buffer.from([id, ...leb(bytes.length)]), bytes]);
const text = (words) => sized(Buffer.from(words));
const custom = (name, bytes) => section(0, Buffer.concat([text(name), bytes]));
const names = (list) => section(1, vector(list.map(([index, name]) => Buffer.concat([Buffer.from(leb(index)), text(name)]))));

function leb(value) {
  const bytes = [];
  do { bytes.push((value & 127) | (value > 127 ? 128 : 0)); value >>>= 7; } while (value);
  return bytes;
}

function sleb(value) {
  const bytes = [];
  for (;;) {
    const low = value & 127;
    value >>= 7;
    if ((value === 0 && !(low & 64)) || (value === -1 && low & 64)) return [...bytes, low];
    bytes.push(low | 128);
  }
}

function reader(bytes, place = 0) {
  const at = {
    place: () => place,
    byte: () => bytes[place++],
    raw: (length) => bytes.subarray(place, (place += length)),
    number: () => { let value = 0, shift = 0, byte; do { byte = bytes[place++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte > 127); return value; },
    name: () => at.raw(at.number()).toString('utf8'),
    list: (read) => Array.from({ length: at.number() }, () => read()),
    /** i32.const n, end (or another constant, whose value nobody asks for). */
    constant: () => {
      const op = at.byte();
      let value = 0;
      if (op === 0x41) { let shift = 0, byte; do { byte = bytes[place++]; value |= (byte & 127) << shift; shift += 7; } while (byte > 127); if (shift < 32 && byte & 64) value |= -1 << shift; }
      else if (op === 0x42) at.number();
      else if (op === 0x43) at.raw(4);
      else if (op === 0x44) at.raw(8);
      else throw new Error(`a constant by ${op.toString(16)}`);
      if (at.byte() !== 0x0b) throw new Error('a constant that does not end');
      return value;
    },
  };
  return at;
}
