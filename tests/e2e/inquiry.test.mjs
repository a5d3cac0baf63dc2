// A question about a law: two offices say different things, which is shown; a letter asks to confirm it in writing, and the day to ask
// again stands in the calendar.
import assert from 'node:assert/strict';
import { browserStage, checkAxe, checkLayout, ready, tapByName, test } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();

for (const lang of ['km', 'en']) {
  const { inquiry: words, saved } = WORDS[lang];

  test(`${lang}: two answers that do not agree are shown as that, and lead to a letter`, async (t) => {
    const page = await stage.visit(t, `/${lang}/laws/prakas-443-2018`, { lang, viewport: { width: 320, height: 640 } });
    await ready(page);
    await tapByName(page, words.new, { role: 'button' });
    await page.waitForURL(/\/questions\//);
    assert.equal(await page.locator('#ways ~ .checks .checks__box, section[aria-labelledby=ways] .checks__box').count(), 5, 'the five ways of the guide');
    await page.getByRole('textbox', { name: words.question, exact: true }).fill(lang === 'km' ? 'តើហាងកាហ្វេត្រូវបើកប្រាក់នេះទេ?' : 'Must a café pay it?');
    for (const [at, given] of [[0, 1], [1, 0]]) {
      await tapByName(page, words.note_answer, { role: 'button' });
      await page.getByRole('button', { name: words.says[at], exact: true }).tap();
      const answer = page.locator('section[aria-labelledby=answers] details').first();
      await answer.locator('summary').tap();
      await answer.getByRole('button', { name: words.given[given], exact: true }).tap();
      await answer.locator('[aria-pressed=true]').waitFor();
      await answer.getByLabel(words.who, { exact: true }).fill(`នាយកដ្ឋាន ${at}`);
      await answer.getByLabel(words.words, { exact: true }).fill(lang === 'km' ? 'ត្រូវបើក' : 'It must be paid');
    }
    await page.getByText(words.standings[4], { exact: true }).waitFor();
    await checkAxe(page, 'a question with two answers');
    await checkLayout(page, 'a question with two answers, 320 px');
    await page.locator('section[aria-labelledby=again] input').fill('2099-01-05');
    await page.getByText(saved, { exact: true }).first().waitFor();
    await page.reload();
    await page.getByText(words.standings[4], { exact: true }).waitFor();
    await tapByName(page, words.confirm, { role: 'button' });
    await page.waitForURL(/\/compose\//);
    const letter = await page.locator('section[aria-labelledby=text] .letter').first().innerText();
    assert.ok(letter.includes(lang === 'km' ? '«ត្រូវបើក»' : 'It must be paid'), letter);
    await page.goto(`/${lang}/calendar`);
    await ready(page);
    await page.locator('.row', { hasText: words.coming }).first().waitFor();
    await page.goto(`/${lang}/laws`);
    await ready(page);
    await page.locator('section[aria-labelledby=coming] a.row[href*=questions]').waitFor();
  });

  test(`${lang}: the laws are listed by state, and back keeps the state`, async (t) => {
    const page = await stage.visit(t, `/${lang}/laws`, { lang, viewport: { width: 320, height: 640 } });
    await ready(page);
    const laws = page.locator('.main .row[href*="/laws/"]');
    const all = await laws.count();
    await page.locator('.chip[href$="state=draft"]').tap();
    await page.waitForURL(/state=draft/);
    await page.locator('.chip[href$="state=draft"][aria-current]').waitFor();
    const drafts = await laws.count();
    assert.ok(drafts > 0 && drafts < all / 10, `${drafts} of ${all}`);
    await checkAxe(page, 'laws by state');
    await checkLayout(page, 'laws by state, 320 px');
    await laws.last().tap();
    await page.waitForURL(/\/laws\/./);
    await page.goBack();
    await page.locator('.chip[href$="state=draft"][aria-current]').waitFor();
    await page.locator('section[aria-labelledby=coming]').getByRole('button', { name: words.watch }).first().tap();
    await page.waitForURL(/\/questions\//);
  });
}
