// The main job, as she does it: from an aim to a saved plan, closed, opened again without a network, and gone on with.
import assert from 'node:assert/strict';
import { browserStage, checkAxe, checkLayout, goOffline, goOnline, makePlan, offlineReady, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const AIM = { km: 'ចូល ប.ស.ស.', en: 'Get insured (NSSF)' };
const saved = (page, lang) => page.getByText(WORDS[lang].saved, { exact: true }).waitFor();
const ticks = (page) => page.locator('.checks__box:checked').count();

/** Home → aim → answers → service → plan, counting taps. */
async function fromAim(page, lang) {
  let taps = 0;
  const tap = async (locator) => { await locator.tap(); taps += 1; };
  await tap(page.getByRole('link', { name: AIM[lang] }));
  await page.waitForURL(/\/find\//);
  for (;;) {
    await page.locator('.choice, .fit').first().waitFor();
    if (await page.locator('.fit').count()) break;
    const question = await page.locator('#title').textContent();
    await tap(page.locator('.choice').first());
    await page.waitForFunction((before) => document.querySelector('#title')?.textContent !== before, question);
  }
  assert.match(await page.locator('.fit').first().innerText(), new RegExp(WORDS[lang].because), 'every result says why');
  await tap(page.locator('.fit__name').first());
  await page.waitForURL(/\/service\//);
  await makePlan(page, lang, { press: tap });
  await saved(page, lang);
  return taps;
}

for (const lang of ['km', 'en']) {
  test(`${lang}: from an aim to a saved plan, and on with it without a network`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang });
    await ready(page);
    const taps = await fromAim(page, lang);
    assert.ok(taps <= 8, `${taps} taps from Home to the saved plan`);

    await page.locator('.checks__box').first().tap();
    await saved(page, lang);
    assert.equal(await ticks(page), 1);
    const need = page.getByLabel(WORDS[lang].need_sentence);
    const words = lang === 'km' ? 'ខ្ញុំចង់ធានាបុគ្គលិក ២ នាក់' : 'I want to insure 2 workers';
    await need.fill(words);
    await saved(page, lang);

    await page.reload();
    await ready(page);
    assert.equal(await need.inputValue(), words, 'her words after a reload');

    await offlineReady(page);
    goOffline(stage.server);
    try {
      await page.reload();
      await ready(page);
      assert.equal(await ticks(page), 1, 'her tick without a network');
      assert.equal(await need.inputValue(), words, 'her words without a network');
      await page.locator('.checks__box').nth(1).tap();
      await saved(page, lang);
      await page.goto(`/${lang}/`);
      await ready(page);
      assert.match(await visibleText(page), new RegExp(WORDS[lang].next_things), 'Home shows what comes next');
      await page.locator('.row').first().tap();
      await page.waitForURL(/\/plans\/\w+/);
      assert.equal(await ticks(page), 2, 'the second tick, made offline');
    } finally {
      goOnline(stage.server);
    }
  });
}

test('a plan is edited by tapping and typing, and everything can be taken back', async (t) => {
  const m = WORDS.en;
  const page = await stage.visit(t, '/en/service/nssf-enterprise-registration', { lang: 'en' });
  await ready(page);
  await makePlan(page, 'en');
  const prepare = page.locator('#prepare');
  const steps = prepare.locator('.checks').first().locator('.checks__item');
  const names = async () => (await steps.locator('.checks__words > span:first-child').allInnerTexts()).map((text) => text.trim());
  const before = await names();

  // Add: a suggestion, then her own words.
  await prepare.getByText(m.add_step).tap();
  await prepare.locator('.adder .choice').first().tap();
  await prepare.getByLabel(m.write_own).first().fill('Ask my sister to come along');
  await prepare.getByRole('button', { name: m.add, exact: true }).first().tap();
  assert.equal((await names()).length, before.length + 2);
  assert.equal((await names()).at(-1), 'Ask my sister to come along');

  // Reorder and remove, with undo.
  await prepare.getByRole('button', { name: m.edit, exact: true }).first().tap();
  await steps.first().getByRole('button', { name: m.down }).tap();
  assert.deepEqual((await names()).slice(0, 2), [before[1], before[0]]);
  await steps.first().getByRole('button', { name: m.remove }).tap();
  await steps.filter({ hasText: before[1] }).waitFor({ state: 'detached' });
  await tapByName(page, m.undo, { role: 'button' });
  await steps.filter({ hasText: before[1] }).waitFor();
  assert.deepEqual((await names()).slice(0, 2), [before[1], before[0]]);

  // Write over a given step.
  await steps.first().getByLabel(m.edit).fill('Bring the list of my 2 workers');
  assert.equal((await names())[0], 'Bring the list of my 2 workers');

  // A problem has a cause; a routine question has none.
  await page.getByLabel(m.kind_problem).check();
  await page.getByText(m.cause_note).waitFor();
  await page.getByLabel('A misunderstanding').check();

  // Finish, reopen, delete, undo.
  await tapByName(page, m.finish_plan, { role: 'button' });
  await tapByName(page, m.reopen_plan, { role: 'button' });
  await tapByName(page, m.delete_plan, { role: 'button' });
  await page.getByText(m.no_plans, { exact: true }).waitFor();
  await tapByName(page, m.undo, { role: 'button' });
  await page.locator('.main .row').first().tap();
  await page.waitForURL(/\/plans\//);
  assert.equal((await names())[0], 'Bring the list of my 2 workers', 'nothing was lost on the way');
  await page.reload();
  await ready(page);
  assert.equal((await names()).length, before.length + 2, 'and all of it is kept');
  assert.ok(await page.getByLabel('A misunderstanding').isChecked());
});

test('what changes leaves the rest alone: focus, cursor, what is unfolded', async (t) => {
  const m = WORDS.en;
  const page = await stage.visit(t, '/en/service/nssf-enterprise-registration', { lang: 'en' });
  await ready(page);
  await makePlan(page, 'en');
  const prepare = page.locator('#prepare');
  const items = prepare.locator('.checks').first().locator('.checks__item');
  const words = (item) => item.locator('.checks__words > span:first-child').innerText();
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.getAttribute('aria-label'));
  /** Marks the nodes of now; gives a function that says how many of them still stand in the page. */
  const mark = async (selector) => {
    await page.evaluate((selector) => { window.marked = [...document.querySelectorAll(selector)]; }, selector);
    return () => page.evaluate(() => window.marked.filter((node) => node.isConnected).length);
  };

  // The button that unfolds the tools stays, though its words change.
  const edit = prepare.getByRole('button', { name: m.edit, exact: true }).first();
  await edit.focus();
  await page.keyboard.press('Enter');
  await prepare.getByRole('button', { name: m.edit_done }).first().waitFor();
  assert.equal(await focused(), m.edit_done);

  // A row that is moved by its own button keeps the focus, upwards and downwards, and no row is built anew.
  const rows = await mark('#prepare .checks__item');
  const count = await rows();
  const [first, second] = [await words(items.nth(0)), await words(items.nth(1))];
  for (const [from, button, order] of [[1, m.up, [second, first]], [0, m.down, [first, second]]]) {
    await items.nth(from).getByRole('button', { name: button }).focus();
    await page.keyboard.press('Enter');
    await items.nth(0).filter({ hasText: order[0] }).waitFor();
    assert.deepEqual([await words(items.nth(0)), await words(items.nth(1))], order);
    assert.equal(await rows(), count, 'the rows are the same');
  }

  // Letters typed into the middle of a field stand there, while the rest of the screen follows.
  const need = page.getByLabel(m.need_sentence);
  await need.fill('I want insurance');
  await need.evaluate((field) => field.setSelectionRange(7, 7));
  await need.pressSequentially('good ');
  assert.equal(await need.inputValue(), 'I want good insurance');
  assert.equal(await need.evaluate((field) => field.selectionStart), 12);

  // The other language leaves open what is open; another screen begins closed.
  await page.goto('/en/service/nssf-enterprise-registration');
  await ready(page);
  const open = () => page.locator('main details[open]').count();
  await page.locator('main details > summary').first().click();
  assert.equal(await open(), 1);
  await page.locator('#language').click();
  await page.waitForURL(/\/km\//);
  assert.equal(await open(), 1, 'still unfolded in the other language');
  const main = await mark('main');
  await page.locator('.tabs a').last().click();
  await page.waitForURL(/\/km\/more/);
  assert.deepEqual([await open(), await main()], [0, 0], 'another screen');
});

test('back, forward and change keep the answers of the finder', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  await ready(page);
  await page.getByRole('link', { name: 'Start a business' }).tap();
  const title = () => page.locator('#title').innerText();
  const first = await title();
  await page.locator('.choice').nth(1).tap();
  await page.waitForFunction((before) => document.querySelector('#title').textContent !== before, first);
  const second = await title();
  const address = page.url();
  await page.goBack();
  await page.waitForFunction((words) => document.querySelector('#title').textContent === words, first);
  await page.goForward();
  await page.waitForFunction((words) => document.querySelector('#title').textContent === words, second);
  assert.equal(page.url(), address);
  await tapByName(page, WORDS.en.previous_question, { role: 'link' });
  await page.waitForFunction((words) => document.querySelector('#title').textContent === words, first);
  assert.equal(await page.locator('.choice[aria-current]').count(), 1, 'the answer given before is marked');
});

test('the language switch keeps the place, the plan and what was typed', async (t) => {
  const page = await stage.visit(t, '/km/service/seniority-payment');
  await ready(page);
  await makePlan(page, 'km');
  await page.getByLabel(WORDS.km.need_sentence).fill('ខ្ញុំទទួលលិខិតមួយ 😀 <script>alert(1)</script> \u200f');
  const address = page.url();
  await tapByName(page, 'EN English', { role: 'link' });
  await page.waitForURL(address.replace('/km/', '/en/'));
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'language', 'the focus stays on the switch');
  assert.equal(await page.getByLabel(WORDS.en.need_sentence).inputValue(), 'ខ្ញុំទទួលលិខិតមួយ 😀 <script>alert(1)</script> \u200f');
  assert.match(await visibleText(page), /Seniority|seniority/);
  await page.goto('/');
  await ready(page);
  assert.match(page.url(), /\/en\/$/, 'the chosen language is remembered');
});

test('very long and strange texts are kept as typed and shown safely', async (t) => {
  const page = await stage.visit(t, '/km/service/ip-trademark');
  await ready(page);
  await makePlan(page, 'km');
  const long = 'ស្ត្រីប្រជុំ'.repeat(420) + ' 👩🏽‍🔧 \u202eabc\u202c <img src=x onerror=alert(1)> "\'&';
  await page.getByLabel(WORDS.km.plan_title).fill(long);
  await page.getByText(WORDS.km.saved, { exact: true }).waitFor();
  await page.reload();
  await ready(page);
  assert.equal(await page.getByLabel(WORDS.km.plan_title).inputValue(), long);
  assert.equal(await page.locator('#title').textContent(), long);
  assert.equal(await page.locator('.main img').count(), 0);
  await checkLayout(page);
  await checkAxe(page);
});

test('addresses that lead nowhere say so and lead on', async (t) => {
  const page = await stage.visit(t, '/km/');
  await ready(page);
  for (const address of ['/km/service/no-such-service', '/km/plans/../x', '/km/find/export?a=%E0%A4%A', '/en/%ff/%fe', '/km/plans/zzzzzzzzzzzzz', '/xx/home', `/km/right/${'a'.repeat(3000)}`]) {
    await page.goto(address);
    await ready(page);
    assert.equal(await page.locator('h1').count(), 1, address);
    assert.ok(await page.locator('.main a').count() >= 1, `${address} has a way on`);
  }
});

test('the keyboard reaches everything, and the focus goes to the title on navigation', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  await ready(page);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', 'the skip link comes first');
  await page.getByRole('link', { name: AIM.en }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/find\//);
  await page.waitForFunction(() => document.activeElement?.id === 'title');
  assert.match(await page.title(), /Get insured/);
});

test('settings change the look at once and are kept', async (t) => {
  const page = await stage.visit(t, '/en/settings', { lang: 'en' });
  await ready(page);
  await page.getByLabel('High contrast').check();
  await page.getByLabel('Larger', { exact: true }).check();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.text]), ['contrast', '140']);
  await page.reload();
  await ready(page);
  assert.ok(await page.getByLabel('High contrast').isChecked());
  await checkLayout(page);
  await checkAxe(page);
});

test('a plan without a service speaks the language of the screen, and typed words are kept when she goes on', async (t) => {
  const page = await stage.visit(t, '/km/find');
  await ready(page);
  await tapByName(page, WORDS.km.find_out_plan, { role: 'button' });
  await page.waitForURL(/\/plans\//);
  await page.locator('#questions .adder > summary').tap();
  await page.locator('#questions .adder textarea').fill('សំណួររបស់ខ្ញុំ');
  await tapByName(page, 'EN English', { role: 'link' });
  await page.waitForURL(/\/en\/plans\//);
  const questions = await page.locator('#questions .checks__words').allInnerTexts();
  assert.ok(questions.some((text) => text.includes('Whom should I speak to about this?')), 'the given questions are in English now');
  assert.ok(questions.some((text) => text.includes('សំណួររបស់ខ្ញុំ')), 'her question is there although she tapped no button');
});

test('after the language was switched, back stays in that language', async (t) => {
  const page = await stage.visit(t, '/km/find');
  await ready(page);
  await page.locator('.main .row').first().tap();
  await page.waitForURL(/\/km\/find\/./);
  await tapByName(page, 'EN English', { role: 'link' });
  await page.waitForURL(/\/en\/find\/./);
  await page.goBack();
  await page.waitForURL(/\/en\/find$/);
  assert.match(await visibleText(page), new RegExp(WORDS.en.all_services));
});

test('a last day is shown as time left, and Home puts it first', async (t) => {
  const page = await stage.visit(t, '/en/service/ip-trademark', { lang: 'en' });
  await ready(page);
  await makePlan(page, 'en');
  const day = await page.evaluate(() => { const d = new Date(); d.setDate(d.getDate() + 12); return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`; });
  await page.getByLabel(WORDS.en.deadline_field).fill(day);
  await page.getByText(/12 days left/).first().waitFor();
  await tapByName(page, WORDS.en.home, { role: 'link', exact: true });
  await page.locator('.row--time').getByText(/12 days left/).waitFor();
});
