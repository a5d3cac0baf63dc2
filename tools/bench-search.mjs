// How long a key takes in the search box, over everything there is to know and 1,000 plans, on a processor six times slower: from
// the input event until the answer stands in the page. Part of `make bench`; a time is reported, never a gate.
import { makePlan, ready } from '../tests/e2e/helpers.mjs';
import { launch } from './chromium.mjs';
import { addPlans } from './many-plans.mjs';
import { serve } from './serve.mjs';

const PLANS = Number(process.argv[2] ?? 1000);
const TYPED = ['សម្រាលកូន', 'register my business', 'ចុះបញ្ជីពន្ធ', 'bososo', 'ទូរស័ព្ទ'];
const server = await serve({ dir: 'dist' });
const browser = await launch();
const context = await browser.newContext({ baseURL: server.url, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, serviceWorkers: 'block' });
const page = await context.newPage();
await makePlan(page, 'km', { service: 'nssf-enterprise-registration' });
await addPlans(page, PLANS - 1);
await page.goto('/km/search');
await ready(page);
const cdp = await context.newCDPSession(page);
await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
const times = await page.evaluate(async (typed) => {
  const box = document.querySelector('#search');
  const times = [];
  for (const words of typed) {
    for (let end = 1; end <= words.length; end += 1) {
      const from = performance.now();
      box.value = words.slice(0, end);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      times.push(performance.now() - from);
      await new Promise((done) => { setTimeout(done, 60); });
    }
  }
  return times;
}, TYPED);
const first = times.shift();
times.sort((a, b) => a - b);
const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(1);
console.log(`a key in the search box, ${PLANS} plans, processor 6 times slower: the first ${first.toFixed(0)} ms (everything is folded), then median ${at(0.5)} ms, nine of ten ${at(0.9)} ms, longest ${at(1)} ms (aim: 16 ms)`);
await browser.close();
await server.close();
