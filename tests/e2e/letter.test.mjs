// "I got a letter": Kunthea's letter from Home to a saved plan in at most twelve taps, and the letter that asks for clarification;
// "they told me…": what an office answered, the sentence to show, into a plan. Nothing typed but days and the number of the prakas.
import assert from 'node:assert/strict';
import { browserStage, checkAxe, goOffline, makePlan, offlineReady, ready, tapByName, test, visibleText } from './helpers.mjs';
import { KUNTHEA, letterPlan } from './screens.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const LATIN = /[a-z]{3,}/i;

for (const lang of ['km', 'en']) {
  const { letter: words, reply, compose } = WORDS[lang];
  const digits = (text) => (lang === 'km' ? text.replace(/\d/g, (digit) => '០១២៣៤៥៦៧៨៩'[digit]) : text);

  test(`${lang}: Kunthea's letter becomes a plan in at most twelve taps, without a network`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang });
    await ready(page);
    await offlineReady(page);
    goOffline(stage.server);
    t.after(() => stage.server.setFault());
    let taps = 0;
    const tap = async (name, options) => { await tapByName(page, name, { exact: true, ...options }); taps += 1; };
    const asked = (at) => page.getByRole('heading', { name: words.asks[at], exact: true }).waitFor();
    await tap(words.got);
    await asked(0);
    await page.locator('.choice[href$="from.mlvt"]').first().tap();
    taps += 1;
    await asked(1);
    for (const [name, day] of [[words.dated, '2020-02-20'], [words.received, '2020-02-20']]) await page.getByLabel(name, { exact: true }).fill(day);
    await tap(words.next);
    await asked(2);
    await page.getByLabel(words.law_number, { exact: true }).fill(digits('443'));
    await tap(words.use_number);
    await asked(3);
    await tap(words.wants[0]);
    await tap(words.next);
    await asked(4);
    await page.locator('.choice[href*="time.30"]').tap();
    taps += 1;
    await asked(5);
    // A reload in the middle loses nothing; back asks the question before again.
    await page.reload();
    await asked(5);
    await tap(words.next);
    await asked(6);
    await page.locator('.choice[href*="threat.fine"]').tap();
    taps += 1;
    await asked(7);
    await tap(words.next);

    await page.getByRole('heading', { name: words.yours, exact: true }).waitFor();
    const said = await visibleText(page);
    const days = lang === 'km' ? ['ថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២០', 'ថ្ងៃទី២១ ខែមីនា ឆ្នាំ២០២០', 'ថ្ងៃទី២ ខែមេសា ឆ្នាំ២០២០'] : ['20 February 2020', '21 March 2020', '2 April 2020'];
    for (const day of days) assert.ok(said.includes(day), `${day} in ${said}`);
    assert.ok(said.includes(words.office_decides), 'it is a count, and the office decides');
    assert.ok(said.includes(words.years_unknown.replace('{}', digits('2020'))), 'that the holidays of that year are not known is said');
    assert.ok(said.includes(words.count_passed), 'a day that has passed is not called overdue');
    for (const check of words.real_checks) assert.ok(said.includes(check), check);
    await page.locator('.rows a[href$="/service/seniority-payment"]').waitFor();
    await checkAxe(page, 'what the letter means');
    await tap(words.save);
    await page.waitForURL(/\/plans\//);
    assert.ok(taps <= 12, `${taps} taps`);
    for (const step of words.first_steps) await page.getByText(step, { exact: true }).first().waitFor();
    assert.equal(await page.locator('input[type=date]').first().inputValue(), '2020-03-21', 'the earlier last day is kept');
    // Past that day nothing is overdue: what was counted is told, and that the office decides.
    const counted = words.was_counted.replace('{}', lang === 'km' ? 'ថ្ងៃទី២១ ខែមីនា ឆ្នាំ២០២០' : '21 March 2020');
    await page.locator('.next', { hasText: counted }).waitFor();
    const plan = page.url();
    await page.goto(`/${lang}/calendar`);
    await page.getByRole('heading', { name: words.ask_at_once, exact: true }).waitFor();
    assert.ok(!(await visibleText(page)).includes(WORDS[lang].paper.overdue));
    await page.goto(plan);

    // The letter that asks for clarification, made from what is known.
    await tapByName(page, words.answer, { role: 'button' });
    await page.waitForURL(/\/compose\//);
    const letter = page.locator('#text .letter, section[aria-labelledby=text] .letter').first();
    await letter.waitFor();
    const khmer = await letter.innerText();
    assert.ok(khmer.includes('ថ្ងៃទី២០ ខែកុម្ភៈ ឆ្នាំ២០២០') && khmer.includes('៤៤៣'), khmer);
    assert.doesNotMatch(khmer, LATIN);
    assert.doesNotMatch(khmer, /[{}]/);
    // Sentences are added and taken out by a tap; the whole is kept when she comes back.
    await page.locator('details', { hasText: compose.add }).locator('summary').first().tap();
    await page.locator('.checks__box').nth(1).check();
    assert.notEqual(await letter.innerText(), khmer);
    const chosen = await letter.innerText();
    await page.reload();
    assert.equal(await letter.innerText(), chosen);
    // As a letter to sign, in English.
    await page.getByLabel(compose.forms[1], { exact: true }).check();
    await page.getByLabel(WORDS[lang].meet.languages[1], { exact: true }).check();
    await page.waitForFunction(() => document.querySelector('.letter').innerText.includes('Kingdom of Cambodia'));
    assert.match(await letter.innerText(), /Subject: Reply to the letter of 20 February 2020/);
    await tapByName(page, compose.print, { role: 'link' });
    await page.locator('.formal').waitFor();
    assert.match(await page.locator('.formal').innerText(), /Signature/);
  });

  test(`${lang}: what they told her leads on: the sentence is shown large, and the next steps are in her plan with their days`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, init: () => {
      window.lamp = [];
      Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => { window.lamp.push('on'); return { release: async () => { window.lamp.push('off'); } }; } }, configurable: true });
    } });
    await ready(page);
    await tapByName(page, reply.told, { exact: true });
    await page.waitForURL(/\/reply$/);
    assert.ok(await page.locator('.main .row').count() >= 14);
    await page.locator('.row[href$="/reply/pay-extra"]').tap();
    await page.getByText(compose.care, { exact: true }).waitFor();
    const sentence = await page.locator('.say__words').innerText();
    await tapByName(page, reply.show_large, { role: 'button' });
    const shown = page.locator('dialog[open]');
    await shown.waitFor();
    const km = await shown.locator('.show__km').innerText();
    assert.doesNotMatch(km, LATIN, 'Khmer is what is large');
    if (lang === 'km') assert.equal(km, sentence);
    await checkAxe(page, 'shown large');
    await page.waitForFunction(() => window.lamp.join() === 'on');
    await page.goBack();
    await shown.waitFor({ state: 'detached' }).catch(() => {});
    await page.waitForFunction(() => !document.querySelector('dialog[open]') && window.lamp.join() === 'on,off');
    await tapByName(page, reply.into_plan, { role: 'button' });
    await page.waitForURL(/\/plans\//);
    assert.ok(await page.locator('.checks__words').count() >= 5);
    // The next answer goes into the same plan, when she wants it there.
    await page.goto(`/${lang}/reply/no-answer`);
    await ready(page);
    await tapByName(page, reply.into_plan, { role: 'button' });
    await page.getByText(reply.which_plan, { exact: true }).waitFor();
    await page.locator('#which-plan .choice, section[aria-labelledby=which-plan] .choice').nth(1).tap();
    await page.waitForURL(/\/plans\//);
    assert.ok(await page.locator('.checks__words').count() >= 9);
  });
}

for (const lang of ['km', 'en']) {
  test(`${lang}: any question of a service and of its plan is shown large, with the law in small print and nothing of hers`, async (t) => {
    const { reply } = WORDS[lang];
    const page = await stage.visit(t, `/${lang}/service/seniority-payment`, { lang, viewport: { width: 320, height: 640 } });
    await ready(page);
    const shown = page.locator('dialog[open]');
    const begins = reply.show_this.replace('{}', '').trim();
    const rows = page.locator('section[aria-labelledby=ask] .asks > li');
    for (const at of [0, (await rows.count()) - 1]) {
      const show = rows.nth(at).getByRole('button');
      assert.ok((await show.getAttribute('aria-label')).startsWith(begins));
      const { width, height } = await show.boundingBox();
      assert.ok(width >= 48 && height >= 48, `${width} × ${height}`);
      await show.tap();
      await shown.waitFor();
      assert.doesNotMatch(await shown.locator('.show__km').innerText(), LATIN, 'Khmer is what is large');
      assert.match(await shown.locator('.show__en').innerText(), LATIN);
      assert.equal(await shown.locator('.show__print').count(), 2);
      if (at === 0) await checkAxe(page, 'a question shown large');
      await page.goBack();
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    }
    await makePlan(page, lang);
    const question = page.locator('#questions .checks__item').first();
    await question.getByRole('button').first().tap();
    await shown.locator('.show__print').first().waitFor();
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    assert.equal(await question.locator('.checks__box').isChecked(), false, 'showing is not ticking');
  });
}

test('a letter that could expose a person says so first, keeps her own words, and can be deleted and brought back', async (t) => {
  const { compose } = WORDS.km;
  const page = await stage.visit(t, '/km/compose');
  await ready(page);
  assert.ok(await page.locator('.main button.row').count() >= 12);
  await page.locator('.main button.row', { hasText: 'តវ៉ា' }).first().tap();
  await page.waitForURL(/\/compose\/./);
  await page.getByText(compose.care, { exact: true }).waitFor();
  const letter = page.locator('section[aria-labelledby=text] .letter').first();
  assert.doesNotMatch(await letter.innerText(), /[{}]/);
  await page.locator('summary', { hasText: compose.edit }).tap();
  const own = page.locator('details', { hasText: compose.edit }).locator('textarea');
  await own.fill('ពាក្យរបស់ខ្ញុំផ្ទាល់');
  await page.waitForFunction(() => document.querySelector('.letter').innerText === 'ពាក្យរបស់ខ្ញុំផ្ទាល់');
  await page.reload();
  assert.equal(await letter.innerText(), 'ពាក្យរបស់ខ្ញុំផ្ទាល់');
  await page.goto('/km/compose');
  await page.locator('.row', { hasText: 'តវ៉ា' }).first().waitFor();
  await page.locator('.main a.row').first().tap();
  await tapByName(page, compose.delete, { role: 'button' });
  await tapByName(page, WORDS.km.undo, { role: 'button' });
  await page.locator('.main a.row').first().waitFor();
});

test('addresses of a letter from outside do no harm', async (t) => {
  const page = await stage.visit(t, `/km/letter?a=${KUNTHEA}`);
  await ready(page);
  for (const line of ['from.gdt_time.99999_want.fly', 'on.2020-02-30_law.%3Cb%3E', '._..__', `${KUNTHEA}&q=99`]) {
    await page.goto(`/km/letter?a=${line}`);
    await ready(page);
    assert.equal(await page.locator('h1').count(), 1);
  }
  await page.goto(`/km/letter?a=${KUNTHEA}`);
  await ready(page);
  await letterPlan(page, 'km');
});
