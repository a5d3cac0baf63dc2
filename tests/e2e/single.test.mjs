// The single file (tools/single.mjs), opened as a phone opens it: from its files, without a server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { single } from '../../tools/single.mjs';
import { browserStage, byName, checkAxe, DIST, PHONE, ready, test } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();

/** The file in a folder of its own, and a page that opened it. Whatever it asks for besides itself fails the test. */
async function opened(t, { init } = {}) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-single-'));
  const file = path.join(dir, 'phlov.html');
  fs.writeFileSync(file, single(DIST));
  const url = pathToFileURL(file).href;
  const context = await stage.browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'km-KH', reducedMotion: 'reduce', acceptDownloads: true });
  context.setDefaultTimeout(15000);
  const problems = [];
  context.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(message.text()); });
  context.on('weberror', (error) => problems.push(String(error.error())));
  context.on('request', (request) => { if (!/^(blob|data):/.test(request.url()) && request.url().split(/[?#]/)[0] !== url) problems.push(`it asks for ${request.url()}`); });
  if (init) await context.addInitScript(init);
  t.after(async () => {
    await context.close();
    fs.rmSync(dir, { recursive: true });
    assert.deepEqual(problems, [], 'the page had problems');
  });
  const page = await context.newPage();
  await page.goto(url);
  return { page, url };
}

for (const lang of ['km', 'en']) {
  test(`${lang}: from the file to a plan that is there again when the file is opened again`, async (t) => {
    const { page, url } = await opened(t);
    await ready(page);
    if (lang === 'en') await page.locator('#language').tap();
    const words = WORDS[lang];
    await page.locator('.tile').first().tap();
    await page.waitForURL(new RegExp(`#/${lang}/find/`));
    // Whatever she chooses: the last answer is always "not sure".
    while (await page.locator('.choice').count()) {
      const asked = page.url();
      await page.locator('.choice').last().tap();
      await page.waitForURL((now) => now.href !== asked);
    }
    await page.locator('.fit__name').first().tap();
    await page.waitForURL(new RegExp(`#/${lang}/service/`));
    await byName(page, words.make_plan, { role: 'button' }).first().tap();
    await page.waitForURL(/#\/\w\w\/plans\/\w+$/);
    const title = await page.locator('h1').innerText();
    await page.locator('input[type=checkbox]').first().check();
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await checkAxe(page, 'a plan in the single file');

    await page.reload();
    await ready(page);
    assert.equal(await page.locator('h1').innerText(), title, 'the address behind the name of the file is kept');
    assert.equal(await page.locator('input[type=checkbox]').first().isChecked(), true);
    await page.goBack();
    await page.waitForURL(new RegExp(`#/${lang}/service/`));

    // The file opened anew, as from a list of files.
    await page.goto('about:blank');
    await page.goto(url);
    await ready(page);
    await page.locator('.tabs a[href*="/plans"]').tap();
    await page.locator('.rows a').first().tap();
    assert.equal(await page.locator('h1').innerText(), title);
  });
}

test('it says what does not work there, and gives a copy of what is hers', async (t) => {
  const { page } = await opened(t);
  await ready(page);
  await page.locator('#language').tap();
  const card = page.getByRole('region', { name: 'The single-file edition' });
  assert.match(await card.innerText(), /cannot be installed[\s\S]*save a copy/);
  await card.getByRole('link').tap();
  await page.waitForURL(/#\/en\/data$/);
  const [file] = await Promise.all([page.waitForEvent('download'), byName(page, 'Save a copy', { role: 'button' }).first().tap()]);
  assert.match(file.suggestedFilename(), /^phlov-.*\.txt$/);
  assert.equal(await page.evaluate(() => 'serviceWorker' in navigator && navigator.serviceWorker.controller), null);
});

test('“exit” shows the multiplication table, going back shows nothing else, × leads back', async (t) => {
  const { page } = await opened(t);
  await ready(page);
  await page.locator('.tile').first().tap();
  await page.waitForURL(/#\/km\/find\//);
  await page.locator('[data-leave]').first().tap();
  const table = page.getByRole('heading', { name: 'តារាងមេគុណ' });
  await table.waitFor();
  assert.equal(await page.locator('#app').count(), 0);
  await page.goBack();
  await table.waitFor();
  assert.equal(await page.locator('#app').count(), 0);
  await page.getByRole('link', { name: 'បើកវិញ' }).tap();
  await ready(page);
  assert.ok(await page.locator('#main').isVisible());
});
