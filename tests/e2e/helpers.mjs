// What every browser test uses: a server and a browser per file, fresh 360 px touch pages in Khmer or English, and a watch
// over each page that fails the test on a console error, an exception, a request to another origin or a policy violation.
//
//   const stage = browserStage();
//   test('…', async (t) => { const page = await stage.visit(t, '/km/'); await ready(page); await tapByName(page, 'ផែនការ'); });
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import jsQR from 'jsqr';
import { after, before, test as nodeTest } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumPath, FLAGS, launch } from '../../tools/chromium.mjs';
import { serve } from '../../tools/serve.mjs';
import { WORDS } from './words.mjs';

export const DIST = path.resolve(process.env.PHLOV_DIST ?? 'dist');
export const PHONE = { width: 360, height: 740 };
/** Full counts (make bench) or the short form (make test). */
export const FULL = Boolean(process.env.PHLOV_FULL);
export const count = (short, full) => Number(process.env.PHLOV_COUNT ?? (FULL ? full : short));

/** A test with a time limit: a promise in a page that never settles must fail its test, not the whole run. */
export const test = (name, work, timeout = FULL ? 1800000 : 180000) => nodeTest(name, { timeout }, work);

/** A server of dist/ and a browser for the tests of one file. */
export function browserStage() {
  const stage = {};
  before(async () => {
    assert.ok(fs.existsSync(path.join(DIST, 'index.html')), `There is no site in ${DIST}: run make build first.`);
    stage.server = await serve({ dir: DIST });
    stage.browser = await launch();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.close();
  });

  /**
   * A fresh context (own storage) with one page at `address`. Options: `lang`, `scheme` (light, dark), `viewport`, `server` (another one),
   * `allow` (patterns of console messages that belong to the test), `init` (function run before the page's scripts), `settle` false = return at once.
   */
  stage.visit = async (t, address = '/km/', options = {}) => {
    const context = await stage.context(t, options);
    const page = await context.newPage();
    await page.goto(address, { waitUntil: options.settle === false ? 'commit' : 'load' });
    return page;
  };

  stage.context = async (t, { lang = 'km', scheme = 'light', viewport = PHONE, server = stage.server, allow = [], init, initArg, timeout = 30000, ...rest } = {}) => {
    const context = await stage.browser.newContext({
      baseURL: server.url, viewport, hasTouch: true, isMobile: viewport.width < 600, colorScheme: scheme, locale: lang === 'km' ? 'km-KH' : 'en-GB',
      timezoneId: 'Asia/Phnom_Penh', deviceScaleFactor: 1, reducedMotion: 'reduce', ...rest,
    });
    context.setDefaultTimeout(timeout);
    const watch = watchContext(context, server, allow);
    if (init) await context.addInitScript(init, initArg);
    t.after(async () => {
      await context.close();
      assert.deepEqual(watch.problems, [], 'the page had problems');
    });
    context.problems = watch.problems;
    return context;
  };
  return stage;
}

/** Collects what must never happen in a page of `server`. What a page says after its server was closed does not count. */
export function watchContext(context, server, allow = []) {
  const problems = [];
  const add = (text) => { if (!server.closed && !allow.some((pattern) => pattern.test(text))) problems.push(text); };
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) add(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => add(`exception: ${error.error()?.stack ?? error.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== server.url) add(`request to another origin: ${request.url()}`);
  });
  context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  return { problems };
}

/** Waits until the app has taken over. */
export function ready(page, options) {
  return page.waitForSelector('html[data-ready]', { state: 'attached', ...options });
}

/** Waits until the service worker holds everything: from here on the network may go. */
export function offlineReady(page, options) {
  return page.waitForSelector('html[data-offline]', { state: 'attached', ...options });
}

/** Taps the one button, link, checkbox, radio, tab or summary of that name (as a screen reader says it). */
export async function tapByName(page, name, options = {}) {
  await byName(page, name, options).first().tap();
}

export function byName(page, name, options = {}) {
  const roles = options.role ? [options.role] : ['button', 'link', 'checkbox', 'radio', 'tab', 'menuitem', 'switch', 'option'];
  const [first, ...others] = roles.map((role) => page.getByRole(role, { name, exact: options.exact ?? false }));
  return others.reduce((all, one) => all.or(one), first);
}

/** Presses a button as a keyboard does: a message at the foot may lie over it for a while. */
export const byKey = (button) => button.press('Enter');

/** Makes a plan on the page of a service: the present one, or that of `service`. Gives its address. */
export async function makePlan(page, lang, { service, press = (button) => button.tap() } = {}) {
  if (service) {
    await page.goto(`/${lang}/service/${service}`);
    await ready(page);
  }
  await press(byName(page, WORDS[lang].make_plan, { role: 'button' }).first());
  await page.waitForURL(new RegExp(`/${lang}/plans/\\w+$`));
  return new URL(page.url()).pathname;
}

/** Writes the sentence of the plan on the screen, until it is saved. */
export async function writeNeed(page, lang, words) {
  await page.getByLabel(WORDS[lang].need_sentence).fill(words);
  await page.getByText(WORDS[lang].saved, { exact: true }).waitFor();
}

/** A plan made on this phone, with these words as its sentence, saved. Gives its address. */
export async function planWith(page, lang, words, service = 'nssf-enterprise-registration') {
  const address = await makePlan(page, lang, { service, press: byKey });
  await writeNeed(page, lang, words);
  return address;
}

/** The text that a person can see. */
export function visibleText(page) {
  return page.evaluate(() => document.body.innerText.trim());
}

/** What a camera reads from the code in `place`: drawn black on white. */
export async function readCode(page, place) {
  const { data, side } = await page.locator(`${place} path`).evaluate((path) => {
    const size = path.closest('svg').viewBox.baseVal.width, scale = size > 60 ? 3 : 6, side = size * scale;
    const pen = new OffscreenCanvas(side, side).getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, side, side);
    pen.scale(scale, scale);
    pen.fillStyle = '#000';
    pen.fill(new Path2D(path.getAttribute('d')));
    return { data: [...pen.getImageData(0, 0, side, side).data], side };
  });
  return jsQR(Uint8ClampedArray.from(data), side, side)?.data;
}

/** What she gets when she pastes: the headers let nobody read the clipboard, this app neither. */
export async function pasted(page) {
  await page.evaluate(() => { document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' })); });
  await page.locator('#pasted').focus();
  await page.keyboard.press('Control+V');
  const text = await page.locator('#pasted').inputValue();
  await page.evaluate(() => document.getElementById('pasted').remove());
  return text;
}

const AXE = fs.readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** axe-core with zero violations, WCAG 2.2 AA and best practices. */
export async function checkAxe(page, what = page.url()) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const told = found.violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html.slice(0, 160)).join('\n    ')}`);
  assert.deepEqual(told, [], `axe on ${what}`);
}

/** No sideways scrolling, no text cut off by its own box. */
export async function checkLayout(page, what = page.url()) {
  const faults = await page.evaluate(() => {
    const out = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) out.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`);
    for (const element of document.querySelectorAll('button, a, h1, h2, h3, p, li, label, summary, input, textarea')) {
      const style = getComputedStyle(element);
      if (style.overflow !== 'visible' && !['INPUT', 'TEXTAREA'].includes(element.tagName) && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0) {
        out.push(`clipped: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    return out;
  });
  assert.deepEqual(faults, [], `layout of ${what}`);
}

/** The network goes away (every answer is cut) and comes back. */
export const goOffline = (server) => server.setFault(() => 'reset');
export const goOnline = (server) => server.setFault();

/** Breaks the first `times` answers whose path `matches`. */
export function breakFirst(matches, kind, times = 1) {
  let left = times;
  return (pathname) => (matches.test(pathname) && left-- > 0 ? kind : undefined);
}

/** A copy of dist/ in a folder of its own, changed by `change(read, write)`, as if it were another build: the page of the app, without the static pages. */
export function otherBuild(t, change = () => {}) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-build-'));
  t.after(() => fs.rmSync(dir, { recursive: true, force: true }));
  fs.cpSync(DIST, dir, { recursive: true, filter: (from) => !/^(km|en)$/.test(path.relative(DIST, from)) });
  change({
    dir,
    read: (name) => fs.readFileSync(path.join(dir, name), 'utf8'),
    write: (name, text) => fs.writeFileSync(path.join(dir, name), text),
  });
  return dir;
}

/**
 * A real browser process with a profile on disk, in a process group of its own, to be killed without a warning.
 * `kill()` is SIGKILL for all of it, `quit()` closes it in peace; start again on the same `profile`.
 */
export async function startKillable(profile = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-profile-'))) {
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket', 'DevToolsActivePort']) fs.rmSync(path.join(profile, lock), { force: true });
  const child = spawn(chromiumPath(), ['--headless', ...FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'], { stdio: 'ignore', detached: true });
  const gone = new Promise((ok) => child.once('exit', ok));
  const port = await until(() => fs.readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0] || undefined, 'the debugging port');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  return {
    profile, context,
    page: context.pages()[0] ?? (await context.newPage()),
    /** Closed as a person closes it: everything is written. */
    quit: async () => {
      await (await browser.newBrowserCDPSession()).send('Browser.close').catch(() => {});
      await gone;
    },
    kill: async () => {
      try { process.kill(-child.pid, 'SIGKILL'); } catch { /* it is gone already */ }
      await gone;
      await browser.close().catch(() => {});
    },
  };
}

/** Asks again until `ask` gives something (exceptions count as nothing). For conditions outside a page; pages have waitForFunction. */
export async function until(ask, what, timeout = 30000) {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false && answer !== null) return answer;
    } catch { /* not yet */ }
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((ok) => { setTimeout(ok, 10); });
  }
}
