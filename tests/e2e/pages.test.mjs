// The static pages: every public page is text before the module has come, without JavaScript, and for searchers and messengers; the app
// takes it over without a change, and does then what was tapped before it was there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { browserStage, checkAxe, DIST, ready, test, visibleText } from './helpers.mjs';
import { EN, giveVoices, KM } from './voices.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
/** A page of each kind. */
const KINDS = [
  '/', '/find', '/find/open-business', '/service/biz-register', '/service/nssf-enterprise-registration', '/right/social-security', '/learn', '/learn/governance',
  '/stories/kunthea', '/words', '/words/tax', '/laws', '/offices', '/offices/nssf', '/search', '/more', '/about', '/settings', '/safety',
];
const LANGS = ['km', 'en'];
const FILES = LANGS.flatMap((lang) => fs.readdirSync(path.join(DIST, lang), { recursive: true }).map((name) => path.join(lang, String(name)))).filter((name) => name.endsWith('.html'));
const html = (name) => fs.readFileSync(path.join(DIST, name), 'utf8');
const address = (name) => `/${name.replaceAll(path.sep, '/').replace(/(index)?\.html$/, '')}`;
const meta = (page, name) => page.match(new RegExp(`<(?:meta|link) (?:name|property|rel)="${name}"[^>]*(?:content|href)="([^"]*)"`))?.[1];

test('every page names itself, its other language and what it says', () => {
  assert.ok(FILES.length > 1000, `${FILES.length} pages`);
  const titles = new Map();
  for (const name of FILES) {
    const page = html(name), here = address(name), lang = name.slice(0, 2);
    assert.match(page, new RegExp(`<html lang="${lang}" data-page="${here}">`), name);
    assert.equal((page.match(/<h1/g) ?? []).length, 1, `${name} has one title`);
    const [, title] = page.match(/<title>([^<]+)<\/title>/);
    titles.set(`${lang} ${title}`, [...(titles.get(`${lang} ${title}`) ?? []), name]);
    assert.ok(meta(page, 'description').length > 8, `${name}: ${meta(page, 'description')}`);
    assert.ok(meta(page, 'og:title') && meta(page, 'og:description'), name);
    assert.equal(meta(page, 'canonical'), here);
    for (const code of LANGS) assert.ok(page.includes(`hreflang="${code}" href="${here.replace(/^\/../, `/${code}`)}"`), name);
    for (const [, json] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)) assert.equal(JSON.parse(json)['@context'], 'https://schema.org');
  }
  const twice = [...titles].filter(([, names]) => names.length > 2);
  assert.deepEqual(twice, [], 'pages of one name');
});

test('every link of every page leads to a page', () => {
  const there = new Set(FILES.map(address));
  // What is hers has no static page.
  const hers = /^\/(km|en)\/(plans|people|data|calendar|my-offices|compose|changed|my-year|answers|helper)$/;
  const astray = new Map();
  for (const name of FILES) {
    for (const [, href] of html(name).matchAll(/<a [^>]*href="(\/[^"]*)"/g)) {
      const to = href.split(/[?#]/)[0];
      if (!there.has(to) && !hers.test(to)) astray.set(to, name);
    }
  }
  assert.deepEqual([...astray], []);
});

for (const lang of LANGS) {
  test(`${lang}: static and live say the same on every kind of page, and nothing moves`, async (t) => {
    for (const kind of KINDS) {
      let release;
      const held = new Promise((ok) => { release = ok; });
      const context = await stage.context(t, { serviceWorkers: 'block', allow: [/blocked by Playwright/], init: () => {
        window.shifts = [];
        const place = ({ node, previousRect, currentRect }) => `${(node?.outerHTML ?? node?.textContent ?? '').slice(0, 150)} ${JSON.stringify([previousRect, currentRect])}`;
        new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifts.push(...one.sources.map(place)); }).observe({ type: 'layout-shift', buffered: true });
      } });
      await context.route(/\/assets\/app/, async (route) => { await held; await route.continue(); });
      const page = await context.newPage();
      await page.goto(`/${lang}${kind}`, { waitUntil: 'commit' });
      await page.waitForSelector('html[data-boot]', { state: 'attached' });
      const before = await page.locator('#main').innerText();
      assert.ok(before.length > 15, `${kind}: ${before}`);
      release();
      await ready(page);
      await page.evaluate(() => new Promise((ok) => { requestAnimationFrame(() => requestAnimationFrame(ok)); }));
      assert.equal(await page.locator('#main').innerText(), before, kind);
      assert.deepEqual(await page.evaluate(() => window.shifts), [], `${kind}: what moved`);
      await context.close();
    }
  }, 240000); // nineteen first visits

  test(`${lang}: without JavaScript she reads her way from Home to a service, an office and a word`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { javaScriptEnabled: false });
    const follow = async (selector, to) => {
      await page.locator(selector).first().click();
      await page.waitForURL(to);
      assert.ok(await page.locator('#main h1').isVisible());
      assert.ok((await visibleText(page)).length > 100);
    };
    await follow('a.tile[href$="/find"]', /\/find$/);
    await follow('.main a[href*="/find/"]', /\/find\/[\w-]+$/);
    await page.goto(`/${lang}/service/nssf-enterprise-registration`);
    await page.locator('.main details').first().locator('summary').click();
    await follow('.main a[href*="/offices/"]', /\/offices\//);
    await page.goBack();
    await follow('a.term', /\/words\//);
    await follow('#language', (url) => url.pathname.startsWith(lang === 'km' ? '/en/words/' : '/km/words/'));
  });

  test(`${lang}: what she opened and tapped before the app was there is done when it is`, async (t) => {
    const early = async (act) => {
      let release;
      const held = new Promise((ok) => { release = ok; });
      // With a voice for the language the app adds a button that the static page has not.
      const context = await stage.context(t, { serviceWorkers: 'block', allow: [/blocked by Playwright/], init: giveVoices, initArg: { voices: [lang === 'km' ? KM : EN] } });
      await context.route(/\/assets\/app/, async (route) => { await held; await route.continue(); });
      const page = await context.newPage();
      await page.goto(`/${lang}/service/nssf-enterprise-registration`, { waitUntil: 'commit' });
      await page.waitForSelector('html[data-boot]', { state: 'attached' });
      await act(page);
      release();
      return page;
    };
    const fold = (page) => page.locator('.main details.fold').last();
    let page = await early((one) => fold(one).locator('summary').first().tap());
    await ready(page);
    await page.waitForFunction(() => [...document.querySelectorAll('.main details.fold')].at(-1).open);
    page = await early((one) => one.getByRole('button', { name: WORDS[lang].make_plan, exact: true }).tap());
    await page.waitForURL(/\/plans\/\w+$/);
    await page.goBack();
    await ready(page);
  });
}

test('where the module is blocked, pages can be read and lead on', async (t) => {
  const context = await stage.context(t, { serviceWorkers: 'block', allow: [/./] });
  await context.route(/\/assets\/app/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto('/km/service/biz-register');
  await page.locator('a.term').first().tap();
  await page.waitForURL(/\/km\/words\//);
  assert.ok(await page.locator('#main h1').isVisible());
  await checkAxe(page, 'a static page');
});
