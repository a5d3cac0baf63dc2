// The service worker (public/sw.js): offline from the first visit, one whole version at a time, updates only by a tap,
// a way back from a bad version, and a switch that turns it off without touching her data.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { serve } from '../../tools/serve.mjs';
import { mark, newer, update } from './builds.mjs';
import { fault, lostOf, sentenceOf, stored } from './faults.mjs';
import { breakFirst, browserStage, DIST, goOffline, goOnline, offlineReady, otherBuild, planWith, ready, test, until } from './helpers.mjs';

const stage = browserStage();
const HERS = 'ខ្ញុំត្រូវការអាជ្ញាប័ណ្ណហាង';
const CUT = [/ERR_/, /Failed to load resource/, /no service worker/, /Failed to update a ServiceWorker/, /unknown error occurred when fetching/];

async function served(t, dir = DIST) {
  const server = await serve({ dir });
  t.after(() => server.close());
  return server;
}

const caches = (page) => page.evaluate(async () => (await window.caches.keys()).filter((name) => !name.endsWith('notes')).sort());

async function installed(t, address = '/km/', options = {}) {
  const server = await served(t);
  const page = await stage.visit(t, address, { server, allow: CUT, ...options });
  await ready(page);
  await offlineReady(page);
  return { server, page };
}

test('offline from the first visit: home, deep links, both languages, and not one request', async (t) => {
  const { server, page } = await installed(t, '/');
  goOffline(server);
  const before = server.requests.length;
  for (const address of ['/', '/km/', '/km/plans/abc', '/en/', '/en/service/no-such?x=%E1%9E%80', '/km/find/a/b']) {
    await page.goto(address);
    await ready(page);
  }
  await page.reload();
  await ready(page);
  assert.deepEqual([...new Set(server.requests.slice(before))].filter((path) => path !== '/sw.js'), [], 'everything came from the phone');
});

test('a page she came by stands there at once the next time, without a network too; the last twelve of this version only', async (t) => {
  const { server, page } = await installed(t, '/km/service/biz-register');
  const heading = (text) => text.match(/<h1[^>]*>([^<]*)</)[1];
  const words = (address) => heading(fs.readFileSync(`${DIST}${address}.html`, 'utf8'));
  const kept = () => page.evaluate(async () => {
    const keys = [];
    for (const name of await window.caches.keys()) for (const { url } of await (await window.caches.open(name)).keys()) if (/\/(km|en)\/[^.]+$/.test(url)) keys.push(new URL(url).pathname);
    return keys;
  });
  await until(async () => (await kept()).length === 1, 'the page is kept');
  goOffline(server);
  const answer = await page.goto('/km/service/biz-register');
  assert.equal(heading(await answer.text()), words('/km/service/biz-register'), 'its own words come from the phone');
  await ready(page);
  assert.equal(heading(await (await page.goto('/km/service/ip-trademark')).text()), words('/km/index'), 'another is opened by the app');
  await ready(page);
  goOnline(server);

  // As many others again, in the app's own order of visits; the first one goes.
  const others = fs.readdirSync('content/services').slice(0, 12).map((name) => `/km/service/${name.slice(0, -5)}`).filter((address) => address !== '/km/service/biz-register');
  for (const address of [...others, '/km/right/work', '/km/right/education'].slice(0, 12)) {
    await page.evaluate(async (path) => {
      const [worker, script] = [(await navigator.serviceWorker.ready).active, document.querySelector('script[data-build]')];
      const html = await (await fetch(`${path}.html`)).text();
      worker.postMessage({ type: 'ready', build: script.dataset.build, page: path, boot: html.match(/<script src="([^"]+)"/)[1] });
    }, address);
    await until(async () => (await kept()).includes(address), `${address} is kept`);
  }
  assert.equal((await kept()).length, 12);
  assert.ok(!(await kept()).includes('/km/service/biz-register'), 'the oldest went');
  // What she has read can be taken away.
  await page.evaluate(() => dispatchEvent(new CustomEvent('phlov:forget')));
  await until(async () => (await kept()).length === 0, 'all are forgotten');
});

test('the first install is told once, and later visits know it at once', async (t) => {
  const { page } = await installed(t, '/km/', { init: () => { if (location.protocol !== 'http:') return; window.told = 0; addEventListener('phlov:offline-ready', () => { window.told += 1; }); } });
  assert.equal(await page.evaluate(() => window.told), 1);
  assert.match(await page.locator('.toast').innerText(), /ទាំងមូលមាន [០-៩]{3} KB/, 'what it takes on the phone is said');
  await page.reload();
  await offlineReady(page);
  assert.equal(await page.evaluate(() => window.told), 0);
});

test('the worker is registered only after the app is ready', async (t) => {
  const server = await served(t);
  const page = await stage.visit(t, '/km/', { server });
  await ready(page);
  await offlineReady(page);
  const at = (pattern) => server.requests.findIndex((path) => pattern.test(path));
  assert.ok(at(/^\/sw\.js$/) > at(/\.wasm$/));
});

test('a new version waits, is offered, and is taken by a tap; the old one goes when the new one works', async (t) => {
  const { server, page } = await installed(t);
  const [first] = await caches(page);
  server.setDir(newer(t));
  await page.evaluate(() => { window.offers = 0; addEventListener('phlov:update-ready', () => { window.offers += 1; }); });
  await update(page);
  await page.waitForSelector('html[data-update]', { state: 'attached' });
  assert.equal(await page.evaluate(() => window.offers), 1);
  await page.reload();
  await ready(page);
  assert.equal(await mark(page), 'old', 'a reload alone changes nothing');
  await page.waitForSelector('html[data-update]', { state: 'attached' }); // offered again, without a new download

  goOffline(server); // taking it needs no network
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => dispatchEvent(new CustomEvent('phlov:take-update')))]);
  await ready(page);
  assert.equal(await mark(page), 'new');
  await page.waitForFunction(async (name) => !(await window.caches.keys()).includes(name), first);
  assert.equal((await caches(page)).length, 1);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.update), undefined, 'nothing is offered any more');
});

test('unchanged files are not downloaded again by an update', async (t) => {
  const { server, page } = await installed(t);
  server.setDir(newer(t));
  const before = server.requests.length;
  await update(page);
  await page.waitForSelector('html[data-update]', { state: 'attached' });
  assert.deepEqual(server.requests.slice(before).filter((path) => /style|icons/.test(path)), []);
});

test('an update says what it weighs before it is taken', async (t) => {
  const { server, page } = await installed(t, '/en/');
  server.setDir(newer(t));
  await update(page);
  const offer = page.locator('.banner', { hasText: 'There is a new version' });
  await offer.waitFor();
  const [all, still] = (await page.evaluate(() => document.documentElement.dataset.update)).split(' ').map(Number);
  assert.ok(all > 400000, 'module, glue and page are new'); // in this build they have new names, and so are fetched whole
  assert.equal(still, 0);
  assert.match(await offer.innerText(), new RegExp(`on this phone already \\(${Math.ceil(all / 1000)} KB\\)`));
});

test('on a phone that saves data a new version is fetched only after her yes', async (t) => {
  const init = () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  const { server, page } = await installed(t, '/en/', { init });
  const first = server.requests.length;
  const fetched = () => server.requests.slice(first).filter((path) => /assets/.test(path));
  server.setDir(newer(t));
  await update(page);
  const offer = page.locator('.banner', { hasText: 'There is a new version' });
  await offer.waitFor();
  assert.match(await offer.innerText(), /\d{3} KB are still to be downloaded/);
  assert.deepEqual(fetched(), []);

  // All windows are closed: the browser lets the new one take over, but it has nothing yet. The old one answers, and the offer stands.
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto('/en/');
  await ready(again);
  const still = again.locator('.banner', { hasText: 'are still to be downloaded' });
  await still.waitFor();
  assert.equal(await mark(again), 'old');
  assert.deepEqual(fetched(), []);

  // Her yes, but the network breaks: said, and the old one goes on.
  server.setFault((pathname) => (/\.wasm$/.test(pathname) ? 'reset' : undefined));
  await still.getByRole('button').tap();
  await again.getByText('The new version could not be downloaded.').waitFor();
  goOnline(server);
  await Promise.all([again.waitForEvent('load'), still.getByRole('button').tap()]);
  await ready(again);
  assert.equal(await mark(again), 'new');
  assert.ok(fetched().some((path) => /\.wasm$/.test(path)));
});

test('with two tabs, one takes the update and the other goes on until it is told to', async (t) => {
  const { server, page } = await installed(t);
  await page.reload();
  await ready(page);
  const other = await page.context().newPage();
  await other.goto('/km/plans');
  await ready(other);
  server.setDir(newer(t));
  await update(page);
  await page.waitForSelector('html[data-update]', { state: 'attached' });
  await other.evaluate(() => { window.same = true; });
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => dispatchEvent(new CustomEvent('phlov:take-update')))]);
  await ready(page);
  await other.waitForSelector('html[data-update]', { state: 'attached' });
  assert.equal(await other.evaluate(() => window.same), true, 'it was not reloaded under her hands');
  await Promise.all([other.waitForEvent('load'), other.evaluate(() => dispatchEvent(new CustomEvent('phlov:take-update')))]);
  await ready(other);
  assert.equal(await mark(other), 'new');
});

for (const kind of ['reset', 'missing', 'wrong-bytes', 'changed', 'portal']) {
  test(`an update whose file is broken (${kind}) leaves the installed version whole`, async (t) => {
    const { server, page } = await installed(t);
    const plan = await planWith(page, 'en', HERS);
    const names = await caches(page);
    server.setDir(newer(t));
    server.setFault((pathname) => (/\/assets\/app-.*\.wasm$/.test(pathname) ? kind : undefined));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const failed = new Promise((ok) => {
        registration.addEventListener('updatefound', () => {
          const worker = registration.installing;
          worker.addEventListener('statechange', () => worker.state === 'redundant' && ok());
        });
      });
      await registration.update().catch(() => {});
      await failed;
    });
    assert.deepEqual(await caches(page), names, 'no half cache is left');
    goOffline(server);
    const sentence = await sentenceOf(page, plan);
    assert.equal(await mark(page), 'old');
    fault('an update comes broken', { lost: lostOf([HERS], sentence) });
    goOnline(server);
    await update(page);
    await page.waitForSelector('html[data-update]', { state: 'attached' });
  });
}

test('a first install that fails leaves the app working, and the next visit installs', async (t) => {
  const server = await served(t);
  server.setFault((pathname) => (/manifest/.test(pathname) ? 'portal' : undefined));
  const page = await stage.visit(t, '/km/', { server, allow: [...CUT, /Manifest/] });
  await ready(page);
  await until(() => server.requests.includes('/sw.js') && server.requests.filter((path) => /manifest/.test(path)).length > 1, 'the attempt to install');
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()) && !(await window.caches.keys()).length);
  goOnline(server);
  await page.reload();
  await offlineReady(page);
});

/** Notes in the tab which builds were loaded, in order. */
const MARKS = () => {
  window.phlovTest = { retry: 10, stall: 3000 };
  addEventListener('DOMContentLoaded', () => {
    if (location.protocol === 'http:') sessionStorage.setItem('marks', `${sessionStorage.getItem('marks') ?? ''} ${document.documentElement.dataset.mark ?? 'old'}`);
  });
};

test('a version that cannot start falls back to the last good one, without a network', async (t) => {
  const { server, page } = await installed(t, '/km/', { allow: [...CUT, /phlov stopped/, /WebAssembly/, /CompileError/], init: MARKS });
  const plan = await planWith(page, 'en', HERS);
  await page.reload();
  await ready(page);
  await page.waitForFunction(async () => (await (await window.caches.open('phlov-notes')).match('/.note/good')) !== undefined);
  server.setDir(newer(t, 'bad', true));
  await update(page);
  await page.waitForSelector('html[data-update]', { state: 'attached' });
  goOffline(server);
  await page.evaluate(() => dispatchEvent(new CustomEvent('phlov:take-update')));
  await page.waitForFunction(() => /bad old$/.test(sessionStorage.getItem('marks')) && document.documentElement.dataset.ready === '1');
  await page.reload();
  await ready(page);
  assert.equal(await mark(page), 'old', 'and it stays there');
  fault('a new version cannot start', { lost: lostOf([HERS], await sentenceOf(page, plan)) });

  goOnline(server);
  server.setDir(newer(t, 'repaired'));
  await update(page);
  await page.waitForSelector('html[data-update]', { state: 'attached' });
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => dispatchEvent(new CustomEvent('phlov:take-update')))]);
  await ready(page);
  assert.equal(await mark(page), 'repaired');
});

test('a module that went missing and comes back changed is not run', async (t) => {
  const { server, page } = await installed(t);
  await page.reload();
  await ready(page);
  await page.evaluate(async () => {
    for (const name of await window.caches.keys()) for (const { url } of await (await window.caches.open(name)).keys()) if (/wasm$/.test(url)) await (await window.caches.open(name)).delete(url);
  });
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  const before = server.requests.length;
  server.setFault(breakFirst(/\.wasm$/, 'changed', 2));
  await page.reload();
  await ready(page);
  assert.ok(server.requests.slice(before).filter((path) => /\.wasm$/.test(path)).length > 2, 'neither changed one was taken');
});

test('a cached file that went missing is fetched again while there is a network', async (t) => {
  const { server, page } = await installed(t);
  await page.evaluate(async () => {
    for (const name of await window.caches.keys()) await (await window.caches.open(name)).delete('/icons/icon.svg');
  });
  await page.reload();
  await ready(page);
  await page.waitForFunction(async () => Boolean(await window.caches.match('/icons/icon.svg')));
  goOffline(server);
  await page.reload();
  await ready(page);
});

test('the kill switch removes worker and caches and keeps what she saved', async (t) => {
  const { server, page } = await installed(t);
  const plan = await planWith(page, 'en', HERS);
  server.setDir(otherBuild(t, ({ write }) => write('sw.js', fs.readFileSync(new URL('../../tools/sw-off.js', import.meta.url), 'utf8'))));
  await update(page);
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()) && !(await window.caches.keys()).length);
  const kept = await stored(page);
  for (const [place, what] of [['shelf', 'localStorage'], ['journal', 'IndexedDB']]) {
    assert.ok(Object.entries(kept).some(([key, text]) => key.startsWith(place) && text.includes(HERS)), `${what} is whole`);
  }
  fault('the kill switch is thrown', { lost: lostOf([HERS], await sentenceOf(page, plan)) });
});

test('without service workers the app works, online', async (t) => {
  const page = await stage.visit(t, '/km/', { serviceWorkers: 'block', allow: [...CUT, /blocked by Playwright/] });
  await ready(page);
});
