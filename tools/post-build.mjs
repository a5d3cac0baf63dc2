// Trunk's post_build hook: turns trunk's output (staging folder) into the site.
//
//   trunk:  index.html, phlov-app.js, phlov-app_bg.wasm, the style sheets
//   here:   assets/app-<hash>.js, app-<hash>.wasm, style-<hash>.css · helper-<hash>.wasm, the part that only helpers fetch · index.html with policy, preloads, guard, boot ·
//           km/…html, en/…html, every public page as text, from what tools/static-pages.rs wrote ·
//           404.html · sitemap.xml, robots.txt · sw.js with version and file list · manifest, icons, _headers
//
// PHLOV_ORIGIN (https://…, where the site will stand) is needed for previews with a picture and for the sitemap; without it
// the pages name no host.
//
// Names carry the hash of the finished bytes, the version is a hash over all of them: the same source gives the same site.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';
import { critical, namesIn } from './critical.mjs';
import { described, robots, sitemap } from './head.mjs';
import { shortNames } from './short-names.mjs';
import { split } from './split.mjs';

const STAGE = process.env.TRUNK_STAGING_DIR;
const SOURCE = process.env.TRUNK_SOURCE_DIR ?? '.';
const BASE = process.env.TRUNK_PUBLIC_URL ?? '/';
const RELEASE = process.env.TRUNK_PROFILE === 'release';
const PUBLIC = path.join(SOURCE, 'public');
const ORIGIN = (process.env.PHLOV_ORIGIN ?? '').replace(/\/$/, '');
const OLDEST = ['chrome97']; // the first Chromium that may start wasm under this policy ('wasm-unsafe-eval')
const GLUE = ['chrome80', 'firefox74', 'safari14.1']; // older engines of others take no notice of the policy there, and start
const ANCIENT = ['chrome64']; // the loader itself runs on older ones, to say so

if (!STAGE) fail('This is the hook of `trunk build`. Run `make build`.');
if (ORIGIN && !/^https?:\/\/[^/]+$/.test(ORIGIN)) fail(`PHLOV_ORIGIN is "${ORIGIN}"; it should look like https://phlov.org`);
if (BASE !== '/') fail(`For a folder of a host set PHLOV_BASE=/folder; public_url stays "/", it is "${BASE}".`);

const staged = (name) => path.join(STAGE, name);
const read = (file) => fs.readFileSync(file);
const text = (file) => fs.readFileSync(file, 'utf8');
const sha256 = (bytes, form = 'hex') => createHash('sha256').update(bytes).digest(form);

let page = text(staged('index.html'));
const assets = {}; // path → sha256, for the service worker
const later = {}; // the same, of parts that not everybody needs

// ---- the module, the style: minified, named by content

const module = page.match(/<meta name="phlov-module" content="(\S+) (\S+)">/) ?? fail('trunk left no module in index.html');
page = page.replace(module[0], '');
const short = RELEASE ? released() : { wasm: read(staged(module[2])), glue: text(staged(module[1])) };
fs.writeFileSync(staged(module[1]), short.glue);
const glue = buildSync({
  entryPoints: [staged(module[1])], bundle: true, format: 'esm', write: false, minify: RELEASE, target: GLUE, charset: 'utf8', legalComments: 'none',
}).outputFiles[0].contents;
const js = emit('app', 'js', glue);
const wasm = emit('app', 'wasm', short.wasm);
fs.rmSync(staged(module[1]));
fs.rmSync(staged(module[2]));
fs.rmSync(staged('snippets'), { recursive: true, force: true }); // bundled above

const sheets = [...page.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g)];
const css = transformSync(sheets.map(([, href]) => text(staged(href))).join('\n'), { loader: 'css', minify: RELEASE, target: OLDEST, charset: 'utf8' }).code;
for (const [tag, href] of sheets) { page = page.replace(tag, ''); fs.rmSync(staged(href)); }
const style = emit('style', 'css', Buffer.from(css));

// ---- files that keep their name; kept offline are those that a page shows, not those of the install dialog

for (const name of ['icons', 'screenshots', ...(ORIGIN ? ['previews'] : [])]) {
  if (fs.existsSync(path.join(PUBLIC, name))) fs.cpSync(path.join(PUBLIC, name), staged(name), { recursive: true });
}
const recordings = copyRecordings(); // large: fetched when she plays one (public/sw.js), not kept ahead
fs.writeFileSync(staged('manifest.webmanifest'), manifest());
fs.writeFileSync(staged('plain.webmanifest'), JSON.stringify(JSON.parse(text(path.join(PUBLIC, 'plain.webmanifest'))))); // a name that tells nothing
fs.copyFileSync(path.join(PUBLIC, 'table.html'), staged('table.html')); // where the quick exit leads
assets['/table.html'] = sha256(read(staged('table.html')));
for (const name of ['manifest.webmanifest', 'icons/icon.svg', 'icons/icon-192.png']) assets['/' + name] = sha256(read(staged(name)));

// ---- the page

const size = fs.statSync(staged(wasm)).size;
const packed = zlib.gzipSync(read(staged(wasm)), { level: 9 }).length;
const guard = script('guard.js');
const boot = script('boot.js');
// Home carries the loader in itself; other pages have more words, and a page shall fit into the first flight of TCP.
const bootFile = `assets/boot-${sha256(boot).slice(0, 12)}.js`;
fs.writeFileSync(staged(bootFile), boot);
const flat = transformSync(css, { loader: 'css', minify: true, target: OLDEST, charset: 'utf8' }).code;
const own = page.match(/<style>([\s\S]*?)<\/style>/)[1]; // what the loader needs
page = page.replace(/<!--(?! ?\/?first page)[\s\S]*?-->/g, '').replace('<meta charset="utf-8">', '');
const [top, bottom] = page.split(/<!-- first page -->\s*<!-- \/first page -->/);
const pages = staticPages();
const home = pages.find(({ address }) => address === '/km/') ?? { address: '/km/', other: '/en/', lang: 'km', html: '' };
const styles = new Map(); // the names in a page → the style it needs

const policy = (style, scripts = [guard, boot]) => [
  "default-src 'none'",
  `script-src 'self' ${scripts.map(source).join(' ')} 'wasm-unsafe-eval'`,
  `style-src 'self' ${style}`,
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  ...(recordings.length ? ["media-src 'self'"] : []),
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'", // no text becomes code; the loader's policy names the worker and nothing else
  'trusted-types phlov',
].join('; ');

// The version covers everything the phone gets, also the text of this page and the worker's own source.
const version = sha256([policy(''), top, home.html, bottom, text(path.join(PUBLIC, 'sw.js')), ...Object.entries({ ...assets, ...later }).flat()].join('\n')).slice(0, 12);

// After the text of the page, so that they do not compete with it; before the loader, which takes each from here. A preload serves
// only who asks with the same sum: the wasm has none, because the loader compares it itself.
const preloads = [
  `<link rel="preload" href="/${wasm}" as="fetch" type="application/wasm" crossorigin>`,
  `<link rel="modulepreload" href="/${js}" ${integrity(js)}>`,
  `<link rel="preload" href="/${style}" as="style" ${integrity(style)}>`,
].join('\n');

const index = made(home);
fs.writeFileSync(staged('index.html'), index);
assets['./'] = sha256(index);
// Hosts without a rule for unknown paths show this: the app reads the address. Searchers pass it over.
fs.writeFileSync(staged('404.html'), index.replace('<title>', '<meta name="robots" content="noindex"><title>'));
for (const entry of pages) {
  // /km/ is a folder's index, /km/learn a file beside the folder learn/: no host has to redirect.
  const file = staged(entry.address.endsWith('/') ? `${entry.address}index.html` : `${entry.address}.html`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, made(entry));
}
fs.writeFileSync(staged('robots.txt'), robots(ORIGIN));
if (ORIGIN) fs.writeFileSync(staged('sitemap.xml'), sitemap(pages, ORIGIN));

// ---- the worker, the headers: each page narrows the style to its own sum

const worker = text(path.join(PUBLIC, 'sw.js')).replace('__VERSION__', version).replace('__ASSETS__', () => JSON.stringify(assets)).replace('__LATER__', JSON.stringify(later))
  .replace('__SIZES__', JSON.stringify(Object.keys({ ...assets, ...later }).map((name) => zlib.gzipSync(read(staged(name === './' ? 'index.html' : name.slice(1))), { level: 9 }).length)));
fs.writeFileSync(staged('sw.js'), minify(worker));
fs.writeFileSync(staged('_headers'), text(path.join(PUBLIC, '_headers')).replace('__POLICY__', `${policy("'unsafe-inline'")}; frame-ancestors 'none'`));

// ------------------------------------------------------------------------

/** The module without the part that only helpers fetch, that part as a file of its own, both after wasm-opt, and the glue that knows where it lies. */
function released() {
  const { main, part } = split(read(staged(module[2])), { gate: /\bui::helper::screen$/, own: /\b(ui|plan)::helper::(?!screen$)/, data: helperWords() });
  const file = emit('helper', 'wasm', optimised('part', part), later);
  const sum = `sha256-${sha256(read(staged(file)), 'base64')}`;
  const glue = fs.readdirSync(staged('snippets'), { recursive: true }).map(String).find((name) => name.endsWith('part.js')) ?? fail('the glue has no part.js');
  const loader = staged(path.join('snippets', glue));
  fs.writeFileSync(loader, text(loader).replace('__PART__', `/${file}`).replace('__PART_SUM__', sum));
  return shortNames(optimised('main', main), text(staged(module[1])));
}

/** Where the words of helper mode lie: the linker's map knows (tools/build.sh). */
function helperWords() {
  const map = text(path.join(process.env.CARGO_TARGET_DIR ?? path.join(SOURCE, 'target'), 'phlov.map'));
  return [...map.matchAll(/^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) .*\(\.rodata\.[^)]*HELPER_(?:KM|EN)_PACKED/gm)].map(([, at, size]) => [parseInt(at, 16), parseInt(size, 16)]);
}

/** After wasm-opt, with the passes that index.html names. None of them may guess what comes through the table: the other part brings more. */
function optimised(name, wasm) {
  const [from, to] = ['in', 'out'].map((step) => path.join(STAGE, `${name}-${step}.wasm`));
  fs.writeFileSync(from, wasm);
  const passes = text(path.join(SOURCE, 'index.html')).match(/data-wasm-opt-params="([^"]*)"/)[1].split(' ');
  execFileSync('wasm-opt', [...passes, from, '-o', to], { stdio: ['ignore', 'ignore', 'inherit'] });
  const made = read(to);
  for (const file of [from, to]) fs.rmSync(file);
  return made;
}

/** What tools/static-pages.rs wrote. */
function staticPages() {
  const file = path.join(SOURCE, 'target', 'static-pages.jsonl');
  if (!RELEASE) return []; // the dev server has only the app
  if (!fs.existsSync(file)) fail('target/static-pages.jsonl is missing. Run `make build`.');
  return text(file).trim().split('\n').map((line) => JSON.parse(line));
}

/** A whole page: the frame of index.html around the text of this one, and the style that this text needs. */
function made(entry) {
  const { address, lang, html } = entry;
  const body = `<body>${html}${bottom}`;
  const key = [...namesIn(body)].sort().join();
  if (!styles.has(key)) styles.set(key, minifyCss(critical(flat, body) + own).replace(/(--[\w-]+): /g, '$1:'));
  const needed = styles.get(key);
  const head = [
    RELEASE ? `<meta http-equiv="Content-Security-Policy" content="${policy(source(needed), address === home.address ? [guard, boot] : [guard])}">` : '', // trunk serve needs its own inline script
    '<meta charset="utf-8">',
    recordings.length ? `<meta name="recordings" content="${recordings.join(' ')}">` : '',
    `<script>${guard}</script>`,
    `<noscript><link rel="stylesheet" href="/${style}" ${integrity(style)}></noscript>`,
  ].join('\n');
  let out = top.replace('<head>', () => `<head>\n${head}`)
    .replace(/<html [^>]*>/, `<html lang="${lang}" data-page="${address}">`)
    .replace(/<style>[\s\S]*?<\/style>/, () => `<style>${needed}</style>`)
    + html + bottom;
  if (html) out = described(out, entry, ORIGIN);
  const loader = address === home.address ? ['', boot] : [` src="/${bootFile}" integrity="sha256-${sha256(boot, 'base64')}"`, ''];
  out = out.replace('</body>', () => `${preloads}\n<script${loader[0]} data-sum="${sum(wasm)}" data-size="${size}" data-packed="${packed}" data-build="${version}">${loader[1]}</script>\n</body>`);
  return out.split('\n').map((line) => line.trim()).filter(Boolean).join('\n') + '\n';
}

/** Writes `assets/<name>-<hash>.<kind>` and notes it for the worker; gives its path. */
function emit(name, kind, bytes, among = assets) {
  const file = `assets/${name}-${sha256(bytes).slice(0, 12)}.${kind}`;
  fs.mkdirSync(staged('assets'), { recursive: true });
  fs.writeFileSync(staged(file), bytes);
  among['/' + file] = sha256(bytes);
  return file;
}

function sum(file) {
  return Buffer.from(assets['/' + file], 'hex').toString('base64');
}

/** What the browser compares a part with before it uses it. */
function integrity(file) {
  return `integrity="sha256-${sum(file)}"`;
}

/**
 * Puts public/audio/<lang>/<id>.opus into the site and lists them, `km/service-biz-register`: the app asks for no other. The id is the path
 * of the page with "-"; later screens of a story end in their number.
 */
function copyRecordings() {
  const folders = { service: 'services', right: 'rights', learn: 'guide', stories: 'stories', words: 'terms', laws: 'laws', offices: 'authorities|organizations' };
  return ['km', 'en'].flatMap((lang) => {
    const from = path.join(PUBLIC, 'audio', lang);
    if (!fs.existsSync(from)) return [];
    return fs.readdirSync(from).sort().map((name) => {
      const [, kind, id] = name.match(/^([a-z]+)-([a-z0-9-]+)\.opus$/) ?? fail(`public/audio/${lang}/${name} is not called like a page (content/README.md, Recordings)`);
      const known = (folders[kind] ?? '').split('|').some((folder) => [id, kind === 'stories' && id.replace(/-\d+$/, '')].some((entry) => fs.existsSync(path.join(SOURCE, 'content', folder, `${entry}.toml`))));
      if (!known) fail(`public/audio/${lang}/${name}: there is no page /${kind}/${id}`);
      fs.cpSync(path.join(from, name), staged(`audio/${lang}/${name}`));
      return `${lang}/${kind}-${id}`;
    });
  });
}

/** The manifest without line breaks; screenshots that were not made yet are left out, the sizes of the others filled in. */
function manifest() {
  const made = JSON.parse(text(path.join(PUBLIC, 'manifest.webmanifest')));
  made.screenshots = made.screenshots.filter(({ src }) => fs.existsSync(path.join(PUBLIC, src))).map((shot) => {
    const png = read(path.join(PUBLIC, shot.src));
    return { ...shot, sizes: `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, type: 'image/png' };
  });
  return JSON.stringify(made);
}

function script(name) {
  const code = minify(text(path.join(PUBLIC, name))).trim();
  if (/<\/script/i.test(code)) fail(`${name} may not contain "</script"`);
  return code;
}

function minify(code) {
  return RELEASE ? transformSync(code, { minify: true, target: ANCIENT, charset: 'utf8' }).code : code;
}

function minifyCss(code) {
  return RELEASE ? transformSync(code, { loader: 'css', minify: true, target: OLDEST, charset: 'utf8' }).code.trim() : code;
}

function source(inline) {
  return `'sha256-${sha256(inline, 'base64')}'`;
}

function fail(message) {
  console.error(`post-build: ${message}`);
  process.exit(1);
}
