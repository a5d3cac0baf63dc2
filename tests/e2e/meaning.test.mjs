// A word of the glossary inside a text: a tap says what it means, and she is where she was.
import assert from 'node:assert/strict';
import { browserStage, checkAxe, checkLayout, ready, test } from './helpers.mjs';

const stage = browserStage();

for (const lang of ['km', 'en']) {
  test(`${lang}: a word in a text is explained on a sheet; “back”, Escape and its button lead back to the same place`, async (t) => {
    const page = await stage.visit(t, `/${lang}/service/biz-register`, { lang });
    await ready(page);
    const sheet = page.getByRole('dialog');
    const word = page.locator('.card .term').first();
    const said = await word.textContent();
    await word.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    const here = page.url();
    const show = async () => {
      await word.tap();
      await sheet.waitFor();
    };
    const gone = async (how) => {
      await sheet.waitFor({ state: 'hidden' });
      assert.equal(page.url(), here, how);
      assert.equal(await page.evaluate(() => scrollY), before, `${how}: the page stands where it stood`);
    };
    await show();
    assert.ok((await sheet.textContent()).length > said.length + 10, 'it says what the word means');
    await checkAxe(page, 'the sheet');
    await checkLayout(page, 'the sheet');
    await page.goBack();
    await gone('back');
    await show();
    await page.keyboard.press('Escape');
    await gone('Escape');
    await page.waitForFunction(() => document.activeElement?.className === 'term');
    await show();
    await sheet.getByRole('button').tap();
    await gone('its button');
    // From the sheet to the page of the word, and one step back to the text.
    await show();
    await sheet.getByRole('link').tap();
    await page.waitForURL(/\/words\/[a-z-]+$/);
    await page.goBack();
    await page.waitForURL(here);
    await word.waitFor();
    assert.equal(await sheet.isVisible(), false);
  });

  test(`${lang}: a result of the finder is one large place to tap, and its words are explained all the same`, async (t) => {
    const page = await stage.visit(t, `/${lang}/find/hire-someone?a=0`, { lang });
    await ready(page);
    while (!(await page.locator('.fit').count())) {
      const asked = page.url();
      await page.locator('.choice').last().tap(); // not sure
      await page.waitForURL((url) => url.href !== asked);
    }
    const results = page.url();
    await page.locator('.fit .term').first().tap();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(page.url(), results);
    await page.locator('.fit__go').first().tap({ force: true }); // the link lies over it
    await page.waitForURL(/\/service\//);
  });
}
