// What a browser test tried, noted for the table of faults (tools/faults.mjs), and how it measures what was lost.
//
//   fault('storage is cleared', { lost: await lostBytes(page, ['her words']), said: m.plan_gone });
import assert from 'node:assert/strict';
import { NAMES, note } from '../../tools/faults.mjs';
import { PHONE, ready, tapByName } from './helpers.mjs';
import { WORDS } from './words.mjs';

/** Notes a fault that was tried so often, the bytes of hers that were lost, and what she reads. One lost byte fails the test. */
export function fault(name, { tried = 1, lost, said = [] }) {
  assert.ok(NAMES.includes(name), `tools/faults.mjs has no “${name}”`);
  assert.ok(Number.isInteger(lost), 'what was lost is measured');
  note('browser', { fault: name, tried, lost, said: [said].flat().filter(Boolean) });
  assert.equal(lost, 0, `${name}: bytes of hers were lost`);
}

/** Bytes of those texts that `places` (texts too) do not hold. */
export function lostOf(texts, places) {
  const all = [places].flat().join('\n');
  return texts.filter((text) => !all.includes(text)).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Bytes of those texts that are neither on the screen nor anywhere in the two stores: current, other version or set aside. */
export async function lostBytes(page, texts) {
  return lostOf(texts, [await screen(page), ...Object.values(await stored(page))]);
}

/** What stands on the screen, in boxes too. */
export function screen(page) {
  return page.evaluate(() => [document.body.innerText, ...Array.from(document.querySelectorAll('input, textarea'), (box) => box.value)].join('\n'));
}

/** What lies in the two stores: { 'shelf phlov:plan:…': text, 'journal phlov:plan:…': text }. Makes no store that is not there. */
export function stored(page) {
  return page.evaluate(async () => {
    const out = {};
    try {
      for (const key of Object.keys(localStorage)) out[`shelf ${key}`] = localStorage.getItem(key);
    } catch { /* blocked: there is nothing */ }
    await new Promise((ok) => {
      const open = indexedDB?.open('phlov');
      if (!open) return ok();
      open.onupgradeneeded = () => open.transaction.abort();
      open.onerror = ok;
      open.onsuccess = () => {
        const walk = open.result.transaction('records').objectStore('records').openCursor();
        walk.onerror = ok;
        walk.onsuccess = () => {
          const at = walk.result;
          if (!at) { open.result.close(); return ok(); }
          out[`journal ${at.key}`] = String(at.value);
          at.continue();
        };
      };
    });
    return out;
  });
}

/** Empties one of the stores, or both, as the browser does it. */
export async function clear(page, { shelf = false, journal = false }) {
  await page.evaluate(async ([emptyShelf, emptyJournal]) => {
    if (emptyShelf) localStorage.clear();
    if (emptyJournal) {
      await new Promise((ok, no) => {
        const open = indexedDB.open('phlov');
        open.onerror = no;
        open.onsuccess = () => {
          const work = open.result.transaction('records', 'readwrite');
          work.objectStore('records').clear();
          work.oncomplete = () => { open.result.close(); ok(); };
        };
      });
    }
  }, [shelf, journal]);
}

const EN = WORDS.en;

/** Waits until the plan at `address` stands on the screen, and gives its sentence. */
export async function sentenceOf(page, address) {
  await page.goto(address);
  await ready(page);
  return page.getByLabel(EN.need_sentence).inputValue();
}

/** A person whom she noted on another phone: { records, words }, to lie in the shelf of a phone that loads the app for the first time. */
export async function notedPerson(stage, name = 'សុខ ដារ៉ា') {
  const context = await stage.browser.newContext({ baseURL: stage.server.url, viewport: PHONE, hasTouch: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto('/en/people');
  await ready(page);
  await tapByName(page, EN.person.add, { role: 'button' });
  await page.waitForURL(/\/people\/\w+$/);
  await page.getByLabel(EN.person.name, { exact: true }).fill(name);
  await page.getByText(EN.saved, { exact: true }).waitFor();
  const records = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('phlov:person:'))));
  await context.close();
  assert.ok(Object.values(records).some((text) => text.includes(name)), 'the person is stored');
  return { records, words: [name] };
}
