// Measures dist/ against the budgets (brotli 11; gzip 9 beside it, some hosts have no brotli), prints the table, writes it to
// target/sizes.md for the README, and fails when a budget is exceeded, naming the largest contributors.
//
// The knowledge base is inside the wasm. Its share = the packed wasm minus the packed wasm with every text of the knowledge base
// overwritten by zeros (build.rs lists the texts in target/kb-texts.txt). Zeros pack to nearly nothing,
// so what is left is the code and the interface words. The tables of entries (TABLES) are zeroed by their addresses in the linker's
// map, and so are the packed texts (KM_PACKED, EN_PACKED, LINKS_PACKED), from where the interface words in them end
// (build.rs notes it in target/interface-ends.txt): what reads them and those words are code, the rest is knowledge base.
//
// First visit = Home, the worker and every file the worker keeps for offline; at another page the loader comes as a file of its own
// beside it (assets/boot-*.js, 4 KB). The large icons and the screenshots are
// fetched only by the browser's install dialog; the icons count as code all the same.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { CARGO_WASM, weigh } from './weigh.mjs';

const KB = 1024;
/** The budgets of the project, in bytes of brotli 11. */
export const BUDGETS = {
  'knowledge base': 140 * KB,
  code: 150 * KB,
  'first visit': 300 * KB,
  'one page': 13 * KB,
};
/**
 * What the site may weigh until the budgets hold again: the build fails above this; a commit that raises it says why.
 * Over budget since the content is whole (341 words, 18 guide pages, 10 stories, 80 duties, 51 organizations beside the services) and
 * since meetings, people and paper. Raised once, from 213 and 376: lock, earlier states, copies under a passphrase and codes from phone
 * to phone weigh 28 KB, the search 10. Then words to be tapped in every text: 5; learning
 * with a place kept, listening and offices of her own: 9; an update that says what it weighs and waits for her yes, and the
 * single file: 2; lists of thousands of plans and people, in parts: 4. Letters that came, what offices
 * answer, 220 sentences of which letters are composed, and questions about laws: 43 of code and 12 of texts. A service rated by nine standards, complaints with their ladders, the duties and
 * entitlements of a business, facts that changed, her year: 66 of code and 10 of texts. Of helper mode (144, which only helpers fetch) what everybody
 * needs: answers that came, the form of a survey, whom the app acts for, copies that are looked at by kind, and the joint between the parts: 27. docs/architecture.md says what was tried and what is left to try.
 */
export const CEILINGS = {
  'knowledge base': 176 * KB,
  code: 403 * KB,
  'first visit': 585 * KB,
  'one page': 13 * KB,
};

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const brotli = (bytes) => zlib.brotliCompressSync(bytes, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const gzip = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length;
const measure = (bytes) => ({ raw: bytes.length, brotli: brotli(bytes), gzip: gzip(bytes) });
const minus = (a, b) => ({ raw: a.raw - b.raw, brotli: a.brotli - b.brotli, gzip: a.gzip - b.gzip });
const plus = (...all) => all.reduce((a, b) => ({ raw: a.raw + b.raw, brotli: a.brotli + b.brotli, gzip: a.gzip + b.gzip }), { raw: 0, brotli: 0, gzip: 0 });

/** Sizes of a site: `files` by path, `parts` for the table, `totals` for the budgets. `texts`: the texts of the knowledge base. */
export function sizes(dir, texts, map = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'phlov.map')) {
  const files = {}, statics = [];
  for (const name of fs.readdirSync(dir, { recursive: true }).map(String).sort()) {
    const file = path.join(dir, name);
    if (/^(km|en)\/.*\.html$/.test(name)) statics.push([name.replaceAll('\\', '/'), fs.statSync(file).size]);
    else if (fs.statSync(file).isFile()) files[name.replaceAll('\\', '/')] = measure(fs.readFileSync(file));
  }
  // Of the static pages the largest tell enough: packing all 1,500 takes minutes.
  for (const [name] of statics.sort((a, b) => b[1] - a[1]).slice(0, 16)) files[name] = measure(fs.readFileSync(path.join(dir, name)));
  const pick = (pattern) => Object.keys(files).filter((name) => pattern.test(name));
  const sum = (pattern) => plus(...pick(pattern).map((name) => files[name]));

  const [wasmName] = pick(/^assets\/app-.*\.wasm$/);
  const wasm = fs.readFileSync(path.join(dir, wasmName));
  const { bytes: bare, found } = without(wasm, texts);
  zeroTables(bare, found, map);
  const bareSize = measure(bare);
  const knowledge = { ...minus(files[wasmName], bareSize), raw: found.bytes };
  const code = { ...bareSize, raw: wasm.length - found.bytes };

  const parts = {
    'wasm: code and interface words': code,
    'wasm: knowledge base': knowledge,
    'JavaScript (glue, worker)': sum(/^(assets\/app.*\.js|sw\.js)$/),
    'style sheet': sum(/^assets\/.*\.css$/),
    'page (with loader and first style)': files['index.html'],
    'icons, manifest': sum(/^(icons\/|manifest)/),
    'helper mode: fetched by who turns it on': sum(/^assets\/helper-.*\.wasm$/),
  };
  const kept = Object.keys(JSON.parse(fs.readFileSync(path.join(dir, 'sw.js'), 'utf8').match(/\{"\/?[^{}]*\}/)[0]));
  const totals = {
    'knowledge base': knowledge,
    code: plus(code, parts['JavaScript (glue, worker)'], parts['style sheet'], parts['icons, manifest']),
    'first visit': plus(files['sw.js'], ...kept.map((name) => files[name === './' ? 'index.html' : name.slice(1)])),
    'one page': pick(/\.html$/).map((name) => files[name]).reduce((a, b) => (b.brotli > a.brotli ? b : a)),
  };
  return { files, parts, totals, found };
}

/** The wasm with the texts zeroed. Texts of under 8 bytes are left: they may be anything. Longest first, so parts of others are gone with them. */
function without(wasm, texts) {
  const bytes = Buffer.from(wasm);
  const found = { bytes: 0, texts: 0, missing: 0 };
  const wanted = [...new Set(texts)].map((text) => Buffer.from(text)).filter((text) => text.length >= 8).sort((a, b) => b.length - a.length);
  for (const text of wanted) {
    let at = wasm.indexOf(text);
    if (at < 0) { found.missing += 1; continue; }
    found.texts += 1;
    for (; at >= 0; at = wasm.indexOf(text, at + 1)) {
      for (let i = at; i < at + text.length; i++) if (bytes[i]) { bytes[i] = 0; found.bytes += 1; }
    }
  }
  return { bytes, found };
}

/** Zeroes the tables of the knowledge base too: their addresses stand in the linker's map (tools/build.sh). */
function zeroTables(bytes, found, map) {
  if (!fs.existsSync(map)) return;
  const line = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) .*\(\.rodata\.[^)]*5phlov2kb\d+([A-Z_]+)/gm;
  const ends = path.join(path.dirname(map), 'interface-ends.txt');
  const own = new Map(fs.existsSync(ends) ? fs.readFileSync(ends, 'utf8').trim().split('\n').map((text) => [text.split(' ')[0], Number(text.split(' ')[1])]) : []);
  const tables = [...fs.readFileSync(map, 'utf8').matchAll(line)].map(([, at, size, name]) => {
    const interfaceWords = own.get(name) ?? 0;
    return [parseInt(at, 16) + interfaceWords, parseInt(size, 16) - interfaceWords];
  });
  for (const { address, at, length } of segments(bytes)) {
    for (const [table, size] of tables) {
      const end = Math.min(table + size, address + length);
      for (let place = Math.max(table, address); place < end; place++) {
        if (bytes[at + place - address]) { bytes[at + place - address] = 0; found.bytes += 1; }
      }
    }
  }
}

/** The data segments of a module: memory address, place in the file, length. */
function segments(bytes) {
  let at = 8;
  const number = () => {
    let value = 0, shift = 0, byte;
    do { byte = bytes[at++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte > 127);
    return value;
  };
  const out = [];
  while (at < bytes.length) {
    const id = bytes[at++], size = number(), end = at + size;
    if (id === 11) {
      for (let count = number(); count > 0; count--) {
        const active = number() === 0;
        let address = 0;
        if (active) { at++; address = number(); at++; } // i32.const N end
        const length = number();
        if (active) out.push({ address, at, length });
        at += length;
      }
    }
    at = end;
  }
  return out;
}

/** The texts that build.rs wrote: one Rust string literal a line. Empty when there is no list. */
export function readTexts(file = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'kb-texts.txt')) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(literal) : [];
}

const ESCAPES = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/** The text of a Rust string literal. */
export function literal(line) {
  return line.slice(1, -1).replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, code, letter) => (code ? String.fromCodePoint(parseInt(code, 16)) : ESCAPES[letter] ?? letter));
}

const kb = (bytes) => (bytes / KB).toFixed(1);

export function table({ parts, totals }) {
  const row = (name, size, budget, ceiling) => `| ${name} | ${kb(size.brotli)} | ${kb(size.gzip)} | ${kb(size.raw)} | ${budget ? `${(budget / KB).toFixed(0)} | ${(ceiling / KB).toFixed(0)}` : ' | '} |`;
  return [
    '| Part | brotli 11, KB | gzip 9, KB | unpacked, KB | budget (brotli), KB | the build fails above |', '|---|---|---|---|---|---|',
    ...Object.entries(parts).map(([name, size]) => row(name, size)),
    row('**code** (wasm without the knowledge base, JavaScript, style, icons)', totals.code, BUDGETS.code, CEILINGS.code),
    row('**knowledge base**', totals['knowledge base'], BUDGETS['knowledge base'], CEILINGS['knowledge base']),
    row('**first visit**, everything', totals['first visit'], BUDGETS['first visit'], CEILINGS['first visit']),
    row('**one page** (the largest)', totals['one page'], BUDGETS['one page'], CEILINGS['one page']),
  ].join('\n') + '\n';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dir = process.env.PHLOV_DIST ?? 'dist';
  if (!fs.existsSync(path.join(dir, 'index.html'))) {
    console.error(`There is no site in ${dir}/ yet. Run \`make build\` first.`);
    process.exit(1);
  }
  const texts = readTexts();
  const result = sizes(dir, texts);
  const text = table(result);
  fs.mkdirSync('target', { recursive: true });
  fs.writeFileSync('target/sizes.md', text);
  console.log(text);
  const { found } = result;
  if (!texts.length) console.log('The list of texts (kb-texts.txt) is not there: the knowledge base is counted as code.');
  else console.log(`Knowledge base: ${found.texts} texts found in the wasm, ${found.missing} not (unused, or joined by the compiler).`);

  for (const [name, budget] of Object.entries(BUDGETS)) {
    if (result.totals[name].brotli > budget) console.error(`Over budget: ${name} is ${kb(result.totals[name].brotli)} KB, the budget is ${kb(budget)} KB (brotli).`);
  }
  const over = Object.entries(CEILINGS).filter(([name, ceiling]) => result.totals[name].brotli > ceiling);
  for (const [name, ceiling] of over) console.error(`${name} may weigh at most ${kb(ceiling)} KB today.`);
  if (over.length) {
    console.error('The largest files:');
    const largest = Object.entries(result.files).sort(([, a], [, b]) => b.brotli - a.brotli).slice(0, 6);
    for (const [name, size] of largest) console.error(`  ${kb(size.brotli).padStart(7)} KB  ${name}`);
    if (fs.existsSync(CARGO_WASM)) {
      console.error('The largest modules of the code, unpacked, before wasm-opt (node tools/weigh.mjs shows more):');
      for (const [module, size] of weigh().slice(0, 12)) console.error(`  ${kb(size).padStart(7)} KB  ${module}`);
    }
    process.exit(1);
  }
}
