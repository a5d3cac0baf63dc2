// A phone is lost: the copy she sent herself comes back on another one, looked at first, taken in with one tap, taken back with one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { browserStage, byName, checkAxe, checkLayout, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SERVICE = 'nssf-enterprise-registration';
const NEED = { km: 'ខ្ញុំចង់ចុះឈ្មោះហាងកាត់ដេររបស់ខ្ញុំ', en: 'I want to register my tailor shop' };

const choose = async (page, lang, name, text) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tapByName(page, WORDS[lang].backup.choose, { role: 'button' })]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
};
const plans = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('phlov:plan:')).length);

for (const lang of ['km', 'en']) {
  test(`${lang}: a copy is kept, and comes back on another phone`, async (t) => {
    const { backup, make_plan, need_sentence, saved, save_copy, undo, delete_plan } = WORDS[lang];
    const old = await stage.visit(t, `/${lang}/service/${SERVICE}`, { lang });
    await ready(old);
    await tapByName(old, make_plan, { role: 'button' });
    await old.waitForURL(/\/plans\/\w+$/);
    await old.getByLabel(need_sentence).fill(NEED[lang]);
    await old.getByText(saved, { exact: true }).waitFor();
    const plan = new URL(old.url()).pathname;
    await old.goto(`/${lang}/data`);
    await ready(old);
    const [download] = await Promise.all([old.waitForEvent('download'), tapByName(old, save_copy, { role: 'button' })]);
    assert.match(download.suggestedFilename(), /^phlov-\d{4}-\d\d-\d\d\.txt$/);
    const copy = fs.readFileSync(await download.path(), 'utf8');
    assert.ok(copy.includes(NEED[lang]), 'a person can read it');

    const page = await stage.visit(t, `/${lang}/data`, { lang });
    await ready(page);
    for (const [name, text, why] of [['letter.txt', 'hello', 1], ['phlov-cut.txt', copy.slice(0, copy.length / 2), 2], ['phlov-new.txt', copy.replace('phlov-export 1', 'phlov-export 7'), 3]]) {
      await choose(page, lang, name, text);
      await page.getByText(backup.refused[why], { exact: true }).waitFor();
      await page.getByText(backup.nothing_changed, { exact: true }).waitFor();
      assert.equal(await plans(page), 0, `${name} changed nothing`);
    }
    await checkAxe(page, 'a refused copy');

    await choose(page, lang, 'phlov.txt', copy);
    await byName(page, backup.take, { role: 'button' }).waitFor();
    await checkAxe(page, 'the preview');
    await checkLayout(page, 'the preview');
    assert.equal(await plans(page), 0, 'looking changes nothing');
    await tapByName(page, backup.take, { role: 'button' });
    await page.getByText(backup.taken, { exact: true }).waitFor();
    assert.equal(await plans(page), 1);

    // Taken back, it lies in the bin; from there it comes again.
    await tapByName(page, undo, { role: 'button' });
    await tapByName(page, backup.put_back, { role: 'button' });
    await page.getByText(backup.bin_empty, { exact: true }).waitFor();
    await page.goto(plan);
    await ready(page);
    assert.equal(await page.getByLabel(need_sentence).inputValue(), NEED[lang], 'to the letter');

    // The same copy once more brings nothing.
    await page.goto(`/${lang}/data`);
    await ready(page);
    await choose(page, lang, 'phlov.txt', copy);
    await page.getByText(backup.nothing_new, { exact: true }).waitFor();
    assert.equal(await plans(page), 1);

    // What she deletes can be put back later too.
    await page.goto(plan);
    await ready(page);
    await tapByName(page, delete_plan, { role: 'button' });
    await page.goto(`/${lang}/data`);
    await ready(page);
    assert.match(await visibleText(page), new RegExp(backup.bin_hint));
    await tapByName(page, backup.put_back, { role: 'button' });
    await page.getByText(backup.bin_empty, { exact: true }).waitFor();
  });
}
