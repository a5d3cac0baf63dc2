// What she wrote is not lost: damaged, full, blocked or newer storage, two tabs, a browser that is killed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { sealed } from '../../tools/many-plans.mjs';
import { clear, fault, lostOf, screen, sentenceOf, stored } from './faults.mjs';
import { browserStage, byKey, byName, checkAxe, count, makePlan, planWith, ready, startKillable, tapByName, test, until, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const m = WORDS.en;
const HERS = 'ខ្ញុំត្រូវការអាជ្ញាប័ណ្ណហាង';

const ownKeys = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('phlov:plan:')));
test('a damaged copy is rescued from the other one, without a word to her', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  const plan = await planWith(page, 'en', HERS);
  const [key] = await ownKeys(page);
  await page.evaluate((name) => localStorage.setItem(name, `${localStorage.getItem(name).slice(0, 80)}#####`), key);
  const sentence = await sentenceOf(page, plan);
  assert.doesNotMatch(await visibleText(page), /could not be read/);
  fault('a stored plan is cut off', { lost: lostOf([HERS], sentence) });
});

/** What may become of a stored text. `[name, damage(text, at)]`; `at` is a place between 0 and 1. */
const DAMAGE = [
  ['a byte of a stored plan is flipped', (text, at) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)],
  ['a stored plan is cut off', (text, at) => text.slice(0, at)],
];

for (const [name, damage] of DAMAGE) {
  test(`${name}, wherever: it is set aside raw, said, and every other plan is whole`, async (t) => {
    const page = await stage.visit(t, '/en/', { lang: 'en' });
    await planWith(page, 'en', 'the words of the damaged plan');
    const [key] = await ownKeys(page);
    await planWith(page, 'en', HERS, 'seniority-payment');
    const whole = await page.evaluate(() => ({ ...localStorage }));
    const times = count(3, 60);
    for (let n = 0; n < times; n += 1) {
      const damaged = damage(whole[key], Math.floor((whole[key].length - 1) * (n / times)));
      await clear(page, { shelf: true, journal: true });
      await page.evaluate((texts) => Object.entries(texts).forEach(([name, text]) => localStorage.setItem(name, text)), { ...whole, [key]: damaged });
      await page.goto('/en/plans');
      await ready(page);
      const said = await page.locator('.banner--care').innerText();
      assert.match(said, /could not be read: 1/);
      assert.equal(await page.locator('.main .row[href*="/plans/"]').count(), 1, 'the other plan is there');
      fault(name, { lost: lostOf([damaged, HERS], Object.values(await stored(page))), said });
    }
  }, 600000);
}

test('two plans that changed places are put back without a word to her', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  const texts = ['the words of the first plan', 'the words of the second plan'];
  const plans = [await planWith(page, 'en', texts[0]), await planWith(page, 'en', texts[1], 'seniority-payment')];
  await clear(page, { journal: true });
  const [one, two] = await ownKeys(page);
  await page.evaluate(([a, b]) => {
    const [first, second] = [localStorage.getItem(a), localStorage.getItem(b)];
    localStorage.setItem(a, second);
    localStorage.setItem(b, first);
  }, [one, two]);
  for (const [at, plan] of plans.entries()) fault('stored plans change places', { lost: lostOf([texts[at]], await sentenceOf(page, plan)) });
  await page.goto('/en/plans');
  await ready(page);
  assert.equal(await page.locator('.main .row[href*="/plans/"]').count(), 2);
});

test('when both copies are damaged one plan is set aside, named, and in the copy; the others are whole', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  await planWith(page, 'en', HERS, 'ip-trademark');
  await planWith(page, 'en', HERS, 'seniority-payment');
  const [key] = await ownKeys(page);
  await clear(page, { journal: true });
  await page.evaluate((name) => localStorage.setItem(name, 'phlov1 plan broken'), key);
  await page.goto('/en/plans');
  await ready(page);
  await page.getByText(/could not be read: 1/).waitFor();
  assert.equal(await page.locator('.main .row[href*="/plans/"]').count(), 1, 'the other plan is there');
  await tapByName(page, m.see_data, { role: 'link' });
  await page.getByText(key).waitFor();
  const download = page.waitForEvent('download');
  await tapByName(page, m.save_copy, { role: 'button' });
  const text = fs.readFileSync(await (await download).path(), 'utf8');
  assert.match(text, /phlov1 plan broken/, 'the raw text is in the copy');
  await checkAxe(page);
});

test('a record of a newer version is left as it is, and she is told to take the new version', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  const plan = await planWith(page, 'en', HERS);
  const [key] = await ownKeys(page);
  const newer = sealed(key, 'plan 9 7', JSON.stringify({ of: 'tomorrow', words: HERS }));
  await clear(page, { shelf: true, journal: true });
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, newer]);
  for (const address of ['/en/plans', plan, '/en/data']) {
    await page.goto(address);
    await ready(page);
    await page.locator('.banner--care').getByText(m.too_new).waitFor();
  }
  const kept = await stored(page);
  fault('a plan is of a newer app', { lost: lostOf([newer], kept[`shelf ${key}`] ?? ''), said: m.too_new });
});

test('a phone that is full from any write on is told so, keeps the words on the screen, and gives a copy', async (t) => {
  const [before, after] = ['what was written before', 'what was written when the phone was full'];
  for (let n = 1; n <= count(3, 10); n += 1) {
    const page = await stage.visit(t, '/en/', { lang: 'en', init: () => {
      /** From the n-th write on, of either store, the phone is full. */
      window.fillUp = (left) => {
        for (const [of, name] of [[Storage, 'setItem'], [IDBObjectStore, 'put']]) {
          const write = of.prototype[name];
          of.prototype[name] = function (...what) {
            if ((left -= 1) <= 0) throw new DOMException('full', 'QuotaExceededError');
            return write.apply(this, what);
          };
        }
      };
    } });
    const plan = await planWith(page, 'en', before);
    await page.evaluate((writes) => window.fillUp(writes), n);
    const box = page.getByLabel(m.need_sentence);
    // What has room is saved; the first that has none is told.
    for (let edit = 1; !(await page.locator('.trouble').count()); edit += 1) {
      await box.fill(`${after} ${edit}`);
      await page.waitForFunction((settled) => document.querySelector('.trouble') || settled.includes(document.getElementById('saved')?.textContent), [m.saved, m.kept_not_safe]);
      assert.ok(edit <= n + 1, 'the phone is full');
    }
    const words = await box.inputValue();
    const alert = page.getByRole('alert');
    await alert.getByText(m.not_saved_full).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), alert.getByRole('button', { name: m.save_copy }).tap()]);
    const copy = fs.readFileSync(await file.path(), 'utf8');
    // On the screen, in the copy; and after a restart what was saved last, whole.
    fault('the phone is full at the n-th write', { lost: lostOf([words], await screen(page)) + lostOf([words], copy), said: m.not_saved_full });
    const kept = await sentenceOf(page, plan);
    fault('the phone is full at the n-th write', { lost: kept === before || kept.startsWith(after) ? 0 : Buffer.byteLength(before) });
    await page.context().close();
  }
}, 300000);

test('a write that reports success and is not there is noticed and said', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en', init: () => {
    window.forget = () => {
      Storage.prototype.setItem = () => {};
      IDBObjectStore.prototype.put = () => { throw new DOMException('lost', 'UnknownError'); };
    };
  } });
  const plan = await planWith(page, 'en', 'what was written before');
  await page.evaluate(() => window.forget());
  await page.getByLabel(m.need_sentence).fill(HERS);
  await page.getByRole('alert').getByText(m.not_saved_lost).waitFor();
  fault('a write fails, is torn or is forgotten', { lost: lostOf([HERS], await screen(page)), said: m.not_saved_lost });
  fault('a write fails, is torn or is forgotten', { lost: lostOf(['what was written before'], await sentenceOf(page, plan)) });
});

test('blocked storage is said, and the app works on', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en', init: () => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
    Object.defineProperty(window, 'indexedDB', { get() { return undefined; } });
  } });
  await ready(page);
  await makePlan(page, 'en', { service: 'ip-trademark' });
  await page.getByRole('alert').getByText(m.not_saved_blocked).waitFor();
  assert.ok(await page.locator('.checks__box').count() > 0);
  await page.getByLabel(m.need_sentence).fill(HERS);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('alert').getByRole('button', { name: m.save_copy }).tap()]);
  const copy = fs.readFileSync(await file.path(), 'utf8');
  fault('storage is blocked', { lost: lostOf([HERS], await screen(page)) + lostOf([HERS], copy), said: m.not_saved_blocked });
});

test('storage that was cleared comes back from the other store, and an empty phone says what to do', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  const plan = await planWith(page, 'en', HERS);
  for (const which of [{ shelf: true }, { journal: true }]) {
    await clear(page, which);
    fault('storage is cleared', { lost: lostOf([HERS], await sentenceOf(page, plan)) });
    await until(async () => Object.values(await stored(page)).filter((text) => text.includes(HERS)).length === 2, 'both stores to have it again');
  }
  await page.goto('/en/data');
  await ready(page);
  const [file] = await Promise.all([page.waitForEvent('download'), tapByName(page, m.save_copy, { role: 'button' })]);
  const copy = await file.path();
  await clear(page, { shelf: true, journal: true });
  await page.goto(plan);
  await page.getByRole('heading', { name: m.plan_gone }).waitFor();
  // Only the copy has it now.
  await page.goto('/en/data');
  await ready(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tapByName(page, m.backup.choose, { role: 'button' })]);
  await chooser.setFiles({ name: 'phlov.txt', mimeType: 'text/plain', buffer: fs.readFileSync(copy) });
  await tapByName(page, m.backup.take, { role: 'button' });
  await page.getByText(m.backup.taken, { exact: true }).waitFor();
  fault('storage is cleared', { lost: lostOf([HERS], await sentenceOf(page, plan)), said: `${m.plan_gone}. ${m.gone_help}` });
});

test('without a journal it says that the save is not yet safe', async (t) => {
  const page = await stage.visit(t, '/en/service/ip-trademark', { lang: 'en', init: () => {
    Object.defineProperty(window, 'indexedDB', { get() { return undefined; } });
  } });
  await ready(page);
  await makePlan(page, 'en', { press: byKey });
  await page.getByLabel(m.need_sentence).fill(HERS);
  await page.getByText(m.kept_not_safe).waitFor();
  fault('there is no journal', { lost: lostOf([HERS], await sentenceOf(page, page.url())), said: m.kept_not_safe });
});

test('two tabs on one plan lose no edit, and each sees the other\'s', async (t) => {
  const edits = count(120, 2000);
  const context = await stage.context(t, { lang: 'en' });
  const one = await context.newPage();
  const address = await planWith(one, 'en', '');
  const two = await context.newPage();
  await two.goto(address);
  await ready(two);
  await two.locator('.checks__box').first().waitFor();
  const before = await one.locator('#questions .checks__item').count();
  // Each tab adds questions as fast as it can, through the form she uses.
  const add = (page, name) => page.evaluate(async ([who, times]) => {
    document.querySelector('#questions .adder').open = true;
    const area = document.querySelector('#questions .adder textarea');
    const form = document.querySelector('#questions .adder form');
    for (let i = 0; i < times; i += 1) {
      area.value = `${who} ${i}`;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      form.requestSubmit();
      if (i % 5 === 0) await new Promise((ok) => { setTimeout(ok); });
    }
  }, [name, edits / 2]);
  await Promise.all([add(one, 'one'), add(two, 'two')]);
  for (const page of [one, two]) {
    await page.waitForFunction((all) => document.querySelectorAll('#questions .checks__item').length === all, before + edits, { timeout: 120000 });
    await page.getByText(m.saved, { exact: true }).waitFor({ timeout: 120000 });
  }
  await one.reload();
  await ready(one);
  const texts = await one.locator('#questions .checks__words > span:first-child').allInnerTexts();
  const lost = ['one', 'two'].flatMap((who) => Array.from({ length: edits / 2 }, (_, i) => `${who} ${i}`)).filter((text) => !texts.includes(text));
  fault('two tabs edit the same plan', { tried: edits, lost: lostOf(lost, texts.join('\n')) });
});

test('the same sentence written in two tabs at once: both texts stay', async (t) => {
  const context = await stage.context(t, { lang: 'en' });
  const one = await context.newPage();
  const address = await planWith(one, 'en', '');
  const two = await context.newPage();
  await two.goto(address);
  await ready(two);
  // Both have begun before either knows of the other.
  await one.getByLabel(m.need_sentence).focus();
  await two.getByLabel(m.need_sentence).focus();
  await Promise.all([one.getByLabel(m.need_sentence).fill('written in the first tab'), two.getByLabel(m.need_sentence).fill('written in the second tab')]);
  await one.getByText(m.saved, { exact: true }).waitFor();
  await two.getByText(m.saved, { exact: true }).waitFor();
  await one.reload();
  await ready(one);
  await byName(one, m.plans, { role: 'link' }).first().waitFor();
  fault('two tabs edit the same plan', { tried: 2, lost: lostOf(['written in the first tab', 'written in the second tab'], await screen(one)), said: m.other_version });
});

test('killed the moment “saved” shows: nothing is lost', async (t) => {
  const kills = count(3, 200);
  let lost = 0;
  let browser = await startKillable();
  t.after(async () => { await browser.kill(); fs.rmSync(browser.profile, { recursive: true, force: true }); });
  const origin = stage.server.url;
  await browser.page.goto(`${origin}/en/service/nssf-enterprise-registration`);
  await ready(browser.page);
  await makePlan(browser.page, 'en', { press: (button) => button.click() });
  const address = browser.page.url();
  for (let kill = 0; kill < kills; kill += 1) {
    const need = browser.page.getByLabel(m.need_sentence);
    await need.waitFor();
    await need.fill(`kill ${kill}`);
    await browser.page.waitForFunction((words) => document.getElementById('saved')?.textContent === words, m.saved, { polling: 'raf' });
    await browser.kill();
    browser = await startKillable(browser.profile);
    await until(() => browser.page.goto(address), 'the server');
    await ready(browser.page);
    const kept = await browser.page.getByLabel(m.need_sentence).inputValue();
    lost += lostOf([`kill ${kill}`], kept);
  }
  fault('the browser is killed when “saved” shows', { tried: kills, lost, said: m.saved });
}, 3600000);
