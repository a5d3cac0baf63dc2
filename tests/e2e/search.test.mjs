// One box over everything: answers while she types, in Khmer and English, also misspelled; her own plans; nothing found leads on.
import assert from 'node:assert/strict';
import { browserStage, byName, checkAxe, checkLayout, goOffline, goOnline, offlineReady, planWith, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const box = (page) => page.getByRole('searchbox');
/** The first line of the answer, once it is the answer to `typed`. */
async function look(page, typed) {
  await box(page).fill(typed);
  await page.getByRole('status').first().waitFor();
  return page.locator('.main .row').first().getAttribute('href');
}

for (const lang of ['km', 'en']) {
  const { search } = WORDS[lang];

  test(`${lang}: from Home to a service by two taps and a word, without a network`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang });
    await ready(page);
    await offlineReady(page);
    goOffline(stage.server);
    try {
      await tapByName(page, search.hint, { role: 'link' });
      await page.waitForURL(/\/search$/);
      await page.waitForFunction(() => document.activeElement?.id === 'search');
      // Well spelled, in another order of the code, misspelled, in Latin letters, abbreviated.
      for (const [typed, wanted] of [
        ['ចុះឈ្មោះអាជីវកម្មនៅ ប.ស.ស.', /nssf/], ['បសស', /nssf/], ['bososo', /nssf/], ['pregnent', /matern|pregnan|birth|baby/], ['ពន្ធដា', /tax|gdt/],
      ]) {
        assert.match(await look(page, typed), wanted, typed);
      }
      await look(page, lang === 'km' ? 'ពន្ធ' : 'tax');
      await checkAxe(page, 'answers');
      await checkLayout(page, 'answers');
      assert.ok((await page.locator('mark').count()) > 0, 'what was typed is marked');
      await look(page, 'ពន្ធដា');
      const first = page.locator('.main .row').first();
      const href = await first.getAttribute('href');
      await first.tap();
      await page.waitForURL((url) => url.pathname === href);
      assert.equal(new URL(page.url()).search, '', 'what she typed is not in the address');
      // Back: the word still stands there; later it is among those she looked for.
      await page.goBack();
      assert.equal(await box(page).inputValue(), 'ពន្ធដា');
      await box(page).fill('');
      await tapByName(page, 'ពន្ធដា', { role: 'button' });
      assert.equal(await box(page).inputValue(), 'ពន្ធដា');
      await box(page).fill('');
      await tapByName(page, search.forget, { role: 'button' });
      await byName(page, 'ពន្ធដា', { role: 'button' }).waitFor({ state: 'detached' });
    } finally {
      goOnline(stage.server);
    }
  });

  test(`${lang}: her own plans are found, and what is not found becomes a question`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang });
    const plan = await planWith(page, lang, 'ឡូហ្គោផ្កាឈូករបស់ខ្ញុំ', 'ip-trademark');
    await page.goto(`/${lang}/search`);
    await ready(page);
    assert.equal(await look(page, 'ផ្កាឈូក'), plan);
    await box(page).fill('ហ្គីតាអគ្គិសនី');
    await page.getByText(search.nothing, { exact: true }).waitFor();
    await checkAxe(page, 'nothing found');
    await tapByName(page, search.ask, { role: 'button' });
    await page.waitForURL(/\/plans\/\w+$/);
    assert.ok((await visibleText(page)).includes('ហ្គីតាអគ្គិសនី'));
  });
}
