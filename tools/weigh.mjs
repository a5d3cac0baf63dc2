// What the code of the module consists of: bytes of machine code by crate and module, read from the names in cargo's release
// output (before wasm-opt, which takes about half of it away). `node tools/weigh.mjs [depth]`; tools/sizes.mjs uses it when the budget is exceeded.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const CARGO_WASM = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown/release/phlov-app.wasm');

/** [[module, bytes], …], the largest first. `depth`: how many parts of a path count as one module. */
export function weigh(file = CARGO_WASM, depth = 2) {
  const bytes = fs.readFileSync(file);
  const { bodies, names, imported } = read(bytes);
  const sums = new Map();
  bodies.forEach((size, i) => {
    const module = moduleOf(names.get(imported + i) ?? '(no name)', depth);
    sums.set(module, (sums.get(module) ?? 0) + size);
  });
  return [...sums].sort((a, b) => b[1] - a[1]);
}

/** `phlov::ui` of a mangled (or demangled) name. For a generic of another crate, the first of our own modules it was made for. */
function moduleOf(name, depth) {
  const parts = [];
  const legacy = name.match(/^_ZN(.*)E/);
  if (legacy) {
    for (let rest = legacy[1], found; (found = rest.match(/^(\d+)/)); rest = rest.slice(found[0].length + Number(found[1]))) {
      parts.push(rest.slice(found[0].length, found[0].length + Number(found[1])));
    }
  } else if (name.startsWith('_R')) { // the newer mangling: the words of the path, in order, between its grammar letters
    for (let at = 2; at < name.length; at++) {
      const found = /^(?:s[0-9a-zA-Z]*_)?([1-9]\d*)_?/.exec(name.slice(at));
      const word = found && name.slice(at + found[0].length, at + found[0].length + Number(found[1]));
      if (word && /^[a-z_]\w*$/i.test(word)) { parts.push(word); at += found[0].length + word.length - 1; }
    }
  } else return name.includes('::') ? name.replace(/^[<&]+/, '').split('::').slice(0, depth).join('::') : '(others)';
  const clean = parts.join('::').replaceAll('$LT$', '<').replaceAll('$GT$', '>').replaceAll('$u20$', ' ').replaceAll('..', '::');
  const inside = clean.replace(/\b(as|impl|for|dyn|mut|const)\b/g, ' ').match(/[a-z]\w*(::[a-z_]\w*)*/)?.[0] ?? '(others)';
  return inside.split('::').slice(0, depth).join('::');
}

/** Sizes of the function bodies, and names by function number. */
function read(bytes) {
  const out = { bodies: [], names: new Map(), imported: 0 };
  let at = 8;
  const number = () => { let value = 0, shift = 0, byte; do { byte = bytes[at++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte > 127); return value; };
  const text = () => { const length = number(); at += length; return bytes.toString('utf8', at - length, at); };
  while (at < bytes.length) {
    const kind = bytes[at++];
    const end = number() + at;
    if (kind === 2) {
      for (let count = number(); count > 0; count--) {
        text(); text();
        const what = bytes[at++];
        if (what === 0) { number(); out.imported += 1; }
        else if (what === 1) { at++; if (number() & 1) { number(); number(); } else number(); }
        else if (what === 2) { if (number() & 1) { number(); number(); } else number(); }
        else at += 2;
      }
    } else if (kind === 10) {
      for (let count = number(); count > 0; count--) { const size = number(); out.bodies.push(size); at += size; }
    } else if (kind === 0 && text() === 'name') {
      while (at < end) {
        const part = bytes[at++];
        const stop = number() + at;
        if (part === 1) for (let count = number(); count > 0; count--) { const index = number(); out.names.set(index, text()); }
        at = stop;
      }
    }
    at = end;
  }
  return out;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!fs.existsSync(CARGO_WASM)) {
    console.error('There is no release build yet. Run `make build` first.');
    process.exit(1);
  }
  const list = weigh(CARGO_WASM, Number(process.argv[2] ?? 2));
  const all = list.reduce((sum, [, size]) => sum + size, 0);
  for (const [module, size] of list.slice(0, 40)) console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${(100 * size / all).toFixed(1).padStart(5)} %  ${module}`);
}
