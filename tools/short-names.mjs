// Short names between the module and its glue. wasm-bindgen joins the two by names such as `__wbg_insertBefore_10ab0c19b463c12b`; their hashes
// do not pack, in either file. Both are finished when this is done, so it cannot get out of step.

/** The module and the glue with short names, and without the exports that neither the glue nor the part for helpers (tools/split.mjs: `~…`) mentions: { wasm, glue }. */
export function shortNames(wasm, glue) {
  const short = new Map();
  const known = (name) => new RegExp(`\\b${name}\\b`).test(glue);
  const renamed = (name) => {
    if (!/^(__wb|__extern|wasm_bindgen_)\w*$/.test(name) || !known(name)) return name;
    if (!short.has(name)) short.set(name, '$' + short.size.toString(36));
    return short.get(name);
  };
  const out = [wasm.subarray(0, 8)];
  for (const { id, body } of sections(wasm)) {
    const at = reader(body);
    let made = body;
    if (id === 2) made = list(at, () => [at.name(), at.name()], ([from, name]) => [text(from), text(renamed(name)), at.importKind()]);
    if (id === 7) made = list(at, () => [at.name(), at.raw(1), at.rawNumber()], ([name, ...where]) => (name === 'main' || name.startsWith('~') || known(name) ? [text(renamed(name)), ...where] : null));
    out.push(Buffer.from([id]), number(made.length), made);
  }
  const words = [...short.keys()].sort((a, b) => b.length - a.length);
  return { wasm: Buffer.concat(out), glue: words.length ? glue.replace(new RegExp(`\\b(?:${words.join('|')})\\b`, 'g'), (name) => short.get(name)) : glue };
}

/** A section that is a list: each entry read by `read` and written by `write`; those that become `null` are left out. */
function list(at, read, write) {
  const made = [];
  for (let count = at.number(); count > 0; count--) {
    const entry = write(read());
    if (entry) made.push(Buffer.concat(entry));
  }
  return Buffer.concat([number(made.length), ...made]);
}

function sections(wasm) {
  const found = [];
  const at = reader(wasm, 8);
  while (at.place() < wasm.length) {
    const [id] = at.raw(1);
    found.push({ id, body: at.raw(at.number()) });
  }
  return found;
}

function reader(bytes, place = 0) {
  const at = {
    place: () => place,
    raw: (length) => bytes.subarray(place, (place += length)),
    number: () => { let value = 0, shift = 0, byte; do { byte = bytes[place++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte > 127); return value; },
    rawNumber: () => { const begin = place; at.number(); return bytes.subarray(begin, place); },
    name: () => at.raw(at.number()).toString('utf8'),
    /** What an import is: a function by its type; wasm-bindgen makes no others. */
    importKind: () => {
      const [kind] = at.raw(1);
      if (kind !== 0) throw new Error(`an import of kind ${kind}`);
      return Buffer.concat([Buffer.from([kind]), at.rawNumber()]);
    },
  };
  return at;
}

function number(value) {
  const bytes = [];
  do { bytes.push((value & 127) | (value > 127 ? 128 : 0)); value >>>= 7; } while (value);
  return Buffer.from(bytes);
}

function text(words) {
  const bytes = Buffer.from(words);
  return Buffer.concat([number(bytes.length), bytes]);
}
