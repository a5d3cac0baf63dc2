// A service rated by the nine standards: what to expect before, quick marks at the counter, faces after it; three visits make a trend, and
// a page for the office says what could be better. Several people rate one service on one phone.
import assert from 'node:assert/strict';
import { browserStage, checkAxe, checkLayout, goOffline, offlineReady, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SMALL = { width: 320, height: 640 };

/** Taps a face (1 to 5) for each of the nine standards. */
async function rateAll(page, words, faces) {
  const cards = page.locator('.rate');
  await cards.nth(8).waitFor();
  for (let at = 0; at < 9; at += 1) {
    const button = cards.nth(at).getByRole('button', { name: words.faces[faces[at] - 1], exact: true });
    await button.tap();
    await cards.nth(at).locator('.face__words', { hasText: words.faces[faces[at] - 1] }).waitFor();
  }
}

for (const lang of ['km', 'en']) {
  const { score: words, saved, paper } = WORDS[lang];

  test(`${lang}: a whole rating takes at most twelve taps`, async (t) => {
    const page = await stage.visit(t, `/${lang}/score`, { lang });
    await ready(page);
    await tapByName(page, words.was_there, { role: 'button' });
    await page.waitForURL(/\/score\/.*at=after/);
    await page.locator('section[aria-labelledby=office] .option').first().tap();
    await rateAll(page, words, [4, 4, 4, 3, 2, 5, 4, 4, 5]);
    await tapByName(page, words.see_result);
    await page.locator('.bars').waitFor();
    // 1 + 1 + 9 + 1.
    assert.equal(await page.locator('.bars__row').count(), 9);
  });

  test(`${lang}: expectation card, marks at the counter, rating, and after three visits a trend`, async (t) => {
    const page = await stage.visit(t, `/${lang}/score`, { lang, viewport: SMALL });
    await ready(page);
    await offlineReady(page);
    goOffline(stage.server);
    t.after(() => stage.server.setFault());
    for (const [visit, faces] of [[0, [1, 1, 2, 3, 4, 5, 1, 2, 3]], [1, [2, 2, 2, 3, 4, 5, 1, 2, 3]], [2, [5, 4, 2, 3, 4, 5, 1, 2, 3]]]) {
      await page.goto(`/${lang}/score`);
      await ready(page);
      if (visit === 0) {
        await checkAxe(page, 'the scorecard');
        await checkLayout(page, 'the scorecard, 320 px');
      }
      await tapByName(page, words.will_go, { role: 'button' });
      await page.waitForURL(/at=before/);
      await page.locator('section[aria-labelledby=office] .option', { hasText: lang === 'km' ? 'អគ្គនាយកដ្ឋានពន្ធដារ' : 'General Department of Taxation' }).first().tap();
      await page.getByLabel(words.day, { exact: true }).fill(`2026-0${visit + 1}-10`);
      if (visit === 0) {
        await page.getByText(saved, { exact: true }).first().waitFor();
        await checkAxe(page, 'before a visit');
        await checkLayout(page, 'before a visit, 320 px');
      }
      await tapByName(page, words.there_now);
      await page.waitForURL(/at=there/);
      const mark = page.locator('.mark').nth(5).getByRole('button', { name: words.not_seen, exact: true });
      await mark.tap();
      await page.locator('.mark').nth(5).locator('[aria-pressed=true]').waitFor();
      if (visit === 0) {
        await checkAxe(page, 'at the counter');
        await checkLayout(page, 'at the counter, 320 px');
        await page.reload();
        await ready(page);
        await page.locator('.mark').nth(5).locator('[aria-pressed=true]').waitFor();
      }
      await tapByName(page, words.rate);
      await page.waitForURL(/at=after/);
      await page.locator('.rate').nth(5).getByText(words.marked.replace('{}', words.not_seen), { exact: true }).waitFor();
      await rateAll(page, words, faces);
      if (visit === 0) {
        await checkAxe(page, 'the rating');
        await checkLayout(page, 'the rating, 320 px');
      }
      await tapByName(page, words.see_result);
      await page.locator('.bars').waitFor();
    }
    await checkAxe(page, 'the result');
    await checkLayout(page, 'the result, 320 px');
    await tapByName(page, words.trend, { role: 'link' });
    await page.waitForURL(/office=gdt/);
    const first = page.locator('.bars__row').first();
    const said = await first.innerText();
    assert.ok(said.includes(words.middle.replace('{}', words.faces[1])), `the middle of 1, 2 and 5, no average: ${said}`);
    assert.ok(said.includes(words.faces[0]) && said.includes(words.faces[4]), said);
    await checkAxe(page, 'the trend');
    await checkLayout(page, 'the trend, 320 px');

    await page.goBack();
    await page.locator('.bars').waitFor();
    await tapByName(page, words.to_office_page, { role: 'link' });
    await page.locator('.paper').waitFor();
    const page_ = await page.locator('.paper').innerText();
    assert.ok(/[\u1780-\u17ff]/.test(page_), 'officials read Khmer');
    assert.ok(page_.includes(WORDS.km.score.paper_points) && page_.includes(WORDS.km.score.paper_thanks), page_);
    await checkAxe(page, 'the page for the office');
    await checkLayout(page, 'the page for the office, 320 px');
    await page.getByRole('button', { name: paper.print, exact: true }).waitFor();
  });

  test(`${lang}: five people rate together; before that nothing is shown`, async (t) => {
    const page = await stage.visit(t, `/${lang}/score`, { lang });
    await ready(page);
    await tapByName(page, words.was_there, { role: 'button' });
    await page.locator('section[aria-labelledby=office] .option').first().tap();
    await rateAll(page, words, [4, 4, 4, 4, 4, 4, 4, 4, 4]);
    await tapByName(page, words.see_result);
    await page.locator('summary', { hasText: words.together }).tap();
    await tapByName(page, words.together_begin, { role: 'button' });
    for (let person = 2; person <= 5; person += 1) {
      await tapByName(page, words.next_person, { role: 'button' });
      await page.waitForURL(/who=/);
      assert.equal(await page.locator('.face[aria-pressed=true]').count(), 0, 'nobody sees what others said');
      await rateAll(page, words, Array(9).fill(person));
      await tapByName(page, words.pass_on);
      await page.waitForURL(/at=result/);
      await page.locator('.bars').waitFor();
      const text = await visibleText(page);
      assert.equal(text.includes(words.hidden), person < 5, `${person} people`);
    }
    const text = await page.locator('.bars__row').first().innerText();
    assert.ok(text.includes(words.faces[3]), `the middle of 2, 3, 4, 4 and 5: ${text}`);
    await tapByName(page, words.agree_add, { role: 'button' });
    await page.getByLabel(words.action, { exact: true }).fill(lang === 'km' ? 'បិទតារាងតម្លៃ' : 'Put up the fees');
    await page.getByLabel(words.by_when, { exact: true }).fill('2099-02-01');
    await page.getByText(saved, { exact: true }).first().waitFor();
    await page.reload();
    await ready(page);
    assert.equal(await page.getByLabel(words.by_when, { exact: true }).inputValue(), '2099-02-01');
    await checkAxe(page, 'several people');
  });
}
