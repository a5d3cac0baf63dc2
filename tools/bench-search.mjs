// How long a key takes in the search box, over everything there is to know and 1,000 plans, on a processor six times slower: from
// the input event until the answer stands in the page. Part of `make bench`; a time is reported, never a gate.
import { makePlan, ready } from '../tests/e2e/helpers.mjs';
import { launch, PHONE } from './chromium.mjs';
import { keyTimes, tell } from './keys.mjs';
import { addPlans } from './many-plans.mjs';
import { serve } from './serve.mjs';

const PLANS = Number(process.argv[2] ?? 1000);
const TYPED = ['សម្រាលកូន', 'register my business', 'ចុះបញ្ជីពន្ធ', 'bososo', 'ទូរស័ព្ទ'];
const server = await serve({ dir: 'dist' });
const browser = await launch();
const context = await browser.newContext({ baseURL: server.url, ...PHONE });
const page = await context.newPage();
await makePlan(page, 'km', { service: 'nssf-enterprise-registration' });
await addPlans(page, PLANS - 1);
await page.goto('/km/search');
await ready(page);
tell(`the search box (the first folds everything), ${PLANS} plans`, await keyTimes(page, '#search', TYPED));
await browser.close();
await server.close();
