// A new version is put on the host while she uses the old one, at each request of a session: no page mixes files of two versions,
// no word of hers is lost, and in the end she has the new one.
import assert from 'node:assert/strict';
import { serve } from '../../tools/serve.mjs';
import { mark, newer, update } from './builds.mjs';
import { fault, lostOf, sentenceOf } from './faults.mjs';
import { browserStage, byName, count, DIST, planWith, ready, test, until } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const m = WORDS.en;
const HERS = 'ខ្ញុំត្រូវការអាជ្ញាប័ណ្ណហាង';
const NOISE = [/Failed to load resource/, /MIME type/, /preload/, /WebAssembly/, /ServiceWorker/, /no service worker/, /net::ERR/];
const QUICK = () => { window.phlovTest = { retry: 10, stall: 3000, slow: 100000 }; };

/** The files of the app that this page loaded, and those that its own text names. */
const files = (page) => page.evaluate(() => {
  const named = [...document.querySelectorAll('link[href*="/assets/app-"]')].map((link) => new URL(link.href).pathname);
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => /\/assets\/app-/.test(path));
  return { loaded, named };
});

/** Waits for the app. A page whose files went away under it says so and stays readable; she loads it again. Gives what was said. */
async function arrive(page, words) {
  const failed = page.getByRole('button', { name: 'Try again' });
  await page.locator('html[data-ready]').or(failed).first().waitFor({ state: 'attached' });
  if (await failed.count()) {
    words.add(await page.locator('#boot p[lang="en"]').innerText());
    await page.reload();
    await ready(page);
  }
  const { loaded, named } = await files(page);
  for (const path of loaded) assert.ok(named.includes(path), `${path} is of another version than the page`);
}

/** A first visit, a plan, a reload, a look for a new version. Says "settled" of the worker when it has installed, or could not. */
async function session(page, server, words) {
  await page.goto('/en/service/nssf-enterprise-registration', { waitUntil: 'commit' });
  await arrive(page, words);
  const plan = await planWith(page, 'en', HERS);
  await until(() => server.requests.includes('/sw.js'), 'the worker');
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return !registration?.installing;
  });
  await page.goto(plan, { waitUntil: 'commit' });
  await arrive(page, words);
  await update(page);
  return plan;
}

test('a new version at any request of a session: never mixed files, never a lost word, and in the end the new one', async (t) => {
  const clean = await serve({ dir: DIST });
  t.after(() => clean.close());
  await session(await stage.visit(t, '/en/', { lang: 'en', server: clean, allow: NOISE, init: QUICK }), clean, new Set());
  const requests = clean.requests.length;
  assert.ok(requests > 8, `a session asks ${requests} times`);
  const next = newer(t);
  const step = Math.ceil(requests / count(4, requests));
  for (let n = 1; n <= requests; n += step) {
    const words = new Set();
    let asked = 0;
    const server = await serve({ dir: DIST, fault: () => { if ((asked += 1) === n) server.setDir(next); } });
    t.after(() => server.close());
    const context = await stage.context(t, { lang: 'en', server, allow: NOISE, init: QUICK });
    const page = await context.newPage();
    const plan = await session(page, server, words);
    server.setDir(next); // a session that asked less often than the clean one
    await until(async () => {
      if (await mark(page) === 'new') return true;
      await update(page);
      const take = byName(page, m.update_take, { role: 'button' });
      // Offered by the app, or, where no worker was installed, there with the next load.
      await page.locator('html[data-update]').or(page.locator('html:not([data-offline])')).first().waitFor({ state: 'attached' });
      if (await take.count()) {
        words.add(m.update);
        await Promise.all([page.waitForEvent('load'), take.press('Enter')]);
      } else await page.reload();
      await arrive(page, words);
      return undefined;
    }, `the new version after a change at request ${n}`, 30000);
    fault('a new version comes at the n-th request', { lost: lostOf([HERS], await sentenceOf(page, plan)), said: [...words] });
    const { loaded, named } = await files(page);
    assert.ok(loaded.every((path) => named.includes(path)), 'one version');
    await context.close();
    await server.close();
  }
}, 900000);
