// A workshop from the idea to the shared summary: the topic is what is asked most, the director is invited by a formal letter, answers go back to
// the plans that asked, the summary is one page without anybody's name. A working group with its brief, a partner whose agreement ends soon.
import assert from 'node:assert/strict';
import { openDesk } from './desk.mjs';
import { browserStage, checkAxe, checkLayout, makePlan, ready, tapByName, test } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SMALL = { width: 320, height: 640 };
const NAME = 'សុខា វ៉ាន់';

const openPart = async (page, words, at) => {
  await page.locator('nav.chips a').nth(at).tap();
  await page.locator('nav.chips a[aria-current=step]', { hasText: words.parts[at] }).waitFor();
};

for (const lang of ['km', 'en']) {
  const { helper, saved, person, compose, paper } = WORDS[lang];
  const words = helper.workshop, papers = helper.minutes;
  const digits = (text) => (lang === 'km' ? text.replace(/\d/g, (digit) => '០១២៣៤៥៦៧៨៩'[digit]) : text);
  const one = (field, number) => words[field].replace('{}', digits(String(number)));

  test(`${lang}: a workshop from the idea to the summary`, async (t) => {
    const page = await stage.visit(t, `/${lang}/service/nssf-enterprise-registration`, { lang, viewport: SMALL });
    await ready(page);
    const plan = await makePlan(page, lang);

    await openDesk(page, lang, '/workshops');
    await page.getByRole('heading', { name: words.none }).waitFor();
    await checkAxe(page, 'no workshop yet');
    await tapByName(page, words.begin, { role: 'button' });
    await page.waitForURL(/\/helper\/workshops\/\w+$/);

    // The idea.
    const most = page.locator('.panes__open .choice').first();
    await most.tap();
    await page.locator('.panes__open .choice[aria-pressed=true]').first().waitFor();
    await page.getByRole('button', { name: words.goals[0], exact: true }).tap();
    await page.getByRole('button', { name: words.results[0], exact: true }).tap();
    await page.getByRole('button', { name: words.goals[0], exact: true, pressed: true }).waitFor();
    await checkAxe(page, 'the idea');
    await checkLayout(page, 'the idea, 320 px');

    // Day and agenda.
    await openPart(page, words, 1);
    await page.getByLabel(WORDS[lang].meet.day, { exact: true }).fill('2099-03-10');
    await page.getByLabel(WORDS[lang].meet.place, { exact: true }).fill('🏫 A1');
    await page.getByRole('button', { name: words.half_day, exact: true }).tap();
    await page.locator('.panes__open .claim').nth(7).waitFor();
    assert.equal(await page.locator('.panes__open .claim').count(), 8);
    await page.locator('.panes__open .claim summary').nth(2).tap();
    await page.locator('.panes__open .claim').nth(2).getByLabel(words.said, { exact: true }).fill('📢');
    await page.getByText(saved, { exact: true }).first().waitFor();
    await checkAxe(page, 'day and agenda');
    await checkLayout(page, 'day and agenda, 320 px');

    // The invitation: a formal letter, in Khmer, with what is known.
    await openPart(page, words, 2);
    await tapByName(page, person.choose_office, { role: 'button' });
    await page.locator('.panes__open .choices .choice').first().tap();
    await checkAxe(page, 'the invitation');
    await checkLayout(page, 'the invitation, 320 px');
    await tapByName(page, words.invite, { role: 'button' });
    await page.waitForURL(/\/compose\//);
    const letter = await page.locator('.letter').first().innerText();
    assert.ok(letter.includes('សិក្ខាសាលាស្តីពី') && letter.includes('វាគ្មិន') && letter.includes('២០៩៩') && letter.includes('🏫 A1'), letter);
    await tapByName(page, compose.sent, { role: 'button' });
    await page.getByText(saved, { exact: true }).first().waitFor();
    await page.goBack();
    await page.getByRole('button', { name: words.open_letter }).waitFor();
    await page.getByRole('button', { name: words.in_days[1], exact: true }).tap();
    assert.notEqual(await page.locator('.panes__open input[type=date]').inputValue(), '');
    await page.getByRole('button', { name: words.replies[1], exact: true }).tap();
    await page.getByRole('button', { name: words.replies[1], exact: true, pressed: true }).waitFor();
    assert.equal(await page.locator('.panes__open input[type=date]').inputValue(), '', 'with an answer there is nothing to ask again');

    // The day.
    await openPart(page, words, 3);
    for (const [at, number] of [[0, '22'], [1, '41']]) {
      const field = page.getByRole('textbox', { name: words.counts[at], exact: true });
      await field.fill(number);
      await field.blur();
    }
    await page.getByRole('button', { name: words.more.replace('{}', words.counts[0]), exact: true }).tap();
    await page.getByText(papers.came_words.replace('{0}', digits('64')).replace('{1}', digits('23')), { exact: true }).waitFor();
    await page.locator('summary', { hasText: words.names }).tap();
    await tapByName(page, words.add_name, { role: 'button' });
    await page.getByRole('checkbox', { name: words.agreed, exact: true }).tap();
    await page.getByRole('textbox', { name: words.name, exact: true }).fill(NAME);
    await page.getByRole('textbox', { name: words.answer, exact: true }).fill('📗 ✔');
    await page.getByRole('button', { name: one('give', 1), exact: true }).tap();
    await page.locator('.toast', { hasText: one('given', 1) }).locator('.toast__undo').tap();
    // Taken back, it can be given again.
    await page.getByRole('button', { name: one('give', 1), exact: true }).tap();
    await page.getByText(one('given', 1)).first().waitFor();
    await page.getByRole('button', { name: one('give', 1), exact: true }).waitFor({ state: 'detached' });
    await tapByName(page, words.add_group, { role: 'button' });
    await page.getByRole('button', { name: words.groups[0], exact: true }).tap();
    await page.getByRole('textbox', { name: words.group_result, exact: true }).fill('🧩');
    await page.getByText(saved, { exact: true }).first().waitFor();
    await checkAxe(page, 'the day');
    await checkLayout(page, 'the day, 320 px');

    // Afterwards: an action stays until it is done; the summary is one page.
    await openPart(page, words, 4);
    await tapByName(page, words.add_action, { role: 'button' });
    await page.getByRole('textbox', { name: words.action, exact: true }).fill('📌');
    await page.getByRole('button', { name: words.roles[1], exact: true }).tap();
    await page.getByRole('textbox', { name: words.name_own, exact: true }).fill('🔧');
    await page.getByLabel(words.by_when, { exact: true }).fill('2099-04-01');
    await page.getByText(one('still_open', 1), { exact: true }).waitFor();
    await page.getByText(saved, { exact: true }).first().waitFor();
    await checkAxe(page, 'afterwards');
    await checkLayout(page, 'afterwards, 320 px');
    for (const which of ['minutes', 'summary']) {
      await tapByName(page, papers[which], { role: 'link', exact: true });
      await page.locator('.paper').waitFor();
      const text = await page.locator('.paper').innerText();
      assert.ok(/[\u1780-\u17ff]/.test(text), 'participants read Khmer');
      assert.ok(text.includes('📗') && text.includes('🧩') && text.includes('📌') && text.includes('៦៤'), text);
      assert.ok(!text.includes(NAME) && !text.includes('🔧'), `a name on the paper: ${text}`);
      await page.getByRole('checkbox', { name: papers.with_names, exact: true }).tap();
      await page.locator('.paper', { hasText: '🔧' }).waitFor();
      assert.ok(!(await page.locator('.paper').innerText()).includes(NAME), 'names of participants never');
      await checkAxe(page, which);
      await checkLayout(page, `${which}, 320 px`);
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length, 1, `${which} fits one page`);
      await page.reload();
      await ready(page);
      await page.locator('.paper').waitFor();
      assert.ok(!(await page.locator('.paper').innerText()).includes('🔧'), 'the tick is for one copy');
      await page.getByRole('button', { name: paper.print, exact: true }).waitFor();
      await page.goBack();
      await page.getByRole('link', { name: papers.summary, exact: true }).waitFor();
    }
    await page.getByRole('checkbox', { name: words.sent_out, exact: true }).tap();
    await page.getByRole('checkbox', { name: words.done, exact: true }).tap();
    await page.getByText(words.none_open, { exact: true }).waitFor();
    await page.getByText(words.all_done, { exact: true }).waitFor();

    // Deleting can be taken back.
    await tapByName(page, words.delete, { role: 'button' });
    await page.getByText(words.deleted).first().waitFor();
    await tapByName(page, WORDS[lang].undo, { role: 'button' });
    await page.locator('.panes__list .row').first().waitFor();
    assert.ok(plan);
  });

  test(`${lang}: a working group is prepared, and its brief is one page`, async (t) => {
    const page = await stage.visit(t, `/${lang}/helper/groups`, { lang, viewport: SMALL });
    const group = helper.partners;
    await openDesk(page, lang, '/groups');
    assert.ok((await page.locator('.panes__list .row').count()) >= 19);
    await checkAxe(page, 'working groups');
    await checkLayout(page, 'working groups, 320 px');
    await page.getByRole('searchbox', { name: group.group_search }).fill(lang === 'km' ? 'យេនឌ័រ' : 'gender');
    await page.waitForFunction(() => document.querySelectorAll('.panes__list .row').length <= 3);
    await page.locator('.panes__list .row').first().tap();
    await page.waitForURL(/\/groups\/twg-gender$/);
    await tapByName(page, group.begin, { role: 'button' });
    await page.getByRole('button', { name: group.interests[1], exact: true }).tap();
    await page.getByRole('textbox', { name: group.focal, exact: true }).fill(NAME);
    await page.getByRole('button', { name: group.checks[0], exact: true }).tap();
    await page.getByText(group.prepared.replace('{0}', digits('1')).replace('{1}', digits('5')), { exact: true }).waitFor();
    await page.getByRole('textbox', { name: group.advice, exact: true }).fill('💡');
    await page.getByText(saved, { exact: true }).first().waitFor();
    await checkAxe(page, 'a working group');
    await checkLayout(page, 'a working group, 320 px');
    await tapByName(page, group.brief, { role: 'link' });
    await page.locator('.paper').waitFor();
    const text = await page.locator('.paper').innerText();
    assert.ok(text.includes('💡') && !text.includes(NAME), text);
    await checkAxe(page, 'the brief');
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length, 1);
  });

  test(`${lang}: a partner from the directory, its terms, its agreement, what it was asked`, async (t) => {
    const page = await stage.visit(t, `/${lang}/helper/partners`, { lang, viewport: SMALL });
    const partner = helper.partners;
    await openDesk(page, lang, '/partners');
    await checkAxe(page, 'no partner yet');
    await page.locator('summary', { hasText: partner.from_directory }).tap();
    await page.locator('.fold .choice').first().tap();
    await page.waitForURL(/\/partners\/\w+$/);
    await page.getByRole('button', { name: partner.terms_names[0], exact: true }).tap();
    await page.getByRole('button', { name: partner.mous[2], exact: true }).tap();
    const soon = new Date(Date.now() + 20 * 86400000).toISOString().slice(0, 10);
    await page.getByLabel(partner.mou_until, { exact: true }).fill(soon);
    await tapByName(page, partner.add_sent, { role: 'button' });
    await page.getByRole('textbox', { name: words.question, exact: true }).fill('❓');
    await page.getByRole('checkbox', { name: partner.answered, exact: true }).tap();
    await page.getByText(partner.sent_answered.replace('{0}', digits('1')).replace('{1}', digits('1')), { exact: true }).waitFor();
    await page.getByText(saved, { exact: true }).first().waitFor();
    await checkAxe(page, 'a partner');
    await checkLayout(page, 'a partner, 320 px');
    await openDesk(page, lang, '/partners');
    await page.locator('.panes__list .row--time').waitFor();
    await checkAxe(page, 'partners');
    await checkLayout(page, 'partners, 320 px');
  });
}
