// Screenshots of every screen of tests/e2e/screens.mjs into target/shots/: Khmer and English, light and dark at 360 px,
// Khmer and English at 320 and 1280 px. `node tools/shots.mjs home plan` takes only screens whose name begins so;
// `gallery` is the pictures of all parts (tools/gallery/), group by group, at 360 and 1280 px;
// `--keep` also refreshes the pictures of the install dialog in public/screenshots/.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ready, watchContext } from '../tests/e2e/helpers.mjs';
import { SCREENS, SHOWN } from '../tests/e2e/screens.mjs';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

const GALLERY = 'target/gallery';
const OUT = 'target/shots';
const KEPT = 'public/screenshots';
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const keep = process.argv.includes('--keep');
const chosen = SCREENS.filter(({ name }) => !words.length || words.some((word) => name.startsWith(word)));
const VIEWS = [
  ...['km', 'en'].flatMap((lang) => ['light', 'dark'].map((scheme) => ({ lang, scheme, width: 360, height: 740 }))),
  ...['km', 'en'].flatMap((lang) => [{ lang, scheme: 'light', width: 320, height: 640 }, { lang, scheme: 'light', width: 1280, height: 800 }]),
];

fs.mkdirSync(OUT, { recursive: true });
const server = await serve({ dir: 'dist' });
const browser = await launch();
const troubles = [];
let taken = 0;
const jobs = VIEWS.flatMap((view) => chosen.map((screen) => ({ view, screen })));
await Promise.all([0, 1, 2].map(async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await take(job);
}));
if (!words.length || words.includes('gallery')) {
  for (const lang of ['km', 'en']) for (const colorScheme of ['light', 'dark']) for (const width of [360, 1280]) await takeGallery(lang, colorScheme, width);
}
if (keep) {
  for (const [name, screen] of Object.entries(SHOWN)) await take({ view: { ...VIEWS[0], scale: 2, fold: true }, screen: find(screen), to: `${KEPT}/${name}.png` });
  await take({ view: { ...VIEWS[0], width: 1280, height: 800, fold: true }, screen: find(SHOWN.home), to: `${KEPT}/wide.png` });
}
await browser.close();
await server.close();
console.log(`${taken} pictures in ${OUT}/${keep ? ` and ${KEPT}/` : ''}`);
for (const trouble of troubles) console.error(trouble);
process.exit(troubles.length ? 1 : 0);

function find(name) {
  return SCREENS.find((screen) => screen.name === name);
}

async function take({ view: { lang, scheme, width, height, scale = 1, fold = false }, screen, to }) {
  const name = `${screen.name}-${lang}-${scheme}-${width}`;
  const context = await browser.newContext({
    baseURL: server.url, viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: scale, hasTouch: true, isMobile: width < 600,
    locale: lang === 'km' ? 'km-KH' : 'en-GB', timezoneId: 'Asia/Phnom_Penh', reducedMotion: 'reduce', serviceWorkers: 'block',
  });
  context.setDefaultTimeout(10000);
  const watch = watchContext(context, server, [/blocked by Playwright/]);
  try {
    const page = await context.newPage();
    await page.goto(`/${lang}${screen.path}`);
    await ready(page);
    if (screen.steps) await screen.steps(page, lang);
    const file = to ?? path.join(OUT, `${name}.png`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file, fullPage: !fold, animations: 'disabled' });
    taken += 1;
  } catch (error) {
    troubles.push(`${name}: ${error.message.split('\n')[0]}`);
  }
  troubles.push(...watch.problems.map((problem) => `${name}: ${problem}`));
  await context.close();
}

/** What stands in a file of its own, written by `make shots` before. */
async function takeGallery(lang, colorScheme, width) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(pathToFileURL(path.resolve(`${GALLERY}-${lang}.html`)).href);
  for (const [at, group] of (await page.locator('.gallery__group').all()).entries()) {
    const name = (await group.getAttribute('id')) ?? `screen-${at}`;
    await group.screenshot({ path: path.join(OUT, `gallery-${name}-${lang}-${colorScheme}-${width}.png`), animations: 'disabled' });
    taken += 1;
  }
  await page.close();
}
