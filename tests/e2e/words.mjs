// The words of the interface that the browser tests tap and look for, in both languages, as they stand in src/i18n/.
import fs from 'node:fs';

function catalogue(lang) {
  const text = fs.readFileSync(new URL(`../../src/i18n/${lang}.rs`, import.meta.url), 'utf8');
  return Object.fromEntries([...text.matchAll(/^ {4}(\w+): "([^"]*)",$/gm)].map(([, name, words]) => [name, words]));
}

/** `WORDS.km.make_plan`, `WORDS.en.make_plan`; a name that does not exist is an error, not a silent miss. */
export const WORDS = Object.fromEntries(['km', 'en'].map((lang) => [lang, new Proxy(catalogue(lang), {
  get(words, name) {
    if (!(name in words)) throw new Error(`src/i18n/${lang}.rs has no plain text “${String(name)}”`);
    return words[name];
  },
})]));
