// Learn: what she has answered is kept and marked, she goes on where she stopped, forgets it all when she likes, and a story becomes a plan.
import assert from 'node:assert/strict';
import { browserStage, byName, checkAxe, checkLayout, ready, tapByName, test, visibleText } from './helpers.mjs';
import { answerAll } from './screens.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const PAGE = 'governance';

const row = (page, path) => page.locator(`.main .row[href^="${path}"]`);
/** Learn, with everything unfolded. */
async function openLearn(page, lang) {
  await page.goto(`/${lang}/learn`);
  await ready(page);
  await page.evaluate(() => { for (const fold of document.querySelectorAll('details')) fold.open = true; });
}

for (const lang of ['km', 'en']) {
  const { learn, reading, screen_next, story_plan, saved } = WORDS[lang];

  test(`${lang}: answers are kept, the page is marked, and all of it can be forgotten`, async (t) => {
    const page = await stage.visit(t, `/${lang}/learn/${PAGE}`, { lang });
    await ready(page);
    // A wrong answer says why, shames nobody, and is not kept.
    const first = page.locator('.quiz').first();
    await first.locator('.choice').first().tap();
    await first.locator('.answer').waitFor();
    await answerAll(page);
    await page.getByText(reading.all_right, { exact: true }).waitFor();
    await page.reload();
    await ready(page);
    await page.locator('.badge', { hasText: reading.done }).waitFor();
    await checkAxe(page, 'a page that is done');
    assert.equal(await page.locator('.choice[aria-pressed="true"]').count(), await page.locator('.quiz').count(), 'the earlier answers');
    assert.equal(await page.locator('.answer--right').count(), await page.locator('.quiz').count());

    // On to the next page, in the order of the guide.
    const next = page.locator('.button--main');
    const href = await next.getAttribute('href');
    await next.tap();
    await page.waitForURL((url) => url.pathname === href);

    await tapByName(page, learn, { role: 'link', exact: true });
    await page.waitForURL(/\/learn$/);
    const begun = page.locator('[aria-labelledby="resume"] .row');
    assert.equal(await begun.getAttribute('href'), href, 'begun and not finished');
    assert.equal(await page.locator('.main .row').first().getAttribute('href'), href, 'as the first row');
    await openLearn(page, lang);
    await checkAxe(page, 'Learn with what she has read');
    await checkLayout(page, 'Learn with what she has read');
    assert.match(await row(page, `/${lang}/learn/${PAGE}`).innerText(), new RegExp(reading.done));
    assert.equal(await row(page, `/${lang}/learn/${PAGE}`).locator('.row__below .icon').count(), 1, 'not by colour alone');
    const number = (n) => (lang === 'km' ? String(n).replace(/\d/g, (d) => '០១២៣៤៥៦៧៨៩'[d]) : String(n));
    assert.ok((await visibleText(page)).includes(reading.done_of.replace('{0}', number(1)).replace('{1}', number(18))));

    await tapByName(page, reading.forget, { role: 'button' });
    await page.getByText(reading.forgotten).waitFor();
    await begun.waitFor({ state: 'detached' });
    await openLearn(page, lang);
    assert.doesNotMatch(await row(page, `/${lang}/learn/${PAGE}`).innerText(), new RegExp(reading.done));
    assert.equal(await byName(page, reading.forget, { role: 'button' }).count(), 0, 'nothing is left to forget');
  });

  test(`${lang}: a story goes on where she stopped, and becomes a plan of today`, async (t) => {
    const page = await stage.visit(t, `/${lang}/stories/kunthea`, { lang });
    await ready(page);
    for (const n of [2, 3]) {
      await page.locator('.bar a').tap();
      await page.waitForURL((url) => url.search === `?n=${n}`);
    }
    await openLearn(page, lang);
    await page.locator('[aria-labelledby="resume"] .row').tap();
    await page.waitForURL((url) => url.pathname.endsWith('/kunthea') && url.search === '?n=3');
    await tapByName(page, reading.again, { role: 'link' });
    await page.waitForURL((url) => url.search === '');
    const title = await page.locator('#title').innerText();
    for (;;) {
      const on = page.locator('.bar a');
      if (!(await on.count())) break;
      const href = await on.getAttribute('href');
      assert.match(await on.innerText(), new RegExp(screen_next));
      await on.tap();
      await page.waitForURL((url) => url.pathname + url.search === href);
    }
    assert.equal(await page.locator('#title').innerText(), title);
    await checkAxe(page, 'the end of a story');
    assert.match(await page.locator('[aria-labelledby="next"] .row').getAttribute('href'), /\/stories\/(?!kunthea)/, 'and the next story');

    await tapByName(page, story_plan, { role: 'button' });
    await page.waitForURL(/\/plans\/\w+$/);
    await page.getByText(saved, { exact: true }).waitFor();
    // Her questions, and thirty days from today in Cambodia.
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Phnom_Penh' }).format(new Date());
    const last = new Date(`${today}T00:00:00Z`);
    last.setUTCDate(last.getUTCDate() + 30);
    const wanted = last.toISOString().slice(0, 10);
    assert.equal(await page.locator('.field__day').inputValue(), wanted);
    const questions = page.locator('#questions .checks__item');
    assert.equal(await questions.count(), 4);
    await page.reload();
    await ready(page);
    assert.equal(await page.locator('.field__day').inputValue(), wanted, 'after a reload');
    assert.equal(await questions.count(), 4);
    // The story is done.
    await openLearn(page, lang);
    assert.match(await row(page, `/${lang}/stories/kunthea`).last().innerText(), new RegExp(reading.done));
  });
}

test('two tabs lose no answer of the other, and one shows what the other has', async (t) => {
  const { reading } = WORDS.en;
  const page = await stage.visit(t, `/en/learn/${PAGE}`, { lang: 'en' });
  await ready(page);
  const other = await page.context().newPage();
  await other.goto('/en/learn/etiquette');
  await ready(other);
  const list = await page.context().newPage();
  await list.goto('/en/learn');
  await ready(list);
  await page.bringToFront();
  await answerAll(page);
  // The browser tells one tab what the other has written, a moment later.
  await other.waitForFunction((path) => new RegExp(`^/learn/${path} \\d`, 'm').test(localStorage.getItem('phlov-learnt')), PAGE);
  await other.bringToFront();
  await answerAll(other);
  await list.locator('.row', { hasText: reading.done }).nth(1).waitFor({ state: 'attached' });
  for (const [tab, path] of [[page, PAGE], [other, 'etiquette']]) {
    await openLearn(tab, 'en');
    assert.match(await row(tab, `/en/learn/${path}`).innerText(), new RegExp(reading.done), path);
  }
});
