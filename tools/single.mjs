// The single file: all of dist/ in one phlov.html that can be passed on by Bluetooth, on a card or in a messenger, and opened from the
// files of a phone, without a server. `node tools/single.mjs [dist] [to]`; `make single`.
//
// The page is Home; the module lies in it as gzip in base64, which the browser unpacks by itself; the loader, the style and the glue are
// those of the site. Addresses stand behind the name of the file (`phlov.html#/km/plans`): data-base="#" tells the app. There is no
// service worker, no manifest and nothing to fetch. PHLOV_ORIGIN, where the site stands, makes its links and printed codes lead there.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';

/** The text of the file, from the site in `dir`. */
export function single(dir, origin = '') {
  const text = (name) => fs.readFileSync(path.join(dir, name), 'utf8');
  const asset = (pattern) => path.join('assets', fs.readdirSync(path.join(dir, 'assets')).find((name) => pattern.test(name)));
  let page = text('index.html');
  const one = (pattern) => page.match(pattern) ?? fail(`index.html has no ${pattern}`);

  const [wasm, part] = [/^app-.*\.wasm$/, /^helper-.*\.wasm$/].map((name) => zlib.gzipSync(fs.readFileSync(path.join(dir, asset(name))), { level: 9 }).toString('base64'));
  const glue = buildSync({ entryPoints: [path.join(dir, asset(/^app-.*\.js$/))], bundle: true, format: 'iife', globalName: 'phlovGlue', write: false, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'error' })
    .outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
  const style = text(asset(/\.css$/)) + one(/<style>[\s\S]*?(#opening[\s\S]*?)<\/style>/)[1];
  const table = text('table.html').match(/<h1>[\s\S]*<\/table>/)[0].replace(/href="[^"]*"/, 'href="#"');
  const first = transformSync(fs.readFileSync(new URL('../public/single.js', import.meta.url), 'utf8'), { minify: true, target: 'chrome64', charset: 'utf8' }).code.trim();
  const picture = `data:image/svg+xml;base64,${Buffer.from(text('icons/icon.svg')).toString('base64')}`;

  page = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, '')
    .replace(/<link rel="(?:canonical|alternate|manifest|apple-touch-icon|preload|modulepreload)"[^>]*>\n?/g, '')
    .replace(/<meta property="og:[^>]*>\n?|<meta name="twitter:[^>]*>\n?|<noscript><link[^>]*><\/noscript>\n?/g, '')
    .replace(/<link rel="icon"[^>]*>/, `<link rel="icon" href="${picture}">`)
    .replace(/<style>[\s\S]*?<\/style>/, () => `<style>${style}</style>`)
    .replace(/(<a [^>]*href=")\//g, '$1#/')
    .replace('<script>', () => `<script>${first}</script>\n<script>`)
    .replace('<html ', `<html data-base="#" data-origin="${origin}" `)
    .replace(/(<script data-sum)/, () => `<template id="table">${table}</template>\n<script type="application/octet-stream" id="module">${wasm}</script>\n<script type="application/octet-stream" id="part">${part}</script>\n<script>${glue}</script>\n<script data-sum`);

  const hashes = [...page.matchAll(/<script(?: data-[^>]*)?>([\s\S]*?)<\/script>/g)].map(([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  const policy = `default-src 'none'; script-src ${hashes.join(' ')} 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  return page.replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

function fail(message) {
  throw new Error(message);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dir = 'dist', to = path.join(dir, '..', 'target', 'phlov.html')] = process.argv.slice(2);
  if (!fs.existsSync(path.join(dir, 'index.html'))) {
    console.error(`There is no site in ${dir}/ yet. Run \`make build\` first.`);
    process.exit(1);
  }
  const made = single(dir, (process.env.PHLOV_ORIGIN ?? '').replace(/\/$/, ''));
  fs.writeFileSync(to, made);
  console.log(`${to}: ${Math.ceil(Buffer.byteLength(made) / 1000)} KB, to be passed on as it is`);
}
