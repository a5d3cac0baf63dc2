// A panic leaves a module whose handlers would still run. The page must stop it, say that what was saved is safe, offer a
// copy and a way on, and never loop.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fault, lostBytes, lostOf, sentenceOf } from './faults.mjs';
import { browserStage, byName, checkAxe, checkLayout, planWith, ready, tapByName, test, visibleText } from './helpers.mjs';

const stage = browserStage();
const STOPPED = [/phlov stopped/];
const panic = (page, text = 'made by a test') => page.evaluate((detail) => dispatchEvent(new CustomEvent('phlov:panic', { detail })), text);

const reload = async (page) => { await page.locator('#stopped-reload').tap(); await page.waitForSelector('html[data-ready]:not([data-stopped])', { state: 'attached' }); };

/** Fills the two stores as the app would, and one key that is not ours. */
const FILL = async () => {
  localStorage.setItem('phlov:plan:1', '{"v":1,"text":"ផែនការ <script>"}');
  localStorage.setItem('phlov:settings', 'x');
  localStorage.setItem('other', 'not ours');
  await new Promise((ok, no) => {
    const open = indexedDB.open('phlov', 1);
    open.onupgradeneeded = () => { if (!open.result.objectStoreNames.contains('records')) open.result.createObjectStore('records'); };
    open.onerror = no;
    open.onsuccess = () => {
      const write = open.result.transaction('records', 'readwrite');
      write.objectStore('records').put('journal text', 'phlov:plan:1');
      write.oncomplete = () => { open.result.close(); ok(); };
    };
  });
};

for (const [lang, address, title, kept] of [['km', '/km/', /កម្មវិធីបានឈប់/, /នៅមានសុវត្ថិភាព/], ['en', '/en/', /The app stopped/, /is safe on this phone/]]) {
  test(`the panic screen in ${lang}`, async (t) => {
    const page = await stage.visit(t, address, { lang, allow: STOPPED });
    await ready(page);
    await panic(page);
    await page.waitForSelector('#stopped');
    const text = await visibleText(page);
    assert.match(text, title);
    assert.match(text, kept);
    assert.equal(await page.locator('#app').count(), 0, 'the app is gone from the page');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'focus is on the heading');
    await checkAxe(page, 'the panic screen');
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 640 });
      await checkLayout(page, `the panic screen at ${width}`);
    }
    await reload(page);
  });
}

test('the language of the panic screen is the one the app was in', async (t) => {
  const page = await stage.visit(t, '/km/', { allow: STOPPED });
  await ready(page);
  await page.evaluate(() => { document.documentElement.lang = 'en'; }); // as the app does on a switch of language
  await panic(page);
  await page.getByRole('heading', { name: 'The app stopped' }).waitFor();
});

test('the way on works although a dead handler wants to keep every tap', async (t) => {
  const page = await stage.visit(t, '/km/', { allow: STOPPED });
  await ready(page);
  await page.evaluate(() => {
    for (const target of [window, document]) for (const capture of [true, false]) target.addEventListener('click', (event) => event.preventDefault(), capture);
  });
  await panic(page);
  await reload(page);
});

test('a trap inside the module is caught without the hook', async (t) => {
  const page = await stage.visit(t, '/km/', { allow: [...STOPPED, /unreachable/, /RuntimeError/] });
  await ready(page);
  await page.evaluate(() => {
    // (module (func (export "f") unreachable))
    const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
    setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f());
  });
  await page.waitForSelector('#stopped');
});

test('an ordinary script error does not stop the app', async (t) => {
  const page = await stage.visit(t, '/km/', { allow: [/made by a test/] });
  await ready(page);
  await page.evaluate(() => new Promise((ok) => { addEventListener('error', ok); setTimeout(() => { throw new Error('made by a test'); }); }));
  assert.equal(await page.locator('#stopped').count(), 0);
});

test('after a panic nothing of the app runs or writes any more', async (t) => {
  const page = await stage.visit(t, '/km/', { allow: STOPPED });
  await ready(page);
  await page.evaluate(() => {
    window.heard = [];
    for (const type of ['click', 'popstate', 'storage', 'visibilitychange']) addEventListener(type, () => window.heard.push(type));
    document.addEventListener('click', () => window.heard.push('document click'), true);
  });
  await panic(page);
  await page.waitForSelector('#stopped');
  const tries = await page.evaluate(() => {
    document.querySelector('#stopped p').click();
    document.body.click();
    for (const type of ['popstate', 'storage', 'visibilitychange']) dispatchEvent(new Event(type));
    const outcome = (work) => { try { work(); return 'done'; } catch (error) { return error.message; } };
    return [outcome(() => localStorage.setItem('phlov:plan:1', 'torn')), outcome(() => localStorage.clear()), outcome(() => history.pushState(0, '', '/x'))];
  });
  assert.deepEqual(tries, Array(3).fill('the app has stopped'));
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  assert.equal(await page.evaluate(() => localStorage.getItem('phlov:plan:1')), null);
});

test('the copy holds both stores as they lie there, and nothing else', async (t) => {
  const page = await stage.visit(t, '/km/', { allow: STOPPED });
  await ready(page);
  await page.evaluate(FILL);
  await panic(page);
  const [file] = await Promise.all([page.waitForEvent('download'), tapByName(page, 'ទុកច្បាប់ចម្លងទិន្នន័យ')]);
  assert.match(file.suggestedFilename(), /^phlov-\d{4}-\d\d-\d\d\.txt$/);
  const copy = JSON.parse(fs.readFileSync(await file.path(), 'utf8'));
  assert.equal(copy.localStorage['phlov:plan:1'], '{"v":1,"text":"ផែនការ <script>"}');
  assert.equal(copy.localStorage['phlov:settings'], 'x');
  assert.equal(copy.localStorage.other, undefined);
  assert.equal(copy.journal['phlov:plan:1'], 'journal text');
  assert.equal(await page.locator('#stopped-copy').inputValue(), JSON.stringify(copy, null, 1), 'the same text can be copied by hand');
});

test('the copy works when there is no journal, and makes none', async (t) => {
  const page = await stage.visit(t, '/km/?safe=1');
  await page.waitForSelector('#stopped');
  await page.evaluate(() => localStorage.setItem('phlov:a', '1'));
  const [file] = await Promise.all([page.waitForEvent('download'), tapByName(page, 'ទុកច្បាប់ចម្លងទិន្នន័យ')]);
  assert.equal(JSON.parse(fs.readFileSync(await file.path(), 'utf8')).localStorage['phlov:a'], '1');
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name)), []);
});

test('two panics within a minute lead to the safe page, which does not start the app and never loops', async (t) => {
  const page = await stage.visit(t, '/en/plans?x=1', { lang: 'en', allow: STOPPED });
  await ready(page);
  await panic(page);
  await reload(page);
  assert.doesNotMatch(page.url(), /safe/);
  await panic(page);
  await page.locator('#stopped-reload').tap();
  await page.waitForURL(/\/en\/plans\?(.*&)?safe=1$/);
  await page.getByRole('heading', { name: 'The app has not started' }).waitFor();
  await checkAxe(page, 'the safe page');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.ready), undefined);
  assert.ok(await byName(page, 'Save a copy of my data').isVisible());
  await page.locator('#stopped-reload').tap();
  await page.waitForURL((url) => url.pathname === '/en/plans' && !/safe/.test(url.search));
  await ready(page);
});

test('what she typed up to the panic is in the copy, and on the screen after it', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en', allow: STOPPED });
  const plan = await planWith(page, 'en', 'what was saved long before');
  // Typed a moment ago: not a word says yet that it is saved.
  const words = 'typed the moment before the panic';
  await page.locator('textarea').first().evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    dispatchEvent(new CustomEvent('phlov:panic', { detail: 'made by a test' }));
  }, words);
  await page.waitForSelector('#stopped');
  const said = await page.locator('#stopped p').first().innerText();
  const [file] = await Promise.all([page.waitForEvent('download'), tapByName(page, 'Save a copy of my data')]);
  const copy = fs.readFileSync(await file.path(), 'utf8');
  fault('the app panics', { lost: lostOf([words], copy), said });
  await reload(page);
  fault('the app panics', { lost: lostOf([words], await sentenceOf(page, plan)) });
  // The second within a minute: the safe page, from where the copy can be had as well.
  await panic(page);
  await page.locator('#stopped-reload').tap();
  await page.getByRole('heading', { name: 'The app has not started' }).waitFor();
  fault('the app panics', { lost: await lostBytes(page, [words]), said: await page.locator('#stopped p').first().innerText() });
});
