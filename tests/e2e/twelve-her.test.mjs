// Seven of the twelve stories: an owner on her own phone, from Home on the first day, without a network, by what can be seen and without
// typing a letter. Khmer on a phone, English on a laptop. What each costs her is exact: who makes it longer hears of it here.
import assert from 'node:assert/strict';
import { browserStage, test } from './helpers.mjs';
import { setOut } from './walk.mjs';

const stage = browserStage();
const LATIN = /[a-z]{3,}/i;

for (const lang of ['km', 'en']) {
  const story = (n, title, walk) => test(`${lang}: story ${n}: ${title}`, async (t) => walk(await setOut(t, stage, { story: n, title, lang })));
  /** What she ticks off in a part of her plan. */
  const items = (her, part) => her.page.locator(`${part} .checks__item`);
  story(1, 'a tailor hires her first helper', async (her) => {
    await her.shot('home');
    await her.aim('hire-someone');
    await her.shot('question');
    await her.answer('first');
    await her.shot('found');
    await her.service('nssf-enterprise-registration');
    // The fee is not known: that is said, and is a question to ask.
    await her.see(her.m.not_known);
    await her.shot('service');
    await her.plan('nssf-enterprise-registration');
    assert.equal(await items(her, '#questions').count(), 3);
    assert.equal(await items(her, '#prepare').count(), 7, 'four steps and three papers');
    await her.shot('plan');
    await her.tap(her.m.home);
    await her.see(her.m.next_things);
    await her.shot('home-again');
    await her.arrive({ taps: 5, typed: 0 });
  });

  story(2, 'a café owner gets Kunthea\'s letter', async (her) => {
    const { letter } = her.m;
    const { page } = her;
    await her.tap(letter.got);
    await her.shot('from');
    await her.answer('from.mlvt');
    await her.day(letter.dated, '2020-02-20');
    await her.day(letter.received, '2020-02-20');
    await her.shot('days');
    await her.tap(letter.next);
    // The number of the prakas could be typed; here she finds it in the list.
    await her.unfold(letter.all_laws);
    await her.shot('laws');
    await her.answer('law.prakas-443-2018');
    await her.tap(letter.wants[0]);
    await her.tap(letter.next);
    await her.answer('time.30');
    await her.tap(letter.next);
    await her.answer('threat.fine');
    await her.shot('unsaid');
    await her.tap(letter.next);
    await her.see(letter.office_decides);
    await her.shot('meaning');
    await her.tap(letter.save);
    await her.at(/\/plans\//);
    for (const step of letter.first_steps) await her.see(step);
    assert.equal(await page.locator('input[type=date]').first().inputValue(), '2020-03-21', 'the earlier last day');
    await her.shot('plan');
    await her.tap(letter.answer);
    assert.ok((await page.locator('.letter').first().innerText()).includes('៤៤៣'), 'the letter names the prakas');
    await her.shot('letter');
    await her.arrive({ taps: 19, typed: 0 });
  });

  story(3, 'a seller is asked for money without a receipt', async (her) => {
    const { complain, compose } = her.m;
    const { page } = her;
    await her.tap(her.m.reply.told);
    await her.shot('told');
    await her.tap(page.locator('.row[href$="/reply/no-receipt"]'));
    await her.shot('reply');
    await her.tap(complain.title);
    await her.shot('safety');
    await her.tap(complain.go_on);
    await her.shot('empty');
    await her.tap(page.locator('#what .checks__row').nth(3));
    await her.tap(complain.wheres[0]);
    await her.tap(complain.yesterday);
    await her.tap(page.locator('#want .checks__row').nth(2));
    await her.see(complain.complete);
    await her.shot('whole');
    await her.tap(complain.write);
    await her.at(/\/compose\//);
    const letter = await page.locator('.letter').first().innerText();
    assert.match(letter, /មិនទាន់បានទទួលបង្កាន់ដៃផ្លូវការ/, 'the office reads Khmer');
    assert.doesNotMatch(letter, LATIN);
    await her.shot('letter');
    await her.tap(compose.sent);
    await her.tap(complain.into_log);
    await her.see(complain.in_log);
    await her.shot('sent');
    await her.arrive({ taps: 11, typed: 0 });
  });

  story(4, 'a woman who is pregnant asks what she may claim', async (her) => {
    await her.tap(her.m.not_sure_start);
    await her.shot('aims');
    await her.aim('have-baby');
    await her.answer('worker');
    assert.equal(await her.page.locator('.fit').count(), 3, 'her leave, her money, the cash support');
    await her.shot('found');
    await her.service('nssf-maternity');
    await her.shot('service');
    await her.plan('nssf-maternity');
    assert.equal(await items(her, '#questions').count(), 3);
    await her.shot('plan');
    // At the counter she shows the first question.
    await her.tap(items(her, '#questions').first().getByRole('button'));
    const shown = her.page.locator('dialog[open]');
    assert.doesNotMatch(await shown.locator('.show__km').innerText(), LATIN);
    await her.shot('shown');
    await her.arrive({ taps: 6, typed: 0 });
  });

  story(5, 'an online shop wonders whether it must register', async (her) => {
    await her.aim('sell-online');
    await her.answer('local');
    await her.answer('below');
    await her.shot('found');
    await her.service('ecommerce-permit');
    await her.shot('service');
    await her.plan('ecommerce-permit');
    assert.ok(await items(her, '#questions').count() >= 3);
    await her.shot('plan');
    // The first step is to add up the sales of a year; ticked off, the next one stands there.
    const next = () => her.page.locator('.next__words').innerText();
    const first = await next();
    await her.tap(her.m.ticked);
    await her.saved();
    assert.notEqual(await next(), first);
    await her.shot('next-step');
    await her.arrive({ taps: 6, typed: 0 });
  });

  story(6, 'a salon owner asks whether her district permit still exists', async (her) => {
    await her.tap(her.m.not_sure_start);
    await her.aim('local-paper');
    await her.shot('question');
    await her.answer('permit');
    await her.shot('found');
    await her.service('local-licence-owso');
    await her.shot('service');
    await her.plan('local-licence-owso');
    assert.match(await her.page.locator('#questions').innerText(), lang === 'km' ? /លិខិតអនុញ្ញាត/ : /permit/, 'it is what she asks');
    await her.shot('plan');
    await her.arrive({ taps: 5, typed: 0 });
  });

  story(7, 'a farmers\' group wants to export', async (her) => {
    await her.aim('export');
    await her.answer('out');
    await her.answer('plants');
    await her.shot('question');
    await her.answer('no');
    await her.shot('found');
    await her.service('trade-sps');
    await her.shot('service');
    await her.plan('trade-sps');
    await her.tap(her.m.paper.open);
    await her.at(/\/print$/);
    assert.match(await her.page.locator('.paper').innerText(), lang === 'km' ? /វិញ្ញាបនបត្រ/ : /certificate/);
    await her.shot('paper');
    await her.arrive({ taps: 7, typed: 0 });
  });
}
