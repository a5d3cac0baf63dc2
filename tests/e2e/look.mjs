// How a page stands under other settings than the usual: large text, a phone held across, paper, colours of the system. The
// settings are changed on the page that is open, so that a screen is come to once. Used by crawl.test.mjs.
import assert from 'node:assert/strict';

/** Text sizes of the app's settings, as the app writes them into the page. */
const text = (page, size) => page.evaluate((size) => { if (size) document.documentElement.dataset.text = size; else delete document.documentElement.dataset.text; }, size);
const theme = (page, name) => page.evaluate((name) => { if (name) document.documentElement.dataset.theme = name; else delete document.documentElement.dataset.theme; }, name);

/** Each: how it is set, what is checked, and how it is taken back. */
export const LOOKS = {
  'large text at 320 px': { viewport: { width: 320, height: 640 }, text: '140', checks: ['inside', 'readable', 'free', 'touch'] },
  across: { viewport: { width: 740, height: 360 }, checks: ['inside', 'free', 'room', 'focus'] },
  print: { media: { media: 'print' }, viewport: { width: 703, height: 1000 }, checks: ['inside', 'paper'] },
  'forced colours': { media: { forcedColors: 'active' }, checks: ['inside', 'focus', 'told'] },
  'more contrast': { media: { contrast: 'more' }, checks: ['contrast'] },
  'high contrast': { theme: 'contrast', checks: ['contrast', 'inside'] },
  still: { checks: ['still'] },
};

/** What is wrong with the open page under the setting of that name; afterwards it stands as before. */
export async function faultsOf(page, name) {
  const look = LOOKS[name];
  const before = page.viewportSize();
  await page.emulateMedia({ media: 'screen', forcedColors: 'none', contrast: 'no-preference', ...look.media });
  if (look.viewport) await page.setViewportSize(look.viewport);
  await text(page, look.text);
  await theme(page, look.theme);
  // From here on a focus counts as one by the keyboard.
  if (look.checks.includes('focus')) await page.keyboard.press('Tab');
  const faults = await page.evaluate(inspect, look.checks);
  await text(page);
  await theme(page);
  await page.emulateMedia({ media: 'screen', forcedColors: 'none', contrast: 'no-preference' });
  await page.setViewportSize(before);
  return faults;
}

export async function checkLook(page, name, what) {
  assert.deepEqual(await faultsOf(page, name), [], `${what}, ${name}`);
}

/** Runs in the page. */
function inspect(checks) {
  const out = new Set();
  const tell = (what, element) => out.add(`${what}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 130)} “${element.textContent.trim().slice(0, 40)}”`);
  const dialog = document.querySelector('dialog[open]');
  const place = dialog ?? document.body;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.closest('.skip');
  const all = (selector) => [...place.querySelectorAll(selector)].filter(seen);
  const fixed = (element) => { for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).position === 'fixed') return at; return null; };
  const width = document.documentElement.clientWidth, height = innerHeight;

  const on = {
    /** Nothing beside the screen, no text outside its box or cut by it. */
    inside() {
      const root = document.documentElement;
      if (root.scrollWidth > width + 1) tell(`the page is ${root.scrollWidth} px wide in ${width}`, root);
      const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || !seen(parent) || ['OPTION', 'SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxed = parent.closest('button, .button, .chip, .badge, .choice, .tile, .card, .tabs__tab, .head__row > *, summary, .option, .row, .banner, .toast');
        const box = boxed?.getBoundingClientRect();
        for (const rect of range.getClientRects()) {
          if (rect.left < -1 || rect.right > width + 1) { tell('text beside the screen', parent); break; }
          if (box && (rect.left < box.left - 1 || rect.right > box.right + 1)) { tell('text wider than its box', parent); break; }
        }
      }
      for (const element of all('*')) {
        const style = getComputedStyle(element);
        if (style.overflowY === 'visible' || !element.clientHeight || ['INPUT', 'TEXTAREA', 'DIALOG', 'HTML', 'BODY', 'PROGRESS', 'svg'].includes(element.tagName)) continue;
        if (element.scrollHeight > element.clientHeight + 1) tell('cut off', element);
      }
    },
    /** Khmer has room for what stands above and below its letters. */
    readable() {
      for (const element of all('*')) {
        const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('');
        if (!/[\u1780-\u17ff]{3}/.test(own)) continue;
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize), line = parseFloat(style.lineHeight) / size;
        if (line < 1.55) tell(`lines of ${line.toFixed(2)}`, element);
        if (size < 14) tell(`letters of ${size} px`, element);
      }
    },
    /** At its end a page is free of what is fixed. */
    free() {
      scrollTo(0, document.documentElement.scrollHeight);
      const bars = all('.tabs, .head').map((bar) => bar.getBoundingClientRect());
      for (const element of [...place.querySelectorAll('main > :last-child')].filter(seen)) {
        const rect = element.getBoundingClientRect();
        if (!rect.height || fixed(element)) continue;
        for (const bar of bars) {
          if (rect.bottom > bar.top + 1 && rect.top < bar.bottom && rect.right > bar.left + 1 && rect.left < bar.right - 1 && bar.top > height / 2) tell('under the tabs at the end', element);
        }
      }
      scrollTo(0, 0);
    },
    /** Half of the height is for reading. */
    room() {
      if (dialog) return;
      scrollTo(0, document.documentElement.scrollHeight / 2);
      let taken = 0;
      for (const bar of all('.head, .tabs, .bar')) {
        const rect = bar.getBoundingClientRect(), style = getComputedStyle(bar);
        if (!['fixed', 'sticky'].includes(style.position) || rect.width < width / 2) continue;
        taken += Math.max(0, Math.min(rect.bottom, height) - Math.max(rect.top, 0));
      }
      if (taken > height / 2) tell(`${Math.round(taken)} of ${height} px are bars`, document.querySelector('.head'));
      scrollTo(0, 0);
    },
    /** A finger meets it. Links in a text are as high as its lines. */
    touch() {
      for (const element of all('button, .button, summary, input, textarea, select, .option, .row, .chip, .choice, .tile, .tabs__tab, .face')) {
        const box = element.matches('input[type=checkbox], input[type=radio]') ? element.closest('label') ?? element : element;
        const rect = box.getBoundingClientRect();
        if (rect.height < 47.5 || rect.width < 43.5) tell(`${Math.round(rect.width)} × ${Math.round(rect.height)} px`, element);
      }
    },
    /** What has the focus shows it, and does not lie under a bar. */
    focus() {
      const kinds = new Map();
      for (const element of all('a[href], button, input, textarea, summary')) {
        const kind = `${element.tagName} ${element.className} ${element.closest('main > *, .head, .tabs')?.className}`;
        if (!element.disabled && !kinds.has(kind)) kinds.set(kind, element);
      }
      const was = document.activeElement;
      for (const element of kinds.values()) {
        element.focus();
        if (document.activeElement !== element) continue;
        const style = getComputedStyle(element);
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) tell('no focus to be seen', element);
        const rect = element.getBoundingClientRect();
        if (fixed(element) || !rect.height) continue;
        // Of a high field it is enough that some of it can be seen: the cursor is brought into sight by the browser.
        const x = Math.min(Math.max(rect.left + rect.width / 2, 0), width - 1);
        const points = [0.1, 0.5, 0.9].map((share) => rect.top + rect.height * share).filter((y) => y >= 0 && y < height);
        const hidden = points.every((y) => document.elementFromPoint(x, y)?.closest('.head, .tabs'));
        if (hidden && !element.closest('.head, .tabs')) tell('focus under a bar', element);
      }
      was?.focus?.();
      scrollTo(0, 0);
    },
    /** On paper stand words, answers too, and nothing of the shell, no button. */
    paper() {
      for (const element of all('.head, .tabs, .bar, .button, .listening, .banner, .meaning__close, input[type=search]')) tell('on paper', element);
      if (!all('main').some((main) => main.innerText.trim()) && !dialog) tell('an empty page', document.body);
    },
    /** What is chosen is told by more than a colour of ours. */
    told() {
      for (const element of all('[aria-pressed=true], [aria-current]')) {
        const style = getComputedStyle(element), other = [...element.parentElement.children, ...(element.parentElement.parentElement?.querySelectorAll(`.${element.className.split(' ')[0] || 'none'}`) ?? [])]
          .find((one) => one !== element && one.className === element.className && !one.matches('[aria-pressed=true], [aria-current]'));
        if (!other) continue;
        const usual = getComputedStyle(other);
        const same = ['borderTopWidth', 'borderTopStyle', 'borderTopColor', 'backgroundColor', 'fontWeight', 'textDecorationLine', 'color', 'outlineStyle'].every((name) => style[name] === usual[name]);
        if (same) tell('chosen looks as not chosen', element);
      }
    },
    /** Words stand out from their ground at least 7 to 1. */
    contrast() {
      const light = (colour) => {
        const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
        const part = (value) => { const share = value / 255; return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; };
        return { value: 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b), a };
      };
      const ground = (element) => { for (let at = element; at; at = at.parentElement) { const found = light(getComputedStyle(at).backgroundColor); if (found.a > 0.9) return found.value; } return 1; };
      for (const element of all('*')) {
        if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
        if (element.closest(':disabled')) continue;
        const ink = light(getComputedStyle(element).color);
        if (ink.a < 0.5) continue;
        const under = ground(element), ratio = (Math.max(ink.value, under) + 0.05) / (Math.min(ink.value, under) + 0.05);
        if (ratio < 7) tell(`contrast ${ratio.toFixed(1)}`, element);
      }
    },
    /** Who asked for no motion gets none. */
    still() {
      for (const element of all('*')) {
        const style = getComputedStyle(element);
        if (style.transitionDuration.split(',').some((time) => parseFloat(time) > 0.01) || (style.animationName !== 'none' && parseFloat(style.animationDuration) > 0.01)) tell('moves', element);
      }
      if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') tell('scrolls smoothly', document.documentElement);
    },
  };
  for (const check of checks) on[check]();
  return [...out];
}
