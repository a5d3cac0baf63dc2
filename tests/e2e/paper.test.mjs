// The plan on paper, as a picture, as a message, read aloud; and the calendar with its file, read by parsers that are not ours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { wrap } from '../../src/platform/browser/send.js';
import { events } from '../helpers/read-ics.mjs';
import { browserStage, byName, makePlan, pasted, readCode, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const OUT = 'target/paper';
fs.mkdirSync(OUT, { recursive: true });

/** Stands in for the phone's share sheet; `fate` says what becomes of it. */
function shareSheet(fate) {
  window.shared = [];
  const share = async (what) => {
    window.shared.push(what);
    if (fate !== 'sent') throw new DOMException('no', fate);
  };
  Object.defineProperty(navigator, 'share', { value: fate === 'none' ? undefined : share, configurable: true });
  Object.defineProperty(navigator, 'canShare', { value: fate === 'none' ? undefined : () => true, configurable: true });
}

async function openPaper(page, lang, languages) {
  await tapByName(page, WORDS[lang].paper.open, { role: 'link' });
  await page.waitForURL(/\/print$/);
  if (languages) {
    await page.goto(`${page.url()}?l=${languages}`);
    await ready(page);
  }
}

async function readPdf(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const content = await (await pdf.getPage(1)).getTextContent();
  const text = content.items.map((item) => item.str).join(' ').replace(/\s+/g, ' ');
  await pdf.destroy();
  return { pages: pdf.numPages, text };
}

test('a plan is one page of paper in Khmer, English and both, with its text and its code', async (t) => {
  const page = await stage.visit(t, '/km/', { viewport: { width: 360, height: 740 } });
  await ready(page);
  // Those with the most to print.
  const services = fs.readdirSync('content/services').map((name) => ({ id: name.slice(0, -5), size: fs.statSync(`content/services/${name}`).size }));
  const longest = services.sort((a, b) => b.size - a.size).slice(0, Number(process.env.PHLOV_PAPERS ?? 3)).map(({ id }) => id);
  for (const service of longest) {
    await makePlan(page, 'km', { service });
    await openPaper(page, 'km');
    const address = page.url();
    for (const languages of ['km', 'en', 'both']) {
      await page.goto(`${address}?l=${languages}`);
      await ready(page);
      const bytes = await page.pdf({ preferCSSPageSize: true, path: `${OUT}/${service}-${languages}.pdf` });
      const { pages, text } = await readPdf(bytes);
      assert.equal(pages, 1, `${service} ${languages} is one page`);
      if (languages !== 'km') assert.match(text, new RegExp(WORDS.en.part_questions), 'the English text can be taken out');
      if (languages !== 'en') assert.match(text, /[\u1780-\u17b3]{2}/u, 'the Khmer text can be taken out');
      assert.doesNotMatch(text, new RegExp(`${WORDS.en.paper.send_text}|${WORDS.en.plans}`), 'buttons and tabs stay off the paper');
        assert.equal(await readCode(page, '.paper__code'), `${stage.server.url}/${languages === 'en' ? 'en' : 'km'}/service/${service}`);
      // As it will lie on the table: A4 at 96 dots an inch, and nothing cut off by its own box.
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 703, height: 1032 });
      const cut = await page.evaluate(() => [...document.querySelectorAll('.paper *')].filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth).map((e) => e.outerHTML.slice(0, 90)));
      assert.deepEqual(cut, []);
      const height = await page.locator('.paper').evaluate((paper) => paper.getBoundingClientRect().height);
      assert.ok(height <= 1032, `${service} ${languages} is ${height} px high of 1032`);
      await page.screenshot({ path: `${OUT}/${service}-${languages}-print.png` });
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 360, height: 740 });
    }
  }
}, 600000);

for (const lang of ['km', 'en']) {
  const w = WORDS[lang].paper;
  test(`${lang}: a plan is sent as a message, as a picture, and read aloud`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, init: shareSheet, initArg: 'sent' });
    await makePlan(page, lang, { service: 'ip-trademark' });
    const title = await page.locator('#title').innerText();
    await openPaper(page, lang);
    await tapByName(page, w.send_text, { role: 'button' });
    await page.getByText(w.sent).first().waitFor();
    const text = await page.evaluate(() => window.shared[0].text);
    assert.ok(text.startsWith(`${title}\n`) && text.includes(WORDS[lang].documents) && text.includes('☐ '), text);

    await tapByName(page, w.send_picture, { role: 'button' });
    await page.waitForFunction(() => window.shared.length === 2);
    const picture = await page.evaluate(async () => {
      const [file] = window.shared[1].files;
      const drawn = await createImageBitmap(file);
      const pen = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d');
      pen.drawImage(drawn, 0, 0);
      const code = pen.getImageData(drawn.width - 340, 0, 340, 340);
      const url = await new Promise((ok) => { const reader = new FileReader(); reader.onload = () => ok(reader.result); reader.readAsDataURL(file); });
      return { type: file.type, name: file.name, width: drawn.width, height: drawn.height, code: [...code.data], url };
    });
    assert.deepEqual([picture.type, picture.name, picture.width], ['image/png', 'phlov.png', 1080]);
    assert.ok(picture.height > 1000, `${picture.height} px high`);
    assert.equal(jsQR(Uint8ClampedArray.from(picture.code), 340, 340)?.data, `${stage.server.url}/${lang}/service/ip-trademark`);
    fs.writeFileSync(`${OUT}/picture-${lang}.png`, Buffer.from(picture.url.split(',')[1], 'base64'));

    await page.getByText(w.aloud).tap();
    const said = page.locator('.aloud');
    assert.ok(await said.count() >= 5);
    await byName(page, w.send_text, { role: 'button' }).nth(1).tap();
    await page.waitForFunction(() => window.shared.length === 3);
    assert.equal(await page.evaluate(() => window.shared[2].text), (await said.allInnerTexts()).join('\n'));

    const printed = await page.evaluate(() => new Promise((ok) => { window.print = () => ok(true); document.querySelector('.bar button').click(); }));
    assert.ok(printed);
  });

  test(`${lang}: what is not sent is said, and can be copied`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, init: shareSheet, initArg: 'AbortError' });
    await makePlan(page, lang, { service: 'ip-trademark' });
    await openPaper(page, lang);
    for (const button of [w.send_text, w.send_picture]) {
      await byName(page, button, { role: 'button' }).first().tap();
      await page.getByText(w.not_sent).waitFor();
    }
    await byName(page, w.copy, { role: 'button' }).first().tap();
    await page.getByText(w.copied).waitFor();
    assert.match(await pasted(page), /☐ /);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await byName(page, w.copy, { role: 'button' }).first().tap();
    await page.getByText(w.by_hand).waitFor();
    assert.match(await page.getByLabel(w.copy).and(page.locator('textarea')).inputValue(), /☐ /);
  });

  test(`${lang}: a browser without a share sheet copies the message and saves the picture`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang, init: shareSheet, initArg: 'none' });
    await makePlan(page, lang, { service: 'ip-trademark' });
    await openPaper(page, lang, 'both');
    await byName(page, w.send_text, { role: 'button' }).first().tap();
    await page.getByText(w.copied).waitFor();
    const both = await pasted(page);
    assert.ok(both.includes(WORDS.km.documents) && both.includes(WORDS.en.documents));
    const [download] = await Promise.all([page.waitForEvent('download'), byName(page, w.send_picture, { role: 'button' }).first().tap()]);
    assert.equal(download.suggestedFilename(), 'phlov.png');
    await page.getByText(w.picture_saved).waitFor();
  });

  test(`${lang}: the calendar shows what is coming, and saves it for the calendar of the phone`, async (t) => {
    const page = await stage.visit(t, `/${lang}/calendar`, { lang });
    await ready(page);
    await page.getByText(w.nothing, { exact: true }).waitFor();
    assert.equal(await page.locator('.bar').count(), 0, 'nothing to save yet');
    const inDays = (days) => page.evaluate((n) => { const d = new Date(); d.setDate(d.getDate() + n); return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`; }, days);
    for (const [service, days] of [['ip-trademark', -2], ['seniority-payment', 0], ['nssf-enterprise-registration', 90]]) {
      await makePlan(page, lang, { service });
      await page.getByLabel(WORDS[lang].deadline_field).fill(await inDays(days));
      await page.getByText(WORDS[lang].saved, { exact: true }).waitFor();
    }
    await tapByName(page, WORDS[lang].home, { role: 'link', exact: true });
    await tapByName(page, w.calendar, { role: 'link', exact: true });
    await page.waitForURL(/\/calendar$/);
    const parts = await page.locator('.main h2').allInnerTexts();
    assert.deepEqual(parts.slice(0, 2), [w.overdue, w.this_week]);
    // Seniority is paid twice a year: the day comes from the service, and leads there.
    const due = page.locator('.main .row', { hasText: w.events[4] });
    assert.ok((await due.count()) >= 1, 'a duty of a service she has a plan for');
    assert.ok((await visibleText(page)).includes(w.save_hint));
    const [download] = await Promise.all([page.waitForEvent('download'), tapByName(page, w.save_all, { role: 'button' })]);
    assert.equal(download.suggestedFilename(), 'phlov.ics');
    const all = events(fs.readFileSync(await download.path(), 'utf8'));
    const isDuty = ({ description }) => /\/service\/[\w-]+$/m.test(description);
    assert.equal(all.filter(isDuty).length, await due.count());
    const found = all.filter((event) => !all.some((duty) => isDuty(duty) && event.summary.includes(duty.summary)));
    // What is past stays in the app; the warning for today would be yesterday.
    assert.deepEqual(found.map(({ start }) => start), [await inDays(0), await inDays(90), await inDays(89)]);
    assert.deepEqual(found.map(({ alarms }) => alarms), [1, 1, 0]);
    assert.ok((await page.locator('.row__name').allInnerTexts()).some((name) => found[1].summary.includes(name)) && found[2].summary.includes(found[1].summary));
    assert.match(found[1].description, /^http:\/\/127\.0\.0\.1:\d+\/(km|en)\/plans\/\w+$/);
    assert.equal(new Set(all.map(({ uid }) => uid)).size, all.length);
    await due.first().tap();
    await page.waitForURL(/\/service\/seniority-payment$/);
    await page.goBack();
    await page.locator('.main .row').first().tap();
    await page.waitForURL(/\/plans\/\w+$/);
  });
}

test('lines are cut between words, never inside a letter, and never before a full stop', () => {
  const measure = (text) => [...text].length;
  for (const [text, width] of [
    ['ខ្ញុំចង់ចុះបញ្ជីអាជីវកម្មនៅស្រុក។ តើត្រូវបង់ប្រាក់ប៉ុន្មាន?', 20], ['https://phlov.example/km/service/ip-trademark-registration', 20],
    ['ស្ត្រីប្រជុំ'.repeat(40), 9], ['«a» (b), c; d', 4], ['', 10], ['👩🏽‍🌾🇰🇭 e\u{301}', 3],
  ]) {
    for (const segmenter of [Intl.Segmenter, undefined]) {
      const kept = Intl.Segmenter;
      Intl.Segmenter = segmenter;
      const lines = wrap(text, width, measure);
      Intl.Segmenter = kept;
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''), 'nothing is lost');
      for (const line of lines) {
        assert.doesNotMatch(line, /^[។៕៖ៗ,.;:!?)\]»\u17b4-\u17d3]/u, `${line} of ${JSON.stringify(lines)}`);
        if (segmenter) assert.ok(measure(line) <= width || [...new Intl.Segmenter('km').segment(line)].length <= 2, `${line} is too wide`);
      }
    }
  }
});
