// Three phones collect questions and hand their needs to a fourth, without a name; it makes one agenda of them, notes the answers, and they
// come home. A report hides small counts. A hand-over opens on a new phone and says whom to greet first.
// Whose a plan is, is put into the storage as the app writes it: how it is made by tapping is tested where it is made (people helped).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { openDesk, put, record, rewrite } from './desk.mjs';
import { browserStage, byName, checkAxe, checkLayout, makePlan, ready, tapByName, test, visibleText } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const SMALL = { width: 320, height: 640 };
const SERVICE = 'nssf-enterprise-registration';
const OFFICE = 'nssf';
const TODAY = '2026-11-20';

const stored = (page, what) => page.evaluate((what) => Object.entries(localStorage).filter(([key]) => key.startsWith(`phlov:${what}:`)).map(([, text]) => text), what);

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.tap()]);
  return fs.readFileSync(await file.path(), 'utf8');
}

/** Chooses the file on the screen of bundles, looks, takes it in. */
async function takeIn(page, lang, text, { before = () => {} } = {}) {
  const { backup } = WORDS[lang];
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tapByName(page, backup.choose, { role: 'button' })]);
  await chooser.setFiles({ name: 'phlov-share.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await byName(page, backup.take, { role: 'button' }).waitFor();
  await before();
  await tapByName(page, backup.take, { role: 'button' });
  await page.getByText(backup.taken, { exact: true }).waitFor();
}

/** Makes the agenda of the office, holds the meeting, and brings its answers back. */
async function answerAll(page, lang) {
  const { meet, helper: { queue } } = WORDS[lang];
  const office = `/questions?office=${OFFICE}`;
  await openDesk(page, lang, office);
  await tapByName(page, queue.make, { role: 'button' });
  await tapByName(page, queue.open_meeting, { role: 'link' });
  await page.waitForURL(/\/meetings\/\w/);
  await page.locator('ol.agenda li').first().waitFor();
  const questions = await page.locator('ol.agenda li').count();
  assert.ok(questions <= 5, 'at most five');
  await tapByName(page, meet.start, { role: 'link' });
  for (let at = 1; at <= questions; at += 1) {
    await page.waitForURL(new RegExp(`q=${at}`));
    await page.getByLabel(meet.answer_words, { exact: true }).fill(`ANSWER ${at}`);
    await page.locator('.bar a').tap();
  }
  await page.waitForURL(/after=1/);
  await tapByName(page, meet.held, { role: 'button' });
  await openDesk(page, lang, office);
  await tapByName(page, queue.bring_keep, { role: 'button' });
  await page.locator('.toast').waitFor();
}

for (const lang of ['km', 'en']) {
  const { bundle, report } = WORDS[lang].helper;

  test(`${lang}: three phones ask, a fourth answers, the answers come home`, async (t) => {
    const phones = [];
    for (const [at, name] of ['Zebra', 'Giraffe', 'Okapi'].entries()) {
      const page = await stage.visit(t, `/${lang}/`, { lang, viewport: at ? undefined : SMALL });
      await ready(page);
      await makePlan(page, lang, { service: SERVICE });
      await page.getByText(WORDS[lang].saved, { exact: true }).first().waitFor();
      await put(page, [record('helped', `helped${at}`, name, { consent: TODAY, area: '12' })]);
      await rewrite(page, 'plan', (plan) => { plan.f = { ...plan.f, for: [`helped${at}`] }; });
      await openDesk(page, lang, '/bundles');
      await page.getByRole('textbox', { name: bundle.label, exact: true }).fill(`Team ${at}`);
      await page.getByText(bundle.nothing, { exact: true }).waitFor();
      await page.getByRole('checkbox', { name: new RegExp(name) }).check();
      const text = await download(page, byName(page, bundle.file, { role: 'button' }).first());
      assert.ok(text.includes(`Team ${at}`) && text.includes(SERVICE) && !text.includes(name), 'the need goes, her name does not');
      if (at === 0) {
        await checkAxe(page, 'bundles');
        await checkLayout(page, 'bundles, 320 px');
      }
      phones.push({ page, text, at });
    }

    const fourth = await stage.visit(t, `/${lang}/`, { lang });
    await ready(fourth);
    await openDesk(fourth, lang, '/bundles');
    for (const { text, at } of phones) {
      await takeIn(fourth, lang, text, {
        before: async () => {
          await fourth.getByText(`Team ${at}`, { exact: false }).first().waitFor();
          assert.equal((await stored(fourth, 'need')).length, at, 'looking changes nothing');
        },
      });
    }
    assert.equal((await stored(fourth, 'need')).length, 3);

    // Three are too few for a report.
    await openDesk(fourth, lang, '/report?period=all');
    const numbers = await visibleText(fourth);
    assert.ok(numbers.includes(report.hidden_count) && numbers.includes(report.hiding), numbers);
    await checkAxe(fourth, 'a report');
    await checkLayout(fourth, 'a report');

    // One agenda for the office asks for all of them; each answer is noted in the meeting and brought back.
    await answerAll(fourth, lang);
    await openDesk(fourth, lang, '/bundles');
    for (const { page, at } of phones) {
      const fold = fourth.locator('details.fold', { hasText: `Team ${at}` });
      await fold.locator('summary').first().tap();
      const back = await download(fourth, fold.getByRole('button', { name: bundle.file }));
      assert.ok(back.includes('ANSWER') && back.includes(`Team ${at}`));
      await takeIn(page, lang, back);
      const [plan] = await stored(page, 'plan');
      assert.ok(plan.includes('ANSWER'), 'the answer is in her plan');
      assert.equal((await stored(page, 'need')).length, 0, 'and no need beside it');
    }
    const { page } = phones[2];
    await tapByName(page, WORDS[lang].undo, { role: 'button' });
    await page.getByText(WORDS[lang].backup.taken, { exact: true }).waitFor({ state: 'detached' });
  });

  test(`${lang}: a hand-over opens on a new phone and says whom to greet`, async (t) => {
    const { handover } = WORDS[lang].helper;
    const { person } = WORDS[lang];
    const old = await stage.visit(t, `/${lang}/`, { lang });
    await ready(old);
    await put(old, [
      record('person', 'official', 'Sok Dara', { office: 'nssf', prefers: 'telegram' }),
      record('helped', 'helped', 'Zebra', { consent: TODAY }),
    ]);
    await openDesk(old, lang, '/handover');
    await old.getByRole('textbox', { name: bundle.label, exact: true }).fill('Team 1');
    await old.locator('.paper', { hasText: 'Sok Dara' }).waitFor();
    await checkAxe(old, 'a hand-over');
    await checkLayout(old, 'a hand-over');
    const text = await download(old, byName(old, bundle.file, { role: 'button' }).first());
    assert.ok(text.includes('Sok Dara') && !text.includes('Zebra'));

    const page = await stage.visit(t, `/${lang}/`, { lang, viewport: SMALL });
    await ready(page);
    await openDesk(page, lang, '/bundles');
    await takeIn(page, lang, text, { before: () => page.getByText('Team 1', { exact: false }).first().waitFor() });
    await openDesk(page, lang, '/handover');
    await page.getByText(handover.first, { exact: true }).waitFor();
    await checkLayout(page, 'work taken over, 320 px');
    await page.locator(`section[aria-label="${handover.first}"] a.row`).first().tap();
    await page.waitForURL(/\/people\//);
    await page.locator('#log').getByRole('button', { name: person.ways[1], exact: true }).tap();
    await page.locator('#log').getByRole('button', { name: person.results[0], exact: true }).tap();
    await page.getByText(WORDS[lang].saved, { exact: true }).first().waitFor();
    await openDesk(page, lang, '/handover');
    await page.getByText(handover.greeted, { exact: true }).waitFor();
  });
}
