// The knowledge base changes after she made a plan: Home says so after the update, with what was and what is now; she takes the new one or
// keeps the old.
import assert from 'node:assert/strict';
import { crc } from '../../tools/png.mjs';
import { browserStage, checkAxe, checkLayout, makePlan, ready, tapByName, test } from './helpers.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const OLD = '1 000';

/** The stored plan as an earlier edition would have left it: another fee. */
function madeEarlier(key, record) {
  const [line, body] = [record.slice(0, record.indexOf('\n')), record.slice(record.indexOf('\n') + 1)];
  const head = line.split(' ').slice(1, 4).join(' ');
  const older = body.replace(/"[0-9a-f]{8}\\t(km|en)\\n/, '"00000000\\t$1\\n').replace(/\\nfee\\t([^\\"]*)\\t[^\\"]*/, `\\nfee\\t$1\\t${OLD}`);
  assert.notEqual(older, body, 'the plan notes what it relies on');
  const sum = crc(Buffer.from([key, head, older].join('\n'))).toString(16).padStart(8, '0');
  return `phlov1 ${head} ${sum}\n${older}`;
}

for (const lang of ['km', 'en']) {
  const { changed: words, saved, undo } = WORDS[lang];

  test(`${lang}: a fee changed since the plan was made: was, now, and her choice`, async (t) => {
    const before = await stage.visit(t, `/${lang}/service/ip-trademark`, { lang });
    await ready(before);
    await makePlan(before, lang);
    await before.getByText(saved, { exact: true }).first().waitFor();
    const [key, record] = await before.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith('phlov:plan:')));

    const page = await stage.visit(t, `/${lang}/`, {
      lang,
      viewport: { width: 320, height: 640 },
      init: ([key, record]) => {
        if (location.protocol === 'about:' || sessionStorage.getItem('there')) return;
        sessionStorage.setItem('there', 'yes');
        localStorage.setItem(key, record);
      },
      initArg: [key, madeEarlier(key, record)],
    });
    await ready(page);
    const told = page.locator('a[href$="/changed"]');
    await told.waitFor();
    assert.ok((await told.innerText()).includes(words.title));
    await told.tap();
    await page.waitForURL(/\/changed$/);
    const fact = page.locator('.claim').first();
    await fact.getByText(`${words.was} ${OLD}`, { exact: true }).waitFor();
    assert.ok((await fact.innerText()).includes(words.now), 'what is now stands below');
    await fact.locator('summary').tap();
    await fact.locator('.sources li').first().waitFor();
    await checkAxe(page, 'facts that changed');
    await checkLayout(page, 'facts that changed, 320 px');

    await tapByName(page, words.take, { role: 'button' });
    await page.getByText(words.none, { exact: true }).waitFor();
    await tapByName(page, undo, { role: 'button' });
    await fact.getByText(`${words.was} ${OLD}`, { exact: true }).waitFor();
    await tapByName(page, words.keep, { role: 'button' });
    await page.getByText(words.none, { exact: true }).waitFor();
    await page.goto(`/${lang}/`);
    await ready(page);
    await page.locator('.tile').first().waitFor();
    await page.goto(`/${lang}/changed`);
    await page.getByText(words.none, { exact: true }).waitFor();
  });
}
