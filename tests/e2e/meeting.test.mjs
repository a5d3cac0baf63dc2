// The guide's chapter on meeting officials, played through in both languages with hardly a letter typed: need, questions, the
// director asked whom to see, the technical staff met, answers, promises, thanks, the follow-up, solved.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { events } from '../helpers/read-ics.mjs';
import { browserStage, byName, checkAxe, checkLayout, goOffline, goOnline, makePlan, offlineReady, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const OFFICE = 'nssf';
const SERVICE = 'nssf-enterprise-registration';
const NAMES = { km: ['ចាន់ សុភា', 'មាស វណ្ណា'], en: ['Chan Sophea', 'Meas Vanna'] };

/** Keeps what the share sheet was handed. */
const catchShares = () => {
  window.shared = [];
  Object.defineProperty(navigator, 'share', { value: async (what) => { window.shared.push(what.text); }, configurable: true });
};
const lastShared = (page) => page.evaluate(() => window.shared.at(-1));
const chip = (page, name) => page.locator('.chip').filter({ hasText: name });

/** A person of the office: named, with a level, and one contact with what came of it. */
async function addPerson(page, lang, name, level, way, result) {
  const { person: people } = WORDS[lang];
  await page.goto(`/${lang}/offices/${OFFICE}`);
  await ready(page);
  await tapByName(page, people.add_here, { role: 'button' });
  await page.waitForURL(/\/people\/\w+/);
  await page.getByLabel(people.name, { exact: true }).fill(name);
  await byName(page, people.levels[level], { role: 'button', exact: true }).first().tap();
  const log = page.locator('#log');
  await log.getByRole('button', { name: people.ways[way], exact: true }).tap();
  await log.getByRole('button', { name: people.results[result], exact: true }).tap();
  await page.locator('.contact').first().waitFor();
}

for (const lang of ['km', 'en']) {
  test(`${lang}: from a need to a meeting, its promises, and a solved plan`, async (t) => {
    const { meet, paper, saved, people: tab, finished } = WORDS[lang];
    const context = await stage.context(t, { lang });
    await context.addInitScript(catchShares);
    const page = await context.newPage();

    // The director is asked only whom to see, and names the technical staff.
    await addPerson(page, lang, NAMES[lang][0], 1, 1, 2);
    await addPerson(page, lang, NAMES[lang][1], 2, 1, 0);

    // The need, and three questions of the service.
    const plan = await makePlan(page, lang, { service: SERVICE });
    await page.getByText(saved, { exact: true }).waitFor();
    assert.match(await page.locator('#people').innerText(), new RegExp(NAMES[lang][1]), 'the people of the office stand in the plan');

    // From here on without a network.
    await offlineReady(page);
    goOffline(stage.server);
    try {
      await tapByName(page, meet.plan_meeting, { role: 'button' });
      await page.waitForURL(/\/meetings\/\w/);
      const meeting = new URL(page.url()).pathname;
      assert.match(await visibleText(page), new RegExp(meet.message_needs_purpose), 'nothing is sent without a purpose');
      await page.locator('#purpose-card .choice, .choice').first().tap();
      await page.getByLabel(NAMES[lang][1]).check();
      await page.getByLabel(meet.hows[0], { exact: true }).check();
      await page.getByLabel(meet.day, { exact: true }).fill('2031-03-20');
      await page.getByLabel(meet.day, { exact: true }).blur();
      await checkAxe(page, 'before the meeting');
      await checkLayout(page, 'before the meeting');

      // The agenda goes ahead, in formal Khmer whatever the screen speaks; English is a tap away.
      await tapByName(page, paper.send_text, { role: 'button' });
      await page.waitForFunction(() => window.shared.length === 1);
      const ahead = await lastShared(page);
      assert.match(ahead, /ជម្រាបសួរ/);
      assert.match(ahead, /២០៣១/, 'with the day');
      assert.equal((ahead.match(/^[១២៣]\. /gm) ?? []).length, 3, 'and three questions');
      await page.getByLabel(meet.languages[1], { exact: true }).first().check();
      await tapByName(page, paper.send_text, { role: 'button' });
      await page.waitForFunction(() => window.shared.length === 2);
      assert.doesNotMatch(await lastShared(page).then((text) => text.replaceAll(NAMES[lang][1], '')), /[\u1780-\u17ff]{3}/, 'no Khmer in the English message');
      await tapByName(page, meet.was_sent, { role: 'button' });

      // The appointment in the phone's calendar, with the warning as an event of its own.
      const [download] = await Promise.all([page.waitForEvent('download'), byName(page, paper.save_all, { role: 'button' }).first().tap()]);
      const dated = events(fs.readFileSync(await download.path(), 'utf8'));
      assert.ok(dated.length >= 2, 'the meeting and its warning');

      // During: one question a screen, answers by tap, every letter kept.
      await tapByName(page, meet.start, { role: 'link' });
      await chip(page, meet.answers[0]).tap();
      await page.getByLabel(meet.answer_words).fill(lang === 'km' ? 'យកអត្តសញ្ញាណប័ណ្ណមក' : 'Bring the identity card');
      await page.reload();
      await ready(page);
      assert.equal(await page.getByLabel(meet.answer_words).inputValue(), lang === 'km' ? 'យកអត្តសញ្ញាណប័ណ្ណមក' : 'Bring the identity card', 'after a reload in mid-answer');
      await page.getByLabel(meet.written, { exact: true }).check();
      await byName(page, WORDS[lang].screen_next, { role: 'link' }).last().tap();
      await page.waitForURL(/q=2/);
      await chip(page, meet.answers[2]).tap();
      await checkAxe(page, 'during the meeting');
      await byName(page, WORDS[lang].screen_next, { role: 'link' }).last().tap();
      await page.waitForURL(/q=3/);
      await tapByName(page, meet.end, { role: 'link' });

      // After: what was promised becomes a step with a date; what got no answer stays open.
      await page.waitForURL(/after/);
      await tapByName(page, meet.held, { role: 'button' });
      await page.getByRole('button', { name: meet.outcomes[1] }).tap();
      await page.locator('#promises summary, .fold > summary').first().tap();
      await byName(page, meet.add_promise, { role: 'button' }).first().tap();
      const text = await visibleText(page);
      assert.match(text, new RegExp(meet.promise_kinds[0]), 'the promise is noted');
      assert.match(text, new RegExp(meet.still_open));
      await checkAxe(page, 'after the meeting');
      await checkLayout(page, 'after the meeting');
      assert.match(await page.locator('#minutes .letter, .letter').last().innerText(), /→/, 'minutes with questions and answers');

      // The next meeting takes the open questions along.
      await tapByName(page, meet.next_meeting, { role: 'button' });
      await page.waitForURL((url) => /\/meetings\//.test(url.pathname) && url.pathname !== meeting);
      assert.equal(await page.locator('ol.agenda > li').count(), 2, 'the two that were not settled');

      // Solved: what helped is remembered, and the plan is put away.
      await page.goto(plan);
      await ready(page);
      assert.match(await page.locator('#prepare').innerText(), new RegExp(meet.promise_kinds[0]), 'the promise is a step of the plan');
      await page.getByRole('button', { name: meet.outcomes[0] }).tap();
      await page.getByRole('group', { name: meet.helped }).getByRole('radio').first().check();
      await page.getByRole('button', { name: meet.way_names[2] }).first().tap();
      await page.getByText(finished, { exact: true }).waitFor();
      await page.reload();
      await ready(page);
      assert.equal(await page.getByRole('group', { name: meet.helped }).getByRole('radio').first().isChecked(), true, 'what helped, after a reload');
      await tapByName(page, tab, { role: 'link', exact: true });
      await page.waitForURL(/\/people$/);
      assert.match(await visibleText(page), new RegExp(NAMES[lang][0]));
    } finally {
      goOnline(stage.server);
    }
    assert.deepEqual(context.problems, []);
  });
}
