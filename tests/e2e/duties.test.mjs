// Duties of her business: a tailor with two workers is known after eight taps, also with the network gone and after a reload in the middle;
// what applies is what the facts say, each with why and by when; what is done is ticked, stands in the calendar of the app and of the
// phone, and another answer says what it changed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { events } from '../helpers/read-ics.mjs';
import { serve } from '../../tools/serve.mjs';
import { browserStage, checkAxe, checkLayout, DIST, goOffline, offlineReady, ready, tapByName, test } from './helpers.mjs';
import { setLock, unfold } from './lock.mjs';
import { TAILOR, tapAnswers } from './screens.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const CUT = [/ERR_/, /Failed to load resource/, /no service worker/, /Failed to update a ServiceWorker/, /unknown error occurred when fetching/];
const small = { width: 320, height: 640 };
const ENTRIES = fs.readFileSync('tests/duties/businesses.txt', 'utf8').split('\n');

/** What the facts give the tailor with two workers, as the native tests hold it: `service:n`. */
const expected = ENTRIES.find((line) => line.startsWith('workers=1-7 form=sole activity=making place=rented online=no trade=none registered=none turnover=under-250m '))
  .split(' => ')[1].trim().split(' ');

/** The title of a duty as content/ has it. */
function title(duty, lang) {
  const [service, n] = duty.split(':');
  const text = fs.readFileSync(`content/services/${service}.toml`, 'utf8');
  const entry = text.split('[[duties]]').slice(1).find((entry) => new RegExp(`^n = ${n}$`, 'm').test(entry));
  return entry.match(new RegExp(`title = \\{.*?${lang} = "([^"]*)"`))[1].replaceAll('`', '');
}

const plain = (text) => text.replace(/[\u200b\u00a0\s]+/g, '');

for (const lang of ['km', 'en']) {
  const { duties: w, paper, ...m } = WORDS[lang];

  test(`${lang}: a tailor with two workers sees after eight taps what the facts give her`, async (t) => {
    const server = await serve({ dir: DIST });
    t.after(() => server.close());
    const page = await stage.visit(t, `/${lang}/duties`, { lang, viewport: small, server, allow: CUT });
    await offlineReady(page);
    await checkAxe(page, 'the first question');
    await checkLayout(page, 'the first question, 320 px');
    goOffline(server);
    const taps = await tapAnswers(page, TAILOR, { half: async () => { await page.reload(); await ready(page); } });
    assert.ok(taps <= 8, `${taps} taps`);
    await page.waitForURL(/\/duties\/\w+$/);
    await page.locator('#dated').waitFor();
    await page.getByText(m.duties_note, { exact: true }).first().waitFor();
    for (const fold of await page.locator('.fold:has(.duty) > summary').all()) await fold.tap();
    const shown = (await page.locator('section:not([aria-labelledby=may]) > .duty .row__name, .fold .duty .row__name').allInnerTexts()).map(plain).sort();
    const wanted = [...new Set(expected.map((duty) => plain(title(duty, lang))))].sort();
    assert.deepEqual([...new Set(shown)], wanted);
    await checkAxe(page, 'the duties of a tailor');
    await checkLayout(page, 'the duties of a tailor, 320 px');

    // One of them: why, by when, what otherwise, the way on, and from where it is known.
    const pay = page.locator('section[aria-labelledby=dated] .duty', { hasText: title('nssf-contributions:1', lang) });
    await pay.locator('> summary').tap();
    await pay.getByText(m.if_nothing, { exact: true }).waitFor();
    for (const words of [m.make_plan, m.source]) await pay.getByText(words, { exact: true }).waitFor();
    await checkAxe(page, 'a duty opened');
    await checkLayout(page, 'a duty opened, 320 px');

    // Done: the tick is for one time, the next one stands there; and it can be taken back.
    const before = await pay.locator('> summary .row__below').innerText();
    await pay.getByRole('button', { name: w.done, exact: true }).tap();
    await pay.locator('.duty__done').waitFor();
    assert.notEqual(await pay.locator('> summary .row__below').innerText(), before);
    await page.getByText(m.saved, { exact: true }).first().waitFor();
    await page.reload();
    await ready(page);
    await pay.locator('> summary').tap();
    await pay.getByRole('button', { name: w.not_done, exact: true }).tap();
    await pay.locator('.duty__done').waitFor({ state: 'detached' });
    assert.equal(await pay.locator('> summary .row__below').innerText(), before);

    // The calendar has it once, and leads here.
    await page.goto(`/${lang}/calendar`);
    await ready(page);
    const line = page.locator('.row', { hasText: title('nssf-contributions:1', lang) });
    assert.equal(await line.count(), 1);
    await line.tap();
    await page.waitForURL(/\/duties\/\w+$/);
  });

  test(`${lang}: eight workers bring internal rules, and one tap takes the news away`, async (t) => {
    const page = await stage.visit(t, `/${lang}/duties`, { lang, viewport: small });
    await ready(page);
    await tapAnswers(page, TAILOR);
    await page.locator('#dated').waitFor();
    await unfold(page, w.profile);
    await page.locator('.fold .row', { hasText: m.change }).first().tap();
    await page.waitForURL(/\?q=0$/);
    await page.locator('.choice').nth(2).tap();
    const changes = page.locator('section[aria-labelledby=changes]');
    await changes.getByText(title('labour-internal-work-rules:1', lang), { exact: true }).waitFor();
    await changes.getByText(w.new, { exact: true }).waitFor();
    await checkAxe(page, 'what changed');
    await checkLayout(page, 'what changed, 320 px');
    // Back with one tap, and again.
    await page.getByRole('button', { name: m.undo, exact: true }).tap();
    await changes.waitFor({ state: 'detached' });
    await unfold(page, w.profile);
    await page.locator('.fold .row', { hasText: m.change }).first().tap();
    await page.locator('.choice').nth(2).tap();
    await changes.getByRole('button', { name: w.seen, exact: true }).press('Enter');
    await changes.waitFor({ state: 'detached' });
    await page.getByText(m.saved, { exact: true }).first().waitFor();
    await page.reload();
    await ready(page);
    await page.getByText(title('labour-internal-work-rules:1', lang), { exact: true }).first().waitFor();
    assert.equal(await changes.count(), 0);
  });

  test(`${lang}: her year goes into the phone's calendar and onto one page`, async (t) => {
    const page = await stage.visit(t, `/${lang}/duties`, { lang, viewport: small });
    await ready(page);
    await tapAnswers(page, TAILOR);
    await page.locator('#dated').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: paper.save_all, exact: true }).press('Enter')]);
    const all = events(fs.readFileSync(await download.path(), 'utf8'));
    const pay = all.filter((event) => plain(event.summary) === plain(title('nssf-contributions:1', lang)));
    assert.ok(pay.length >= 11 && pay.length <= 12, `${pay.length} times in the year`);
    await page.getByText(w.paper, { exact: true }).tap();
    await page.waitForURL(/\/print$/);
    await page.locator('.paper__box').first().waitFor();
    await checkAxe(page, 'the page for the wall');
    await checkLayout(page, 'the page for the wall, 320 px');
    if (lang === 'km') {
      for (const query of ['', '?l=both']) {
        await page.goto(`${new URL(page.url()).pathname}${query}`);
        await ready(page);
        const pdf = await page.pdf({ format: 'A4' });
        const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
        assert.equal(pages, 1, `one page, ${query}`);
      }
    }
  });

  test(`${lang}: not sure of anything leads to questions that a tap answers; a new worker has a last day with its working`, async (t) => {
    const page = await stage.visit(t, `/${lang}/duties`, { lang, viewport: small });
    await ready(page);
    await tapAnswers(page, ['unsure']);
    const open = page.locator('section[aria-labelledby=find-out] .row');
    await open.first().waitFor();
    await checkAxe(page, 'nothing is sure');
    await checkLayout(page, 'nothing is sure, 320 px');
    const questions = await open.count();
    await open.first().tap();
    await page.waitForURL(/\?q=0$/);
    await page.locator('.choice').nth(1).tap();
    await page.locator('#changes').waitFor();
    assert.ok((await open.count()) < questions);

    const hiring = page.locator('.fold', { has: page.getByRole('heading', { name: w.happenings[2], exact: true }) });
    await hiring.locator('> summary').tap();
    await hiring.locator('input').fill('2026-11-20');
    const register = hiring.locator('.duty', { hasText: title('nssf-worker-registration:1', lang) });
    await register.locator('> summary').tap();
    await register.locator('.claim__sum').waitFor();
    await register.getByRole('button', { name: w.done, exact: true }).tap();
    await register.locator('.duty__done').waitFor();
    await checkLayout(page, 'a duty after an event, 320 px');
  });
}

test('a locked phone shows no word of her business', async (t) => {
  const page = await stage.visit(t, '/km/duties', { lang: 'km' });
  await ready(page);
  await tapAnswers(page, TAILOR);
  await page.locator('#dated').waitFor();
  const own = new URL(page.url()).pathname;
  await page.goto('/km/safety');
  await ready(page);
  await setLock(page, 'km', '482915');
  for (const [address, lock] of [[own, 1], [`${own}/print`, 1], ['/km/duties', 0]]) {
    await page.goto(address);
    await ready(page);
    assert.equal(await page.locator('form.lock').count(), lock, address);
    assert.equal(await page.locator('#dated, .paper').count(), 0, address);
  }
});
