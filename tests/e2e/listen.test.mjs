// Listening to a page: a button where the phone has a voice of its own, sentence by sentence with the present one marked, and silence
// when she leaves. This browser has no voice; the tests give it some, which are done when a test says so.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { newer } from './builds.mjs';
import { browserStage, checkAxe, checkLayout, goOffline, goOnline, offlineReady, ready, test } from './helpers.mjs';
import { EN, giveVoices, KM, REMOTE, silence } from './voices.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SERVICE = 'service/nssf-enterprise-registration';

const visit = (t, address, { voices = [], late = false, ...options } = {}) => stage.visit(t, address, { init: giveVoices, initArg: { voices, late }, ...options });
const button = (page, lang) => page.getByRole('button', { name: WORDS[lang].listen.listen, exact: true });
const bar = (page, lang) => page.getByRole('group', { name: WORDS[lang].listen.reading });
const inBar = (page, lang, word) => bar(page, lang).getByRole('button', { name: word });
/** What is being said: text, lang, rate, and whether the voice is the phone's own. */
const said = (page) => page.evaluate(() => window.voice.said.at(-1));
const isSilent = (page) => page.evaluate(() => !window.voice.now);
/** An address changes a moment before the screen does, and a voice falls silent with the screen: wait for it. */
const silent = (page) => page.waitForFunction(() => !window.voice.now);
const speaks = (page) => page.waitForFunction(() => window.voice.now);
/** The voice has said its sentence. */
const end = (page) => page.evaluate(() => window.voice.end());
const marked = (page) => page.evaluate(() => [...(CSS.highlights.get('said') ?? [])].map(String).join());

for (const lang of ['km', 'en']) {
  test(`${lang}: without a voice of the phone itself nothing is shown, and nothing is said about it`, async (t) => {
    const page = await visit(t, `/${lang}/${SERVICE}`, { lang, voices: [REMOTE(lang), lang === 'km' ? EN : KM] });
    await ready(page);
    await page.waitForTimeout(1200);
    assert.equal(await button(page, lang).count(), 0);
    await page.locator('a.badge').first().tap();
    await page.waitForURL(/\/right\//);
    assert.equal(await button(page, lang).count(), 0);
  });

  test(`${lang}: a service is read, sentence by sentence, each marked and in view`, async (t) => {
    const page = await visit(t, `/${lang}/${SERVICE}`, { lang, voices: [REMOTE(lang), KM, EN] });
    await ready(page);
    await button(page, lang).tap();
    await bar(page, lang).waitFor();
    await checkAxe(page, 'while it is read');
    await checkLayout(page, 'while it is read');
    const heard = [];
    for (let now = await said(page); now; now = await said(page)) {
      heard.push(now.text);
      assert.deepEqual([now.lang, now.own, now.rate], [lang === 'km' ? 'km-KH' : 'en-GB', true, 1]);
      assert.equal((await marked(page)).replace(/[\u200b]/g, '').replace(/·/g, ','), now.text);
      const seen = await page.evaluate(() => {
        const { top, bottom } = [...CSS.highlights.get('said')][0].getBoundingClientRect();
        const [head, bar, main] = ['.head', '.listening', '.bar .button'].map((name) => document.querySelector(name).getBoundingClientRect());
        return { below: top >= head.bottom - 1, above: bottom <= bar.top + 1, apart: bar.bottom <= main.top || scrollY + innerHeight >= document.documentElement.scrollHeight - 1 };
      });
      assert.deepEqual(seen, { below: true, above: true, apart: true }, now.text);
      assert.ok(heard.length < 200, 'it comes to an end');
      await page.evaluate(() => { window.voice.said = []; });
      await end(page);
    }
    await bar(page, lang).waitFor({ state: 'detached' });
    assert.equal(await marked(page), '');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'listen');

    const all = heard.join('\n');
    const { title, open, shut } = await page.evaluate(() => ({
      title: document.querySelector('h1').textContent,
      open: [...document.querySelectorAll('.card__title, .lead, .steps > li, .papers > li')].map((one) => one.textContent),
      shut: [...document.querySelectorAll('.sources > li, .fold__title, main button')].map((one) => one.textContent),
    }));
    assert.ok(heard.indexOf(title) >= 0 && heard.length > 10, all);
    const plain = (text) => text.replace(/[\s\u200b]/g, '').replace(/·/g, ',');
    for (const text of open) assert.ok(plain(all).includes(plain(text)), `${text} is read`);
    for (const text of shut) assert.ok(!heard.includes(text), `${text} is not read`);
  });

  test(`${lang}: pause, speed, stop, Escape, and silence when she leaves`, async (t) => {
    const { listen, leave } = WORDS[lang];
    const page = await visit(t, `/${lang}/${SERVICE}`, { lang, voices: [KM, EN] });
    await ready(page);
    await button(page, lang).press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), listen.stop, 'the focus is where it can be stopped');
    await end(page);
    const second = await said(page);
    await inBar(page, lang, listen.pause).press('Enter');
    await silent(page);
    assert.equal((await marked(page)).length > 0, true, 'where she was stays marked');
    await inBar(page, lang, listen.go_on).tap();
    assert.deepEqual(await said(page), second, 'the sentence begins again');

    await inBar(page, lang, listen.speeds[1]).tap();
    assert.deepEqual(await said(page), { ...second, rate: 1.4 }, 'another speed is heard at once');
    await inBar(page, lang, listen.speeds[2]).tap();
    assert.deepEqual(await said(page), { ...second, rate: 0.7 });
    await inBar(page, lang, listen.stop).tap();
    await bar(page, lang).waitFor({ state: 'detached' });
    await silent(page);
    assert.equal(await marked(page), '');

    // The speed is kept; from the beginning again; Escape from anywhere.
    await page.reload();
    await ready(page);
    await button(page, lang).tap();
    await speaks(page);
    assert.equal((await said(page)).rate, 0.7);
    assert.notEqual((await said(page)).text, second.text);
    await page.locator('#language').focus();
    await page.waitForFunction(() => performance.now() > 900); // Escape in the first moment of a page is the quick exit (public/guard.js)
    await page.keyboard.press('Escape');
    await bar(page, lang).waitFor({ state: 'detached' });
    await silent(page);

    // Another page, the other language, the app in the background, the quick exit.
    await button(page, lang).tap();
    await speaks(page);
    const service = await page.locator('h1').textContent();
    await page.locator('a.badge').first().tap();
    await page.waitForURL(/\/right\//);
    await silent(page);
    await page.waitForFunction((service) => document.querySelector('h1').textContent !== service, service);
    await button(page, lang).tap();
    await speaks(page);
    await page.locator('#language').tap();
    await page.waitForURL((url) => !url.pathname.startsWith(`/${lang}/`));
    await silent(page);
    assert.equal(await page.locator('.listening').count(), 0);
    await page.locator('#language').tap();
    await button(page, lang).tap();
    await speaks(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await silent(page);
    await inBar(page, lang, listen.go_on).tap();
    await speaks(page);
    const left = page.waitForURL(/table\.html$/);
    assert.ok(await page.evaluate((name) => {
      [...document.querySelectorAll('[data-leave]')].find((one) => one.textContent === name).click();
      return !window.voice.now; // in the same moment
    }, leave));
    await left;
  });
}

test('a voice that is found late moves nothing; the next screen has the button, and so has the next start', async (t) => {
  const page = await visit(t, `/km/${SERVICE}`, { voices: [KM], late: true });
  await ready(page);
  await page.evaluate(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => { window.shifts += list.getEntries().length; }).observe({ type: 'layout-shift' });
  });
  await page.waitForTimeout(1000); // the app asks when nothing else happens
  const before = await page.locator('main').innerHTML();
  await page.evaluate(() => window.voice.come());
  await page.waitForTimeout(300);
  assert.equal(await page.locator('main').innerHTML(), before);
  assert.equal(await page.evaluate(() => window.shifts), 0);
  await page.locator('a.badge').first().tap();
  await page.waitForURL(/\/right\//);
  await button(page, 'km').waitFor();
  await page.reload();
  await ready(page);
  await button(page, 'km').waitFor();
  // Not there yet, or not any more: the bar goes again and nothing breaks.
  await button(page, 'km').tap();
  await bar(page, 'km').waitFor({ state: 'detached' });
});

test('words in the other language are said by its voice, or not at all', async (t) => {
  for (const [voices, wanted] of [[[KM, EN], ['km-KH', 'en-GB']], [[KM], ['km-KH']]]) {
    const page = await visit(t, '/km/words/nssf', { voices });
    await ready(page);
    await button(page, 'km').tap();
    const langs = new Set();
    for (let n = 0; n < 40 && !(await isSilent(page)); n += 1) {
      langs.add((await said(page)).lang);
      await end(page);
    }
    assert.deepEqual([...langs], wanted);
  }
});

test('folded parts are read when they are open, sources never, and her own words never', async (t) => {
  const page = await visit(t, `/en/${SERVICE}`, { lang: 'en', voices: [EN], scheme: 'dark', viewport: { width: 320, height: 640 } });
  await ready(page);
  await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
  await button(page, 'en').tap();
  await checkAxe(page, 'while it is read, dark');
  await checkLayout(page, 'while it is read, 320 px');
  const heard = [];
  for (let n = 0; n < 200 && !(await isSilent(page)); n += 1) {
    heard.push((await said(page)).text);
    await end(page);
  }
  assert.ok(heard.includes(WORDS.en.who_for));
  assert.ok(!heard.includes(WORDS.en.source));
  for (const source of await page.locator('.sources > li').allTextContents()) assert.ok(!heard.some((text) => source.includes(text)), source);
});

test('a recorded page is played, from this host only, and again without a network', async (t) => {
  // A site into which one recording was put, as tools/post-build.mjs does it.
  const dir = newer(t, 'recorded', false, ({ dir, page }) => {
    const file = path.join(dir, 'audio/km', `${SERVICE.replace('/', '-')}.opus`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, silence(0.6));
    const headers = path.join(dir, '_headers');
    const allowed = (text) => text.replaceAll("connect-src 'self'", "connect-src 'self'; media-src 'self'");
    fs.writeFileSync(headers, allowed(fs.readFileSync(headers, 'utf8')));
    return allowed(page).replace('<head>', `<head><meta name="recordings" content="km/${SERVICE.replace('/', '-')}">`);
  });
  const server = await serve({ dir });
  t.after(() => server.close());
  const page = await visit(t, `/km/${SERVICE}`, { server, allow: [/ERR_/, /Failed to load resource/] });
  await ready(page);
  await offlineReady(page);
  const asked = () => server.requests.filter((name) => name.startsWith('/audio/')).length;
  assert.equal(asked(), 0, 'not before she plays it');
  for (const offline of [false, true]) {
    if (offline) goOffline(server);
    await button(page, 'km').tap();
    await bar(page, 'km').waitFor();
    await bar(page, 'km').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.id), 'listen', 'it came to its end');
  }
  goOnline(server);
  assert.ok(asked() > 0);
  await page.goto('/km/right/social-security');
  await ready(page);
  assert.equal(await button(page, 'km').count(), 0, 'no other page has one');
});
