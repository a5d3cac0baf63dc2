// Odd things come in: texts, addresses, numbers to call, files to bring back, and the day. Nothing of hers is lost, nothing runs that
// should not, and what cannot be used is said in words.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fault, lostBytes, lostOf, screen, sentenceOf } from './faults.mjs';
import { browserStage, byName, checkLayout, count, planWith, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const m = WORDS.en;
const HERS = 'ខ្ញុំត្រូវការអាជ្ញាប័ណ្ណហាង';
/** A script of a text or a link that ran would note it. */
const WATCH = () => { window.alert = () => { window.ran = true; }; };

const TEXTS = {
  '5,000 letters of Khmer': 'ស្ត្រី'.repeat(834),
  'one word without a place to break': 'ក'.repeat(800),
  'emoji': '👩🏽‍🌾🇰🇭👨‍👩‍👧‍👦 é 🏳️‍🌈',
  'marks of direction': '‮abc‏​⁦x⁩ مرحبا',
  'markup': '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;</textarea><h1>x',
  'quotes and backslashes': '"\'\\"`${alert(1)}{{x}}\\u0000',
};

test('odd texts are kept to the letter, shown as texts, and break no layout', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en', init: WATCH });
  const plan = await planWith(page, 'en', HERS);
  for (const [name, text] of Object.entries(TEXTS)) {
    await page.goto(plan);
    await ready(page);
    await page.getByLabel(m.need_sentence).fill(text);
    await page.getByText(m.saved, { exact: true }).waitFor();
    fault('odd texts', { lost: lostOf([text], await sentenceOf(page, plan)) });
    for (const address of [plan, `${plan}/print`, '/en/plans']) {
      await page.goto(address);
      await ready(page);
      assert.equal(await page.locator('h1').count(), 1, name);
      await checkLayout(page, `${address} with ${name}`);
    }
    assert.equal(await page.evaluate(() => window.ran), undefined, `${name} did not run`);
  }
});

test('odd addresses say that there is nothing, and her plan is as it was', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en', init: WATCH });
  const plan = await planWith(page, 'en', HERS);
  for (const address of [
    '/en/nope', '/en/service/nope', '/en/plans/no-such-plan', '/en/people/%3Cscript%3Ealert(1)%3C/script%3E', '/en/find/%E1%9E%80?a=%FF&q=-1', '/en/%E1%9E',
    '/xx/', '/en//find', '/en/data#c=nonsense', '/en/plans/%2e%2e/%2e%2e', `${plan}/burn`, '/en/laws/__proto__',
  ]) {
    await page.goto(address);
    await ready(page);
    const said = await page.locator('h1').innerText();
    assert.ok(said.trim(), address);
    assert.equal(await page.evaluate(() => window.ran), undefined, address);
    fault('odd addresses', { lost: await lostBytes(page, [HERS]), said: [m.not_found, m.plan_gone, m.person.gone].filter((words) => words === said) });
  }
  fault('odd addresses', { lost: lostOf([HERS], await sentenceOf(page, plan)) });
});

test('what she notes of a person becomes a link only to a phone or a messenger, and stays as she typed it', async (t) => {
  const page = await stage.visit(t, '/en/people', { lang: 'en', init: WATCH });
  await ready(page);
  await tapByName(page, m.person.add, { role: 'button' });
  await page.waitForURL(/\/people\/\w+$/);
  const phone = page.getByLabel('Phone', { exact: true });
  for (const typed of [
    'javascript:alert(1)', '012 345 678', 'data:text/html,<script>alert(1)</script>', 'https://t.me.evil.example/x', 'tel:1;ext=javascript:alert(1)', '@sok_dara',
    'mailto:a@b.kh?bcc=all@evil.example', '//evil.example',
  ]) {
    for (const name of ['Phone', 'Telegram', 'WhatsApp', 'Messenger']) await page.getByLabel(name, { exact: true }).fill(typed);
    await page.getByText(m.saved, { exact: true }).waitFor();
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.href));
    const here = new URL(page.url()).origin;
    const odd = links.filter((href) => !href.startsWith(`${here}/`) && !/^(tel:\+?\d+|sms:\+?\d+|mailto:[\w.+@-]+|https:\/\/(t\.me|wa\.me|m\.me)\/[\w.+-]+)$/.test(href));
    assert.deepEqual(odd, [], typed);
    fault('links made of what she typed', { lost: lostOf([typed], await phone.inputValue()), said: (await visibleText(page)).includes(m.person.cannot_open) ? m.person.cannot_open : [] });
  }
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

/** What takes the place of a letter on the way. */
const NOISE = ['#', 'ក', '\u0000', '\n', '= end 1\n'];

/** Lets her choose this text as the file to bring back, and gives what the app says to it. */
async function bring(page, text) {
  await page.goto('/en/data');
  await ready(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tapByName(page, m.backup.choose, { role: 'button' })]);
  await chooser.setFiles({ name: 'phlov.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  const answers = [...m.backup.refused, m.backup.found];
  const shown = answers.map((words) => page.getByText(words, { exact: true }));
  await shown.reduce((all, one) => all.or(one)).first().waitFor();
  for (const [n, one] of shown.entries()) if (await one.count()) return answers[n];
  return assert.fail('nothing was said');
}

test('a file that is too large, or was changed on the way, is refused in words and changes nothing', async (t) => {
  const page = await stage.visit(t, '/en/', { lang: 'en' });
  const plan = await planWith(page, 'en', HERS);
  await page.goto('/en/data');
  await ready(page);
  const [download] = await Promise.all([page.waitForEvent('download'), tapByName(page, m.save_copy, { role: 'button' })]);
  const copy = fs.readFileSync(await download.path(), 'utf8');
  for (const text of [copy + ' '.repeat(12_000_001), 'x'.repeat(12_000_001)]) {
    const said = await bring(page, text);
    assert.equal(said, m.backup.refused[0]);
    fault('a file to bring in is over the caps', { lost: lostOf([HERS], await sentenceOf(page, plan)), said });
  }
  for (let n = 0; n < count(4, 60); n += 1) {
    const at = Math.floor((copy.length - 1) * (n / count(4, 60)));
    const said = await bring(page, n % 2 ? copy.slice(0, at) : `${copy.slice(0, at)}${NOISE[n % NOISE.length]}${copy.slice(at + 1)}`);
    // Should a whole record be left in it, that can be taken in; her own is not changed by it.
    const take = byName(page, m.backup.take, { role: 'button' });
    if (await take.count()) await take.press('Enter');
    fault('a file to bring in was changed', { lost: lostOf([HERS], await sentenceOf(page, plan)), said: said === m.backup.found ? [] : said });
  }
}, 600000);

for (const [name, days] of Object.entries({
  'the clock says 1970': ['1970-01-01'], 'the clock says 2099': ['2099-12-31'], 'the clock goes back and forward': ['2026-11-20', '1970-01-01', '2099-12-31', '2026-11-19'],
})) {
  test(`${name}: the app works, and what was written last is what she sees`, async (t) => {
    const context = await stage.context(t, { lang: 'en' });
    const page = await context.newPage();
    await context.clock.setFixedTime(new Date(`${days[0]}T12:00:00+07:00`));
    const plan = await planWith(page, 'en', HERS);
    for (const [n, day] of days.entries()) {
      await context.clock.setFixedTime(new Date(`${day}T12:00:00+07:00`));
      const words = `written as number ${n}, on ${day}`;
      await page.goto(plan);
      await ready(page);
      assert.equal(await page.evaluate(() => new Date().getFullYear()), Number(day.slice(0, 4)));
      await page.getByLabel(m.need_sentence).fill(words);
      await page.getByText(m.saved, { exact: true }).waitFor();
      fault(name, { lost: lostOf([words], await sentenceOf(page, plan)) });
      assert.doesNotMatch(await screen(page), new RegExp(m.other_version), 'no earlier text came back beside it');
    }
  });
}
