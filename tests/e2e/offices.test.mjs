// An office near her: noted once, at hand everywhere, called and found on a map by a tap, deleted and put back.
import assert from 'node:assert/strict';
import { browserStage, checkAxe, checkLayout, offlineReady, goOffline, goOnline, ready, tapByName, test } from './helpers.mjs';
import { noteOffice } from './screens.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const OFFICE = 'commune-council';

for (const lang of ['km', 'en']) {
  const { local, undo, services_here } = WORDS[lang];

  test(`${lang}: she notes her commune hall without a network, and finds it again`, async (t) => {
    const page = await stage.visit(t, `/${lang}/offices/${OFFICE}`, { lang });
    await ready(page);
    await offlineReady(page);
    goOffline(stage.server);
    try {
      await noteOffice(page, lang);
      const name = await page.locator('#title').innerText();
      const path = new URL(page.url()).pathname;
      assert.equal(await page.title().then((title) => title.includes(name)), false, 'not in the list of open apps');
      await page.reload();
      await ready(page);
      assert.equal(await page.locator('#title').innerText(), name);
      const href = (words) => page.getByRole('link', { name: words, exact: true }).getAttribute('href');
      assert.equal(await href(WORDS[lang].person.ways[1]), 'tel:+85512345678');
      assert.equal(await href('Telegram'), 'https://t.me/prek_leap');
      const map = new URL(await href(local.map));
      assert.equal(map.origin + map.pathname, 'https://www.google.com/maps/search/');
      assert.ok(map.searchParams.get('query').startsWith(name), map.search);
      const link = page.getByRole('link', { name: local.map, exact: true });
      assert.match(await link.getAttribute('rel'), /noreferrer/);
      await page.getByText(services_here, { exact: true }).tap();
      assert.ok((await page.locator(`.row[href^="/${lang}/service/"]`).count()) > 0);
      await checkAxe(page, 'an office near her');
      await checkLayout(page, 'an office near her');

      // On the list, at the office of the directory, in the search.
      for (const list of ['offices', `offices/${OFFICE}`, 'people']) {
        await page.goto(`/${lang}/${list}`);
        await ready(page);
        assert.equal(await page.locator(`.row[href="${path}"]`).count(), 1, list);
      }
      await page.goto(`/${lang}/search`);
      await ready(page);
      await page.getByRole('searchbox').fill(name.slice(-8));
      await page.locator(`.row[href="${path}"]`).tap();
      await page.waitForURL((url) => url.pathname === path);

      await tapByName(page, local.delete, { role: 'button' });
      await page.waitForURL(/\/offices$/);
      await page.locator(`.row[href="${path}"]`).waitFor({ state: 'detached' });
      await tapByName(page, undo, { role: 'button' });
      await page.locator(`.row[href="${path}"]`).tap();
      await page.waitForURL((url) => url.pathname === path);
      assert.equal(await page.locator('#title').innerText(), name);
    } finally {
      goOnline(stage.server);
    }
  });
}
