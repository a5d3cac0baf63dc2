// Setting and opening the lock as she would, for tests, screenshots and the bench. She stays in the app: loading a page closes it.
import { byName } from './helpers.mjs';
import { WORDS } from './words.mjs';

/** The kinds of secrets, as they stand on the screen. */
export const [PIN, PHRASE] = [0, 1];

/** Follows a link of the app, as if it stood on the present screen. */
export async function follow(page, path) {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  await page.waitForURL((url) => url.pathname === path);
}

/** The folded part of that name, unfolded. */
export async function unfold(page, name) {
  const fold = page.locator('details.fold').filter({ has: page.getByText(name, { exact: true }) });
  if (await fold.getAttribute('open') === null) await fold.locator('summary').click();
  return fold;
}

/** Types a new secret twice, under "set" or "change", and sends it off. */
export async function typeNew(page, lang, secret, { kind = PIN, again = secret, part = WORDS[lang].safety.set } = {}) {
  const m = WORDS[lang].safety;
  const form = await unfold(page, part);
  await form.getByRole('radio', { name: m.kinds[kind], exact: true }).check();
  await form.locator('.field__line').first().fill(secret);
  await form.getByLabel(m.again).fill(again);
  await form.getByRole('button', { name: part, exact: true }).click();
}

/** Sets the lock on the safety page, and reads that it is set. */
export async function setLock(page, lang, secret, options) {
  await typeNew(page, lang, secret, options);
  await page.getByRole('status').getByText(WORDS[lang].safety.was_set, { exact: true }).waitFor();
  await byName(page, WORDS[lang].close, { role: 'button' }).click();
}

/** Types the secret where the lock asks for it. */
export async function typeSecret(page, lang, secret) {
  const form = page.locator('form.lock');
  await form.locator('.field__line').fill(secret);
  await form.getByRole('button', { name: WORDS[lang].safety.open, exact: true }).click();
}

/** Opens the lock. */
export async function unlock(page, lang, secret) {
  await typeSecret(page, lang, secret);
  await page.locator('form.lock').waitFor({ state: 'detached' });
}
