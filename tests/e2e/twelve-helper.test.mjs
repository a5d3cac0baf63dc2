// Five of the twelve stories: phones that more than one person depends on. A clerk with five women, a network and its workshop, a hand-over,
// a phone that is lent, a phone that is lost. From Home on the first day, without a network once helper mode is there, by what can be seen.
import assert from 'node:assert/strict';
import { browserStage, test } from './helpers.mjs';
import { setOut } from './walk.mjs';

const stage = browserStage();
const PIN = '482915';

/** Helper mode is a part that is fetched when it is turned on, so this is done while there is a network. */
const turnOn = async (...phones) => {
  for (const her of phones) {
    const { helping, more, settings, helper } = her.m;
    await her.tap(more);
    await her.tap(settings);
    await her.tap(helping.on, { role: 'radio' });
    await her.tap(more);
    await her.tap(helping.title);
    await her.page.getByRole('heading', { name: helper.desk.title, level: 1 }).waitFor();
  }
};

for (const lang of ['km', 'en']) {
  const story = (n, title, walk, options) => test(`${lang}: story ${n}: ${title}`, async (t) => walk(await setOut(t, stage, { story: n, title, lang, ...options })));

  story(8, 'a clerk helps five women in one afternoon on one phone', async (her) => {
    const { helping, backup, helper: { desk, queue, women } } = her.m;
    const { page } = her;
    /** What each of them wants: an aim, the answers, the service. */
    const wishes = [
      ['hire-someone', ['first'], 'nssf-enterprise-registration'],
      ['sell-online', ['local', 'below'], 'ecommerce-permit'],
      ['get-insured', ['alone'], 'nssf-voluntary-self-employed'],
      ['export', ['out', 'plants', 'no'], 'trade-sps'],
      ['hire-someone', ['first'], 'nssf-enterprise-registration'],
    ];
    await her.shot('desk');
    for (const [at, [aim, answers, service]] of wishes.entries()) {
      if (at === 1) await her.shot('next');
      await her.tap(at ? women.add : desk.add_first);
      await her.at(/\/helper\/people\/\w+$/);
      if (!at) await her.shot('consent');
      await her.tap(women.agree);
      if (!at) await her.shot('her-page');
      await her.tap(women.act);
      await her.at(new RegExp(`/${lang}/$`));
      await her.aim(aim);
      for (const answer of answers) await her.answer(answer);
      await her.service(service);
      await her.plan(service);
      await her.tap(helping.end);
      await her.at(/\/end$/);
      // She scans the code with her own phone.
      await her.unfold(backup.to_phone);
      await page.locator('.code path').waitFor();
      if (!at) await her.shot('end');
      await her.tap(women.given);
      await her.tap(women.keep);
      await her.at(/\/helper$/);
    }
    await her.shot('desk-at-last');
    await her.tap(women.title);
    await page.locator('.panes__list a.row').nth(4).waitFor();
    await her.shot('five');
    // Two of them ask the same: it is one question, asked by two.
    await her.back();
    await her.tap(queue.title);
    await her.see(queue.people.replace('{}', lang === 'km' ? '២' : '2'));
    await her.shot('questions');
    await her.arrive({ taps: 66, typed: 0 });
  }, { online: turnOn });

  story(9, 'a network prepares a workshop on a new prakas and sends the summary', async (her) => {
    const { page } = her;
    const { levels, meet, person, compose, helper: { workshop, minutes } } = her.m;
    const pick = (words) => page.locator('.panes__open .choice').filter({ hasText: words, visible: true });
    const part = (at) => her.tap(workshop.parts[at], { role: 'link' });
    await her.tap(workshop.title);
    await her.tap(workshop.begin);
    await her.unfold(workshop.rules);
    await her.shot('idea');
    await her.tap(pick(lang === 'km' ? '១១៧' : '117'));
    await her.tap(workshop.goals[0]);
    await her.tap(workshop.results[0]);
    await part(1);
    await her.day(meet.day, '2099-03-10');
    await her.tap(workshop.half_day);
    await her.shot('agenda');
    await part(2);
    await her.tap(person.choose_office);
    await her.unfold(levels[0]);
    await her.tap(pick(lang === 'km' ? 'ក្រសួងពាណិជ្ជកម្ម' : 'Ministry of Commerce'));
    await her.tap(workshop.invite);
    await her.at(/\/compose\//);
    assert.ok((await page.locator('.letter').first().innerText()).includes('២០៩៩'), 'the invitation is in Khmer and says the day');
    await her.shot('invitation');
    await her.tap(compose.sent);
    await her.back();
    await her.tap(workshop.replies[1]);
    // The day itself: how many came is a number, and it is quicker typed than tapped.
    await part(3);
    await her.type(workshop.counts[0], '22');
    await her.type(workshop.counts[1], '3');
    await her.shot('day');
    await part(4);
    await her.shot('after');
    await her.tap(minutes.summary);
    assert.match(await page.locator('.paper').innerText(), /២៥.*២២/, 'in Khmer: how many came, and how many of them women');
    await her.shot('summary');
    await her.tap(her.m.paper.copy);
    await her.arrive({ taps: 30, typed: 3 });
  }, { online: turnOn });

  story(10, 'a focal person hands over to the next', async ([old, next]) => {
    const { levels, person, backup, helper: { bundle, handover } } = old.m;
    const NAME = lang === 'km' ? 'សុខ ដារ៉ា' : 'Sok Dara';
    await old.tap(handover.title);
    await old.shot('nothing-yet');
    await old.tap(handover.add_people);
    await old.tap(person.add);
    await old.type(person.name, NAME);
    await old.tap(person.choose_office);
    await old.unfold(levels[0]);
    await old.tap(old.page.locator('.choice').filter({ hasText: lang === 'km' ? 'បេឡាជាតិសន្តិសុខសង្គម' : 'National Social Security Fund', visible: true }));
    await old.tap(old.page.locator('#log').getByRole('button', { name: person.ways[1], exact: true }));
    await old.tap(old.page.locator('#log').getByRole('button', { name: person.results[0], exact: true }));
    await old.shot('person');
    await old.tap(old.m.more);
    await old.tap(old.m.helping.title);
    await old.tap(handover.title);
    await old.shot('handover');
    const file = await old.file(bundle.file);
    assert.ok(file.text.includes(NAME));

    await next.tap(next.page.locator('a.row[href$="/helper/bundles"]'));
    await next.shot('bundles');
    await next.bring(backup.choose, file);
    await next.shot('preview');
    await next.tap(backup.take);
    await next.see(backup.taken);
    await next.back();
    await next.tap(handover.title);
    await next.see(handover.first);
    await next.shot('taken-over');
    await next.tap(next.page.locator('main a.row').filter({ hasText: NAME }));
    await next.tap(next.page.locator('#log').getByRole('button', { name: person.ways[1], exact: true }));
    await next.tap(next.page.locator('#log').getByRole('button', { name: person.results[0], exact: true }));
    await next.saved();
    await next.shot('greeted');
    await next.arrive({ taps: 32, typed: [...NAME].length });
  }, { online: turnOn, more: 1 });

  story(11, 'a woman lends her phone for a day', async (her) => {
    const { page } = her;
    const { more, plans, safety } = her.m;
    await her.aim('hire-someone');
    await her.answer('first');
    await her.service('nssf-enterprise-registration');
    const plan = await her.plan('nssf-enterprise-registration');
    await her.tap(more);
    await her.tap(safety.title);
    await her.shot('safety');
    await her.unfold(safety.set);
    const form = page.locator('details.fold', { hasText: safety.set });
    // A PIN cannot be anything but typed: twice when it is set, once when she comes back.
    await her.type(form.locator('.field__line').first(), PIN);
    await her.type(safety.again, PIN);
    await her.shot('pin');
    await her.tap(form.getByRole('button', { name: safety.set, exact: true }));
    await her.see(safety.was_set);
    await her.tap(safety.lock_now);
    await her.shot('locked');
    // Who has the phone now looks for her plans.
    await her.tap(plans);
    await her.see(safety.locked_hint);
    assert.equal(await page.locator(`main a[href$="${plan}"]`).count(), 0);
    await her.shot('what-the-other-sees');
    // She is back.
    await her.type(page.locator('form.lock .field__line'), PIN);
    await her.tap(safety.open);
    await her.tap(page.locator(`main a[href$="${plan}"]`));
    await her.see(her.m.next);
    await her.shot('open-again');
    await her.arrive({ taps: 15, typed: 3 * PIN.length });
  });

  story(12, 'a phone is lost and the backup is opened on another', async ([lost, found]) => {
    const { backup, data, more, plans, save_copy } = lost.m;
    await lost.aim('hire-someone');
    await lost.answer('first');
    await lost.service('nssf-enterprise-registration');
    const plan = await lost.plan('nssf-enterprise-registration');
    await lost.tap(lost.m.ticked);
    await lost.tap(more);
    await lost.tap(data);
    await lost.shot('data');
    const copy = await lost.file(save_copy);
    await lost.page.close();

    await found.tap(more);
    await found.tap(data);
    await found.bring(backup.choose, copy);
    await found.shot('preview');
    await found.tap(backup.take);
    await found.see(backup.taken);
    await found.tap(plans);
    await found.tap(found.page.locator(`main a[href$="${plan}"]`));
    assert.equal(await found.page.locator('#prepare .checks__box:checked').count(), 1, 'with the step she had done');
    await found.shot('plan');
    await found.arrive({ taps: 15, typed: 0 });
  }, { more: 1 });
}
