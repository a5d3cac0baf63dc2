// Five questions put to many: the form goes to another phone as a code, is answered there without a network, the answer comes back as one line of
// letters inside other words; people answer on this phone one after another; sheets of paper are typed in; five answers make a picture, small
// groups stay hidden, and what somebody wrote goes into the queue.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openDesk } from './desk.mjs';
import { browserStage, byKey, checkAxe, checkLayout, goOffline, offlineReady, readCode, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SMALL = { width: 320, height: 640 };
const QUESTION = { km: 'ត្រូវបង់ពន្ធនៅណា?', en: 'Where do I pay tax?' };

/** A survey on this phone; gives its address. */
async function makeSurvey(page, lang) {
  const { helper: { survey: words } } = WORDS[lang];
  await openDesk(page, lang, '/surveys');
  await tapByName(page, words.make, { role: 'button' });
  await page.waitForURL(/\/helper\/surveys\/\w+$/);
  return new URL(page.url()).pathname;
}

const chip = (page, words) => page.locator('.chip', { hasText: words }).first();

for (const lang of ['km', 'en']) {
  const { form, saved, helper: { survey: words } } = WORDS[lang];

  test(`${lang}: a form goes to another phone by a code and the answer comes back as letters`, async (t) => {
    const helper = await stage.visit(t, `/${lang}/`, { lang, viewport: SMALL });
    await ready(helper);
    const address = await makeSurvey(helper, lang);
    await helper.getByLabel(words.name).fill('🧵');
    await helper.getByText(saved, { exact: true }).first().waitFor();
    await checkAxe(helper, 'a survey');
    await checkLayout(helper, 'a survey, 320 px');
    await helper.locator('summary', { hasText: words.questions }).tap();
    await helper.locator('.quiz').nth(2).locator('.choice').nth(1).tap();
    await helper.locator('.quiz').nth(2).locator('.choice[aria-pressed=true]').waitFor();
    await checkAxe(helper, 'the questions of a survey');
    await helper.locator('summary', { hasText: words.by_link }).tap();
    await helper.locator('.code path').waitFor({ state: 'attached' });
    const link = await readCode(helper, '.code');
    assert.ok(link.includes(`/${lang}/survey#s=`) && link.length <= 600, link);

    const other = await stage.visit(t, link, { lang, viewport: SMALL });
    await ready(other);
    await offlineReady(other);
    goOffline(stage.server);
    t.after(() => stage.server.setFault());
    await other.getByRole('heading', { name: '🧵', level: 1 }).waitFor();
    await checkAxe(other, 'the form');
    await checkLayout(other, 'the form, 320 px');
    await other.reload();
    await ready(other);
    await tapByName(other, form.done, { role: 'button' });
    await other.getByText(form.nothing).waitFor();
    await chip(other, form.hard[3]).tap();
    await chip(other, form.reach[1]).tap();
    await chip(other, form.who[0]).tap();
    await other.getByLabel(form.write).fill(QUESTION[lang]);
    await byKey(other.getByRole('button', { name: form.done, exact: true }));
    await other.locator('.letter').waitFor();
    const text = (await other.locator('.letter').innerText()).trim();
    assert.match(text, /^PHLOV5-[0-9a-z]+$/);
    assert.equal(await readCode(other, '.code'), text, 'the code holds the same');
    await checkAxe(other, 'the way back');
    await checkLayout(other, 'the way back, 320 px');
    await tapByName(other, form.somebody_else, { role: 'button' });
    await other.locator('.chip').first().waitFor();
    assert.equal(await other.locator('.chip[aria-pressed=true]').count(), 0, 'the next person sees nothing of the one before');
    assert.equal(await other.getByLabel(form.write).inputValue(), '');
    stage.server.setFault();

    await helper.goto(`${address}?at=come`);
    await ready(helper);
    const half = Math.floor(text.length / 2);
    await helper.getByLabel(words.paste).fill(`Sopheap 10:32\n> ${text.slice(0, half)}\n> ${text.slice(half)} ok!\n${text.slice(0, half)}`);
    await tapByName(helper, words.read, { role: 'button' });
    await helper.getByText(words.new.replace('{}', lang === 'km' ? '១' : '1'), { exact: true }).waitFor();
    assert.ok((await visibleText(helper)).includes(words.torn[0]), 'the one that was cut is named');
    await checkAxe(helper, 'answers that came');
    await checkLayout(helper, 'answers that came, 320 px');
    await helper.getByLabel(words.paste).fill(text);
    await byKey(helper.getByRole('button', { name: words.read, exact: true }));
    await helper.getByText(words.known.replace('{}', lang === 'km' ? '១' : '1'), { exact: true }).waitFor();

    await helper.goto(`${address}?at=results`);
    await ready(helper);
    await helper.getByText(QUESTION[lang]).waitFor();
    assert.equal(await helper.locator('.bars').count(), 0, 'one answer is not counted');
    await tapByName(helper, words.to_queue, { role: 'button' });
    await helper.getByText(words.in_queue, { exact: true }).waitFor();
  });

  test(`${lang}: one after another on this phone, then paper, then a picture`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang });
    await ready(page);
    const address = await makeSurvey(page, lang);
    await page.goto(`${address}?at=fill`);
    await ready(page);
    await checkAxe(page, 'answering on this phone');
    for (let person = 0; person < 3; person += 1) {
      assert.equal(await page.locator('.chip[aria-pressed=true]').count(), 0, 'nothing of the one before');
      await chip(page, form.hard[0]).tap();
      await chip(page, form.who[0]).tap();
      await page.getByLabel(form.write).fill(`MARKER ${person}`);
      await tapByName(page, form.done, { role: 'button' });
      await page.getByRole('heading', { name: words.thanks, level: 1 }).waitFor();
      assert.ok(!(await visibleText(page)).includes('MARKER'));
      await tapByName(page, words.next_person, { role: 'button' });
      await page.locator('.chip').first().waitFor();
      assert.equal(await page.getByLabel(form.write).inputValue(), '');
    }

    await page.goto(`${address}?at=paper`);
    await ready(page);
    await page.locator('.paper').waitFor();
    await checkAxe(page, 'the form on paper');
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })), verbosity: 0 }).promise;
    assert.equal(pdf.numPages, 1, 'the form is one page');
    await pdf.destroy();

    await page.goto(`${address}?at=entry`);
    await ready(page);
    await checkAxe(page, 'typing in');
    await checkLayout(page, 'typing in');
    const digits = page.locator('#digits');
    for (let sheet = 1; sheet <= 4; sheet += 1) {
      for (const typed of ['13', '2', '5', '', '1', '1']) {
        await digits.fill(typed);
        await digits.press('Enter');
      }
      const next = String(sheet + 1);
      const shown = lang === 'km' ? [...next].map((digit) => String.fromCodePoint(0x17e0 + Number(digit))).join('') : next;
      await page.getByText(words.sheet.replace('{}', shown), { exact: true }).waitFor();
    }
    await byKey(page.getByRole('button', { name: words.undo_last, exact: true }));
    await page.getByText(words.undone).waitFor();
    await page.getByText(saved, { exact: true }).first().waitFor();

    await page.goto(`${address}?at=results`);
    await ready(page);
    await page.locator('.bars').first().waitFor();
    const said = await visibleText(page);
    const six = lang === 'km' ? '៦' : '6';
    assert.ok(said.includes(words.answers.replace('{}', six)), said);
    assert.ok(said.includes(form.hard[0]) && said.includes(form.hard[1]), said);
    await checkAxe(page, 'the results');
    await checkLayout(page, 'the results');
    const table = async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.save_table, exact: true }).press('Enter')]);
      return fs.readFileSync(await download.path(), 'utf8');
    };
    const plain = await table();
    assert.ok(plain.startsWith('\ufeff"') && plain.includes(form.hard[0]) && !plain.includes('MARKER'), plain);
    await page.getByLabel(words.with_questions).tap();
    assert.ok((await table()).includes('MARKER'), 'ticked for this share');

    await page.locator('.chips a').nth(1).tap();
    await page.waitForURL(/by=who/);
    await page.getByText(words.hidden, { exact: true }).first().waitFor();
    await checkAxe(page, 'the results by group');
  });
}
