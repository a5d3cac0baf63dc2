// Every screen a person can see, for screenshots (make shots), for axe, for the layout checks and for the crawl: one list.
// `steps(page, lang)` brings the page from its address into the wanted state.
import fs from 'node:fs';
import path from 'node:path';
import { helping, openDesk } from './desk.mjs';
import { makePlan, ready, tapByName } from './helpers.mjs';
import { PHRASE, setLock, typeNew, typeSecret, unfold } from './lock.mjs';
import { WORDS } from './words.mjs';

/** Ids of a kind of entry: the names of its files. */
const ids = (kind) => fs.readdirSync(path.join('content', kind)).filter((name) => name.endsWith('.toml')).map((name) => name.slice(0, -5)).sort();
const words = (km, en) => (lang) => (lang === 'km' ? km : en);

/** What she types into the search box. */
const look = async (page, what) => { await page.getByRole('searchbox').fill(what); await page.getByRole('status').first().waitFor(); };

const some = (kind) => ids(kind)[0];
const openPaper = async (page, lang) => { await makePlan(page, lang); await tapByName(page, words('បោះពុម្ព ឬផ្ញើផែនការ', 'Print or send the plan')(lang)); await page.waitForURL(/\/print$/); };

const ADD_PERSON = words('បន្ថែមមនុស្សម្នាក់', 'Add a person');
/** A person of an office, whom she could not reach twice, as she would note and log them. */
const makePerson = async (page, lang) => {
  await tapByName(page, words('ខ្ញុំស្គាល់ម្នាក់នៅទីនេះ', 'I know someone here')(lang), { role: 'button' });
  await page.waitForURL(/\/people\//);
  await page.getByLabel(words('ឈ្មោះ', 'Name')(lang), { exact: true }).fill('សុខ ដារ៉ា');
  await tapByName(page, words('លោកស្រី', 'Mrs')(lang), { role: 'button', exact: true });
  await page.getByLabel(words('ទូរស័ព្ទ', 'Phone')(lang), { exact: true }).fill('០១២ ៣៤៥ ៦៧៨');
  await page.getByLabel('Telegram', { exact: true }).fill('@sok_dara');
};
const logContact = async (page, lang, km, en) => {
  await page.locator('#log').getByRole('button', { name: words('ទូរស័ព្ទ', 'Phone')(lang), exact: true }).tap();
  await page.locator('#log').getByRole('button', { name: words(km, en)(lang), exact: true }).tap();
};
/** A meeting with a purpose, its agenda filled by itself. */
const planMeeting = async (page, lang) => {
  await makePlan(page, lang);
  await tapByName(page, WORDS[lang].meet.plan_meeting);
  await page.waitForURL(/\/meetings\//);
  await page.locator('#purpose .choice, .choice').first().tap();
};
const ask = async (page, lang) => { await planMeeting(page, lang); await tapByName(page, WORDS[lang].meet.start, { role: 'link' }); await page.locator('.chip').first().waitFor(); };
const afterMeeting = async (page, lang) => {
  await ask(page, lang);
  await page.locator('.chip').first().tap();
  await page.goto(`${new URL(page.url()).pathname}?after=1`);
  await tapByName(page, WORDS[lang].meet.held);
  await page.getByRole('button', { name: WORDS[lang].meet.outcomes[1] }).tap();
};

const lockedPlans = async (page, lang) => {
  await setLock(page, lang, '482915');
  await page.goto(`/${lang}/plans`);
  await ready(page);
  await page.locator('form.lock').waitFor();
};

/** Answers every question of a page of the guide: taps the options of each until one is right. */
export async function answerAll(page) {
  for (const quiz of await page.locator('.quiz').all()) {
    for (const option of await quiz.locator('.choice').all()) {
      if (await quiz.locator('.answer--right').count()) break;
      await option.tap();
      await quiz.locator('.answer').waitFor();
    }
    await quiz.locator('.answer--right').waitFor();
  }
}

/** Notes an office near her. */
const addOffice = async (page, lang) => { await tapByName(page, WORDS[lang].local.add, { role: 'button' }); await page.waitForURL(/\/my-offices\//); };
export async function noteOffice(page, lang) {
  await addOffice(page, lang);
  const { local, person } = WORDS[lang];
  for (const [label, value] of [
    [local.name, words('សាលាឃុំព្រែកលាប', 'Prek Leap commune hall')(lang)], [person.ways[1], '០១២ ៣៤៥ ៦៧៨'], ['Telegram', '@prek_leap'],
    [local.place, words('ជិតផ្សារព្រែកលាប', 'Beside Prek Leap market')(lang)], [local.hours, '7:30-11:30'],
  ]) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByText(WORDS[lang].saved, { exact: true }).waitFor();
}

/** Kunthea's letter, as the app offers it to practise with; and what stands in the address before each question. */
export const KUNTHEA = 'from.labour-inspection-department_on.2020-02-20_got.2020-02-20_law.prakas-443-2018_want.pay_time.30_since.unsure_days.unsure_threat.fine_unsaid.sum';
const LETTER_STEPS = ['', 'from.labour-inspection-department', 'on.2020-02-20_got.2020-02-20', 'law.prakas-443-2018', 'want.pay', 'time.30', 'since.unsure_days.unsure', 'threat.fine', 'unsaid.sum']
  .map((_, at, all) => all.slice(1, at + 1).join('_'));
/** The letter becomes a plan. */
export const letterPlan = async (page, lang) => {
  await tapByName(page, WORDS[lang].letter.save, { role: 'button' });
  await page.waitForURL(/\/plans\//);
};
const writeLetter = async (page, lang) => {
  await letterPlan(page, lang);
  await tapByName(page, WORDS[lang].letter.answer, { role: 'button' });
  await page.waitForURL(/\/compose\//);
};

/** A rated visit, up to its result. */
const rateVisit = async (page, lang) => {
  await tapByName(page, WORDS[lang].score.was_there, { role: 'button' });
  await page.locator('section[aria-labelledby=office] .option').first().tap();
  const cards = page.locator('.rate');
  await cards.nth(8).waitFor();
  for (let at = 0; at < 9; at += 1) await cards.nth(at).locator('.face').nth([0, 1, 2, 3, 4, 3, 1, 4, 4][at]).tap();
};
const ratedVisit = async (page, lang) => { await rateVisit(page, lang); await tapByName(page, WORDS[lang].score.see_result); await page.locator('.bars').waitFor(); };
const scoreAt = async (page, lang, more) => { await ratedVisit(page, lang); await page.goto(page.url().replace(/\?.*/, more)); await ready(page); };
/** A tailor with two workers: the places of her answers. */
export const TAILOR = [1, 0, 2, 2, 1, 0, 0, 0];
/** Taps the answers about her business until they are all given; without more of them, "not sure". Gives the number of taps. */
export async function tapAnswers(page, answers, { half = async () => {} } = {}) {
  let taps = 0;
  for (; taps < 9 && !/\/duties\/\w+/.test(page.url()); taps += 1) {
    const answer = answers[taps];
    const choices = page.locator('.choice');
    await choices.first().waitFor();
    const title = await page.locator('#title').innerText();
    await (Number.isInteger(answer) ? choices.nth(answer) : choices.last()).tap();
    await page.waitForFunction((title) => document.getElementById('title')?.innerText !== title, title);
    if (taps === 3) await half();
  }
  return taps;
}
const business = (answers, then = async () => {}) => async (page, lang) => { await tapAnswers(page, answers); await then(page, lang); };
/** Opens every part and every duty of her business. */
const openDuties = async (page) => {
  for (const head of await page.locator('.fold > summary').all()) await head.tap();
  for (const head of await page.locator('.duty > summary').all()) await head.evaluate((head) => head.click());
};
/** Past the page on safety: the complaint of a situation, empty. */
export async function complainAbout(page, lang, situation) {
  await page.goto(`/${lang}/complain?s=${situation}`);
  await ready(page);
  await tapByName(page, WORDS[lang].complain.go_on, { role: 'button' });
  await page.waitForURL(/\/complain\/\w+$/);
}
/** Everything tapped that the first body needs, sent, not answered. */
const wholeComplaint = async (page, lang, situation) => {
  await complainAbout(page, lang, situation);
  for (const row of await page.locator('#what .checks__row, #want .checks__row').all()) await row.tap();
  await page.locator('#when').getByRole('button').nth(1).tap();
  await tapByName(page, WORDS[lang].complain.note, { role: 'button' });
  await page.locator('#log .claim').getByRole('button', { name: WORDS[lang].complain.results[3], exact: true }).tap();
};

export const SCREENS = [
  { name: 'home', path: '/' },
  { name: 'data-codes', path: '/service/ip-trademark', steps: async (page, lang) => {
    await makePlan(page, lang);
    await page.goto(`/${lang}/data`);
    await ready(page);
    await page.getByText(WORDS[lang].backup.codes, { exact: true }).tap();
    await tapByName(page, WORDS[lang].backup.codes_start, { role: 'button' });
    await page.locator('.code path').waitFor();
  } },
  { name: 'search', path: '/search', steps: (page, lang) => look(page, words('សម្រាលកូន', 'birth')(lang)) },
  { name: 'search-none', path: '/search', steps: (page, lang) => look(page, words('ហ្គីតាអគ្គិសនី', 'electric guitar')(lang)) },
  { name: 'find', path: '/find' },
  ...ids('aims').map((id) => ({ name: `find-${id}`, path: `/find/${id}` })),
  ...ids('aims').map((id) => ({ name: `find-${id}-results`, path: `/find/${id}?a=${'unsure.'.repeat(6)}` })),
  ...ids('services').map((id) => ({ name: `service-${id}`, path: `/service/${id}` })),
  ...ids('rights').map((id) => ({ name: `right-${id}`, path: `/right/${id}` })),
  { name: 'laws', path: '/laws' },
  { name: 'laws-draft', path: '/laws?state=draft' },
  { name: 'laws-none', path: '/laws?state=replaced' },
  { name: 'laws-watched', path: '/laws/prakas-443-2018', steps: async (page, lang) => {
    await tapByName(page, WORDS[lang].inquiry.new, { role: 'button' });
    await page.waitForURL(/\/questions\//);
    await page.locator('section[aria-labelledby=again] input').fill('2099-01-05');
    await page.getByText(WORDS[lang].saved, { exact: true }).first().waitFor();
    await page.goto(`/${lang}/laws`);
    await page.locator('section[aria-labelledby=coming] a.row[href*=questions]').waitFor();
  } },
  { name: 'question-shown', path: '/service/seniority-payment', steps: async (page) => {
    await page.locator('section[aria-labelledby=ask] .asks .button--icon').first().tap();
    await page.locator('dialog[open] .show__print').first().waitFor();
  } },
  { name: 'standards-shown', path: '/service/nssf-contributions', steps: (page, lang) => unfold(page, WORDS[lang].good_service) },
  { name: 'law', path: `/laws/${some('laws')}` },
  { name: 'offices', path: '/offices' },
  { name: 'office', path: `/offices/${some('authorities')}` },
  { name: 'office-near-new', path: '/offices', steps: addOffice },
  { name: 'office-near', path: '/offices/commune-council', steps: async (page, lang) => { await noteOffice(page, lang); await page.goto(page.url()); await ready(page); } },
  { name: 'offices-near', path: '/offices/commune-council', steps: async (page, lang) => { await noteOffice(page, lang); await page.goto(`/${lang}/offices`); await ready(page); } },
  { name: 'word-in-text', path: '/right/social-security', steps: async (page) => { await page.locator('a.term').first().tap(); await page.locator('dialog[open]').waitFor(); } },
  ...ids('organizations').map((id) => ({ name: `organization-${id}`, path: `/offices/${id}` })),
  { name: 'learn', path: '/learn' },
  { name: 'learn-begun', path: '/learn/governance', steps: async (page, lang) => {
    await answerAll(page);
    for (const path of ['stories/kunthea?n=3', 'learn/good-service', 'learn']) { await page.goto(`/${lang}/${path}`); await ready(page); }
    for (const fold of await page.locator('.fold > summary').all()) await fold.tap();
  } },
  { name: 'guide-done', path: '/learn/governance', steps: answerAll },
  ...ids('guide').map((id) => ({ name: `guide-${id}`, path: `/learn/${id}` })),
  ...ids('stories').map((id) => ({ name: `story-${id}`, path: `/stories/${id}` })),
  { name: 'story-middle', path: '/stories/kunthea?n=3' },
  ...ids('stories').map((id) => ({ name: `story-${id}-end`, path: `/stories/${id}?n=99` })),
  { name: 'words', path: '/words' },
  ...ids('terms').map((id) => ({ name: `word-${id}`, path: `/words/${id}` })),
  ...LETTER_STEPS.map((line, at) => ({ name: `letter-${at + 1}`, path: `/letter?a=${line}` })),
  { name: 'letter-known-days', path: '/letter?a=from.gdt_on.2025-04-11_got.2025-04-11_law.none_want.come_time.7_since.dated_days.working_threat.none_unsaid.whom' },
  { name: 'letter-unknown', path: '/letter?a=from.other_on.unsure_law.unsure_want.unsure_time.none_threat.unsure_unsaid.unsure' },
  { name: 'letter-office', path: '/letter?a=from.gdt_on.2026-11-02_got.2026-11-04_law.none_want.pay.correct_time.30_since.unsure_days.unsure_threat.fine_unsaid.sum' },
  { name: 'letter-passed', path: `/letter?a=${KUNTHEA}`, steps: async (page, lang) => { await letterPlan(page, lang); await page.goto(`/${lang}/calendar`); await page.locator('.rows .row').first().waitFor(); } },
  { name: 'letter-plan', path: `/letter?a=${KUNTHEA}`, steps: letterPlan },
  { name: 'letter-written', path: `/letter?a=${KUNTHEA}`, steps: writeLetter },
  { name: 'letter-paper', path: `/letter?a=${KUNTHEA}`, steps: async (page, lang) => {
    await writeLetter(page, lang);
    await page.getByLabel(WORDS[lang].compose.forms[1], { exact: true }).check();
    await tapByName(page, WORDS[lang].compose.print, { role: 'link' });
    await page.locator('.formal').waitFor();
  } },
  { name: 'inquiry', path: '/laws/prakas-443-2018', steps: async (page, lang) => {
    await tapByName(page, WORDS[lang].inquiry.new, { role: 'button' });
    await page.waitForURL(/\/questions\//);
    for (const at of [0, 1]) {
      await tapByName(page, WORDS[lang].inquiry.note_answer, { role: 'button' });
      await page.getByRole('button', { name: WORDS[lang].inquiry.says[at], exact: true }).tap();
    }
    const answer = page.locator('section[aria-labelledby=answers] details').first();
    await answer.locator('summary').first().tap();
    await answer.getByRole('button', { name: WORDS[lang].person.choose_office }).tap();
    const fold = answer.locator('details', { hasText: WORDS[lang].levels[0] }).first();
    await fold.locator('summary').tap();
    await fold.locator('.choice').first().tap();
  } },
  { name: 'duties-first', path: '/duties' },
  { name: 'duties-last', path: '/duties?a=workers.1-7_form.sole_activity.making_place.rented_online.no_trade.none_registered.none' },
  { name: 'duties-tailor', path: '/duties', steps: business(TAILOR) },
  { name: 'duties-open', path: '/duties', steps: business(TAILOR, openDuties) },
  { name: 'duties-unsure', path: '/duties', steps: business(['unsure']) },
  { name: 'duties-changed', path: '/duties', steps: business(TAILOR, async (page) => {
    await page.goto(`${page.url()}?q=0`);
    await ready(page);
    await page.locator('.choice').nth(2).tap();
    await page.locator('#changes').waitFor();
  }) },
  { name: 'duties-paper', path: '/duties', steps: business(TAILOR, async (page) => { await page.goto(`${page.url()}/print`); await ready(page); }) },
  { name: 'duties-home', path: '/duties', steps: business(TAILOR, async (page, lang) => { await page.goto(`/${lang}/`); await ready(page); }) },
  { name: 'complain', path: '/complain' },
  ...ids('complaints').map((id) => ({ name: `complaint-${id}-safety`, path: `/complain?s=${id}` })),
  ...ids('complaints').map((id) => ({ name: `complaint-${id}`, path: '/complain', steps: (page, lang) => complainAbout(page, lang, id) })),
  { name: 'complain-whole', path: '/complain', steps: (page, lang) => wholeComplaint(page, lang, 'tax-decision') },
  { name: 'complain-letter', path: '/complain', steps: async (page, lang) => {
    await wholeComplaint(page, lang, 'no-answer');
    await tapByName(page, WORDS[lang].complain.write, { role: 'button', exact: true });
    await page.waitForURL(/\/compose\//);
  } },
  { name: 'complain-mine', path: '/complain', steps: async (page, lang) => {
    await wholeComplaint(page, lang, 'delay');
    await page.getByText(WORDS[lang].saved, { exact: true }).first().waitFor();
    await page.goto(`/${lang}/complain`);
    await ready(page);
  } },
  { name: 'compose', path: '/compose' },
  { name: 'replies', path: '/reply' },
  ...ids('replies').map((id) => ({ name: `reply-${id}`, path: `/reply/${id}` })),
  { name: 'reply-shown', path: '/reply/pay-extra', steps: async (page, lang) => {
    await tapByName(page, WORDS[lang].reply.show_large, { role: 'button' });
    await page.locator('dialog[open]').waitFor();
  } },
  { name: 'helper-off', path: '/helper' },
  ...[['first', openDesk, ''], ['desk', helping, ''], ['people', helping, '/people'], ['person', helping, '/people/helped0'], ['read', helping, '/people/helped0?read=1'], ['ending', helping, '/people/helped0/end'], ['queue', helping, '/questions'],
    ['answers', openDesk, '/answers'], ['surveys', openDesk, '/surveys'], ['workshops', openDesk, '/workshops'], ['groups', openDesk, '/groups'], ['partners', openDesk, '/partners'], ['bundles', helping, '/bundles'], ['report', helping, '/report?period=all'], ['handover', helping, '/handover'],
  ].map(([name, open, path]) => ({ name: `helper-${name}`, path: '/helper', steps: (page, lang) => open(page, lang, path) })),
  { name: 'helper-question', path: '/helper', steps: async (page, lang) => { await helping(page, lang, '/questions'); await page.locator('.panes__list .row').first().tap(); await page.locator('.panes__open').waitFor(); } },
  { name: 'helper-survey', path: '/helper', steps: async (page, lang) => { await openDesk(page, lang, '/surveys'); await tapByName(page, WORDS[lang].helper.survey.make, { role: 'button' }); await page.waitForURL(/surveys\/\w/); } },
  { name: 'helper-workshop', path: '/helper', steps: async (page, lang) => { await helping(page, lang, '/workshops'); await tapByName(page, WORDS[lang].helper.workshop.begin, { role: 'button' }); await page.waitForURL(/workshops\/\w/); } },
  { name: 'helper-group', path: '/helper', steps: async (page, lang) => { await openDesk(page, lang, '/groups'); await page.locator('.panes__list .row').first().tap(); await page.locator('.panes__open').waitFor(); } },
  { name: 'helper-acting', path: '/helper', steps: async (page, lang) => { await helping(page, lang, '/people/helped0'); await tapByName(page, WORDS[lang].helper.women.act, { role: 'button' }); await page.locator('.acting').waitFor(); } },
  { name: 'answers', path: '/answers' },
  { name: 'survey', path: '/survey' },
  { name: 'score', path: '/score' },
  { name: 'score-before', path: '/score', steps: async (page, lang) => { await tapByName(page, WORDS[lang].score.will_go, { role: 'button' }); await page.locator('.option').first().waitFor(); } },
  { name: 'score-there', path: '/score', steps: (page, lang) => scoreAt(page, lang, '?at=there') },
  { name: 'score-after', path: '/score', steps: rateVisit },
  { name: 'score-result', path: '/score', steps: ratedVisit },
  { name: 'score-office', path: '/score', steps: (page, lang) => scoreAt(page, lang, '/print') },
  { name: 'score-mine', path: '/score', steps: (page, lang) => scoreAt(page, lang, '/print?for=mine') },
  { name: 'changed-none', path: '/changed' },
  { name: 'year', path: '/score', steps: async (page, lang) => { await ratedVisit(page, lang); await page.goto(`/${lang}/my-year`); await ready(page); } },
  { name: 'plans-empty', path: '/plans' },
  { name: 'plan', path: `/service/${some('services')}`, steps: makePlan },
  { name: 'plans', path: `/service/${some('services')}`, steps: async (page, lang) => { await makePlan(page, lang); await tapByName(page, words('ផែនការ', 'Plans')(lang), { role: 'link', exact: true }); } },
  { name: 'plan-edit', path: `/service/${some('services')}`, steps: async (page, lang) => {
    await makePlan(page, lang);
    await page.getByLabel(words('បញ្ហាកើតឡើង', 'A problem came up')(lang)).check();
    const edit = page.getByRole('button', { name: words('កែប្រែ', 'Edit')(lang), exact: true }); // each becomes “done” when tapped
    for (let left = await edit.count(); left > 0; left -= 1) await edit.first().tap();
    await page.locator('.adder > summary').first().tap();
  } },
  { name: 'plan-generic', path: '/find', steps: async (page, lang) => { await tapByName(page, words('ធ្វើផែនការសួររកការិយាល័យ', 'Make a plan to find the right office')(lang)); await page.waitForURL(/\/plans\//); } },
  { name: 'meeting', path: `/service/${some('services')}`, steps: planMeeting },
  { name: 'meeting-ask', path: `/service/${some('services')}`, steps: ask },
  { name: 'meeting-after', path: `/service/${some('services')}`, steps: afterMeeting },
  { name: 'print', path: `/service/${some('services')}`, steps: openPaper },
  { name: 'print-both', path: `/service/${some('services')}`, steps: async (page, lang) => { await openPaper(page, lang); await page.goto(`${page.url()}?l=both`); await ready(page); } },
  { name: 'calendar-empty', path: '/calendar' },
  { name: 'calendar', path: '/service/seniority-payment', steps: async (page, lang) => {
    await makePlan(page, lang);
    await page.locator('.field__day').fill(`${new Date().getFullYear() + 1}-02-28`);
    await tapByName(page, words('ផែនការ', 'Plans')(lang), { role: 'link', exact: true });
    await tapByName(page, words('ប្រតិទិន', 'Calendar')(lang), { role: 'link', exact: true });
    await page.waitForURL(/\/calendar$/);
  } },
  { name: 'people', path: '/people' },
  { name: 'person-new', path: '/people', steps: async (page, lang) => { await tapByName(page, ADD_PERSON(lang), { role: 'button' }); await page.waitForURL(/\/people\//); } },
  { name: 'person', path: `/offices/${some('authorities')}`, steps: async (page, lang) => { await makePerson(page, lang); await logContact(page, lang, 'បានឆ្លើយ', 'Answered'); await page.reload(); await page.locator('.contact').first().waitFor(); } },
  { name: 'person-silent', path: `/offices/${some('authorities')}`, steps: async (page, lang) => {
    await makePerson(page, lang);
    for (let n = 0; n < 2; n += 1) await logContact(page, lang, 'មិនឆ្លើយ', 'No answer');
    await page.reload();
    await page.locator('.contact').nth(1).waitFor();
    await page.locator('.contact ~ details > summary').first().tap();
    for (const fold of await page.locator('.fold > summary').all()) await fold.tap();
  } },
  { name: 'people-known', path: `/offices/${some('authorities')}`, steps: async (page, lang) => { await makePerson(page, lang); await tapByName(page, words('ទំនាក់ទំនង', 'People')(lang), { role: 'link', exact: true }); await page.waitForURL(/\/people$/); } },
  { name: 'more', path: '/more' },
  { name: 'data', path: '/data' },
  { name: 'settings', path: '/settings' },
  { name: 'safety', path: '/safety' },
  { name: 'safety-set', path: '/safety', steps: (page, lang) => unfold(page, WORDS[lang].safety.set) },
  { name: 'safety-set-phrase', path: '/safety', steps: (page, lang) => typeNew(page, lang, '-', { kind: PHRASE }) },
  { name: 'safety-open', path: '/safety', steps: (page, lang) => setLock(page, lang, '482915') },
  { name: 'safety-locked', path: '/safety', steps: async (page, lang) => { await setLock(page, lang, '482915'); await tapByName(page, WORDS[lang].safety.lock_now, { role: 'button' }); await page.locator('form.lock').waitFor(); } },
  { name: 'safety-change', path: '/safety', steps: async (page, lang) => { await setLock(page, lang, '482915'); for (const part of ['change', 'take_off']) await unfold(page, WORDS[lang].safety[part]); } },
  { name: 'locked', path: '/safety', steps: lockedPlans },
  { name: 'locked-wrong', path: '/safety', steps: async (page, lang) => {
    await lockedPlans(page, lang);
    for (let n = 0; n < 3; n += 1) { await typeSecret(page, lang, '111111'); await page.waitForFunction(() => document.querySelector('form.lock .field__line').value === ''); }
  } },
  { name: 'locked-forgot', path: '/safety', steps: async (page, lang) => { await lockedPlans(page, lang); await unfold(page, WORDS[lang].safety.forgot); await tapByName(page, WORDS[lang].safety.start_anew, { role: 'button' }); } },
  { name: 'about', path: '/about' },
  { name: 'not-found', path: '/no-such-page' },
];

/** The screens of the install dialog, kept in public/screenshots/. */
export const SHOWN = { home: 'home', service: `service-${some('services')}`, plan: 'plan' };
