// How long a backup of four megabytes (1,700 plans) takes to come back: looked at, taken in, and on the disk. Part of `make bench`;
// a time is reported, never a gate.
import { readFileSync } from 'node:fs';
import { byName, planWith, ready, tapByName } from '../tests/e2e/helpers.mjs';
import { WORDS } from '../tests/e2e/words.mjs';
import { launch, PHONE } from './chromium.mjs';
import { manyPlans } from './many-plans.mjs';
import { serve } from './serve.mjs';

const PLANS = Number(process.argv[2] ?? 1700);
const { backup, data_copied, save_copy } = WORDS.km;
const server = await serve({ dir: 'dist' });
const browser = await launch();
const open = async (address) => {
  const context = await browser.newContext({ baseURL: server.url, ...PHONE, locale: 'km-KH' });
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  return page;
};
const old = await open('/km/');
await planWith(old, 'km', 'ខ្ញុំចង់ចុះឈ្មោះហាងកាត់ដេររបស់ខ្ញុំ '.repeat(20));
await old.goto('/km/data');
await ready(old);
const [download] = await Promise.all([old.waitForEvent('download'), tapByName(old, save_copy, { role: 'button' })]);
await old.getByText(data_copied).waitFor();
const copy = readFileSync(await download.path(), 'utf8');
const [, key, length] = copy.match(/^= (phlov:plan:\w+) (\d+)$/m);
const from = Buffer.from(copy.slice(copy.indexOf(`= ${key} `)));
const at = from.indexOf('\n') + 1;
const text = from.subarray(at, at + Number(length)).toString();
const records = manyPlans(key, text, PLANS).map(([name, record]) => `= ${name} ${Buffer.byteLength(record)}\n${record}\n`);
const large = Buffer.from(`phlov-export 1\n${records.join('')}= end ${PLANS}\n`);

const page = await open('/km/data');
const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tapByName(page, backup.choose, { role: 'button' })]);
const begun = performance.now();
await chooser.setFiles({ name: 'phlov.txt', mimeType: 'text/plain', buffer: large });
await byName(page, backup.take, { role: 'button' }).waitFor();
const looked = performance.now();
await tapByName(page, backup.take, { role: 'button' });
await page.getByText(backup.taken, { exact: true }).waitFor();
const taken = performance.now();
await page.waitForFunction((plans) => new Promise((done) => {
  const open = indexedDB.open('phlov');
  open.onsuccess = () => {
    const count = open.result.transaction('records').objectStore('records').count();
    count.onsuccess = () => { open.result.close(); done(count.result >= plans); };
  };
}), PLANS, { timeout: 120000, polling: 100 });
const safe = performance.now();
const s = (ms) => (ms / 1000).toFixed(2);
console.log(`a backup of ${(large.length / 1e6).toFixed(1)} MB, ${PLANS} plans: looked at in ${s(looked - begun)} s, taken in ${s(taken - looked)} s, on the disk after ${s(safe - looked)} s (aim: 2 s)`);
await browser.close();
await server.close();
