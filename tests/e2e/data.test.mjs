// What she wrote is not lost: damaged, full, blocked or newer storage, two tabs, a browser that is killed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { browserStage, byName, checkAxe, count, ready, startKillable, tapByName, test, until, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const m = WORDS.en;

async function newPlan(page, service = 'nssf-enterprise-registration') {
  await page.goto(`/en/service/${service}`);
  await ready(page);
  await tapByName(page, m.make_plan, { role: 'button' });
  await page.waitForURL(/\/plans\//);
  await page.getByText(m.saved, { exact: true }).waitFor();
  return page.url();
}

const ownKeys = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('phlov:plan:')));
const dropJournal = (page) => page.evaluate(() => new Promise((ok, no) => {
  const request = indexedDB.open('phlov');
  request.onerror = no;
  request.onsuccess = () => {
    const all = request.result.transaction('records', 'readwrite');
    all.objectStore('records').clear();
    all.oncomplete = () => { request.result.close(); ok(); };
  };
}));

test('a damaged copy is rescued from the other one, without a word to her', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  const plan = await newPlan(page);
  const [key] = await ownKeys(page);
  await page.evaluate((name) => localStorage.setItem(name, `${localStorage.getItem(name).slice(0, 80)}#####`), key);
  await page.goto(plan);
  await ready(page);
  await page.locator('.checks__box').first().waitFor();
  assert.doesNotMatch(await visibleText(page), /could not be read/);
});

test('when both copies are damaged one plan is set aside, named, and in the copy; the others are whole', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  await newPlan(page, 'ip-trademark');
  await newPlan(page, 'seniority-payment');
  const [key] = await ownKeys(page);
  await dropJournal(page);
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

test('a record of a newer version is left as it is', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  await newPlan(page);
  const [key] = await ownKeys(page);
  await dropJournal(page);
  const newer = await page.evaluate((name) => {
    const text = localStorage.getItem(name).replace(/^phlov1 plan 1 /, 'phlov1 plan 9 ');
    localStorage.setItem(name, text);
    return text;
  }, key);
  await page.goto('/en/plans');
  await ready(page);
  const now = await page.evaluate((name) => localStorage.getItem(name), key);
  const text = await visibleText(page);
  assert.ok(now === newer || /set aside/.test(text), 'nothing was written over it in silence');
});

test('a full phone is told, keeps the words on the screen, and gives a copy', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en', init: () => {
    window.fillUp = () => {
      const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
      Storage.prototype.setItem = full;
      IDBObjectStore.prototype.put = full;
    };
  } });
  await newPlan(page);
  await page.evaluate(() => window.fillUp());
  await page.getByLabel(m.need_sentence).fill('My words when the phone is full');
  await page.getByRole('alert').getByText(m.not_saved_full).waitFor();
  assert.equal(await page.getByLabel(m.need_sentence).inputValue(), 'My words when the phone is full');
  const download = page.waitForEvent('download');
  await page.getByRole('alert').getByRole('button', { name: m.save_copy }).tap();
  assert.match(fs.readFileSync(await (await download).path(), 'utf8'), /My words when the phone is full/);
});

test('blocked storage is said, and the app works on', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en', init: () => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
    Object.defineProperty(window, 'indexedDB', { get() { return undefined; } });
  } });
  await ready(page);
  await page.goto('/en/service/ip-trademark');
  await ready(page);
  await tapByName(page, m.make_plan, { role: 'button' });
  await page.waitForURL(/\/plans\//);
  await page.getByRole('alert').getByText(m.not_saved_blocked).waitFor();
  assert.ok(await page.locator('.checks__box').count() > 0);
});

test('without a journal it says that the save is not yet safe', async (t) => {
  const page = await stage.visit(t, '/en/service/ip-trademark', { lang: 'en', init: () => {
    Object.defineProperty(window, 'indexedDB', { get() { return undefined; } });
  } });
  await ready(page);
  await tapByName(page, m.make_plan, { role: 'button' });
  await page.getByText(m.kept_not_safe).waitFor();
});

test('two tabs on one plan lose no edit, and each sees the other\'s', async (t) => {
  const edits = count(120, 2000);
  const context = await stage.context(t, { lang: 'en' });
  const one = await context.newPage();
  const address = await newPlan(one);
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
  t.diagnostic(`edits from two tabs: ${edits}, lost: ${lost.length}`);
  assert.deepEqual(lost, []);
});

test('the same sentence written in two tabs at once: both texts stay', async (t) => {
  const context = await stage.context(t, { lang: 'en' });
  const one = await context.newPage();
  const address = await newPlan(one);
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
  const all = `${await visibleText(one)}\n${await one.getByLabel(m.need_sentence).inputValue()}`;
  assert.match(all, /written in the first tab/);
  assert.match(all, /written in the second tab/);
});

test('killed the moment “saved” shows: nothing is lost', async (t) => {
  const kills = count(3, 200);
  let lost = 0;
  let browser = await startKillable();
  t.after(async () => { await browser.kill(); fs.rmSync(browser.profile, { recursive: true, force: true }); });
  const origin = stage.server.url;
  await browser.page.goto(`${origin}/en/service/nssf-enterprise-registration`);
  await ready(browser.page);
  await byName(browser.page, m.make_plan, { role: 'button' }).first().click();
  await browser.page.waitForURL(/\/plans\//);
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
    if (kept !== `kill ${kill}`) lost += 1;
  }
  t.diagnostic(`killed while “saved” showed: ${kills}, lost: ${lost}`);
  assert.equal(lost, 0);
}, 3600000);
