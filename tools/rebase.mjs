// Moves a finished site into a folder of a host: `node tools/rebase.mjs dist /phlov out`, or PHLOV_BASE=/phlov make build. The parts under
// assets/ stay as they are; pages, manifests, the worker's list and the headers name the folder. Pages tell the app by data-base.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Rewrites the site in `dir`, which stands at the root of a host, for the folder `base` (`/phlov`). */
export function rebase(dir, base) {
  if (!/^(\/[\w.~-]+)+$/.test(base)) throw new Error(`“${base}” is not a folder; it should look like /phlov`);
  if (fs.readFileSync(path.join(dir, 'index.html'), 'utf8').includes(' data-base=')) throw new Error(`${dir} is made for a folder already; build it again first`);
  const edit = (name, change) => {
    const file = path.join(dir, name);
    const before = fs.readFileSync(file, 'utf8');
    const after = change(before);
    fs.writeFileSync(file, after);
    return [sha256(before), sha256(after)];
  };
  const sums = [];
  for (const name of fs.readdirSync(dir, { recursive: true }).map(String)) {
    if (name.endsWith('.html') && name !== 'table.html') {
      sums.push(edit(name, (page) => page.replace('<html ', `<html data-base="${base}" `)
        .replace(/(<(?:a|link|script)\b[^>]*? (?:href|src)=")\/(?!\/)/g, `$1${base}/`)
        .replace(/(<meta property="og:(?:url|image)" content="https?:\/\/[^/"]+|<link rel="(?:canonical|alternate)"[^>]* href="https?:\/\/[^/"]+)\//g, `$1${base}/`)));
    } else if (name.endsWith('.webmanifest')) sums.push(edit(name, (text) => text.replaceAll('":"/', `":"${base}/`)));
    else if (name === '_headers') edit(name, (text) => text.replace(/^\//gm, `${base}/`));
    else if (name === 'sitemap.xml') edit(name, (text) => text.replace(/((?:<loc>|href=")https?:\/\/[^/"]+)\//g, `$1${base}/`));
    else if (name === 'robots.txt') edit(name, (text) => text.replace(/(Sitemap: https?:\/\/[^/]+)\//, `$1${base}/`));
  }
  edit('sw.js', (worker) => sums.reduce((text, [before, after]) => text.replaceAll(before, after), worker).replace(/"\/(?=[\w./-]+":"[0-9a-f]{64}")/g, `"${base}/`));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [from, base, to = from] = process.argv.slice(2);
  if (to !== from) fs.cpSync(from, to, { recursive: true });
  rebase(to, base);
  console.log(`${to}: made for ${base}/`);
}
