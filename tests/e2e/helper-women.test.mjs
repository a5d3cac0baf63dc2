// One phone, many women: somebody is added without typing, agrees, gets a plan; it is read to her and given to her at the end; then she is
// kept, or wiped so that nothing of her is left on the phone. On a large screen list and person stand beside each other, for the keyboard too.
import assert from 'node:assert/strict';
import { openDesk } from './desk.mjs';
import { browserStage, byName, checkAxe, checkLayout, makePlan, ready, readCode, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SMALL = { width: 320, height: 640 };
const WIDE = { width: 1200, height: 800 };
const code = (lang, n) => (lang === 'km' ? `ក-០${'០១២៣៤៥៦៧៨៩'[n]}` : `A-0${n}`);

/** Adds somebody by tapping alone; gives the address of her page. */
async function add(page, lang, agrees = true) {
  const { women } = WORDS[lang].helper;
  await page.goto(`/${lang}/helper/people`);
  await ready(page);
  await byName(page, women.add, { role: 'button' }).last().tap();
  await page.waitForURL(/\/helper\/people\/\w+$/);
  if (agrees) {
    await tapByName(page, women.agree, { role: 'button' });
    await byName(page, women.act, { role: 'button' }).first().waitFor();
  }
  await page.getByText(WORDS[lang].saved, { exact: true }).first().waitFor();
  return new URL(page.url()).pathname;
}

/** Everything that lies on the phone: the shelf, the journal, the earlier states. */
function everything(page) {
  return page.evaluate(async () => {
    const all = [JSON.stringify(Object.entries(localStorage))];
    // Opening one that is not there would make it, without what the app puts in.
    const there = (await indexedDB.databases()).map(({ name }) => name);
    for (const name of ['phlov', 'phlov-attic'].filter((name) => there.includes(name))) {
      all.push(await new Promise((done) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => {
          const db = open.result;
          if (!db.objectStoreNames.length) return done('');
          const store = db.transaction([...db.objectStoreNames]).objectStore(db.objectStoreNames[0]);
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => { db.close(); done(JSON.stringify([keys.result, values.result])); };
        };
        open.onerror = () => done('');
      }));
    }
    return all.join('\n');
  });
}

for (const lang of ['km', 'en']) {
  const words = WORDS[lang];
  const { women, desk } = words.helper;

  test(`${lang}: from the first person to the end of the session, without typing`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, viewport: SMALL });
    await openDesk(page, lang);
    await checkAxe(page, 'the desk, nobody yet');
    await checkLayout(page, 'the desk, nobody yet, 320 px');
    await tapByName(page, desk.add_first, { role: 'button' });
    await page.waitForURL(/\/helper\/people\/\w+$/);
    const her = new URL(page.url()).pathname;

    // Before she agrees: her name, the sentence, the tick; nothing else.
    await page.getByRole('heading', { level: 1, name: code(lang, 1), exact: true }).waitFor();
    await page.getByText(women.sentence[0], { exact: true }).waitFor();
    assert.equal(await byName(page, women.act, { role: 'button' }).count(), 0, 'nothing can be done for her yet');
    await checkAxe(page, 'before she agrees');
    await checkLayout(page, 'before she agrees, 320 px');
    await page.getByLabel(women.name, { exact: true }).fill('012 345 678');
    await page.getByText(women.number, { exact: true }).waitFor();
    await page.getByLabel(women.name, { exact: true }).fill('ZEBRA');
    await page.getByText(women.number, { exact: true }).waitFor({ state: 'detached' });
    await tapByName(page, women.agree, { role: 'button' });
    await byName(page, women.act, { role: 'button' }).first().waitFor();

    // Tags, then the app acts for her.
    await page.locator('summary', { hasText: women.tags }).tap();
    await page.locator('fieldset', { hasText: women.trade }).getByRole('button').first().tap();
    await page.locator('fieldset', { hasText: women.trade }).locator('[aria-pressed=true]').first().waitFor();
    await page.locator('fieldset', { hasText: women.needs }).getByRole('button').first().tap();
    await page.locator('.badges .badge').nth(1).waitFor();
    await page.locator('label', { hasText: words.helper.area.title }).locator('select').selectOption('12');
    await page.locator('.badges .badge').nth(2).waitFor();
    await checkAxe(page, 'her page');
    await checkLayout(page, 'her page, 320 px');
    await tapByName(page, women.act, { role: 'button' });
    await page.waitForURL(new RegExp(`/${lang}/?$`));
    await page.locator('.acting', { hasText: 'ZEBRA' }).waitFor();
    await checkLayout(page, 'Home, acting, 320 px');
    const plan = await makePlan(page, lang, { service: 'nssf-enterprise-registration' });

    // A reload goes on for her; what the helper has for herself is apart.
    await page.reload();
    await ready(page);
    await page.locator('.acting', { hasText: 'ZEBRA' }).waitFor();
    await page.locator('.acting').getByRole('button', { name: words.helping.stop, exact: true }).tap();
    await page.goto(`/${lang}/plans`);
    await ready(page);
    assert.equal(await page.locator(`main a[href$="${plan}"]`).count(), 0, 'the plan is hers, not the helper\'s');

    // The list and the desk say what comes next.
    for (const path of ['/helper/people', '/helper']) {
      await page.goto(`/${lang}${path}`);
      await ready(page);
      await page.locator('a.row', { hasText: 'ZEBRA' }).first().waitFor();
      await checkAxe(page, path);
      await checkLayout(page, `${path}, 320 px`);
    }

    // Read to her: one thing a screen, the sentence first.
    await page.goto(her);
    await ready(page);
    await tapByName(page, women.read, { role: 'link' });
    await page.waitForURL(/read=1/);
    await page.getByText(women.sentence[4], { exact: true }).waitFor();
    await checkAxe(page, 'reading');
    await checkLayout(page, 'reading, 320 px');
    for (let at = 1; ; at += 1) {
      assert.ok(at < 20, 'it comes to an end');
      await tapByName(page, women.forward, { role: 'link', exact: true });
      await page.waitForURL(new RegExp(`at=${at}$`));
      if (await page.getByRole('heading', { level: 1, name: women.read_end, exact: true }).count()) break;
    }
    await tapByName(page, women.end, { role: 'link' });

    // The end: she gets the plan by a code, and stays noted.
    await page.waitForURL(/\/end$/);
    await page.locator('details.fold', { hasText: words.backup.to_phone }).first().locator('summary').tap();
    await page.locator('.code path').first().waitFor();
    const link = await readCode(page, '.code');
    assert.ok(link?.includes('#c='), 'the code holds the plan');
    await tapByName(page, women.given, { role: 'button' });
    await byName(page, women.given, { role: 'button' }).first().waitFor({ state: 'detached' });
    await checkAxe(page, 'the end of a session');
    await checkLayout(page, 'the end of a session, 320 px');
    await tapByName(page, women.keep, { role: 'button' });
    await page.waitForURL(/\/helper$/);
    assert.equal(await page.locator('.acting').count(), 0);

    // On her own phone the plan stands on her list, and nothing says who helped.
    const hers = await stage.visit(t, link, { lang });
    await ready(hers);
    await tapByName(hers, words.backup.take, { role: 'button' });
    await hers.getByText(words.backup.taken, { exact: true }).first().waitFor();
    await hers.goto(`/${lang}/plans`);
    await ready(hers);
    await hers.locator(`main a[href$="${plan}"]`).waitFor();
    assert.ok(!(await everything(hers)).includes('ZEBRA'), 'her nickname stays with the helper');
  });

  test(`${lang}: wiped, nothing of her is left on the phone, and the other one stays`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang });
    await openDesk(page, lang);
    const other = await add(page, lang);
    await page.getByLabel(women.name, { exact: true }).fill('OTHER');
    const her = await add(page, lang);
    await page.getByLabel(women.name, { exact: true }).fill('ZEBRA');
    await tapByName(page, women.act, { role: 'button' });
    const plan = await makePlan(page, lang, { service: 'nssf-enterprise-registration' });
    await page.getByText(words.saved, { exact: true }).first().waitFor();
    await page.reload();
    await ready(page);
    await page.waitForTimeout(1500); // the earlier state of today is kept
    const ids = [her, plan].map((path) => path.split('/').pop());
    assert.ok((await everything(page)).includes(ids[0]));

    await tapByName(page, words.helping.end, { role: 'link', exact: true });
    await page.waitForURL(/\/end$/);
    await tapByName(page, women.wipe, { role: 'button' });
    await page.getByText(women.wipe_copies, { exact: true }).waitFor();
    await checkAxe(page, 'before wiping');
    await tapByName(page, women.wipe_not, { role: 'button' });
    await page.getByText(women.wipe_copies, { exact: true }).waitFor({ state: 'detached' });
    await tapByName(page, women.wipe, { role: 'button' });
    await tapByName(page, women.wipe_sure, { role: 'button' });
    await page.waitForURL(/\/helper\/people$/);
    await page.locator('a.row', { hasText: 'OTHER' }).waitFor();
    assert.equal(await page.getByRole('button', { name: words.undo, exact: true }).count(), 0, 'no undo');
    await page.waitForTimeout(1500); // earlier states are renewed
    const left = await everything(page);
    for (const mark of ['ZEBRA', ...ids]) assert.ok(!left.includes(mark), `${mark} is still on the phone`);
    await page.reload();
    await ready(page);
    await page.locator('a.row', { hasText: 'OTHER' }).waitFor();
    assert.ok(!(await visibleText(page)).includes('ZEBRA'));
    assert.ok((await everything(page)).includes(other.split('/').pop()));
  });

  test(`${lang}: on a large screen the list stands beside the person, and the keyboard goes through it`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, viewport: WIDE });
    await openDesk(page, lang);
    for (let n = 1; n <= 3; n += 1) await add(page, lang, n !== 2);
    await page.goto(`/${lang}/helper/people`);
    await ready(page);
    const rows = page.locator('.panes__list a.row');
    await rows.nth(2).waitFor();
    const box = page.locator('.panes__list input[type=search]');

    // The box: `/` goes there, a word narrows, Escape empties.
    await page.keyboard.press('/');
    assert.equal(await box.evaluate((box) => box === document.activeElement), true, '“/” goes to the box');
    await page.keyboard.type('02');
    await page.waitForFunction(() => document.querySelectorAll('.panes__list a.row').length === 1);
    assert.ok((await rows.first().innerText()).includes(code(lang, 2)), 'digits of either kind are found');
    await page.keyboard.press('Escape');
    await rows.nth(2).waitFor();
    assert.equal(await box.inputValue(), '');

    // The arrows: from the box to the rows and back.
    const focused = () => rows.evaluateAll((rows) => rows.indexOf(document.activeElement));
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 2);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 2, 'the last one stays');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(), 1);
    const name = (await rows.nth(1).locator('.row__name').innerText()).trim();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/helper\/people\/\w+$/);
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

    // Beside each other; the row that is open is marked, and the arrows go on from there.
    await page.locator('.panes__list a.row[aria-current]', { hasText: name }).waitFor();
    const [list, open] = await Promise.all(['.panes__list', '.panes__open'].map((pane) => page.locator(pane).boundingBox()));
    assert.ok(list.x + list.width <= open.x, 'the list stands beside the person');
    await checkAxe(page, 'list and person');
    await checkLayout(page, 'list and person, 1200 px');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), 1);
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(), 0);

    // On a phone the list is not there beside her.
    await page.setViewportSize(SMALL);
    await page.reload();
    await ready(page);
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    assert.equal(await page.locator('.panes__list a.row').count(), 0, 'not even made');
    await checkLayout(page, 'her page, 320 px');
  });
}
