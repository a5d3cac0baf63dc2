// Quick exit: one tap, and the next picture is a multiplication table; going back shows nothing of the app, also without a network.
import assert from 'node:assert/strict';
import { browserStage, goOffline, goOnline, offlineReady, ready, tapByName, test, visibleText } from './helpers.mjs';
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
    await tapByName(page, WORDS[lang].make_plan, { role: 'button' });
    await page.waitForURL(/\/plans\/\w+$/);
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
