// What the build leaves in dist/, before any browser: policy, headers, manifest, worker list, names. And the tools that
// make and serve it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import binaryen from 'binaryen';
import { critical } from '../../tools/critical.mjs';
import { described, PREVIEWS, robots, sitemap } from '../../tools/head.mjs';
import { rebase } from '../../tools/rebase.mjs';
import { serve } from '../../tools/serve.mjs';
import { literal, sizes } from '../../tools/sizes.mjs';
import { browserStage, DIST, offlineReady, otherBuild, ready, test } from './helpers.mjs';

const stage = browserStage();
const file = (name) => fs.readFileSync(path.join(DIST, name));
const page = () => file('index.html').toString();
const hash = (text, form) => createHash('sha256').update(text).digest(form);

test('the policy is the first thing in the head and allows exactly the inline parts of the page', () => {
  const html = page();
  const [, policy] = html.match(/<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">/) ?? assert.fail('the policy is not first in the head');
  const rules = Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
  assert.deepEqual(rules['default-src'], ["'none'"]);
  const hashes = (pattern) => [...html.matchAll(pattern)].map(([, code]) => `'sha256-${hash(code, 'base64')}'`);
  assert.deepEqual(rules['script-src'], ["'self'", ...hashes(/<script[^>]*>([\s\S]*?)<\/script>/g), "'wasm-unsafe-eval'"]);
  assert.deepEqual(rules['style-src'], ["'self'", ...hashes(/<style>([\s\S]*?)<\/style>/g)]);
  assert.deepEqual(rules['img-src'], ["'self'", 'data:', 'blob:']);
  for (const name of ['connect-src', 'manifest-src', 'worker-src']) assert.deepEqual(rules[name], ["'self'"]);
  for (const name of ['base-uri', 'form-action']) assert.deepEqual(rules[name], ["'none'"]);
  assert.deepEqual(rules['require-trusted-types-for'], ["'script'"]);
  assert.deepEqual(rules['trusted-types'], ['phlov']);
  assert.equal(Object.keys(rules).length, 11);
  assert.doesNotMatch(html, /\son\w+=|\sstyle="|unsafe-inline|'unsafe-eval'|nonce/);
});

test('hosts with a _headers file get the same policy, and more than a page can say about itself', async (t) => {
  const [, policy] = page().match(/Content-Security-Policy" content="([^"]+)"/);
  const server = await serve({ dir: DIST });
  t.after(() => server.close());
  const style = page().match(/\/assets\/style[^"]+/)[0];
  for (const address of ['/', '/km/', '/en/plans/any', '/sw.js', '/table.html', style]) {
    const { headers } = await fetch(server.url + address);
    // Each page narrows the style to its own sum: browsers keep to the narrower rule.
    const wide = policy.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'");
    assert.equal(headers.get('content-security-policy'), `${wide}; frame-ancestors 'none'`, address);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    for (const name of ['opener', 'resource']) assert.equal(headers.get(`cross-origin-${name}-policy`), 'same-origin');
    const powers = headers.get('permissions-policy').split(', ');
    assert.deepEqual(powers.filter((one) => !one.endsWith('=()')), ['camera=(self)'], 'all but the camera is off');
    for (const name of ['clipboard-read', 'microphone', 'geolocation', 'payment', 'usb']) assert.ok(powers.includes(`${name}=()`), name);
    if (address !== style && address !== '/table.html') assert.equal(headers.get('cache-control'), 'no-cache', address);
  }
});

test('the browser compares what it loads with the sums in the page', () => {
  const sum = (name) => createHash('sha256').update(file(name)).digest('base64');
  const links = [...page().matchAll(/<link [^>]*href="\/(assets\/[^"]+)"[^>]*>/g)];
  assert.equal(links.length, 4, 'the wasm, the glue, the style and the style without JavaScript');
  for (const [link, name] of links) {
    if (name.endsWith('.wasm')) assert.match(page(), new RegExp(`<script data-sum="${sum(name).replaceAll('+', '\\+')}"`)); // the loader's work
    else assert.ok(link.includes(` integrity="sha256-${sum(name)}"`), link);
  }
});

test('the clipboard and the share sheet are named in one file, which is called by taps', () => {
  const own = ['public', 'src', 'index.html'].flatMap((name) => (fs.statSync(name).isFile() ? [name] : fs.readdirSync(name, { recursive: true }).map((one) => path.join(name, one))));
  const naming = own.filter((name) => /\.(js|rs|html)$/.test(name) && /navigator\W+(clipboard|share|canShare)|\.clipboard\b|can_share|share_with|execCommand/.test(fs.readFileSync(name, 'utf8')));
  assert.deepEqual(naming, ['src/platform/browser/send.js']);
  assert.doesNotMatch(fs.readFileSync('Cargo.toml', 'utf8'), /Clipboard|ShareData/);
});

test('every file the page names is there, and the names of the parts are hashes of what they hold', () => {
  for (const [, name] of page().matchAll(/href="\/((?:assets|icons|manifest)[^"]*)"/g)) {
    assert.ok(fs.existsSync(path.join(DIST, name)), `${name} is missing`);
    const [, part] = name.match(/-([0-9a-f]{12})\.\w+$/) ?? [];
    if (part) assert.equal(hash(file(name), 'hex').slice(0, 12), part);
  }
  assert.equal(file('404.html').toString().replace('<meta name="robots" content="noindex">', ''), page());
});

test('the worker keeps every part with its true hash', () => {
  // What everybody keeps, and what is kept once it was asked for.
  const [everybody, later] = [...file('sw.js').toString().matchAll(/\{"[./][^{}]*\}/g)].map(([list]) => JSON.parse(list));
  assert.deepEqual(Object.keys(later).map((name) => name.split('-')[0]), ['/assets/helper']);
  assert.ok(!Object.keys(everybody).some((name) => name.includes('helper')), 'who helps nobody does not keep it');
  const list = { ...everybody, ...later };
  for (const [name, expected] of Object.entries(list)) {
    assert.equal(hash(file(name === './' ? 'index.html' : name.slice(1)), 'hex'), expected, name);
  }
  // The loader of the static pages comes with them from the network; the kept page has its own in it.
  const parts = fs.readdirSync(path.join(DIST, 'assets')).filter((name) => !name.startsWith('boot')).map((name) => `/assets/${name}`);
  for (const name of [...parts, './', '/manifest.webmanifest', '/icons/icon.svg', '/icons/icon-192.png']) assert.ok(list[name], `${name} is not kept`);
});

test('the manifest has what an installable app needs', () => {
  const manifest = JSON.parse(file('manifest.webmanifest'));
  for (const field of ['id', 'name', 'short_name', 'description', 'lang', 'start_url', 'scope', 'display', 'theme_color', 'background_color', 'categories', 'shortcuts']) {
    assert.ok(manifest[field], field);
  }
  assert.equal(manifest.name, 'ផ្លូវសិទ្ធិ');
  assert.equal(manifest.lang, 'km');
  assert.equal(manifest.start_url, '/km/');
  for (const { src, sizes: named } of [...manifest.icons, ...manifest.screenshots].filter(({ src: name }) => name.endsWith('.png'))) {
    const png = file(src.slice(1));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, named, src);
  }
  const icon = (size, purpose) => manifest.icons.some((one) => one.sizes === size && one.purpose === purpose);
  assert.ok(icon('192x192', 'any') && icon('512x512', 'any') && icon('512x512', 'maskable'));
});

test('Chromium finds nothing that keeps the app from being installed', async (t) => {
  const tab = await stage.visit(t, '/km/');
  await ready(tab);
  await offlineReady(tab);
  const devtools = await tab.context().newCDPSession(tab);
  const { errors } = await devtools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A fresh test context counts as a private window, in which nothing can be installed.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
});

test('the server answers as a host should', async (t) => {
  const server = await serve({ dir: DIST });
  t.after(() => server.close());
  const get = (address, headers = {}) => fetch(server.url + address, { headers });
  const wasm = page().match(/\/assets\/[^"]+\.wasm/)[0];
  assert.equal((await get(wasm)).headers.get('content-type'), 'application/wasm');
  assert.match((await get(wasm)).headers.get('cache-control'), /immutable/);
  assert.equal((await get('/sw.js')).headers.get('cache-control'), 'no-cache');
  assert.equal((await get('/', { 'accept-encoding': 'br' })).headers.get('content-encoding'), 'br');
  assert.equal((await get('/', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), 'gzip');
  assert.equal((await get('/', { 'accept-encoding': 'identity' })).headers.get('content-encoding'), null);
  assert.equal(await (await get('/km/plans/any')).text(), page());
  assert.equal((await get('/assets/none.js')).status, 404);
  assert.equal(await (await get('/_headers')).text(), page(), 'the rules themselves are not given out');
  for (const address of ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/Cargo.toml', '/%', '/km/%E1%9E']) {
    const answer = await get(address);
    assert.ok(answer.status === 404 || (await answer.text()) === page(), address);
  }
});

test('the rules of the first page are picked, the others left', () => {
  const css = '@layer a,b;@layer a{:root{--x:1}.card{color:red}.plan .card{color:blue}.gone,h1{margin:0}a:hover{top:0}button.big{left:0}}'
    + '@layer b{.gone{color:red}@media (min-width:9px){.card:not(.gone){top:1px}}@media print{h1{top:2px}}@media(prefers-reduced-motion:no-preference){h1{transition:top 1s}}}::highlight(x){color:red}@keyframes k{to{top:0}}[data-x="}"] h1{right:0}';
  assert.equal(
    critical(css, '<body><h1 class="title">x</h1><div class="card"><a href="/">y</a></div></body>'),
    '@layer a,b;@layer a{:root{--x:1}.card{color:red}.gone,h1{margin:0}a:hover{top:0}}@layer b{@media (min-width:9px){.card:not(.gone){top:1px}}}[data-x="}"] h1{right:0}',
  );
});

test('where the address of the site is known, pages and their list name it, in a folder too', (t) => {
  const frame = '<html lang="km" data-page="/km/"><title>ផ្លូវសិទ្ធិ</title><meta name="description" content="អំពី">';
  const entry = { address: '/en/service/x', other: '/km/service/x', lang: 'en', title: 'Pay "tax"', description: 'A & b', kind: 'service', office: '</script>' };
  const head = described(frame, entry, 'https://phlov.example');
  const at = 'https://phlov.example/';
  for (const line of [
    '<title>Pay &quot;tax&quot; · ផ្លូវសិទ្ធិ</title>', '<meta name="description" content="A &amp; b">', `<link rel="canonical" href="${at}en/service/x">`,
    `hreflang="km" href="${at}km/service/x">`, `<meta property="og:url" content="${at}en/service/x">`, `<meta property="og:image" content="${at}previews/service-en.png">`,
  ]) assert.ok(head.includes(line), `${line} in ${head}`);
  const [, json] = head.match(/<script type="application\/ld\+json">(.*)<\/script>/);
  assert.equal(JSON.parse(json).provider.name, '</script>');
  const list = sitemap([entry], 'https://phlov.example');
  assert.ok(list.includes(`<loc>${at}en/service/x</loc>`) && list.includes(`hreflang="km" href="${at}km/service/x"`));
  assert.ok(robots('https://phlov.example').includes(`Sitemap: ${at}sitemap.xml`));
  // Without one, no picture: messengers take only whole addresses.
  assert.doesNotMatch(described(frame, entry), /og:image|https?:\/\/phlov/);
  for (const [kind, titles] of Object.entries(PREVIEWS)) for (const lang of Object.keys(titles)) assert.ok(fs.existsSync(`public/previews/${kind}-${lang}.png`), `${kind}-${lang}`);

  const dir = otherBuild(t);
  fs.writeFileSync(path.join(dir, 'service.html'), head);
  fs.writeFileSync(path.join(dir, 'sitemap.xml'), list);
  rebase(dir, '/phlov');
  const moved = fs.readFileSync(path.join(dir, 'service.html'), 'utf8');
  for (const line of [`rel="canonical" href="${at}phlov/en/service/x"`, `og:url" content="${at}phlov/en/service/x"`, `og:image" content="${at}phlov/previews/`]) assert.ok(moved.includes(line), `${line} in ${moved}`);
  assert.ok(fs.readFileSync(path.join(dir, 'sitemap.xml'), 'utf8').includes(`<loc>${at}phlov/en/service/x</loc>`));
  assert.throws(() => rebase(dir, '/phlov'), /made for a folder already/);
});

test('the module asks no more of an engine than those of 2017 had', () => {
  const parts = fs.readdirSync(path.join(DIST, 'assets')).filter((name) => name.endsWith('.wasm'));
  assert.deepEqual(parts.map((name) => name.split('-')[0]).sort(), ['app', 'helper']);
  const { MVP, MutableGlobals } = binaryen.Features;
  const holds = (module, features) => { module.setFeatures(features); return module.validate() === 1; };
  for (const part of parts) {
    const module = binaryen.readBinary(file(`assets/${part}`));
    assert.ok(holds(module, MVP | MutableGlobals), `${part} validates without what came later`);
    module.dispose();
  }
  const newer = binaryen.parseText('(module (memory 1) (func (memory.fill (i32.const 0) (i32.const 0) (i32.const 1))))');
  assert.ok(!holds(newer, MVP | MutableGlobals), 'and the check would see it');
  newer.dispose();
});

test('a site that weighs more than it may stops the build, and is told by name', (t) => {
  const dir = otherBuild(t);
  const wasm = fs.readdirSync(path.join(dir, 'assets')).find((name) => /^app-.*\.wasm$/.test(name));
  fs.appendFileSync(path.join(dir, 'assets', wasm), randomBytes(300_000));
  const where = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-heavy-')); // the table is written there
  t.after(() => fs.rmSync(where, { recursive: true }));
  const env = { ...process.env, PHLOV_DIST: dir, CARGO_TARGET_DIR: path.resolve(process.env.CARGO_TARGET_DIR ?? 'target') };
  const { status, stderr } = spawnSync(process.execPath, [path.resolve('tools/sizes.mjs')], { cwd: where, encoding: 'utf8', env });
  assert.equal(status, 1);
  assert.match(stderr, /code may weigh at most \d+\.\d KB today[\s\S]*assets\/app-\w+\.wasm/);
});

test('the share of the knowledge base is what its texts weigh in the module', (t) => {
  let seed = 1; // letters in no order: they cannot be packed below their entropy, about 1.7 KB for 2,000
  const letter = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return String.fromCharCode(0x1780 + Math.floor(seed / 65536) % 113); };
  const text = Array.from({ length: 2000 }, letter).join('');
  const dir = otherBuild(t);
  const wasm = fs.readdirSync(path.join(dir, 'assets')).find((name) => /^app-.*\.wasm$/.test(name));
  fs.appendFileSync(path.join(dir, 'assets', wasm), text);
  const { totals, found } = sizes(dir, [text, 'never in the module'], 'no map');
  assert.deepEqual([found.bytes, found.texts, found.missing], [Buffer.byteLength(text), 1, 1]);
  assert.ok(totals['knowledge base'].brotli > 800 && totals['knowledge base'].brotli < 4000);
  assert.equal(literal(String.raw`"a\u{200b}\"\\\n"`), 'a\u200b"\\\n');
});
