// A list of a thousand plans: drawn in parts, by scrolling and by the button, and the way back to the same row.
import assert from 'node:assert/strict';
import { addPlans } from '../../tools/many-plans.mjs';
import { browserStage, byKey, checkAxe, checkLayout, makePlan, ready, test, until } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const ROWS = 'main .row[href*="/plans/"]';

/** The list of so many plans, in Khmer. */
async function listOf(t, plans, options = {}) {
  const page = await stage.visit(t, '/km/find', options);
  await ready(page);
  await makePlan(page, 'km', { press: byKey });
  await addPlans(page, plans - 1);
  await page.goto('/km/plans');
  await ready(page);
  return { page, rows: page.locator(ROWS), more: page.locator('.rows__more') };
}

const atEnd = (page) => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
const focused = (page) => page.evaluate((rows) => [...document.querySelectorAll(rows)].indexOf(document.activeElement), ROWS);

/** Scrolls down until so many rows stand there. */
const scrollTo = (page, rows, wanted) => until(async () => {
  await atEnd(page);
  return await rows.count() >= wanted;
}, `${wanted} rows`, 40000);

test('a thousand plans: more rows come by scrolling, after five hundred by a tap, and back leads to the same row', async (t) => {
  const { page, rows, more } = await listOf(t, 1000);
  assert.equal(await rows.count(), 50);
  assert.equal(await more.innerText(), WORDS.km.more_rows.replace('{0}', '៩៥០'));
  await checkAxe(page);
  await checkLayout(page);
  await scrollTo(page, rows, 500);
  await atEnd(page);
  await page.waitForTimeout(400);
  assert.equal(await rows.count(), 500, 'what stands below the list can be reached');
  await more.tap();
  await until(async () => await focused(page) === 500, 'the focus on the first new row');
  await scrollTo(page, rows, 1000);
  await until(async () => await more.count() === 0, 'no button');

  const last = rows.last();
  const href = await last.getAttribute('href');
  const place = () => page.locator(`${ROWS}[href="${href}"]`).evaluate((row) => Math.round(row.getBoundingClientRect().top));
  await last.scrollIntoViewIfNeeded();
  const before = await place();
  await last.tap();
  await page.waitForURL(`**${href}`);
  await page.goBack();
  await page.waitForURL('**/km/plans');
  await until(async () => await rows.count() > 900 && Math.abs(await place() - before) < 3, 'the same row in the same place');

  // By a link it begins at its beginning.
  await page.locator('.tabs a[href="/km/"]').tap();
  await page.locator('.tabs a[href="/km/plans"]').tap();
  await until(async () => await rows.count() === 50, 'the first rows');
}, 120000);

test('where the browser cannot tell what is near, and by the keyboard, the button is the way on', async (t) => {
  const { page, rows, more } = await listOf(t, 120, { init: () => { delete window.IntersectionObserver; } });
  await atEnd(page);
  await page.waitForTimeout(400);
  assert.equal(await rows.count(), 50);
  await byKey(more);
  await until(async () => await rows.count() === 100 && await focused(page) === 50, 'the second part');
  await byKey(more);
  await until(async () => await rows.count() === 120 && await focused(page) === 100, 'the third part');
  assert.equal(await more.count(), 0);
});

test('fifty plans stand there whole', async (t) => {
  const { page, rows, more } = await listOf(t, 50);
  assert.deepEqual([await rows.count(), await more.count()], [50, 0]);
  await checkLayout(page);
});
