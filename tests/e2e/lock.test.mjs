// The lock: set, closed, opened, changed, taken off, forgotten; in one tab and in two. What there is to read about rights stays open.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { browserStage, byName, checkAxe, checkLayout, makePlan, ready, tapByName, test, until, visibleText, writeNeed } from './helpers.mjs';
import { follow, PHRASE, PIN, setLock, typeNew, typeSecret, unfold, unlock } from './lock.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SERVICE = 'nssf-enterprise-registration';
const NUMBER = '482915';
/** The same number, as a Khmer keyboard types it. */
const TYPED = { km: '៤៨២៩១៥', en: NUMBER };
const WRONG = '111111';
const WORDS_OF_FOUR = { km: 'ដំរី ផ្កា ទន្លេ មេឃ', en: 'elephant flower river sky' };
const NEED = { km: 'ខ្ញុំចង់ចុះឈ្មោះហាងកាត់ដេរ', en: 'I want to register my tailor shop' };

/** A plan with her own need in it, made without loading a page, which would close the lock; gives its address. */
async function planHere(page, lang) {
  await follow(page, `/${lang}/service/${SERVICE}`);
  const plan = await makePlan(page, lang);
  await writeNeed(page, lang, NEED[lang]);
  return plan;
}

/** Everything that lies in localStorage and IndexedDB, as one text. */
const stored = (page) => page.evaluate(() => new Promise((ok, no) => {
  const shelf = Object.entries(localStorage);
  const request = indexedDB.open('phlov');
  request.onerror = no;
  request.onsuccess = () => {
    const all = request.result.transaction('records').objectStore('records').getAll();
    all.onsuccess = () => { request.result.close(); ok(JSON.stringify([shelf, all.result])); };
  };
}));

const look = async (page, what) => { await checkAxe(page, what); await checkLayout(page, what); };
const isLocked = (page, lang) => page.getByText(WORDS[lang].safety.locked_hint, { exact: true }).waitFor();
const need = (page, lang) => page.getByLabel(WORDS[lang].need_sentence);
const mainButtons = (page) => page.locator('.main .button--main:visible').count();
/** The line that counts down, as it stands there now. */
const countDown = (page, lang) => page.locator('form.lock').getByText(WORDS[lang].safety.wait.split('{}').sort((a, b) => b.length - a.length)[0].trim());

for (const lang of ['km', 'en']) {
  const m = WORDS[lang].safety;

  test(`${lang}: the lock is set, closes by itself, opens with the PIN, and is taken off`, async (t) => {
    const page = await stage.visit(t, `/${lang}/safety`, { lang });
    await ready(page);
    await page.getByText(m.is_off, { exact: true }).waitFor();
    await look(page, 'safety, no lock');
    await unfold(page, m.set);
    await look(page, 'safety, setting the lock');
    assert.equal(await mainButtons(page), 1);

    await setLock(page, lang, NUMBER);
    await look(page, 'safety, the lock is set');
    for (const part of [m.change, m.take_off]) await unfold(page, part);
    await look(page, 'safety, everything unfolded');
    assert.equal(await mainButtons(page), 1);
    const plan = await planHere(page, lang);
    assert.ok(!(await stored(page)).includes(NEED[lang]), 'it lies there sealed');

    // Loaded again it is closed. Home and the knowledge base know nothing of hers and are open.
    await page.reload();
    await ready(page);
    await isLocked(page, lang);
    await look(page, 'a locked plan');
    assert.equal(await mainButtons(page), 1);
    assert.equal(await need(page, lang).count(), 0);
    await page.goto(`/${lang}/`);
    await ready(page);
    await page.locator('.tile').first().waitFor();
    assert.equal(await page.locator('[aria-labelledby="next-things"]').count(), 0, 'no next things');
    await follow(page, `/${lang}/service/${SERVICE}`);
    assert.equal(await page.locator('form.lock').count(), 0, 'knowledge needs no key');
    await follow(page, `/${lang}/people`);
    await isLocked(page, lang);

    // The right PIN opens in place.
    await follow(page, `/${lang}/plans`);
    await isLocked(page, lang);
    await unlock(page, lang, TYPED[lang]);
    assert.equal(new URL(page.url()).pathname, `/${lang}/plans`);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'title', 'the focus goes on from the title');
    await page.locator(`.main a[href="${plan}"]`).tap();
    assert.equal(await need(page, lang).inputValue(), NEED[lang]);
    await follow(page, `/${lang}/`);
    await page.locator('[aria-labelledby="next-things"]').waitFor();

    // She lends the phone.
    await follow(page, `/${lang}/safety`);
    await tapByName(page, m.lock_now, { role: 'button' });
    await byName(page, m.open, { role: 'button', exact: true }).waitFor();
    await look(page, 'safety, locked');
    await follow(page, plan);
    await isLocked(page, lang);
    await unlock(page, lang, NUMBER);

    // A passphrase instead; the PIN opens no more.
    await follow(page, `/${lang}/safety`);
    await setLock(page, lang, WORDS_OF_FOUR[lang], { kind: PHRASE, part: m.change });
    await page.goto(plan);
    await ready(page);
    await typeSecret(page, lang, NUMBER);
    await page.getByRole('alert').getByText(m.wrong, { exact: true }).waitFor();
    await unlock(page, lang, WORDS_OF_FOUR[lang]);
    assert.equal(await need(page, lang).inputValue(), NEED[lang]);

    // And a PIN again, with which she takes it off.
    await follow(page, `/${lang}/safety`);
    await setLock(page, lang, NUMBER, { part: m.change });
    const off = await unfold(page, m.take_off);
    for (const [secret, words] of [[WRONG, m.wrong], [NUMBER, m.was_taken_off]]) {
      await off.locator('.field__line').fill(secret);
      await off.getByRole('button', { name: m.take_off, exact: true }).tap();
      await page.getByText(words, { exact: true }).waitFor();
    }
    await page.goto(plan);
    await ready(page);
    assert.equal(await need(page, lang).inputValue(), NEED[lang]);
    assert.ok(!(await stored(page)).includes('phlov-sealed '), 'everything lies plain again');
  });

  test(`${lang}: after three wrong PINs she must wait; she may read meanwhile`, async (t) => {
    const page = await stage.visit(t, `/${lang}/safety`, { lang });
    await ready(page);
    await setLock(page, lang, NUMBER);
    await page.clock.install();
    await page.goto(`/${lang}/plans`);
    await ready(page);
    for (let n = 0; n < 3; n += 1) {
      await typeSecret(page, lang, WRONG);
      await page.getByRole('alert').getByText(m.wrong, { exact: true }).waitFor();
      await page.waitForFunction(() => document.querySelector('form.lock .field__line').value === '');
    }
    const first = await countDown(page, lang).innerText();
    await look(page, 'waiting');
    assert.equal(await mainButtons(page), 0, 'there is nothing to do but wait');
    await page.clock.runFor(1000);
    await page.waitForFunction((was) => !document.querySelector('form.lock').innerText.includes(was), first);
    await countDown(page, lang).waitFor();

    // The right one does not count yet.
    await page.locator('form.lock .field__line').fill(NUMBER);
    await page.keyboard.press('Enter');
    assert.ok(await countDown(page, lang).isVisible());

    // Reading passes the time.
    await tapByName(page, WORDS[lang].learn, { role: 'link', exact: true });
    await page.clock.runFor(3000);
    await tapByName(page, WORDS[lang].plans, { role: 'link', exact: true });
    await countDown(page, lang).waitFor();
    await page.clock.runFor(10000);
    await countDown(page, lang).waitFor({ state: 'detached' });
    await unlock(page, lang, NUMBER);
  });

  test(`${lang}: what is too short, or not the same twice, sets no lock`, async (t) => {
    const page = await stage.visit(t, `/${lang}/safety`, { lang });
    await ready(page);
    const alert = page.locator('form.lock').getByRole('alert');
    for (const [kind, secret, again, words] of [
      [PIN, '12345', '12345', m.too_short[PIN]],
      [PIN, NUMBER, '482916', m.not_same],
      [PHRASE, 'ខ្លីណាស់', 'ខ្លីណាស់', m.too_short[PHRASE]],
      [PHRASE, WORDS_OF_FOUR[lang], `${WORDS_OF_FOUR[lang]}!`, m.not_same],
    ]) {
      await typeNew(page, lang, secret, { kind, again });
      await alert.getByText(words, { exact: true }).waitFor();
      await page.getByText(m.is_off, { exact: true }).waitFor();
    }
    await look(page, 'a mistake in the new passphrase');

    // She looks at what she types, and gets it right.
    const form = page.locator('form.lock');
    await form.getByLabel(m.show).check();
    assert.equal(await form.locator('.field__line').first().getAttribute('type'), 'text');
    await look(page, 'the passphrase shown');
    await form.locator('.field__line').nth(1).fill(WORDS_OF_FOUR[lang]);
    await page.keyboard.press('Enter');
    await page.getByText(m.is_on, { exact: true }).waitFor();
  });

  test(`${lang}: forgotten, the sealed data goes into a file and the phone is free`, async (t) => {
    const page = await stage.visit(t, `/${lang}/safety`, { lang });
    await ready(page);
    await setLock(page, lang, NUMBER);
    const plan = await planHere(page, lang);
    await page.goto(`/${lang}/plans`);
    await ready(page);
    await unfold(page, m.forgot);
    await look(page, 'forgotten');
    await tapByName(page, m.start_anew, { role: 'button' });
    // A second tap at the same place only takes the first one back.
    await tapByName(page, m.not_anew, { role: 'button' });
    await tapByName(page, m.start_anew, { role: 'button' });
    await byName(page, m.start_anew_sure, { role: 'button' }).waitFor();
    await look(page, 'forgotten, to be confirmed');
    const [download] = await Promise.all([page.waitForEvent('download'), tapByName(page, m.start_anew_sure, { role: 'button' })]);
    const file = fs.readFileSync(await download.path(), 'utf8');
    assert.match(download.suggestedFilename(), /^phlov-\d{4}-\d\d-\d\d\.txt$/);
    assert.match(file, /phlov-lock 1 /, 'with the lock, should she remember one day');
    assert.match(file, /phlov-sealed /);
    assert.ok(!file.includes(NEED[lang]));
    await page.getByRole('status').getByText(m.started_anew, { exact: true }).waitFor();
    await tapByName(page, WORDS[lang].close, { role: 'button' });
    await page.getByRole('heading', { name: WORDS[lang].no_plans }).waitFor();
    assert.ok(!(await stored(page)).includes('phlov-sealed '));
    await follow(page, plan);
    await page.getByRole('heading', { name: WORDS[lang].plan_gone }).waitFor();
    const next = await planHere(page, lang);
    await page.goto(next);
    await ready(page);
    assert.equal(await need(page, lang).inputValue(), NEED[lang]);
  });

  test(`${lang}: the lock set in one tab closes the other; nothing is lost, and what it wrote before it knew is sealed too`, async (t) => {
    const context = await stage.context(t, { lang });
    const one = await context.newPage();
    await one.goto(`/${lang}/`);
    await ready(one);
    const plan = await planHere(one, lang);
    const two = await context.newPage();
    await two.goto(plan);
    await ready(two);
    await two.locator('#questions .adder > summary').tap();
    await two.locator('#questions .adder textarea').fill('typed, not yet added');
    await one.bringToFront();
    await follow(one, `/${lang}/safety`);
    await setLock(one, lang, NUMBER);
    await isLocked(two, lang);
    assert.doesNotMatch(await visibleText(two), /typed/);
    await until(async () => !/typed, not|tailor|ហាងកាត់ដេរ/.test(await stored(one)), 'everything to be sealed');

    // Opened in both, they work together.
    await two.bringToFront();
    await unlock(two, lang, NUMBER);
    await two.locator('#questions').getByText('typed, not yet added').waitFor();
    assert.equal(await need(two, lang).inputValue(), NEED[lang]);
    await need(two, lang).fill('written in the second tab');
    await two.getByText(WORDS[lang].saved, { exact: true }).waitFor();
    await follow(one, plan);
    await one.waitForFunction((label) => [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(label))?.querySelector('textarea').value === 'written in the second tab', WORDS[lang].need_sentence);
    await two.locator('#title').focus(); // while she types nothing moves her words
    await need(one, lang).fill('and in the first');
    await two.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value === 'and in the first'));
    assert.ok(!/written in|and in the/.test(await stored(one)), 'both seal');

    // Locking one leaves the other open; taken off in one, both are free, with what was written last.
    await one.bringToFront();
    await follow(one, `/${lang}/safety`);
    await tapByName(one, m.lock_now, { role: 'button' });
    await need(two, lang).fill('while the first is locked');
    await two.getByText(WORDS[lang].saved, { exact: true }).waitFor();
    await typeSecret(one, lang, NUMBER);
    const off = await unfold(one, m.take_off);
    await off.locator('.field__line').fill(NUMBER);
    await off.getByRole('button', { name: m.take_off, exact: true }).tap();
    await one.getByText(m.was_taken_off, { exact: true }).waitFor();
    await need(two, lang).fill('the last words');
    await two.getByText(WORDS[lang].saved, { exact: true }).waitFor();
    await until(async () => !(await stored(two)).includes('phlov-sealed '), 'everything to lie plain');
    await two.reload();
    await ready(two);
    assert.equal(await need(two, lang).inputValue(), 'the last words');
  });

  test(`${lang}: a plan made while the lock is closed is there when it is opened`, async (t) => {
    const page = await stage.visit(t, `/${lang}/safety`, { lang });
    await ready(page);
    await setLock(page, lang, NUMBER);
    const plan = await makePlan(page, lang, { service: SERVICE });
    await isLocked(page, lang);
    await unlock(page, lang, NUMBER);
    await page.locator('.checks__box').first().waitFor();
    await page.getByText(WORDS[lang].saved, { exact: true }).waitFor();
    await page.goto(plan);
    await ready(page);
    await unlock(page, lang, NUMBER);
    await page.locator('.checks__box').first().waitFor();
  });
}
