// Picks from a style sheet the rules that can touch a given piece of HTML, so that the first page is drawn without waiting
// for the sheet. The whole sheet comes later and repeats them in the same order, so nothing moves.

/** What only the app brings about: something is pressed, switched off, said at the foot. */
const LATER = /\[aria-pressed|:disabled|\.(toast|trouble)-place/;

/** `css` must be flat (no nesting) and without comments, as esbuild writes it. Gives the rules that may match `html`. */
export function critical(css, html) {
  const has = namesIn(html);
  return keep(css, has);
}

function keep(css, has) {
  let out = '';
  for (const { head, body } of rules(css)) {
    if (body === undefined) out += head + ';'; // @layer a, b; and other statements
    else if (/^@(media|supports|layer|container)\b/.test(head)) {
      const inner = /^@media ?(print|\((prefers-(reduced-motion|contrast)|forced-colors))/.test(head) ? '' : keep(body, has);
      if (inner || /^@layer/.test(head)) out += `${head}{${inner}}`; // an empty layer still fixes the order of layers
    } else if (head.startsWith('@')) continue; // keyframes, fonts: not needed to stand still
    else if (head.startsWith('::')) continue; // what is being read aloud, selected: not in a first picture
    else if (selectors(head).some((one) => mayMatch(one, has))) out += `${head}{${body}}`;
  }
  return out;
}

/** Cuts a sheet into { head, body }; `body` is undefined for statements that end in a semicolon. */
function* rules(css) {
  let from = 0, depth = 0, open = -1, quote = '';
  for (let at = 0; at < css.length; at++) {
    const letter = css[at];
    if (quote) { if (letter === '\\') at++; else if (letter === quote) quote = ''; continue; }
    if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{') { if (depth++ === 0) open = at; }
    else if (letter === '}') {
      if (--depth === 0) { yield { head: css.slice(from, open).trim(), body: css.slice(open + 1, at) }; from = at + 1; }
    } else if (letter === ';' && depth === 0) { yield { head: css.slice(from, at).trim() }; from = at + 1; }
  }
}

function selectors(list) {
  const out = [];
  let depth = 0, from = 0;
  for (let at = 0; at <= list.length; at++) {
    if ('(['.includes(list[at])) depth++;
    if (')]'.includes(list[at])) depth--;
    if (at === list.length || (list[at] === ',' && depth === 0)) { out.push(list.slice(from, at)); from = at + 1; }
  }
  return out;
}

/** Every class, id and element the selector demands is in the page. What stands in brackets is not looked into. */
function mayMatch(selector, has) {
  if (LATER.test(selector)) return false;
  const bare = withoutBrackets(selector).replace(/::?[\w-]+/g, ' ');
  const demands = bare.match(/[.#]?[a-zA-Z_][\w-]*/g) ?? [];
  return demands.every((name) => has.has(name.startsWith('.') || name.startsWith('#') ? name : name.toLowerCase()));
}

function withoutBrackets(selector) {
  let out = '', depth = 0;
  for (const letter of selector) {
    if ('(['.includes(letter)) depth++;
    if (depth === 0) out += letter;
    if (')]'.includes(letter)) depth--;
  }
  return out;
}

export function namesIn(html) {
  const names = new Set(['html', 'body']);
  for (const [, tag, attributes] of html.matchAll(/<([a-zA-Z][\w-]*)([^>]*)>/g)) {
    names.add(tag.toLowerCase());
    for (const [, name, a, b, c] of attributes.matchAll(/\b(class|id)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)) {
      for (const word of (a ?? b ?? c).split(/\s+/)) if (word) names.add((name === 'id' ? '#' : '.') + word);
    }
  }
  return names;
}
