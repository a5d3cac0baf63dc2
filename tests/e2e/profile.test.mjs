// With the lock set, nothing of what she writes is found in any file that the browser keeps: not her words, not the PIN. Looked for
// in the whole profile, after the browser was closed and after it was killed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { browserStage, byName, makePlan, ready, startKillable, test, until } from './helpers.mjs';
import { follow, PHRASE, setLock, unlock } from './lock.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const lang = 'km';
const SECRET = 'ក្រពើ ផ្កាឈូក ទន្លេ ស្ពាន okapi';
/** Words that stand nowhere else, one for each place where she can write. */
const HERS = {
  need: 'ដំរីហោះលើភ្នំ zebrafinch',
  question: 'ហេតុអ្វីបានជាត្រីឡើងដើមឈើ quokkas',
  draft: 'ខ្ញុំមិនទាន់បានបន្ថែម wombatus',
  changed: 'ផែនការសម្ងាត់ axolotls',
  name: 'លោកស្រីសុវណ្ណមច្ឆា narwhals',
  phone: '077123406855',
  telegram: '@capybaras',
  answer: 'គាត់ថាមិនបាច់បង់ទេ pangolin',
  secret: SECRET,
};

/** Every file of the profile. */
const files = (profile) => fs.readdirSync(profile, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));

/** Where one of these texts lies, as bytes of UTF-8 or UTF-16. */
function find(profile, texts) {
  const wanted = texts.flatMap((text) => ['utf8', 'utf16le'].map((how) => ({ text, how, bytes: Buffer.from(text, how) })));
  return files(profile).flatMap((file) => {
    const all = fs.readFileSync(file);
    return wanted.filter(({ bytes }) => all.includes(bytes)).map(({ text, how }) => `${path.relative(profile, file)}: “${text}” (${how})`);
  });
}

/** Whole texts, and each of their words: what is packed is seldom kept in one piece. */
const pieces = Object.values(HERS).flatMap((text) => [text, ...text.split(' ')]);

/** She sets the lock, then writes in every place there is, and looks around. */
async function write({ page }, origin) {
  const m = WORDS[lang];
  await page.goto(`${origin}/${lang}/safety`);
  await ready(page);
  await setLock(page, lang, SECRET, { kind: PHRASE });

  await follow(page, `/${lang}/offices/nssf`);
  await byName(page, m.person.add_here, { role: 'button' }).click();
  await page.waitForURL(/\/people\/\w+/);
  await page.getByLabel(m.person.name, { exact: true }).fill(HERS.name);
  await page.getByLabel(m.person.ways[1], { exact: true }).fill(HERS.phone);
  await page.getByLabel('Telegram', { exact: true }).fill(HERS.telegram);

  await follow(page, `/${lang}/service/nssf-enterprise-registration`);
  const plan = await makePlan(page, lang, { press: (button) => button.click() });
  await page.getByLabel(m.need_sentence).fill(HERS.need);
  await page.locator('#questions .adder > summary').click();
  await page.locator('#questions .adder textarea').fill(HERS.question);
  await page.locator('#questions .adder').getByRole('button', { name: m.add, exact: true }).click();
  await page.getByText(HERS.question).waitFor();

  await byName(page, m.meet.plan_meeting, { role: 'button' }).click();
  await page.waitForURL(/\/meetings\//);
  await page.locator('.choice').first().click();
  await byName(page, m.meet.start, { role: 'link' }).click();
  await page.locator('.ask textarea').first().fill(HERS.answer);
  for (const path of [`${plan}/print`, `/${lang}/calendar`, `/${lang}/people`, `/${lang}/data`, `/${lang}/`, `/${lang}/plans`, plan]) await follow(page, path);

  // The app is loaded again: what stood in the fields must not be kept by the browser either.
  await page.reload();
  await ready(page);
  await unlock(page, lang, SECRET);
  assert.equal(await page.getByLabel(m.need_sentence).inputValue(), HERS.need, 'it was kept');
  await page.getByLabel(m.need_sentence).fill(HERS.changed);
  await page.getByText(m.saved, { exact: true }).waitFor();
  await page.locator('#questions .adder > summary').click();
  await page.locator('#questions .adder textarea').fill(HERS.draft);
}

for (const [how, end] of [['closed', (browser) => browser.quit()], ['killed', (browser) => browser.kill()]]) {
  test(`the lock was set first: after the browser was ${how}, no word of hers lies in its profile`, async (t) => {
    const browser = await startKillable();
    t.after(async () => { await browser.kill(); fs.rmSync(browser.profile, { recursive: true, force: true }); });
    await write(browser, stage.server.url);
    // What the browser writes when it has time is written: the plans, sealed, and the addresses of the open tab.
    const sealed = () => find(path.join(browser.profile, 'Default', 'Local Storage'), ['phlov-sealed ']).length;
    await until(() => sealed(), 'localStorage on the disk', 60000);
    await end(browser);
    const last = find(browser.profile, [new URL(stage.server.url).host]).map((line) => line.split(':')[0]);
    t.diagnostic(`${files(browser.profile).length} files; the address stands in: ${[...new Set(last)].join(', ')}`);
    assert.deepEqual(find(browser.profile, pieces), []);
  }, 120000);
}
