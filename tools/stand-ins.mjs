// What a visitor would otherwise get, for tools/bench-visit.mjs: an app with the same knowledge base as a decent developer ships it in
// a week: Preact, drawn in the browser, one bundle, Phlov's own style sheet and icons, a service worker that keeps everything.
//
// The knowledge base is a second request, not part of the bundle: that is the quicker of the two usual ways. The page preloads it, so
// that it comes beside the code and not after it; the engine reads JSON faster than the same as JavaScript; the head of the app
// stands while the data is on its way.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

/** The Preact app, from the table of all texts that check-content writes (`make content-table`). */
export async function preactApp(dist, table, dir) {
  const [sheet] = fs.readdirSync(path.join(dist, 'assets')).filter((name) => name.endsWith('.css'));
  const known = knowledge(fs.readFileSync(table, 'utf8'));
  const data = JSON.stringify(known);
  const dataFile = `/assets/data-${sum(data)}.json`;
  const { outputFiles } = await esbuild.build({
    stdin: { contents: APP, loader: 'jsx', resolveDir: process.cwd() }, bundle: true, minify: true, write: false, format: 'esm', target: 'es2020',
    jsx: 'automatic', jsxImportSource: 'preact', define: { DATA: JSON.stringify(dataFile), ICONS: JSON.stringify(icons(Object.values(known.icons))) },
  });
  const code = outputFiles[0].text;
  const codeFile = `/assets/app-${sum(code)}.js`;
  const styleFile = `/assets/${sheet}`;
  const page = `<!doctype html><html lang="km"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>ផ្លូវសិទ្ធិ</title><meta name="theme-color" content="#a51d2d"><link rel="icon" href="/icons/icon.svg" type="image/svg+xml"><link rel="manifest" href="/manifest.webmanifest">
<link rel="stylesheet" href="${styleFile}"><script type="module" src="${codeFile}"></script><link rel="preload" href="${dataFile}" as="fetch" crossorigin></head><body><div id="root"></div></body></html>`;
  const kept = ['/', codeFile, styleFile, dataFile, '/manifest.webmanifest', '/icons/icon.svg', '/icons/icon-192.png'];
  write(dir, 'index.html', page);
  write(dir, codeFile, code);
  write(dir, dataFile, data);
  write(dir, 'sw.js', WORKER.replace('VERSION', `'${sum(page)}'`).replace('FILES', JSON.stringify(kept)));
  write(dir, '_headers', '/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n/*\n  X-Content-Type-Options: nosniff\n/\n  Cache-Control: no-cache\n/sw.js\n  Cache-Control: no-cache\n');
  for (const name of [styleFile, '/manifest.webmanifest', '/icons/icon.svg', '/icons/icon-192.png']) write(dir, name, fs.readFileSync(path.join(dist, name)));
}

function write(dir, name, content) {
  fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  fs.writeFileSync(path.join(dir, name), content);
}

const sum = (text) => crypto.createHash('sha256').update(text).digest('hex').slice(0, 12);

/** All texts by entry, each source once: { sources: [[name, address]], entries: { id: [[field, km, en, [source]]] }, icons: { id: name } }. */
function knowledge(table) {
  const sources = new Map(), entries = {};
  for (const [entry, field, km, en, from] of rows(table).slice(1)) {
    const found = from.split(/(?<= (?:https?|shared):\S+); /).filter(Boolean).map((source) => {
      if (!sources.has(source)) sources.set(source, sources.size);
      return sources.get(source);
    });
    (entries[entry] ??= []).push(found.length ? [field, km, en, found] : [field, km, en]);
  }
  const pictures = {}, order = {};
  for (const kind of ['aims', 'rights']) {
    for (const file of fs.readdirSync(path.join('content', kind)).filter((name) => name.endsWith('.toml'))) {
      const text = fs.readFileSync(path.join('content', kind, file), 'utf8');
      const id = `${kind}/${file.slice(0, -5)}`;
      pictures[id] = /^icon = "(.*)"/m.exec(text)?.[1];
      order[id] = Number(/^order = (\d+)/m.exec(text)?.[1] ?? 0);
    }
  }
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (order[a] ?? 0) - (order[b] ?? 0)));
  return { sources: [...sources.keys()].map((source) => [source.slice(0, source.lastIndexOf(' ')), source.slice(source.lastIndexOf(' ') + 1)]), entries: sorted, icons: pictures };
}

/** The rows of a table whose cells may stand in quotes. */
function rows(text) {
  const all = [[]];
  for (const [, quoted, bare, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    all.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end.endsWith('\n')) all.push([]);
  }
  return all.filter((row) => row.length > 4);
}

/** Of Phlov's icons those that are shown: name and path. */
function icons(named) {
  const lines = [...fs.readFileSync('src/ui/icon.rs', 'utf8').matchAll(/^([a-z0-9-]+) (M[^"\\\n]*)/gm)];
  return Object.fromEntries(lines.filter(([, name]) => named.includes(name) || RegExp(`['"]${name}['"]`).test(APP)).map(([, name, line]) => [name, line]));
}

const WORKER = `const MINE = VERSION;
addEventListener('install', (event) => event.waitUntil(caches.open(MINE).then((cache) => cache.addAll(FILES)).then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(caches.keys().then((keys) => Promise.all(keys.filter((key) => key !== MINE).map((key) => caches.delete(key)))).then(() => clients.claim())));
addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(caches.match(event.request.mode === 'navigate' ? '/' : event.request).then((kept) => kept || fetch(event.request)));
});`;

/** Home, all of a kind, one entry, search, plans. It says app:ready when the page that was asked for stands there with its handlers. */
const APP = String.raw`import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';

const WORDS = {
  km: { name: 'ផ្លូវសិទ្ធិ', ask: 'តើអ្នកចង់ធ្វើអ្វី?', all: 'មិនប្រាកដ មើលទាំងអស់', search: 'ស្វែងរក', home: 'ដើម', plans: 'ផែនការ', learn: 'រៀន', offices: 'ការិយាល័យ', words: 'ពាក្យ', plan: 'ធ្វើផែនការ', wait: 'កំពុងបើក…', none: 'រកមិនឃើញ', remove: 'លុប', sources: 'ប្រភព', failed: 'បណ្តាញដាច់។ សូមសាកម្តងទៀត។',
    step: 'ជំហាន', document: 'ឯកសារ', claim: 'តម្លៃ និងរយៈពេល', role: 'ត្រូវទៅទីណា?', question: 'សំណួរ', duty: 'កាតព្វកិច្ច', note: 'ចំណាំ', change: 'អ្វីបានប្តូរ', who: 'សម្រាប់នរណា?', need: 'តម្រូវការ', complaint: 'តវ៉ា', article: 'ច្បាប់' },
  en: { name: 'Phlov', ask: 'What do you want to do?', all: 'Not sure, see all', search: 'Search', home: 'Home', plans: 'Plans', learn: 'Learn', offices: 'Offices', words: 'Words', plan: 'Make a plan', wait: 'Opening…', none: 'Nothing found', remove: 'Delete', sources: 'Sources', failed: 'No network. Please try again.',
    step: 'Steps', document: 'Papers', claim: 'Fees and times', role: 'Where to go?', question: 'Questions', duty: 'Duties', note: 'Notes', change: 'What changed', who: 'For whom?', need: 'The need', complaint: 'Complaints', article: 'Law' },
};
const KINDS = { find: 'aims', service: 'services', right: 'rights', offices: 'authorities', groups: 'organizations', laws: 'laws', learn: 'guide', stories: 'stories', words: 'terms' };
const ADDRESS = Object.fromEntries(Object.entries(KINDS).map(([address, kind]) => [kind, address]));
const Icon = ({ name }) => <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d={ICONS[name]} /></svg>;
const titleOf = (entry, at) => (entry.find(([field]) => /^(title|name|term)/.test(field)) || entry[0])[at];
const textOf = (entry, field, at) => entry.find((row) => row[0] === field)?.[at];
const readPlans = () => { try { return JSON.parse(localStorage.getItem('plans')) || []; } catch { return []; } };

function Row({ data, id, lang, at }) {
  const entry = data.entries[id], [kind, name] = id.split('/');
  return <li><a class="row" href={'/' + lang + '/' + ADDRESS[kind] + '/' + name}><span class="row__words"><span class="row__name">{titleOf(entry, at)}</span><span class="row__below">{entry[1]?.[at]}</span></span></a></li>;
}

function Rows({ ids, ...rest }) {
  return <ul class="rows">{ids.map((id) => <Row key={id} id={id} {...rest} />)}</ul>;
}

function Home({ data, lang, at, words }) {
  const aims = Object.keys(data.entries).filter((id) => id.startsWith('aims/')).slice(0, 9);
  return <>
    <a class="searchbox" href={'/' + lang + '/search'}><Icon name="search" /><span>{words.search}</span></a>
    <h1 class="title">{words.ask}</h1>
    <ul class="tiles">
      {aims.map((id) => <li key={id}><a class="tile" href={'/' + lang + '/find/' + id.slice(5)}><span class="tile__icon"><Icon name={data.icons[id]} /></span><span class="tile__word">{titleOf(data.entries[id], at)}</span></a></li>)}
      <li><a class="tile" href={'/' + lang + '/find'}><span class="tile__icon"><Icon name="circle-question-mark" /></span><span class="tile__word">{words.all}</span></a></li>
    </ul>
  </>;
}

function List({ data, kind, title, ...rest }) {
  return <><h1 class="title">{title}</h1><Rows data={data} ids={Object.keys(data.entries).filter((id) => id.startsWith(kind + '/'))} {...rest} /></>;
}

function Sources({ data, from, words }) {
  return from ? <details class="why"><summary>{words.sources}</summary><ul class="sources">{from.map((n) => <li key={n}><a href={data.sources[n][1]} target="_blank" rel="noopener noreferrer">{data.sources[n][0]}</a></li>)}</ul></details> : null;
}

function Entry({ data, id, lang, at, words }) {
  const entry = data.entries[id];
  const groups = new Map();
  for (const row of entry) {
    const name = row[0].split(/[ :]/)[0];
    if (/^(title|name|term|summary)/.test(name) || /^(because|why)/.test(name)) continue;
    groups.set(name, [...(groups.get(name) || []), row]);
  }
  const services = entry.map(([field]) => 'services/' + field.replace('because ', '')).filter((one) => data.entries[one]);
  const add = () => { localStorage.setItem('plans', JSON.stringify([...readPlans(), { id, made: Date.now() }])); go('/' + lang + '/plans'); };
  return <>
    <h1 class="title">{titleOf(entry, at)}</h1>
    <p class="lead">{textOf(entry, 'summary', at)}</p>
    <Rows ids={[...new Set(services)]} data={data} lang={lang} at={at} />
    {[...groups].map(([name, rows]) => <section class="card" key={name}>
      <h2 class="card__title">{words[name] || name}</h2>
      {name === 'step' ? <ol class="steps">{rows.map((row) => <li><span>{row[at]}</span></li>)}</ol>
        : name === 'document' ? <ul class="papers">{rows.map((row) => <li><span>{row[at]}</span></li>)}</ul>
          : rows.map((row) => <div class="claim"><p class={/label$/.test(row[0]) ? 'claim__name' : 'claim__value'}>{row[at]}</p>{/label$/.test(row[0]) ? null : <Sources data={data} from={row[3]} words={words} />}</div>)}
    </section>)}
    {id.startsWith('services/') && <div class="bar"><button class="button button--main" type="button" onClick={add}><Icon name="clipboard-pen" /><span>{words.plan}</span></button></div>}
  </>;
}

function Search({ data, words, ...rest }) {
  const [asked, ask] = useState('');
  const texts = useMemo(() => Object.entries(data.entries).map(([id, entry]) => [id, entry.map((row) => row[1] + ' ' + row[2]).join(' ').toLowerCase()]), [data]);
  const wanted = asked.trim().toLowerCase();
  const found = wanted ? texts.filter(([, text]) => text.includes(wanted)).map(([id]) => id).slice(0, 40) : [];
  return <><h1 class="title">{words.search}</h1><input id="search" type="search" aria-label={words.search} value={asked} onInput={(event) => ask(event.target.value)} />{found.length || !wanted ? <Rows ids={found} data={data} {...rest} /> : <p>{words.none}</p>}</>;
}

function Plans({ data, lang, at, words }) {
  const [plans, set] = useState(readPlans);
  const remove = (plan) => { const left = plans.filter((one) => one !== plan); localStorage.setItem('plans', JSON.stringify(left)); set(left); };
  return <><h1 class="title">{words.plans}</h1><ul class="rows">{plans.filter(({ id }) => data.entries[id]).map((plan) => <li class="row" key={plan.made}><span class="row__name">{titleOf(data.entries[plan.id], at)}</span><button class="button" type="button" onClick={() => remove(plan)}>{words.remove}</button></li>)}</ul></>;
}

const go = (address) => { history.pushState(null, '', address); dispatchEvent(new Event('popstate')); scrollTo(0, 0); };
const data = fetch(DATA).then((answer) => answer.json());

function App() {
  const [address, move] = useState(location.pathname);
  const [known, know] = useState(null);
  const [failed, fail] = useState(false);
  useEffect(() => {
    const moved = () => move(location.pathname);
    const tapped = (event) => {
      const link = event.target.closest('a[href^="/"]');
      if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); go(link.getAttribute('href')); }
    };
    addEventListener('popstate', moved);
    document.addEventListener('click', tapped);
    data.then(know, () => fail(true));
    return () => { removeEventListener('popstate', moved); document.removeEventListener('click', tapped); };
  }, []);
  useLayoutEffect(() => { if (known) dispatchEvent(new Event('app:ready')); }, [known]);
  const [, first, page, name] = address.split('/');
  const lang = first === 'en' ? 'en' : 'km', words = WORDS[lang], at = lang === 'en' ? 2 : 1, id = KINDS[page] + '/' + name;
  useEffect(() => { document.documentElement.lang = lang; document.title = known?.entries[id] ? titleOf(known.entries[id], at) : words.name; }, [address, known]);
  const rest = { data: known, lang, at, words };
  const tabs = [['', 'house', words.home], ['plans', 'list-checks', words.plans], ['learn', 'book-open', words.learn], ['offices', 'users', words.offices], ['words', 'menu', words.words]];
  return <>
    <header class="head"><div class="krama" aria-hidden="true" /><div class="head__row"><p class="head__name">{words.name}</p><a class="head__language" href={'/' + (lang === 'en' ? 'km' : 'en') + address.slice(3)}>{lang === 'en' ? 'ខ្មែរ' : 'EN'}</a></div></header>
    <main class="main" id="main">{failed ? <p>{words.failed}</p> : !known ? <p>{words.wait}</p> : page === 'search' ? <Search {...rest} /> : page === 'plans' ? <Plans {...rest} />
      : known.entries[id] ? <Entry key={id} id={id} {...rest} /> : KINDS[page] ? <List kind={KINDS[page]} title={words[page] || words.all} {...rest} /> : <Home {...rest} />}</main>
    <nav class="tabs"><ul>{tabs.map(([to, icon, word]) => <li key={to}><a class="tabs__tab" href={'/' + lang + '/' + to} aria-current={(page || '') === to ? 'page' : null}><Icon name={icon} /><span>{word}</span></a></li>)}</ul></nav>
  </>;
}

render(<App />, document.getElementById('root'));
if ('serviceWorker' in navigator) addEventListener('load', () => navigator.serviceWorker.register('/sw.js'));
`;
