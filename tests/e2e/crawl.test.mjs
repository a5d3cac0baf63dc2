// Every screen in both languages: axe without a violation, no sideways scrolling at 360 and 320 px, nothing clipped, one h1,
// no console message, no policy violation, no request to another origin (the stage fails a test on those).
import assert from 'node:assert/strict';
import { browserStage, checkAxe, checkLayout, FULL, ready, test } from './helpers.mjs';
import { checkLook, LOOKS } from './look.mjs';
import { SCREENS } from './screens.mjs';

const stage = browserStage();
// Khmer on the narrowest phone sees everything in `make bench`, else of the many services and aims every sixth; the other looks every twelfth.
// Of the other screens dark sees one half and the wide window the other; `make bench` shows both everything.
const PASSES = [
  { lang: 'km', viewport: { width: 320, height: 640 }, every: FULL ? 1 : 6, settings: true },
  { lang: 'km', viewport: { width: 360, height: 740 }, scheme: 'dark', every: 12, half: 0 },
  { lang: 'en', viewport: { width: 320, height: 640 }, every: 12 },
  { lang: 'en', viewport: { width: 1280, height: 800 }, every: 12, half: 1 },
];
const MANY = /^(service|find|guide|story|reply|complaint)-/;
// Short entries of one form; the native tests render every one of them.
const ALIKE = /^(word|organization)-/;

// Large text is tried with every second screen of the first pass, the other settings in turn with those between; `make bench` tries all with each.
const [LARGE, ...TURNS] = Object.keys(LOOKS);
const settingsOf = (at) => (FULL ? [LARGE, ...TURNS] : [at % 2 ? TURNS[(at >> 1) % TURNS.length] : LARGE]);

for (const { every, half, settings, ...look } of PASSES) {
  test(`every screen: ${look.lang}, ${look.viewport.width} px${look.scheme ? `, ${look.scheme}` : ''}`, async (t) => {
    const fresh = async () => (await stage.context(t, { ...look, serviceWorkers: 'block', allow: [/blocked by Playwright/] })).newPage();
    const common = await fresh();
    for (const [at, screen] of SCREENS.entries()) {
      if ((MANY.test(screen.name) && at % every) || (ALIKE.test(screen.name) && at % 32)) continue;
      if (!FULL && half !== undefined && !MANY.test(screen.name) && at % 2 !== half) continue;
      // What makes a plan gets a phone of its own.
      const page = screen.steps ? await fresh() : common;
      await page.goto(`/${look.lang}${screen.path}`);
      await ready(page);
      if (screen.steps) await screen.steps(page, look.lang);
      // Closed parts are read too.
      await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
      assert.equal(await page.locator('h1').count(), 1, `${screen.name} has one h1`);
      await checkLayout(page, `${screen.name} ${look.lang} ${look.viewport.width}`);
      await checkAxe(page, `${screen.name} ${look.lang}`);
      if (settings) for (const setting of settingsOf(at)) await checkLook(page, setting, `${screen.name} ${look.lang}`);
    }
  }, FULL ? 3600000 : 1200000);
}
