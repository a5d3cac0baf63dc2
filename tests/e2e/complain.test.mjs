// A complaint from 0 % to 100 % by taps alone, after the page on safety: the letter in both languages, reload in the middle, without a
// network, what was sent and not answered leads one rung up, and the reminder stands in the calendar.
import assert from 'node:assert/strict';
import { browserStage, byKey, checkAxe, checkLayout, goOffline, goOnline, offlineReady, ready, tapByName, test } from './helpers.mjs';
import { complainAbout } from './screens.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const percent = async (page) => Number((await page.locator('#meter b').innerText()).replace(/[០-៩]/g, (digit) => '០១២៣៤៥៦៧៨៩'.indexOf(digit)).replace('%', ''));
const saved = (page, lang) => page.getByText(WORDS[lang].saved, { exact: true }).first().waitFor();

for (const lang of ['km', 'en']) {
  const { complain: words, compose, meet } = WORDS[lang];
  const small = { lang, viewport: { width: 320, height: 640 } };

  test(`${lang}: safety first, then from 0 % to everything by taps, and the letter says it`, async (t) => {
    const page = await stage.visit(t, `/${lang}/complain`, small);
    await ready(page);
    await checkAxe(page, 'the situations');
    await checkLayout(page, 'the situations, 320 px');
    await page.locator('a[href$="?s=no-answer"]').tap();
    await page.getByText(words.only_seen, { exact: true }).waitFor();
    assert.equal(await page.locator('#meter').count(), 0, 'nothing is made before the page on safety was read');
    await checkAxe(page, 'the page on safety');
    await checkLayout(page, 'the page on safety, 320 px');
    await tapByName(page, words.go_on, { role: 'button' });
    await page.waitForURL(/\/complain\/\w+$/);
    assert.equal(await percent(page), 0);
    await checkAxe(page, 'an empty complaint');
    await checkLayout(page, 'an empty complaint, 320 px');
    // What is missing leads to its card.
    await page.locator('#meter a[href="#what"]').tap();
    await page.locator('#what .checks__row').first().tap();
    assert.ok(await percent(page) > 0);
    await page.locator('#when').getByRole('button', { name: words.yesterday, exact: true }).tap();
    await page.locator('#want .checks__row').first().tap();
    await page.locator('#meter').getByText(words.complete, { exact: true }).waitFor();
    assert.equal(await percent(page), 100);
    const point = await page.locator('#what .checks__words').first().innerText();
    await saved(page, lang);
    await page.reload();
    await ready(page);
    assert.equal(await percent(page), 100, 'a reload loses nothing');
    // Another body needs more; the meter says so.
    await page.locator('#who').getByRole('button', { name: words.choose, exact: true }).nth(1).tap();
    await page.locator('#meter a[href="#where"]').waitFor();
    const further = await percent(page);
    assert.ok(further < 100, `${further} %`);
    await page.locator('#where').getByRole('button', { name: words.wheres[0], exact: true }).tap();
    if (await page.locator('#meter a[href="#tried"]').count()) await page.locator('#tried .checks__row').first().tap();
    await page.locator('#meter').getByText(words.complete, { exact: true }).waitFor();
    assert.ok(await percent(page) >= 90);
    await checkAxe(page, 'a whole complaint');
    await checkLayout(page, 'a whole complaint, 320 px');
    await saved(page, lang);
    await tapByName(page, words.write, { role: 'button', exact: true });
    await page.waitForURL(/\/compose\//);
    const letter = page.locator('section[aria-labelledby=text] .letter').first();
    const plain = point.slice(1);
    const texts = [];
    for (const at of [0, 1]) {
      await page.getByLabel(meet.languages[at], { exact: true }).check();
      await page.locator(`section[aria-labelledby=text] > .letter[lang=${['km', 'en'][at]}]`).waitFor();
      texts.push(await letter.innerText());
    }
    assert.ok(texts[lang === 'km' ? 0 : 1].includes(plain), texts.join('\n'));
    assert.ok(texts[0].includes('ចំណុចដែលអាចកែលម្អ៖') && texts[1].includes('The point that could be better:'));
    await byKey(page.getByRole('button', { name: compose.sent, exact: true }));
    await byKey(page.getByRole('button', { name: words.into_log, exact: true }));
    await page.getByText(words.in_log, { exact: true }).waitFor();
    await checkAxe(page, 'a letter that was sent');
    await checkLayout(page, 'a letter that was sent, 320 px');
    await page.getByRole('link', { name: words.open, exact: true }).click();
    await page.waitForURL(/\/complain\/\w+$/);
    await page.locator('#log .claim').waitFor();
  });

  test(`${lang}: no answer leads one rung up, the reminder stands in the calendar, all without a network`, async (t) => {
    const page = await stage.visit(t, `/${lang}/`, { lang });
    await offlineReady(page);
    goOffline(stage.server);
    t.after(() => goOnline(stage.server));
    await page.goto(`/${lang}/complain?s=delay`);
    await ready(page);
    await tapByName(page, words.go_on, { role: 'button' });
    await page.waitForURL(/\/complain\/\w+$/);
    const address = new URL(page.url()).pathname;
    await tapByName(page, words.note, { role: 'button' });
    const line = page.locator('#log .claim').first();
    await line.getByRole('button', { name: words.results[3], exact: true }).tap();
    await tapByName(page, words.go_next, { role: 'button' });
    await page.locator('#who .steps > li').nth(1).getByRole('button', { name: words.chosen, exact: true }).waitFor();
    await page.locator('#remind').getByRole('button').first().tap();
    await page.locator('#remind [aria-pressed=true]').waitFor();
    await page.locator('#end .choice').nth(1).tap();
    await page.locator('#end').getByLabel(WORDS[lang].meet.helps[4], { exact: true }).check();
    await saved(page, lang);
    await checkAxe(page, 'a complaint with its log');
    await page.goto(`/${lang}/calendar`);
    await ready(page);
    await page.locator('.row', { hasText: words.coming }).first().tap();
    await page.waitForURL(`**${address}`);
    await page.locator('#end [aria-pressed=true]').waitFor();
    assert.ok(await page.locator('#end').getByLabel(WORDS[lang].meet.helps[4], { exact: true }).isChecked());
    // Into the bin and back.
    await byKey(page.getByRole('button', { name: words.delete, exact: true }));
    await page.waitForURL(/\/complain$/);
    await byKey(page.locator('.toast__undo'));
    await page.locator('section[aria-labelledby=mine] .row').waitFor();
    await page.goto(address);
    await ready(page);
    await page.locator('#log .claim').waitFor();
  });

  test(`${lang}: every situation has its page on safety and opens`, async (t) => {
    const page = await stage.visit(t, `/${lang}/complain`, { lang });
    await ready(page);
    const all = await page.locator('section[aria-labelledby=situations] .row').evaluateAll((rows) => rows.map((row) => row.getAttribute('href')));
    assert.ok(all.length >= 10, `${all.length} situations`);
    for (const href of all) {
      await complainAbout(page, lang, new URL(href, page.url()).searchParams.get('s'));
      assert.equal(await percent(page), 0, href);
      await checkLayout(page, href);
    }
  });
}
