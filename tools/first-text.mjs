// How long until the first text is seen, against the floor: a bare page with the same words and nothing else, in the same run.
// Slow 3G and 2G, CPU slowed 6 and 20 times (an ordinary cheap phone, the worst one we promise to serve). Ratios of medians;
// times depend on the machine and are only shown. `node tools/first-text.mjs [runs]`, part of `make bench`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';
import { slowLink } from './slow-link.mjs';

const RUNS = Number(process.argv[2] ?? 5);
const GATE = 1.10;
const LINKS = { 'slow 3G': { rtt: 400, kbps: 400 }, '2G': { rtt: 840, kbps: 240 } };

const html = fs.readFileSync('dist/index.html', 'utf8');
const bare = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-bare-'));
const words = html.slice(html.indexOf('<div id="app">'), html.indexOf('<div id="opening">')).replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/\s(class|style|id)="[^"]*"/g, '');
fs.writeFileSync(path.join(bare, 'index.html'), `<!doctype html><html lang="km"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title>${words}`);

const browser = await launch();
const sites = { floor: await serve({ dir: bare, quality: 11 }), phlov: await serve({ dir: 'dist', quality: 11 }) };
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
let over = 0;
console.log('| link, CPU | bare page, ms | Phlov, ms | ratio | app ready, ms | layout shift |\n|---|---|---|---|---|---|');
for (const [link, shape] of Object.entries(LINKS)) {
  for (const cpu of [6, 20]) {
    const seen = { floor: [], phlov: [] };
    const ready = [], shifts = [];
    for (let run = 0; run < RUNS; run++) {
      for (const [name, site] of Object.entries(sites)) {
        const slow = await slowLink({ port: site.port, ...shape });
        const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
        const page = await context.newPage();
        const devtools = await context.newCDPSession(page);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
        await page.addInitScript(() => {
          window.shift = 0;
          new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
          addEventListener('phlov:ready', () => { window.readyAt = performance.now(); });
        });
        await page.goto(`${slow.url}/`, { waitUntil: 'commit', timeout: 60000 });
        const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime, undefined, { timeout: 60000 });
        seen[name].push(await paint.jsonValue());
        if (name === 'phlov') {
          await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 120000 });
          await page.evaluate(() => new Promise((ok) => { requestAnimationFrame(() => requestAnimationFrame(ok)); }));
          ready.push(await page.evaluate(() => window.readyAt));
          shifts.push(await page.evaluate(() => window.shift));
        }
        await context.close();
        await slow.close();
      }
    }
    const [floor, phlov] = [median(seen.floor), median(seen.phlov)];
    const shift = Math.max(...shifts);
    if (phlov / floor > GATE || shift > 0) over += 1;
    console.log(`| ${link}, ${cpu}× | ${floor.toFixed(0)} | ${phlov.toFixed(0)} | ${(phlov / floor).toFixed(2)} | ${median(ready).toFixed(0)} | ${shift.toFixed(3)} |`);
  }
}
await browser.close();
await Promise.all(Object.values(sites).map((site) => site.close()));
fs.rmSync(bare, { recursive: true });
if (over) console.error(`${over} of the rows are over the gate: first text ${GATE} × the bare page, layout shift 0.`);
process.exit(over ? 1 : 0);
