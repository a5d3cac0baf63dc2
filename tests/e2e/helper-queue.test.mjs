// Questions of many: two plans ask the same with other words, one agenda goes to the office, its answer reaches both plans and becomes an
// answer for everybody, found by search. Nobody's name stands on it.
import assert from 'node:assert/strict';
import { openDesk } from './desk.mjs';
import { browserStage, byKey, byName, checkAxe, checkLayout, goOffline, makePlan, offlineReady, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SMALL = { width: 320, height: 640 };
const SERVICE = 'tax-patent';
const OFFICE = 'gdt';
const ASKED = {
  km: ['តើកាតពន្ធប៉ាតង់អស់ប៉ុន្មាន?', 'កាតពន្ធប៉ាតង់ ត្រូវបង់លុយប៉ុន្មាន?'],
  en: ['How much does the patent tax card cost?', 'What is the fee for the patent tax card?'],
};
const SAID = { km: 'អត់អស់លុយទេ', en: 'There is no charge' };

/** A question of her own, into the plan on the screen. */
async function ask(page, lang, question) {
  const words = WORDS[lang];
  const part = page.locator('#questions');
  await part.locator('summary', { hasText: words.add_question }).tap();
  await part.getByLabel(words.write_own, { exact: true }).fill(question);
  await part.getByRole('button', { name: words.add, exact: true }).press('Enter');
  await part.getByText(question, { exact: true }).first().waitFor();
  await page.getByText(words.saved, { exact: true }).first().waitFor();
}

/** Two plans for the service; the second has one more question. Gives their addresses. */
async function twoPlans(page, lang) {
  const first = await makePlan(page, lang, { service: SERVICE, press: byKey });
  await ask(page, lang, ASKED[lang][0]);
  await byName(page, WORDS[lang].meet.duplicate, { role: 'button' }).first().press('Enter');
  await page.waitForURL((url) => url.pathname.includes('/plans/') && url.pathname !== first);
  await ask(page, lang, ASKED[lang][1]);
  return [first, new URL(page.url()).pathname];
}

for (const lang of ['km', 'en']) {
  const { helper, saved, meet, person: people, answers, search, paper } = WORDS[lang];
  const { queue, answers: many } = helper;

  test(`${lang}: one agenda for the office, and its answer reaches every plan that asked`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, viewport: SMALL });
    await ready(page);
    await offlineReady(page);
    const plans = await twoPlans(page, lang);
    await openDesk(page, lang, '/questions');
    goOffline(stage.server);
    t.after(() => stage.server.setFault());
    await checkAxe(page, 'the queue');
    await checkLayout(page, 'the queue, 320 px');

    // Found by a word, opened: both wordings stand together, one person (herself) asks.
    await page.locator('#search-questions').fill(ASKED[lang][0].slice(0, -1));
    const row = page.locator('.rows .row', { hasText: ASKED[lang][0] });
    await row.first().waitFor();
    assert.equal(await page.locator('.rows .row', { hasText: ASKED[lang][1] }).count(), 0, 'one row for both');
    await row.first().tap();
    await page.waitForURL(/g=/);
    await page.getByText(ASKED[lang][1], { exact: true }).waitFor();
    assert.equal(await page.locator('h1').count(), 1);
    await checkAxe(page, 'a question of many');
    await checkLayout(page, 'a question of many, 320 px');
    // Said to be something else, and taken back.
    await page.locator('.agenda__line', { hasText: ASKED[lang][1] }).getByRole('button', { name: queue.not_same, exact: true }).tap();
    await page.locator('.toast', { hasText: queue.said_apart }).locator('.toast__undo').tap();
    await page.locator('.agenda__line', { hasText: ASKED[lang][1] }).waitFor();

    // The office: a contact, and one agenda.
    await page.goto(`/${lang}/helper/questions?office=${OFFICE}`);
    await ready(page);
    await tapByName(page, queue.add_contact, { role: 'button' });
    await page.waitForURL(/\/people\/\w+/);
    await page.getByLabel(people.name, { exact: true }).fill('☆');
    await page.getByText(saved, { exact: true }).first().waitFor();
    await page.goto(`/${lang}/helper/questions?office=${OFFICE}`);
    await ready(page);
    await page.locator('.choice[aria-pressed=true]', { hasText: '☆' }).waitFor();
    await tapByName(page, queue.make, { role: 'button' });
    await tapByName(page, queue.open_meeting, { role: 'link' });
    await page.waitForURL(/\/meetings\/\w/);
    const meeting = new URL(page.url()).pathname;
    const agenda = page.locator('ol.agenda li');
    await agenda.first().waitFor();
    assert.ok(await agenda.count() <= 5, 'at most five');
    await tapByName(page, meet.start, { role: 'link' });

    // Each question is answered in words.
    for (let at = 1; at <= 5; at += 1) {
      await page.waitForURL(new RegExp(`q=${at}`));
      await page.getByLabel(meet.answer_words, { exact: true }).fill(`${SAID[lang]} ${at}`);
      const next = page.locator('.bar a');
      const last = (await next.innerText()).includes(meet.end);
      await next.tap();
      if (last) break;
    }
    await page.waitForURL(/after=1/);
    await tapByName(page, meet.held, { role: 'button' });
    assert.ok(meeting);

    // Back to all who asked, and kept for others.
    await page.goto(`/${lang}/helper/questions?office=${OFFICE}`);
    await ready(page);
    await tapByName(page, queue.bring_keep, { role: 'button' });
    await page.locator('.toast').waitFor();
    for (const plan of plans) {
      await page.goto(plan);
      await ready(page);
      const other = page.locator('#questions .other', { hasText: SAID[lang] });
      await other.first().waitFor();
      await other.first().getByRole('button', { name: answers.again, exact: true }).waitFor();
    }
    await checkAxe(page, 'a plan with answers');
    await checkLayout(page, 'a plan with answers, 320 px');

    // The draft is approved, shared without a name, and found by everybody.
    await page.goto(`/${lang}/helper/answers`);
    await ready(page);
    await checkAxe(page, 'answers for many');
    await checkLayout(page, 'answers for many, 320 px');
    await page.locator('.rows .row', { hasText: ASKED[lang][0] }).first().tap();
    await page.waitForURL(/answers\/\w+/);
    await tapByName(page, many.was_approved, { role: 'button' });
    await page.getByLabel(many.approved_day, { exact: true }).waitFor();
    await checkAxe(page, 'an answer for many');
    await checkLayout(page, 'an answer for many, 320 px');
    assert.equal(await byName(page, many.file, { role: 'button' }).count(), 0, 'it is for her alone until she says otherwise');
    await page.getByRole('button', { name: many.sees_codes[1], exact: true }).tap();
    const [file] = await Promise.all([page.waitForEvent('download'), tapByName(page, many.file, { role: 'button' })]);
    assert.equal(file.suggestedFilename(), 'phlov-answer.txt');
    await page.goto(`/${lang}/search`);
    await ready(page);
    await page.locator('#search').fill(ASKED[lang][0].slice(0, -1));
    const group = page.locator(`section[aria-label="${search.groups[10]}"]`);
    await group.locator('.row').first().tap();
    await page.waitForURL(/\/answers\/\w+/);
    assert.ok((await visibleText(page)).includes(SAID[lang]));
    await page.getByRole('button', { name: paper.print, exact: true }).waitFor();
    await checkAxe(page, 'an answer everybody sees');
    await checkLayout(page, 'an answer everybody sees, 320 px');
  });

  test(`${lang}: list and question stand beside each other on a wide screen`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, viewport: { width: 1100, height: 800 } });
    await ready(page);
    await makePlan(page, lang, { service: SERVICE, press: byKey });
    await ask(page, lang, ASKED[lang][0]);
    await openDesk(page, lang, '/questions');
    await page.locator('.rows .row', { hasText: ASKED[lang][0] }).first().tap();
    await page.waitForURL(/g=/);
    assert.ok(await page.locator('.panes__list').isVisible() && await page.locator('.panes__open').isVisible());
    await checkAxe(page, 'the queue in two panes');
    await checkLayout(page, 'the queue in two panes');
  });
}
