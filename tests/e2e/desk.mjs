// Helper mode in the tests: turned on, and filled with people and their plans as the app would have stored them.
import { sealed } from '../../tools/many-plans.mjs';
import { byName, makePlan, ready } from './helpers.mjs';
import { WORDS } from './words.mjs';

const TODAY = '2026-11-20';

/** Opens a screen of helper mode, `/people`; turns the mode on when it is off, and waits until its part of the app shows the screen. */
export async function openDesk(page, lang, path = '') {
  await page.goto(`/${lang}/helper${path}`);
  await ready(page);
  const { turn_on, title } = WORDS[lang].helping;
  const on = byName(page, turn_on, { role: 'button' });
  const screen = page.locator('h1').filter({ hasNotText: new RegExp(`^${title}$`) });
  await on.or(screen).first().waitFor();
  if (await on.count()) await on.first().press('Enter');
  await screen.first().waitFor();
}

/** A sheet as it lies on the shelf. */
export const record = (what, id, title, facts = {}) => {
  const key = `phlov:${what}:${id}`;
  const f = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, [value]]));
  const content = JSON.stringify({ aim: null, at: [TODAY], b: '1.7', f, items: {}, made: TODAY, seen: { 7: 1 }, service: null, title: [title] });
  return [key, sealed(key, `${what} 1 1`, content)];
};

export const put = (page, records) => page.evaluate((records) => { for (const [key, text] of records) localStorage.setItem(key, text); }, records);

/** The records of a kind that lie on the phone: [key, first line without its sum, content]. */
async function records(page, what) {
  const all = await page.evaluate(() => Object.entries(localStorage));
  return all.filter(([key]) => key.startsWith(`phlov:${what}:`)).map(([key, text]) => [key, text.slice(0, text.indexOf('\n')).split(' ').slice(1, -1).join(' '), JSON.parse(text.slice(text.indexOf('\n') + 1))]);
}

/** Changes the content of the records of a kind, as the app would have written it. */
export async function rewrite(page, what, change) {
  await put(page, (await records(page, what)).map(([key, line, content]) => {
    change(content);
    return [key, sealed(key, line, JSON.stringify(content))];
  }));
}

/** Eight people with consent, each with the same two plans; the page stands at a screen of helper mode. */
export async function helping(page, lang, path = '') {
  const services = ['nssf-enterprise-registration', 'tax-patent'];
  for (const service of services) {
    await makePlan(page, lang, { service });
    await page.getByText(WORDS[lang].saved, { exact: true }).first().waitFor();
  }
  const digit = (at) => (lang === 'km' ? '០១២៣៤៥៦៧៨៩'[at] : String(at));
  const people = Array.from({ length: 8 }, (_, at) => record('helped', `helped${at}`, lang === 'km' ? `ក-០${digit(at + 1)}` : `A-0${digit(at + 1)}`, { consent: TODAY, area: at < 6 ? '12' : '02' }));
  const plans = await records(page, 'plan');
  const theirs = people.flatMap((_, at) => plans.map(([, line, content], n) => {
    const key = `phlov:plan:plan${at}${n}`;
    return [key, sealed(key, line, JSON.stringify({ ...content, f: { ...content.f, for: [`helped${at}`] } }))];
  }));
  await put(page, [...people, ...theirs]);
  await openDesk(page, lang, path);
}
