// Reading aloud: what stands on the page, by a voice of the phone, or a recorded file. `src/ui/state/listen.rs` says what and when.
// Only voices that the phone has itself are used: others would send the words away.

const speech = window.speechSynthesis; // browsers inside other apps have none
let tell;
/** The words of the page: for each block its element, its language, its text, and which node begins where in it. */
let blocks = [];
let saying, sound, awake;

/** The phone's own voice for a language, the chosen one first. Some phones say `khm`. */
const voice = (lang) => (speech?.getVoices() ?? []).filter((one) => one.localService && one.lang.replace('khm', 'km').startsWith(lang)).sort((a, b) => b.default - a.default)[0];
const tellVoices = () => tell(['km', 'en'].filter(voice).join(' '));

/** `news` is told the languages that have a voice ("km en"), true at the end of what is said, false when it cannot be said or she presses Escape. */
export function ask(news) {
  if (tell) return;
  tell = news;
  if (speech) speech.onvoiceschanged = tellVoices; // most browsers know their voices only then
  if (speech?.getVoices().length) tellVoices();
  addEventListener('keydown', ({ key }) => { if (key === 'Escape') tell(false); });
  addEventListener('phlov:leave', () => hush(true)); // the quick exit (public/guard.js)
}

/** One block a line, its language first. Text that stands in what `but` names is left out. */
export function pageWords(but) {
  blocks = [];
  const walk = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const around = node.parentElement;
    if (around.closest(but)) continue;
    let box = around;
    while (getComputedStyle(box).display === 'inline') box = box.parentElement;
    const { lang } = around.closest('[lang]');
    let block = blocks.at(-1);
    if (block?.box !== box || block.lang !== lang) blocks.push(block = { box, lang, text: '', nodes: [] });
    block.nodes.push([block.text.length, node]);
    block.text += node.data.replace(/\s/g, ' ');
  }
  return blocks.map(({ lang, text }) => lang + text).join('\n');
}

export function say(at, from, to, rate) {
  cut();
  const { box, lang, text, nodes } = blocks[at];
  const own = voice(lang);
  if (!own) { tellVoices(); return tell(false); }
  const words = saying = new SpeechSynthesisUtterance(text.slice(from, to).replace(/\u200b/g, '').replace(/·/g, ','));
  Object.assign(words, { voice: own, lang: own.lang, rate });
  // What is not on the page any more is not read on.
  const end = (went) => { if (words === saying) { saying = null; tell(went && box.isConnected); } };
  words.onend = () => end(true);
  words.onerror = () => end(false);
  speech.speak(words);
  keepAwake();
  mark((place) => nodes.filter(([start]) => start < place || !start).map(([start, node]) => [node, Math.min(place - start, node.length)]).pop(), from, to);
}

/** Marks a sentence without touching the elements of the app, and brings it into view. */
function mark(find, from, to) {
  const range = new Range();
  range.setStart(...find(from));
  range.setEnd(...find(to));
  if (window.Highlight) CSS.highlights.set('said', new Highlight(range)); // older browsers mark nothing
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 80 || bottom > innerHeight - 220) {
    scrollBy({ top: top - innerHeight / 4, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }
}

/** `km/stories-kunthea-2` of `/km/stories/kunthea?n=2`. */
const file = (address) => address.slice(1).replace('?n=', '-').replace(/\//g, '-').replace('-', '/');

/** Files that were shipped: tools/post-build.mjs lists them in the page, so that no other is asked for. */
export function isRecorded(address) {
  return !!document.querySelector('meta[name="recordings"]')?.content.split(' ').includes(file(address));
}

export function play(address, rate) {
  const { href } = new URL(`${document.documentElement.dataset.base ?? ''}/audio/${file(address)}.opus`, location);
  if (sound?.src !== href) {
    sound = new Audio(href);
    sound.onended = () => tell(true);
    sound.onerror = () => tell(false);
  }
  sound.defaultPlaybackRate = sound.playbackRate = rate;
  sound.play().catch(() => {}); // paused before it began, or an error that is told above
  keepAwake();
}

/** Ends what is being said; it is not told. */
function cut() {
  if (saying) speech.cancel(saying = null);
}

export function hush(forGood) {
  cut();
  sound?.pause();
  awake?.then((lock) => lock?.release());
  awake = null;
  if (forGood) {
    sound = null;
    CSS.highlights?.delete('said');
  }
}

/** The screen goes dark within half a minute, and with it the voice. */
function keepAwake() {
  awake ??= navigator.wakeLock?.request('screen').catch(() => {});
}
