// Quick exit: one tap, and the next picture is a multiplication table; going back shows nothing of the app, also without a network.
// And the plain name, which does not tell what the app is about.
import assert from 'node:assert/strict';
import { browserStage, goOffline, goOnline, makePlan, offlineReady, ready, tapByName, test, visibleText } from './helpers.mjs';
import { follow, setLock } from './lock.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const TITLE = 'តារាងមេគុណ';

/** Notes every text that is painted, from the first moment of each document. */
const noteFrames = () => {
  const note = () => {
    const text = document.body && getComputedStyle(document.documentElement).display !== 'none' ? document.body.innerText.trim() : '';
    if (text) window.noteFrame(location.pathname, text.slice(0, 400));
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
};

for (const [how, leave] of [
  ['a tap', (page, lang) => tapByName(page, WORDS[lang].leave, { role: 'button' })],
  ['Esc twice', async (page) => { await page.keyboard.press('Escape'); await page.keyboard.press('Escape'); }],
]) {
  test(`${how} leaves at once, and five times back shows no word of the app`, async (t) => {
    const lang = 'km';
    const context = await stage.context(t, { lang });
    const frames = [];
    await context.exposeFunction('noteFrame', (path, text) => frames.push([path, text]));
    await context.addInitScript(noteFrames);
    const page = await context.newPage();
    await page.goto('/km/service/nssf-enterprise-registration');
    await ready(page);
    await offlineReady(page);
    await makePlan(page, lang);
    for (const tab of [WORDS[lang].learn, WORDS[lang].plans, WORDS[lang].more]) {
      await tapByName(page, tab, { role: 'link', exact: true });
      await page.waitForFunction((name) => document.querySelector('[aria-current="page"]')?.textContent === name, tab);
    }
    goOffline(stage.server);
    try {
      await leave(page, lang);
      await page.waitForURL(/table\.html$/);
      frames.length = 0;
      assert.equal(await page.title(), TITLE);
      for (let n = 0; n < 5; n += 1) {
        await page.goBack({ waitUntil: 'commit' }).catch(() => null);
        await page.waitForURL(/table\.html$|about:blank/);
        if (page.url().endsWith('table.html')) await page.getByRole('heading', { name: TITLE }).waitFor();
      }
      const words = frames.filter(([path, text]) => !path.endsWith('table.html') && text && !text.startsWith(TITLE));
      assert.deepEqual(words, [], 'no frame with words of the app');
      assert.doesNotMatch(await visibleText(page).catch(() => ''), /ផ្លូវសិទ្ធិ/);

      // Back to the app on purpose: her plan is still there.
      await page.goto('/table.html');
      await page.getByRole('link').tap();
      await ready(page);
      assert.equal(new URL(page.url()).search, '');
      assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('phlov:plan:')).length), 1);
      await page.goBack().catch(() => null);
    } finally {
      goOnline(stage.server);
    }
  });
}

/** So many quick taps of a finger on one place. */
const taps = async (page, x, y, times) => { for (let n = 0; n < times; n += 1) await page.touchscreen.tap(x, y); };
const left = (page) => page.waitForURL(/table\.html$/);
const middle = async (place) => {
  const { x, y, width, height } = await place.boundingBox();
  return [x + width / 2, y + height / 2];
};

test('three quick taps on an empty place leave; on buttons, links and fields they do not', async (t) => {
  const lang = 'km';
  const page = await stage.visit(t, '/km/service/nssf-enterprise-registration', { lang });
  await ready(page);
  await makePlan(page, lang);
  const box = page.locator('.checks__box').first();
  await box.scrollIntoViewIfNeeded();
  const tick = await middle(box);
  await taps(page, ...tick, 3);
  await page.waitForFunction(() => document.querySelector('.checks__box').checked);
  // Two on an empty place and one on the box are not three.
  await taps(page, 4, tick[1], 2);
  await taps(page, ...tick, 1);
  await page.waitForFunction(() => !document.querySelector('.checks__box').checked);
  const field = page.getByLabel(WORDS[lang].need_sentence);
  await field.scrollIntoViewIfNeeded();
  await taps(page, ...await middle(field), 3);
  assert.ok(await field.evaluate((area) => document.activeElement === area));
  assert.match(page.url(), /\/plans\/\w+$/);
  await Promise.all([left(page), taps(page, 4, 300, 3)]);
  await page.getByRole('heading', { name: TITLE }).waitFor();
});

test('with the lock set, who leaves finds the plans closed when she comes back', async (t) => {
  const lang = 'km';
  const { safety, need_sentence } = WORDS[lang];
  const page = await stage.visit(t, '/km/safety', { lang });
  await ready(page);
  await setLock(page, lang, '482915');
  await follow(page, '/km/service/nssf-enterprise-registration');
  const plan = await makePlan(page, lang);
  await page.getByLabel(need_sentence).waitFor();
  await Promise.all([left(page), taps(page, 4, 300, 3)]);
  await page.getByRole('link').tap();
  await ready(page);
  await follow(page, plan);
  await page.getByText(safety.locked_hint, { exact: true }).waitFor();
  assert.equal(await page.getByLabel(need_sentence).count(), 0);
});

for (const lang of ['km', 'en']) {
  test(`${lang}: a plain name stands on the tab and will stand on the phone's screen`, async (t) => {
    const { safety, app } = WORDS[lang];
    const page = await stage.visit(t, `/${lang}/safety`, { lang });
    await ready(page);
    const manifest = () => page.evaluate(() => new URL(document.querySelector('link[rel=manifest]').href).pathname);
    assert.equal(await manifest(), '/manifest.webmanifest');
    assert.match(await page.title(), new RegExp(app));
    await page.getByLabel(safety.names[1]).check();
    await page.waitForFunction((name) => document.title === name, safety.plain_name);
    await follow(page, `/${lang}/plans`);
    assert.equal(await page.title(), safety.plain_name, 'on every screen');
    await page.reload();
    await ready(page);
    assert.equal(await page.title(), safety.plain_name);
    assert.equal(await manifest(), '/plain.webmanifest');
    const { name, short_name: short, icons } = await page.evaluate(async () => (await fetch('/plain.webmanifest')).json());
    assert.deepEqual([name, short], [WORDS.km.safety.plain_name, WORDS.km.safety.plain_name]);
    for (const { src, sizes } of icons) {
      const width = await page.evaluate(async (path) => {
        const image = new Image();
        image.src = path;
        await image.decode();
        return image.naturalWidth;
      }, src);
      assert.ok(sizes === 'any' ? width > 0 : width === parseInt(sizes, 10), `${src} is ${width} px wide`);
    }

    // The true name again.
    await follow(page, `/${lang}/safety`);
    await page.getByLabel(safety.names[0], { exact: true }).check();
    await page.waitForFunction((name) => document.title.includes(name), app);
    assert.equal(await manifest(), '/manifest.webmanifest');
  });
}
