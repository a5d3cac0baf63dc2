// How long a key takes in the answer box of a meeting, with 1,000 plans on the phone, on a processor six times slower: from the
// input event until all that follows from it stands in the page. Part of `make bench`; a time is reported, never a gate.
import { makePlan, ready, tapByName } from '../tests/e2e/helpers.mjs';
import { WORDS } from '../tests/e2e/words.mjs';
import { launch, PHONE } from './chromium.mjs';
import { addPlans } from './many-plans.mjs';
import { serve } from './serve.mjs';

const PLANS = Number(process.argv[2] ?? 1000);
const KEYS = 60;
const server = await serve({ dir: 'dist' });
const browser = await launch();
const context = await browser.newContext({ baseURL: server.url, ...PHONE });
const page = await context.newPage();
await makePlan(page, 'km', { service: 'nssf-enterprise-registration' });
await tapByName(page, WORDS.km.meet.plan_meeting, { role: 'button' });
await page.waitForURL(/\/meetings\//);
await tapByName(page, WORDS.km.meet.start, { role: 'link' });
await page.locator('.ask textarea').waitFor();
const address = page.url();

await addPlans(page, PLANS - 1);
await page.goto(address);
await ready(page);
await page.locator('.ask textarea').waitFor();
const cdp = await context.newCDPSession(page);
await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
const times = await page.evaluate(async (keys) => {
  const area = document.querySelector('.ask textarea');
  area.focus();
  const times = [];
  for (let n = 0; n < keys; n += 1) {
    const from = performance.now();
    area.value += 'ក';
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    times.push(performance.now() - from);
    await new Promise((done) => { setTimeout(done, 120); });
  }
  return times;
}, KEYS);
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(1);
console.log(`a key in the answer box, ${PLANS} plans, processor 6 times slower: median ${at(0.5)} ms, nine of ten ${at(0.9)} ms, longest ${at(1)} ms (aim: 16 ms)`);
await browser.close();
await server.close();
