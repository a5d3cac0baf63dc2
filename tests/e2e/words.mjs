// The words of the interface that the browser tests tap and look for, in both languages, as they stand in src/i18n/words/.
import fs from 'node:fs';

const read = (name) => fs.readFileSync(new URL(`../../src/i18n/words/${name}.rs`, import.meta.url), 'utf8');

/** Plain texts, lists of plain texts, and sentences with gaps (`{}`) of one catalogue. */
function catalogue(text) {
  const plain = [...text.matchAll(/^ {4}(\w+):\s+"([^"]*)",$/gm)].map(([, name, words]) => [name, words]);
  const lists = [...text.matchAll(/^ {4}(\w+): \[\s*((?:"[^"]*",?\s*)+)\],$/gm)].map(([, name, list]) => [name, [...list.matchAll(/"([^"]*)"/g)].map(([, words]) => words)]);
  const gaps = [...text.matchAll(/^ {4}(\w+): With\d\(\s*"([^"]*)",?\s*\),$/gm)].map(([, name, words]) => [name, words]);
  return Object.fromEntries([...plain, ...lists, ...gaps]);
}

/** Areas have files of their own, with both languages in them: `WORDS.km.meet.plan_meeting`. */
function area(name, lang) {
  const text = read(name);
  const from = text.indexOf(`const ${lang.toUpperCase()}:`);
  return strict(catalogue(text.slice(from, text.indexOf('\n};', from))), `${name}.rs`);
}

/** A name that does not exist is an error, not a silent miss. */
function strict(words, where) {
  return new Proxy(words, {
    get(words, name) {
      if (!(name in words)) throw new Error(`src/i18n/words/${where} has no plain text “${String(name)}”`);
      return words[name];
    },
  });
}

/** `WORDS.km.make_plan`, `WORDS.en.meet.share`. */
export const WORDS = Object.fromEntries(['km', 'en'].map((lang) => {
  const areas = [...read(lang).matchAll(/^ {4}(\w+): super::(\w+)::(?:KM|EN),$/gm)].map(([, field, name]) => [field, area(name, lang)]);
  // Helper mode has a list of its own: `WORDS.km.helper.women.title`.
  const rooms = [...read('helper/mod').matchAll(/^pub mod (\w+);$/gm)].map(([, name]) => [name, area(`helper/${name}`, lang)]);
  return [lang, strict({ ...catalogue(read(lang)), ...Object.fromEntries(areas), helper: Object.fromEntries(rooms) }, `${lang}.rs`)];
}));
