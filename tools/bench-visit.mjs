// What a visitor waits for: Phlov beside what she would otherwise get (tools/stand-ins.mjs), all in the same run: a page of bare HTML
// with the same words (the floor) and a Preact app with the same knowledge base. First visit until everything is kept for offline,
// the next visit, and a start without network. Part of `make bench`; times are reported, never a gate.
//   node tools/bench-visit.mjs [runs] [--link "slow 3G"] [--table content.csv] [--keep]
// --table: the texts, written before by `make content-table`; --keep: write docs/benchmark.svg, and the tables into docs/performance.md.
//
// Bytes are counted where the phone stands: all answers with their heads, of the page and of its worker. DevTools slow the main
// thread only: workers, and the threads that compile wasm while it arrives, are as quick as the machine. With PHLOV_ASKED=1 it says what
// each visit asked for. (One request of a next visit is Chromium's: it asks for the page while the worker starts, and drops the answer.)
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';
import { slowLink } from './slow-link.mjs';
import { preactApp } from './stand-ins.mjs';

const DIST = process.env.PHLOV_DIST ?? 'dist';
const LINKS = { 'slow 3G': { rtt: 400, kbps: 400, cpu: 6 }, '2G': { rtt: 840, kbps: 240, cpu: 6 }, fast: { rtt: 20, kbps: 20000, cpu: 1 } };
const PAGES = { service: '/km/service/biz-register', Home: '/km/' };
const SITES = { floor: 'plain HTML', phlov: 'Phlov', preact: 'Preact' };
const GATES = { floor: 1.10, ready: 8000, preact: 2, offline: 0.9 };
const PATIENCE = { timeout: 240000, polling: 200 };

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));

async function main(words) {
  const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const runs = Number(/^\d+$/.test(words[0]) ? words[0] : 3);
  const links = Object.keys(LINKS).filter((link) => (option('--link') ?? link) === link);
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-visit-'));
  const dirs = { floor: path.join(work, 'floor'), phlov: DIST, preact: path.join(work, 'preact') };
  barePages(dirs.floor);
  await preactApp(DIST, option('--table') ?? contentTable(path.join(work, 'content.csv')), dirs.preact);

  const browser = await launch();
  const sites = {};
  for (const [name, dir] of Object.entries(dirs)) sites[name] = await serve({ dir, quality: 11 });
  const packed = { kbps: 1e6, rtt: 0, cpu: 1 }; // one visit first: the server packs each file once, which takes seconds
  for (const name of Object.keys(SITES)) for (const address of Object.values(PAGES)) await story(browser, sites[name], name, address, packed);

  const cells = [];
  for (const link of links) {
    for (const [page, address] of Object.entries(PAGES)) {
      const seen = { floor: [], phlov: [], preact: [] };
      for (let run = 0; run < runs; run++) {
        for (const name of Object.keys(SITES)) seen[name].push(await story(browser, sites[name], name, address, LINKS[link]));
      }
      cells.push({ link, page, ...Object.fromEntries(Object.entries(seen).map(([name, stories]) => [name, medians(stories)])) });
      console.error(`measured: ${page}, ${link}`);
    }
  }
  await browser.close();
  await Promise.all(Object.values(sites).map((site) => site.close()));
  fs.rmSync(work, { recursive: true });

  const report = tables(cells, runs);
  console.log(report);
  if (words.includes('--keep')) keep(report, chart(cells, runs));
}

/** The words of each page and nothing else, each at its own address. */
function barePages(dir) {
  for (const address of Object.values(PAGES)) {
    const file = address.endsWith('/') ? `${address}index.html` : `${address}.html`;
    const html = fs.readFileSync(path.join(DIST, file), 'utf8');
    const words = html.slice(html.indexOf('<div id="app">'), html.indexOf('<div id="opening">')).replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/\s(class|style|id)="[^"]*"/g, '');
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), `<!doctype html><html lang="km"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><link rel="icon" href="data:,">${words}`);
  }
}

function contentTable(file) {
  const { status } = spawnSync('cargo', ['run', '-q', '--offline', '--locked', '-p', 'phlov-content', '--bin', 'check-content', '--', '--table', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('check-content wrote no table');
  return file;
}

// ------------------------------------------------------------------ one visitor

/** One visitor: she comes, comes again, and comes without network. Of the floor only the first visit is told. */
async function story(browser, site, name, address, { cpu, ...shape }) {
  const slow = await slowLink({ port: site.port, ...shape });
  const phone = await counted(Number(new URL(slow.url).port));
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'km-KH' });
  await context.addInitScript(watch);
  const visit = async (online) => {
    phone.down = 0;
    site.requests.length = 0;
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.goto(phone.url + address, { waitUntil: 'commit', timeout: PATIENCE.timeout });
    await page.waitForFunction((whole) => window.seen.words && performance.getEntriesByName('first-contentful-paint')[0] && (whole ? window.seen.ready : document.readyState === 'complete'), name !== 'floor', PATIENCE);
    if (name !== 'floor') await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated', undefined, PATIENCE);
    while (performance.now() - phone.last < (online ? 1000 + 4 * shape.rtt : 500)) await new Promise((ok) => { setTimeout(ok, 100); });
    const seen = await page.evaluate(() => ({ ...window.seen, fcp: performance.getEntriesByName('first-contentful-paint')[0].startTime }));
    // Next time the worker must start anew, as it does hours later.
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await page.close();
    return { ...seen, words: Math.max(seen.words, seen.fcp), kb: phone.down / 1000, requests: site.requests.length, asked: [...site.requests] };
  };
  const told = { first: await visit(true) };
  if (name !== 'floor') told.again = await visit(true);
  await phone.close();
  await slow.close();
  if (name !== 'floor') told.offline = await visit(false);
  await context.close();
  if (process.env.PHLOV_ASKED) for (const [part, { asked }] of Object.entries(told)) console.error(name, address, part, asked.join(' '));
  return told;
}

/**
 * Runs in every page. Words: the heading of the page stands painted (the word "opening" is not what she came for). Ready: the app said
 * that it stands there with its handlers, and what it had to do at once is done: a tap would be answered now.
 */
function watch() {
  const seen = { shift: 0 };
  window.seen = seen;
  /** Gives a function that notes the time under `name`, in the next task: after the present work, or after the frame. */
  const noteSoon = (name) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { seen[name] ??= performance.now(); };
    return () => port2.postMessage(0);
  };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
  for (const name of ['phlov:ready', 'app:ready']) addEventListener(name, noteSoon('ready'));
  const painted = noteSoon('words');
  const look = () => {
    if (document.querySelector('h1')?.getClientRects().length) painted();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The phone's end of the link: counts what arrives. */
async function counted(port) {
  const sockets = new Set();
  const phone = { down: 0, last: performance.now() };
  const hop = net.createServer({ noDelay: true }, (near) => {
    const far = net.connect({ port, host: '127.0.0.1', noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => { near.destroy(); far.destroy(); }).on('close', () => { sockets.delete(socket); near.destroy(); far.destroy(); });
      socket.on('data', () => { phone.last = performance.now(); });
    }
    far.on('data', (bytes) => { phone.down += bytes.length; });
    near.pipe(far).pipe(near);
  });
  await new Promise((ok) => { hop.listen(0, '127.0.0.1', ok); });
  phone.url = `http://127.0.0.1:${hop.address().port}`;
  phone.close = () => new Promise((ok) => { hop.close(ok); for (const socket of sockets) socket.destroy(); });
  return phone;
}

// ------------------------------------------------------------------ the result

/** The median of each number; of layout shift the worst. */
function medians(stories) {
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return Object.fromEntries(Object.keys(stories[0]).map((part) => {
    const visits = stories.map((story) => story[part]);
    const numbers = Object.keys(visits[0]).filter((key) => key !== 'asked');
    return [part, Object.fromEntries(numbers.map((key) => [key, key === 'shift' ? Math.max(...visits.map((one) => one.shift)) : middle(visits.map((one) => one[key]))]))];
  }));
}

function tables(cells, runs) {
  const mark = (text, holds) => `${text} ${holds ? '✓' : '✗'}`;
  const ratio = (value, gate) => (gate ? mark(value.toFixed(2), value <= gate) : value.toFixed(2));
  const seconds = (ms) => (ms === undefined ? '' : (ms / 1000).toFixed(2));
  const where = ({ page, link }) => `${page}, ${link}, ${LINKS[link].cpu}×`;
  const out = [
    `Medians of ${runs} ${runs === 1 ? 'run' : 'runs'}; ✓ and ✗: the gate named in the head of the column. Words: the heading of the page is painted.`, '',
    `| page, link, CPU | first text, Phlov / plain HTML (≤ ${GATES.floor.toFixed(2)}) | words, Phlov / Preact | interactive, s (slow 3G ≤ ${GATES.ready / 1000}) | interactive, Phlov / Preact (slow 3G ≤ ${GATES.preact}) | next visit, words, Phlov / Preact | offline, first text, Phlov / Preact (≤ ${GATES.offline}) | offline, words, Phlov / Preact (≤ ${GATES.offline}) | layout shift (0) |`,
    '|---|---|---|---|---|---|---|---|---|',
  ];
  for (const cell of cells) {
    const { floor, phlov, preact, link } = cell;
    const gated = link === 'slow 3G';
    const ready = phlov.first.ready, shift = Math.max(...Object.values(phlov).map((visit) => visit.shift));
    out.push(`| ${[
      where(cell),
      ratio(phlov.first.fcp / floor.first.fcp, GATES.floor),
      ratio(phlov.first.words / preact.first.words),
      gated ? mark(seconds(ready), ready <= GATES.ready) : seconds(ready),
      ratio(ready / preact.first.ready, gated && GATES.preact),
      ratio(phlov.again.words / preact.again.words),
      ratio(phlov.offline.fcp / preact.offline.fcp, GATES.offline),
      ratio(phlov.offline.words / preact.offline.words, GATES.offline),
      mark(shift.toFixed(3), shift === 0),
    ].join(' | ')} |`);
  }
  const heads = ['first text', 'words', 'interactive', 'KB', 'requests', 'shift'];
  out.push('', 'Seconds; KB of 1,000 bytes, as they came over the link, until the page is idle and its worker holds everything.');
  for (const [part, title] of [['first', 'first visit'], ['again', 'next visit'], ['offline', 'without network']]) {
    const columns = part === 'offline' ? heads.filter((head) => !['KB', 'requests'].includes(head)) : heads;
    out.push('', `| ${title} | | ${columns.join(' | ')} |`, `|---|---|${columns.map(() => '---').join('|')}|`);
    for (const cell of cells) {
      for (const [name, site] of Object.entries(SITES)) {
        const visit = cell[name][part];
        if (!visit) continue;
        const values = { 'first text': seconds(visit.fcp), words: seconds(visit.words), interactive: seconds(visit.ready), KB: visit.kb.toFixed(1), requests: visit.requests, shift: visit.shift.toFixed(3) };
        out.push(`| ${where(cell)} | ${site} | ${columns.map((head) => values[head]).join(' | ')} |`);
      }
    }
  }
  return out.join('\n');
}

/** The service page as bars: on the slow links and without network. It brings its own ground, so it is read in light and dark. */
export function chart(cells, runs) {
  const COLOURS = { floor: '#d8cdbb', phlov: '#a51d2d', preact: '#56606d' };
  const service = cells.filter(({ page, link }) => page === 'service' && link !== 'fast');
  const group = (title, link, part, key) => {
    const cell = service.find((one) => one.link === link);
    return cell && { title, bars: Object.keys(SITES).filter((name) => cell[name][part]?.[key]).map((name) => ({ name, value: cell[name][part][key] / 1000 })) };
  };
  const groups = [
    ...['slow 3G', '2G'].flatMap((link) => [group(`First visit, ${link}: her page can be read`, link, 'first', 'words'), group(`First visit, ${link}: the app answers a tap`, link, 'first', 'ready')]),
    group('Next visit, slow 3G: her page can be read', 'slow 3G', 'again', 'words'),
    group('Without network: her page can be read', 'slow 3G', 'offline', 'words'),
  ].filter(Boolean);
  const left = 24, label = 90, width = 720, longest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const scale = (width - left - label - 90) / longest;
  const text = (x, y, size, words, more = '') => `<text x="${x}" y="${y}" font-size="${size}"${more}>${words}</text>`;
  const out = [];
  let y = 86;
  for (const { title, bars } of groups) {
    out.push(text(left, y, 14, title, ' font-weight="600"'));
    y += 10;
    for (const { name, value } of bars) {
      const end = left + label + value * scale;
      out.push(text(left, y + 13, 13, SITES[name], ' fill="#56606d"'), `<rect x="${left + label}" y="${y}" width="${(value * scale).toFixed(1)}" height="16" rx="3" fill="${COLOURS[name]}"/>`, text((end + 8).toFixed(1), y + 13, 13, `${value.toFixed(value < 1 ? 2 : 1)} s`));
      y += 21;
    }
    y += 24;
  }
  const told = `First and later visits of a service page, seconds, on a phone ${LINKS['slow 3G'].cpu} times slower than this computer`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 4}" width="${width}" height="${y + 4}" role="img" aria-label="${told}" font-family="system-ui, sans-serif" fill="#1d2530">
<rect width="${width}" height="${y + 4}" rx="14" fill="#faf7f2"/>
${text(left, 34, 17, 'What she waits for', ' font-weight="700"')}
${text(left, 53, 12, `${told}; medians of ${runs} ${runs === 1 ? 'run' : 'runs'}`, ' fill="#56606d"')}
${out.join('\n')}
${text(left, y - 8, 12, 'Shorter is better. Slow 3G: 400 kbit/s, 400 ms; 2G: 240 kbit/s, 840 ms. make bench', ' fill="#56606d"')}
</svg>
`;
}

function keep(report, picture) {
  fs.writeFileSync('docs/benchmark.svg', picture);
  const file = 'docs/performance.md';
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const marks = /(<!-- visit -->)[\s\S]*?(<!-- \/visit -->)/;
  if (marks.test(text)) fs.writeFileSync(file, text.replace(marks, (_, from, to) => `${from}\n${report}\n${to}`));
}
