// The words of the interface that the browser tests tap and look for, in both languages, as they stand in src/i18n/.
import fs from 'node:fs';

const folder = new URL('../../src/i18n/', import.meta.url);
const plain = (text) => Object.fromEntries([...text.matchAll(/^ {4}(\w+): "([^"]*)",$/gm)].map(([, name, words]) => [name, words]));
const sure = (words, file) => new Proxy(words, {
  get(words, name) {
    if (!(name in words)) throw new Error(`src/i18n/${file}.rs has no plain text “${String(name)}”`);
    return words[name];
  },
});

/** The catalogue of a language, and in it those of the areas (paper.rs: `WORDS.km.paper.print`), which hold both languages. */
function catalogue(lang) {
  const read = (name) => fs.readFileSync(new URL(`${name}.rs`, folder), 'utf8');
  const areas = fs.readdirSync(folder).map((name) => name.slice(0, -3)).filter((name) => /^pub const EN: /m.test(read(name)));
  const part = (name) => read(name).split(/^pub const (?=KM|EN)/m).find((text) => text.startsWith(lang.toUpperCase()));
  return { ...plain(read(lang)), ...Object.fromEntries(areas.map((name) => [name, sure(plain(part(name)), name)])) };
}

/** `WORDS.km.make_plan`, `WORDS.en.make_plan`; a name that does not exist is an error, not a silent miss. */
export const WORDS = Object.fromEntries(['km', 'en'].map((lang) => [lang, sure(catalogue(lang), lang)]));
