// How long a key takes in the list of the people she helps and in the queue of questions, with 2,000 people, three plans each, and 5,000
// questions and more, on a processor six times slower: from the input event until the answer stands in the page. Part of `make bench`; a time
// is reported, never a gate.
import { byKey, byName, makePlan, ready } from '../tests/e2e/helpers.mjs';
import { WORDS } from '../tests/e2e/words.mjs';
import { launch, PHONE } from './chromium.mjs';
import { keyTimes, tell } from './keys.mjs';
import { sealed } from './many-plans.mjs';
import { serve } from './serve.mjs';

const PEOPLE = Number(process.argv[2] ?? 2000);
const PLANS_EACH = 3;
/** So many questions are worded differently; the others ask what somebody asked before. */
const WORDINGS = 1500;
const { women, desk } = WORDS.km.helper;
const server = await serve({ dir: 'dist' });
const browser = await launch();
const context = await browser.newContext({ baseURL: server.url, ...PHONE, locale: 'km-KH' });
const page = await context.newPage();
page.setDefaultTimeout(240000);

// One person with one plan, made as she would; all others are made of their records.
await page.goto('/km/helper');
await ready(page);
await byKey(byName(page, WORDS.km.helping.turn_on, { role: 'button' }).first());
await byKey(byName(page, desk.add_first, { role: 'button' }).first());
await byKey(byName(page, women.agree, { role: 'button' }).first());
await byKey(byName(page, women.act, { role: 'button' }).first());
await makePlan(page, 'km', { service: 'nssf-enterprise-registration', press: byKey });
await page.getByText(WORDS.km.saved, { exact: true }).first().waitFor();
const of = (kind) => page.evaluate((kind) => Object.entries(localStorage).find(([key]) => key.startsWith(`phlov:${kind}:`)), kind);
const [person, plan] = [await of('helped'), await of('plan')];
const owner = person[0].split(':')[2];

/** A record like this one under another name, with its content changed. */
function like([, text], key, change) {
  const [line, content] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)];
  const record = JSON.parse(content);
  change(record);
  return [key, sealed(key, line.split(' ').slice(1, -1).join(' '), JSON.stringify(record))];
}

const records = [];
for (let n = 0; n < PEOPLE; n += 1) {
  const id = `bench${n}`;
  records.push(like(person, `phlov:helped:${id}`, (record) => { record.title = JSON.parse(JSON.stringify(record.title).replace(/ក-០១/g, `ក-${n} ស្រីមុំ`)); }));
  for (let at = 0; at < PLANS_EACH; at += 1) {
    records.push(like(plan, `phlov:plan:${id}-${at}`, (record) => {
      record.f = JSON.parse(JSON.stringify(record.f).replaceAll(owner, id));
      // The questions of the service in one plan of each person, one of her own in the others.
      if (at > 0) {
        for (const name of Object.keys(record.items)) if (name.startsWith('q')) delete record.items[name];
        record.items[`qx${record.b.replace('.', '-')}`] = { p: [1], t: [`តើត្រូវយកឯកសារអ្វីខ្លះ សម្រាប់ករណីទី ${(n * PLANS_EACH + at) % WORDINGS}?`] };
      }
    }));
  }
}
// Only into the journal: the shelf of a browser holds 5 MB.
await page.goto('/robots.txt');
await page.evaluate((records) => new Promise((done) => {
  const open = indexedDB.open('phlov', 1);
  open.onsuccess = () => {
    const transaction = open.result.transaction('records', 'readwrite');
    for (const [key, text] of records) transaction.objectStore('records').put(text, key);
    transaction.oncomplete = () => { open.result.close(); done(); };
  };
}), records);

/** Milliseconds of each key in the box of this page. */
async function keys(address, typed) {
  await page.goto(address);
  await ready(page);
  const box = page.locator('input[type=search]').first();
  await box.waitFor({ timeout: 60000 });
  await page.waitForTimeout(3000);
  return keyTimes(page, 'input[type=search]', typed);
}

tell(`the list of ${PEOPLE} people with ${PEOPLE * PLANS_EACH} plans`, await keys('/km/helper/people', ['ក-១៩៩', 'ស្រីមុំ', 'nobody', 'ក-7']));
const questions = PEOPLE * (PLANS_EACH - 1) + PEOPLE * Object.keys(JSON.parse(plan[1].slice(plan[1].indexOf('\n') + 1)).items).filter((name) => name.startsWith('q')).length;
tell(`the queue of ${questions} questions`, await keys('/km/helper/questions', ['ឯកសារ', 'ករណីទី ១២', 'nobody']));
await browser.close();
await server.close();
