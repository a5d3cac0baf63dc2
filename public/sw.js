// The service worker: keeps one whole build on the phone and answers from it, with or without a network.
//
//  * All or nothing: every file is fetched and its SHA-256 compared before this version can be used. A captive-portal
//    page, a half file or a deploy caught in the middle leaves the installed version as it was.
//  * Never a mix: the page and its files carry content hashes; a page gets exactly the files it names.
//  * Never by surprise: a new version waits until the page sends "take-over" (a tap on "update"). Where the phone saves data it
//    is not even fetched before that tap.
//  * Never without a way back: the last version that reported "ready" stays until this one has reported it too.
//
// VERSION, ASSETS, LATER and SIZES are filled in by tools/post-build.mjs from the finished files. Her data is not here and is never touched.

const VERSION = '__VERSION__';
const ASSETS = __ASSETS__; // { path: sha256 in hex }; './' is the page
const LATER = __LATER__; // parts that not everybody needs, the same way: kept once they were asked for, and in later versions too
const SIZES = __SIZES__; // of each, first the one, then the other, in bytes of gzip: what fetching it costs her at most
const SUMS = { ...ASSETS, ...LATER };
const MINE = 'phlov-' + VERSION;
// Small texts: "good" = last version that started, "bad" = a version that did not, "saves" = the phone saves data (written by the page).
const NOTES = 'phlov-notes';
const PAGES = 12; // kept of those she came by

addEventListener('install', (event) => {
  event.waitUntil(install());
  // Without this, browsers that start a sleeping worker ask the network for the page meanwhile, and throw the answer away.
  if (event.addRoutes) event.addRoutes({ condition: { requestMode: 'navigate' }, source: 'fetch-event' }).catch(() => {});
});
// An open page that no worker serves yet is taken in: else it would not hold the next version back.
addEventListener('activate', (event) => event.waitUntil(keepOnly(MINE, NOTES, 'good').then(() => clients.claim())));

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  const page = mode === 'navigate' && !/\.\w+$/.test(pathname);
  event.respondWith(page ? answerPage(event.request) : /\/audio\//.test(pathname) ? answerSound(pathname) : answerFile(event.request, pathname));
});

addEventListener('message', (event) => {
  const { type, build, page, boot } = event.data || {};
  const answer = (work) => event.waitUntil(work.then((value) => event.ports[0] && event.ports[0].postMessage(value)));
  if (type === 'take-over') answer(fill().then(() => skipWaiting()).then(() => true, () => false));
  if (type === 'cost') answer(cost());
  if (type === 'ready' && build === VERSION) event.waitUntil(started().then(() => page && keepPage(page, boot)));
  if (type === 'forget') event.waitUntil(forgetPages(0));
  if (type === 'broken') answer(fallBack(build));
});

/** The first version is what she came for. A later one is fetched at once, but not where that is hers to say. */
async function install() {
  if (!(await note('saves')) || !(await note('good'))) await fill();
}

/** Fills the cache of this version. Files that an installed version already has are taken from it, not from the network. The page comes last: with it the version is whole. */
async function fill() {
  if (await isWhole()) return;
  try {
    const cache = await caches.open(MINE);
    const put = async (path) => cache.put(path, await whole(path));
    await Promise.all((await wanted()).filter((path) => path !== './').map(put));
    await put('./');
  } catch (error) {
    await caches.delete(MINE);
    throw error;
  }
}

/** What this phone needs of this version: everything but the parts of which it never had one. */
async function wanted() {
  const had = (path) => caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).some(({ url }) => new URL(url).pathname.startsWith(path.replace(/-[^-]*$/, '-'))))));
  const later = Object.keys(LATER);
  const kept = await Promise.all(later.map(async (path) => (await had(path)).includes(true)));
  return [...Object.keys(ASSETS), ...later.filter((_, at) => kept[at])];
}

function isWhole() {
  return caches.match('./', { cacheName: MINE });
}

/**
 * What this version costs beside the one that is there, in bytes: { all: what is new in it, still: what of that is yet to be fetched,
 * total: the whole of it }; `whole`: it was fetched.
 */
async function cost() {
  const good = await note('good');
  let all = 0, still = 0;
  let total = 0;
  const names = Object.keys(SUMS);
  await Promise.all((await wanted()).map(async (path) => {
    const size = SIZES[names.indexOf(path)];
    total += size;
    const before = good && await caches.match(path, { cacheName: 'phlov-' + good });
    if (before && await sha256(await before.arrayBuffer()) === SUMS[path]) return;
    all += size;
    if (!(await caches.match(path, { cacheName: MINE }))) still += size;
  }));
  return { all, still, total, whole: Boolean(await isWhole()) };
}

/** The file at `path`, verified. The second try goes past the browser's own cache. */
async function whole(path) {
  for (const find of [() => caches.match(path), () => fetch(path), () => fetch(path, { cache: 'reload' })]) {
    const answer = await find();
    if (!answer || !answer.ok) continue;
    const bytes = await answer.clone().arrayBuffer();
    if (await sha256(bytes) !== SUMS[path]) continue;
    // An answer that was redirected may not be given to a navigation: wrap it.
    return answer.redirected ? new Response(bytes, { headers: answer.headers }) : answer;
  }
  throw new Error('not the file of this version: ' + path);
}

async function sha256(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A page she came by before answers with its own words; every other address of the app is the one page. */
async function answerPage(request) {
  const cache = await caches.open(await inUse());
  return (await cache.match(new URL(request.url).pathname)) || (await cache.match('./')) || fetch(request);
}

/**
 * Keeps the page she came by, with its loader: next time its words stand there before the app, without a network too. The browser has just
 * fetched both. Only those of this version, and only the last ones: what she reads elsewhere in the app is not noted.
 */
async function keepPage(page, boot) {
  const cache = await caches.open(MINE);
  if (await cache.match(page)) return;
  const [words, loader] = await Promise.all([page, boot].map((path) => fetch(path, { cache: 'force-cache' })));
  if (!words.ok || !loader.ok || !(await words.clone().text()).includes(`data-build="${VERSION}"`)) return;
  await cache.put(boot, loader);
  // A redirected answer may not be given to a navigation.
  await cache.put(page, words.redirected ? new Response(await words.blob(), { headers: words.headers }) : words);
  await forgetPages(PAGES);
}

/** Of the pages she came by, only the last `left` stay. */
async function forgetPages(left) {
  const cache = await caches.open(MINE);
  const kept = (await cache.keys()).filter(({ url }) => !/\.\w+$/.test(url) && url !== registration.scope);
  await Promise.all(kept.slice(0, Math.max(0, kept.length - left)).map((page) => cache.delete(page)));
}

/** First this version's file, then the same name of a version that is kept for an open page, then the network; what runs is compared then too. */
async function answerFile(request, path) {
  const cache = await caches.open(await inUse());
  const options = { ignoreSearch: true };
  const kept = (await cache.match(request, options)) || (await caches.match(request, options));
  if (kept || !/\/assets\//.test(path) || !SUMS[path]) return kept || fetch(request);
  const answer = await whole(path);
  if (LATER[path]) await cache.put(path, answer.clone()).catch(() => {}); // full: it works now, and is fetched again next time
  return answer;
}

/** A recorded page: what was played once can be played again without a network. Players ask for parts; a cache takes only the whole. */
async function answerSound(path) {
  const played = await caches.open('audio');
  try {
    const answer = await fetch(path);
    if (answer.ok) played.put(path, answer.clone()).catch(() => {}); // while it plays
    return answer;
  } catch (error) {
    return (await played.match(path)) || Promise.reject(error);
  }
}

/** The version that answers: the last good one while this one is bad, or not fetched (all windows were closed, so it took over by itself). */
async function inUse() {
  const good = await note('good');
  return good && ((await note('bad')) === VERSION || !(await isWhole())) ? 'phlov-' + good : MINE;
}

/** A page of this version works: it is the good one now, and older ones may go. Files that went missing are fetched again. */
async function started() {
  await note('good', VERSION);
  await note('bad', '');
  await keepOnly(MINE, NOTES);
  const cache = await caches.open(MINE);
  for (const path of Object.keys(ASSETS)) if (!(await cache.match(path))) await cache.put(path, await whole(path));
}

/** A page of this version could not start. True when the last good version answers from now on. */
async function fallBack(build) {
  const good = await note('good');
  if (build !== VERSION || !good || good === VERSION || !(await caches.has('phlov-' + good))) return false;
  await note('bad', VERSION);
  return true;
}

/** Drops the caches of other versions, but not while a newer version is filling its own or waits for its turn. */
async function keepOnly(...names) {
  if (names.includes('good')) names.push('phlov-' + (await note('good')));
  const others = (await caches.keys()).filter((name) => name.startsWith('phlov-') && !names.includes(name));
  if (!registration.installing && !registration.waiting) await Promise.all(others.map((name) => caches.delete(name)));
}

/** Reads a note, or writes it when `text` is given. */
async function note(name, text) {
  const cache = await caches.open(NOTES);
  if (text !== undefined) return cache.put('/.note/' + name, new Response(text));
  const found = await cache.match('/.note/' + name);
  return found ? found.text() : '';
}
