// Other builds of the app, as if a new version had been put on the host, and which one a page is.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { otherBuild } from './helpers.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Another build: the page carries `mark` and another version; with `breakIt` its module cannot start. `change`: what else is in its folder, and its page. */
export function newer(t, mark = 'new', breakIt = false, change = ({ page }) => page) {
  return otherBuild(t, ({ dir, read, write }) => {
    const [, old] = read('index.html').match(/data-build="(\w+)"/);
    const version = sha256(mark).slice(0, 12);
    let page = read('index.html').replaceAll(old, version).replace('<html ', `<html data-mark="${mark}" `);
    let worker = read('sw.js').replaceAll(old, version);
    const files = fs.readdirSync(`${dir}/assets`).filter((name) => name.startsWith('app-'));
    for (const name of files) { // a new build has new names
      const renamed = name.replace(/app-\w+/, `app-${version}${name.endsWith('.js') ? 'a' : 'b'}`);
      let bytes = fs.readFileSync(`${dir}/assets/${name}`);
      if (breakIt && name.endsWith('.wasm')) bytes = bytes.subarray(0, bytes.length >> 1);
      const before = sha256(fs.readFileSync(`${dir}/assets/${name}`));
      fs.rmSync(`${dir}/assets/${name}`);
      fs.writeFileSync(`${dir}/assets/${renamed}`, bytes);
      page = page.replaceAll(name, renamed);
      worker = worker.replaceAll(name, renamed).replaceAll(before, sha256(bytes));
    }
    page = change({ dir, page });
    worker = worker.replaceAll(sha256(read('index.html')), sha256(page));
    write('index.html', page);
    write('sw.js', worker);
  });
}

/** Which build the page is: 'old', or the mark of another one. */
export const mark = (page) => page.evaluate(() => document.documentElement.dataset.mark ?? 'old');

/** Looks for a new version, as the browser does by itself now and then. */
export const update = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}); });
