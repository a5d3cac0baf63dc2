// Helper mode is a part of the app that nobody fetches who helps nobody: it comes when it is turned on, stays for days without a network,
// comes with later versions, and what goes wrong is said. While she acts for somebody, everything is that person's.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { newer, update } from './builds.mjs';
import { breakFirst, browserStage, checkAxe, checkLayout, DIST, goOffline, goOnline, offlineReady, ready, test } from './helpers.mjs';
import { serve } from '../../tools/serve.mjs';
import { WORDS } from './words.mjs';

const stage = browserStage();
const PART = /^\/assets\/helper-.*\.wasm$/;
const CUT = [/ERR_/, /Failed to load resource/, /integrity/, /digest/, /error occurred when fetching/];

for (const lang of ['km', 'en']) {
  const { helping, more, settings } = WORDS[lang];

  test(`${lang}: helper mode is fetched when it is turned on, and then needs no network`, async (t) => {
    const server = await serve({ dir: DIST });
    t.after(() => server.close());
    const page = await stage.visit(t, `/${lang}/settings`, { server, lang, allow: CUT });
    await ready(page);
    await offlineReady(page);
    const fetched = () => server.requests.filter((path) => PART.test(path)).length;
    assert.equal(fetched(), 0, 'who helps nobody does not fetch it');

    // Without a network it cannot come: said, and a way on.
    goOffline(server);
    await page.getByRole('radio', { name: helping.on, exact: true }).tap();
    await page.getByRole('link', { name: more }).tap();
    await page.getByRole('link', { name: helping.title }).tap();
    await page.getByText(helping.failed).waitFor();
    await checkAxe(page, 'the part for helpers does not come');
    await checkLayout(page, 'the part for helpers does not come');
    goOnline(server);
    await page.getByRole('button', { name: helping.again }).tap();
    await page.getByRole('heading', { name: WORDS[lang].helper.desk.title, level: 1 }).waitFor();
    assert.ok(fetched() >= 1);

    // From now on it is on the phone, like the rest.
    goOffline(server);
    await page.reload();
    await ready(page);
    await page.getByRole('heading', { name: WORDS[lang].helper.desk.title, level: 1 }).waitFor();
    goOnline(server);

    // A new version brings it along before it is offered.
    const before = fetched();
    server.setDir(newer(t, 'new', false, ({ dir, page: html }) => {
      const [old] = fs.readdirSync(`${dir}/assets`).filter((name) => name.startsWith('helper-'));
      assert.ok(fs.readFileSync(`${dir}/sw.js`, 'utf8').includes(old));
      return html;
    }));
    await update(page);
    await page.waitForSelector('html[data-update]', { state: 'attached' });
    goOffline(server);
    await Promise.all([page.waitForEvent('load'), page.evaluate(() => dispatchEvent(new CustomEvent('phlov:take-update')))]);
    await ready(page);
    await page.getByRole('heading', { name: WORDS[lang].helper.desk.title, level: 1 }).waitFor();
    assert.equal(fetched(), before, 'the same file is not fetched again');
    assert.ok(settings);
  });
}

test('a part with other bytes than the build made never runs', async (t) => {
  const server = await serve({ dir: DIST });
  t.after(() => server.close());
  const page = await stage.visit(t, '/en/helper', { server, lang: 'en', allow: CUT });
  await ready(page);
  server.setFault(breakFirst(PART, 'changed', 20));
  await page.getByRole('button', { name: WORDS.en.helping.turn_on }).tap();
  await page.getByText(WORDS.en.helping.failed).waitFor();
  goOnline(server);
  await page.getByRole('button', { name: WORDS.en.helping.again }).tap();
  await page.getByRole('heading', { name: WORDS.en.helper.desk.title, level: 1 }).waitFor();
});
