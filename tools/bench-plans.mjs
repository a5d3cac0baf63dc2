// How long the list of plans takes from the navigation until it stands in the picture, and how long a tick takes until it is on the disk,
// with ever more plans, on a processor six times slower; beside it, in the same run and from the same records, a plain Preact page that draws a
// row for every plan. Part of `make bench`; the ratios are told first (aim for 10,000 plans: 0.15), no time is a gate.
import esbuild from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { byKey, makePlan, ready } from '../tests/e2e/helpers.mjs';
import { WORDS } from '../tests/e2e/words.mjs';
import { launch, PHONE } from './chromium.mjs';
import { manyPlans } from './many-plans.mjs';
import { serve } from './serve.mjs';

const COUNTS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 100, 1000, 10000];
const SLOWER = 6;
const TRIES = 3;

/** The same rows from the same records, read, ordered and drawn with Preact. */
const PREACT = `
import { h, render } from 'preact';
const icon = (d) => h('svg', { viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': 'true', class: 'icon' }, h('path', { d }));
const clock = (stamp) => Number(stamp.split('.')[0]);
const plans = Object.keys(localStorage).filter((key) => key.startsWith('phlov:plan:')).map((key) => {
  const text = localStorage.getItem(key);
  return { id: key.slice(11), ...JSON.parse(text.slice(text.indexOf('\\n') + 1)) };
}).sort((a, b) => clock(b.at[1]) - clock(a.at[1]));
const digits = (n) => String(n).replace(/\\d/g, (digit) => '០១២៣៤៥៦៧៨៩'[digit]);
const row = (plan) => {
  const steps = Object.entries(plan.items).filter(([id, item]) => /^[sd]/.test(id) && !item.r?.[0]);
  const done = steps.filter(([, item]) => item.d?.[0]).length;
  const words = h('span', { class: 'row__words' }, h('span', { class: 'row__name', dir: 'auto' }, plan.title ?? ${JSON.stringify(WORDS.km.generic_plan)}),
    h('span', { class: 'row__below', dir: 'auto' }, 'រួចរាល់ ' + digits(done) + ' ក្នុងចំណោម ' + digits(steps.length)));
  return h('li', { key: plan.id }, h('a', { class: 'row', href: '/km/plans/' + plan.id },
    icon('M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0m7.1-3a3 3 0 0 1 5.8 1c0 2-3 3-3 3m.1 4h.01'), words, icon('M9 18l6-6-6-6')));
};
render(h('section', { class: 'card card--rows' }, h('ul', { class: 'rows' }, plans.map(row))), document.querySelector('main'));
document.documentElement.dataset.ready = '1';`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-preact-'));
const style = fs.readdirSync('dist/assets').filter((name) => name.endsWith('.css'));
for (const name of style) fs.copyFileSync(`dist/assets/${name}`, path.join(folder, name));
await esbuild.build({ stdin: { contents: PREACT, resolveDir: '.' }, bundle: true, minify: true, format: 'esm', outfile: path.join(folder, 'app.js') });
fs.writeFileSync(path.join(folder, 'robots.txt'), '');
fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="km"><meta name="viewport" content="width=device-width">
${style.map((name) => `<link rel="stylesheet" href="/${name}">`).join('')}<main class="main"></main><script type="module" src="/app.js"></script>`);

const [ours, preact] = [await serve({ dir: 'dist' }), await serve({ dir: folder })];
const browser = await launch();
const open = async (server) => {
  const context = await browser.newContext({ baseURL: server.url, ...PHONE, locale: 'km-KH' });
  const page = await context.newPage();
  page.setDefaultTimeout(240000);
  return { context, page, cdp: await context.newCDPSession(page) };
};
const slow = (cdp, rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/** Puts the records where a phone has them: on the shelf, and in the journal. */
async function put(page, records) {
  await page.goto('/robots.txt');
  await page.evaluate((records) => new Promise((done) => {
    for (const [key, text] of records) localStorage.setItem(key, text);
    const open = indexedDB.open('phlov', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('records');
    open.onsuccess = () => {
      const transaction = open.result.transaction('records', 'readwrite');
      for (const [key, text] of records) transaction.objectStore('records').put(text, key);
      transaction.oncomplete = () => { open.result.close(); done(); };
    };
  }), records);
}

/** Milliseconds from the navigation to the first picture with the list in it. */
async function list(server, address, records) {
  const { context, page, cdp } = await open(server);
  await put(page, records);
  await page.addInitScript(() => {
    const seen = () => {
      if (!document.querySelector('html[data-ready]') || !document.querySelector('main a[href*="/plans/bench"]')) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => { window.stood = performance.now(); }));
    };
    const watch = new MutationObserver(seen);
    watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-ready'] });
  });
  const times = [];
  for (let turn = 0; turn <= TRIES; turn += 1) {
    await slow(cdp, SLOWER);
    await page.goto(address, { waitUntil: 'commit' });
    times.push(await page.waitForFunction(() => window.stood, null, { polling: 200 }).then((time) => time.jsonValue()));
    await slow(cdp, 1);
    await page.waitForTimeout(1500); // what the app does when nothing happens
  }
  const rows = await page.locator('main li').count();
  times.shift(); // the first fills the caches
  await context.close();
  return { time: median(times), rows };
}

/** Milliseconds from a tick on a step to the picture with it, and to "saved on this phone". */
async function save(records) {
  const { context, page, cdp } = await open(ours);
  await put(page, records);
  const times = [];
  for (let turn = 0; turn < TRIES; turn += 1) {
    await page.goto('/km/plans/bench0');
    await ready(page);
    await page.waitForTimeout(3000);
    await slow(cdp, SLOWER);
    times.push(await page.evaluate((saved) => new Promise((done) => {
      let shown;
      const from = performance.now();
      const look = () => {
        if (shown && document.querySelector('main').innerText.includes(saved)) done([shown, performance.now() - from]);
        else setTimeout(look, 2);
      };
      const boxes = document.querySelectorAll('main input[type=checkbox]');
      boxes[boxes.length - 1].click();
      requestAnimationFrame(() => setTimeout(() => { shown = performance.now() - from; look(); }));
    }), WORDS.km.saved));
    await slow(cdp, 1);
  }
  await context.close();
  return [0, 1].map((at) => median(times.map((pair) => pair[at])));
}

const { context, page } = await open(ours);
await page.goto('/km/find');
await ready(page);
await makePlan(page, 'km', { press: byKey });
const [key, text] = await page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith('phlov:plan:')));
await context.close();

const ms = (time) => Math.round(time).toLocaleString('en');
console.log(`| plans | list: Phlov / Preact | Phlov, ms (rows) | Preact, ms (rows) | tick: painted, ms | tick: on the disk, ms |\n|---|---|---|---|---|---|`);
for (const count of COUNTS) {
  const records = manyPlans(key, text, count, true);
  const [mine, theirs, [painted, safe]] = [await list(ours, '/km/plans', records), await list(preact, '/', records), await save(records)];
  console.log(`| ${count.toLocaleString('en')} | **${(mine.time / theirs.time).toFixed(2)}** | ${ms(mine.time)} (${mine.rows}) | ${ms(theirs.time)} (${theirs.rows}) | ${ms(painted)} | ${ms(safe)} |`);
}
await browser.close();
await Promise.all([ours.close(), preact.close()]);
fs.rmSync(folder, { recursive: true });
