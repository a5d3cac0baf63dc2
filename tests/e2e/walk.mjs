// A walk through the app as a person makes it: from Home, on an empty phone, by what can be seen, without a network after the first load.
// It counts what it costs her: taps, typed characters, and the words that stand between the top of a screen and what she taps there.
// The figures of every story go to target/stories/counts.json, its pictures beside them. It is not a test by itself: twelve*.test.mjs are.
//
//   const her = await setOut(t, stage, { story: 1, title: 'a helper is hired', lang: 'km' });
//   await her.tap('…'); await her.see('…'); await her.shot('plan'); await her.arrive({ taps: 5, typed: 0 });
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { byName, checkAxe, checkLayout, goOffline, offlineReady, PHONE, ready } from './helpers.mjs';
import { WORDS } from './words.mjs';

const OUT = 'target/stories';
const LAPTOP = { width: 1280, height: 800 };
/** In the phone's own calendar she taps too: open, choose, "OK". */
const DAY = 3;

/** Khmer puts no spaces between words, so a dictionary divides them. */
const dividers = Object.fromEntries(['km', 'en'].map((lang) => [lang, new Intl.Segmenter(lang, { granularity: 'word' })]));
const words = (text, lang) => [...dividers[lang].segment(text)].filter((part) => part.isWordLike).length;
const letters = (text) => [...text].length;

/** Opens Home with the network, and lets it go when the phone needs it no more. `online`: what is done while there still is one. */
export async function setOut(t, stage, { story, title, lang, online = async () => {}, more = 0 }) {
  const viewport = lang === 'km' ? PHONE : LAPTOP;
  const walk = { story, title, lang, taps: 0, typed: 0, words: 0, screens: new Map(), step: 0 };
  const phones = [];
  t.after(() => stage.server.setFault());
  for (let n = 0; n <= more; n += 1) {
    const page = await stage.visit(t, `/${lang}/`, { lang, viewport, timeout: 15000 });
    await Promise.all([ready(page), offlineReady(page)]);
    // That the network may go now is said once, at the foot; she puts it away, which is no part of her story.
    await byName(page, WORDS[lang].close, { role: 'button' }).tap();
    phones.push(walker(page, walk, n));
  }
  await online(...phones);
  goOffline(stage.server);
  return more ? phones : phones[0];
}

function walker(page, walk, phone) {
  const { lang } = walk;
  const her = { page, lang, m: WORDS[lang], walk };

  /** The words she has read when she comes to this: those of its screen from the top, or from where she tapped before. */
  const reads = async (place) => {
    const { screen: address, text } = await place.evaluate(readUpTo);
    const screen = `${phone} ${address}`;
    const before = walk.screens.get(screen) ?? 0;
    const now = Math.max(before, words(text, lang));
    walk.screens.set(screen, now);
    walk.words += now - before;
  };

  /** What can be tapped and is called so, in whole or in its first line; or that locator. */
  const place = (what, { nth = 0, ...options } = {}) => {
    if (typeof what !== 'string') return what.nth(nth);
    const row = page.locator('.row').filter({ has: page.locator('.row__name').getByText(what, { exact: true }) });
    return byName(page, what, { exact: true, ...options }).or(row).filter({ visible: true }).nth(nth);
  };

  her.tap = async (what, options) => {
    const target = place(what, options);
    await target.waitFor();
    await reads(target);
    await target.tap();
    walk.taps += 1;
  };
  /** What she wants to do, on Home or in the list of everything; her answer to a question; a service that was found; by their names in content/. */
  her.aim = (id) => her.tap(page.locator(`main a[href$="/find/${id}"]`));
  her.answer = async (id) => {
    const question = await page.locator('#title').innerText();
    await her.tap(page.locator(['=', '.', '_'].map((before) => `.choice[href$="${before}${id}"]`).join()));
    await page.waitForFunction((question) => document.querySelector('#title')?.innerText !== question, question);
  };
  her.service = async (id) => { await her.tap(page.locator(`a.fit__name[href$="/service/${id}"]`)); await page.waitForURL(`**/service/${id}`); };
  /** The plan of the service on the screen, saved. */
  her.plan = async (id) => {
    await her.tap(her.m.make_plan);
    await page.waitForURL(/\/plans\/\w+$/);
    await page.locator(`main a[href$="/service/${id}"]`).waitFor();
    await her.saved();
    return new URL(page.url()).pathname;
  };
  /** Opens a folded part by its head. */
  her.unfold = (name) => her.tap(page.locator('summary').filter({ hasText: name, visible: true }));
  her.back = async () => { await her.tap(her.m.back, { role: 'button' }); };
  her.type = async (label, text) => {
    const field = typeof label === 'string' ? page.getByLabel(label, { exact: true }) : label;
    await field.waitFor();
    await reads(field);
    await field.tap();
    await field.fill(text);
    walk.taps += 1;
    walk.typed += letters(text);
  };
  /** A day chosen in the phone's calendar. */
  her.day = async (label, day) => {
    const field = page.getByLabel(label, { exact: true });
    await reads(field);
    await field.fill(day);
    walk.taps += DAY;
  };
  her.see = async (what) => { await (typeof what === 'string' ? page.getByText(what) : what).filter({ visible: true }).first().waitFor(); };
  her.at = (pattern) => page.waitForURL(pattern);
  her.saved = () => her.see(her.m.saved);
  /** What the button gives her as a file. */
  her.file = async (what, options) => {
    const [download] = await Promise.all([page.waitForEvent('download'), her.tap(what, options)]);
    return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), 'utf8') };
  };
  /** A file chosen in the phone's list of files: one tap there. */
  her.bring = async (what, { name, text }) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), her.tap(what)]);
    await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    walk.taps += 1;
  };
  her.shot = async (name) => {
    walk.step += 1;
    fs.mkdirSync(OUT, { recursive: true });
    await page.screenshot({ path: path.join(OUT, `${walk.story}-${walk.step}-${name}-${lang}.png`), fullPage: true, animations: 'disabled' });
  };
  /** The end: nothing is wrong with the screen, and the way cost what it may cost. */
  her.arrive = async ({ taps, typed }) => {
    await checkAxe(page, `story ${walk.story}`);
    await checkLayout(page, `story ${walk.story}`);
    note(walk);
    assert.ok(walk.taps <= taps, `${walk.taps} taps, at most ${taps}`);
    assert.ok(walk.typed <= typed, `${walk.typed} typed characters, at most ${typed}`);
  };
  return her;
}

/** In the page: the screen, and its visible text from the top to the end of this element. Tabs and header are read by their own words. */
function readUpTo(target) {
  const root = target.closest('dialog[open], main');
  const screen = location.pathname + location.search + (root?.localName ?? '');
  if (!root) return { screen: `${screen} ${target.textContent}`, text: target.innerText || target.getAttribute('aria-label') || '' };
  const seen = (node) => {
    const { width, height } = node.getBoundingClientRect();
    return width > 1 && height > 1 && node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  // What floats over the screen is there from the first moment: then it is the first view that she reads.
  let floats = target;
  while (floats !== root && getComputedStyle(floats).position !== 'sticky') floats = floats.parentElement;
  const last = floats === root ? Infinity : innerHeight - scrollY;
  const texts = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING && !target.contains(node)) break;
    if (seen(node.parentElement) && node.parentElement.getBoundingClientRect().top < last) texts.push(node.data);
  }
  return { screen, text: texts.join(' ') };
}

/** One line a story, whichever file it was walked in: each has a file of its own, and all of them are put together. */
function note({ story, title, lang, taps, typed, words, screens }) {
  const parts = path.join(OUT, 'parts');
  fs.mkdirSync(parts, { recursive: true });
  fs.writeFileSync(path.join(parts, `${String(story).padStart(2, '0')}-${lang}.json`), JSON.stringify({ story, title, lang, taps, typed, words, screens: screens.size, most: Math.max(0, ...screens.values()) }));
  const lines = fs.readdirSync(parts).sort().map((name) => fs.readFileSync(path.join(parts, name), 'utf8'));
  fs.writeFileSync(path.join(OUT, 'counts.json'), `[\n${lines.join(',\n')}\n]\n`);
}
