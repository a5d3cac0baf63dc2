// The loader (public/boot.js, public/guard.js): the first page is there at once, every fault of every request is survived,
// and when nothing helps the page says so in both languages and offers a way on.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { FAULTS, serve } from '../../tools/serve.mjs';
import { fault, lostBytes, notedPerson } from './faults.mjs';
import { breakFirst, browserStage, checkAxe, count, DIST, offlineReady, otherBuild, ready, test, until, visibleText } from './helpers.mjs';

const stage = browserStage();
/** Somebody she noted before: lies in the store while the app is loaded anew, as after the browser dropped its cache. */
let person;
const NAMES = {
  reset: 'a request is reset', stall: 'a request stalls', missing: 'a request finds nothing (404)', 'wrong-bytes': 'a request brings wrong bytes', changed: 'a request brings wrong bytes',
  portal: 'a request meets a captive portal',
};

/** Short times for the loader, and a watch that notes every frame in which the page shows no text after it once did. */
const QUICK = (records) => {
  if (location.protocol === 'http:' && !sessionStorage.getItem('noted')) { // once: what is lost stays lost
    sessionStorage.setItem('noted', 'yes');
    for (const [key, text] of Object.entries(records)) localStorage.setItem(key, text);
  }
  window.phlovTest = { stall: 1500, retry: 20, slow: 100, document: 700 };
  window.blanks = [];
  let had = false;
  const look = () => {
    const text = document.body?.innerText.trim();
    if (text) had = true; else if (had) window.blanks.push(performance.now());
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};
const quick = async () => {
  person ??= await notedPerson(stage);
  return { init: QUICK, initArg: person.records };
};
const LOOK = (text) => { if (location.protocol === 'http:') localStorage.setItem('phlov-look', text); };
const NOISE = [/Failed to load resource/, /preload/, /'integrity' attribute/, /MIME type/, /console error: .*(wasm|assets\/app)/, /WebAssembly/, /net::ERR/, /phlov: no service worker/];
const PARTS = { 'the glue': /\/assets\/app-.*\.js$/, 'the wasm': /\/assets\/app-.*\.wasm$/, 'the style': /\/assets\/style-.*\.css$/ };

/** What foreign bytes left in the page (tools/serve.mjs, `changed`). */
const foreign = (page) => page.evaluate(() => (window.foreign ? 'script' : '') + getComputedStyle(document.documentElement).getPropertyValue('--foreign'));

/** A server of its own for one test, so that its faults touch no other. */
async function faulty(t, fault) {
  const server = await serve({ dir: DIST, fault });
  t.after(() => server.close());
  return server;
}

test('the first page is text before any module has come, and the app takes it over', async (t) => {
  let release;
  const held = new Promise((ok) => { release = ok; });
  const context = await stage.context(t);
  await context.route(/\/assets\//, async (route) => { await held; await route.continue(); });
  const page = await context.newPage();
  await page.goto('/', { waitUntil: 'commit' });
  await page.waitForSelector('#app h1');
  assert.ok((await visibleText(page)).length > 60, 'the first page has text');
  assert.ok(await page.locator('#app a[href^="/km/find"]').count() > 2, 'the aims are links');
  release();
  await ready(page);
});

test('nothing moves when the app takes the first page over, and it says the same', async (t) => {
  /** Every word and every target of the page with its place. */
  const places = () => [...document.querySelectorAll('#app :is(h1, h2, p, a, button, li, input)')].filter((one) => one.offsetParent)
    .map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return `${one.tagName} ${one.innerText.trim().slice(0, 40)} ${[x, y, width, height].map(Math.round)}`; });
  for (const viewport of [{ width: 360, height: 740 }, { width: 320, height: 640 }, { width: 1280, height: 800 }]) {
    let release;
    const held = new Promise((ok) => { release = ok; });
    const context = await stage.context(t, { viewport, init: () => {
      window.shift = 0;
      new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
    } });
    await context.route(/\/assets\//, async (route) => { await held; await route.continue(); });
    const page = await context.newPage();
    await page.goto('/', { waitUntil: 'commit' });
    await page.waitForSelector('html[data-boot]', { state: 'attached' });
    const before = await page.evaluate(places);
    release();
    await ready(page);
    await page.evaluate(() => new Promise((ok) => { requestAnimationFrame(() => requestAnimationFrame(ok)); }));
    const after = await page.evaluate(places); // and what only the running app adds, such as a notice
    assert.deepEqual(after.filter((place) => before.includes(place)), before, `the page says something else than the app\n${after.join('\n')}`);
    assert.equal(await page.evaluate(() => window.shift), 0, 'layout shift');
    await context.close();
  }
});

test('no file of the first visit is fetched twice, and nothing of another origin', async (t) => {
  const server = await faulty(t);
  const page = await stage.visit(t, '/', { server });
  await ready(page);
  await page.waitForSelector('html[data-offline]', { state: 'attached' });
  const assets = server.requests.filter((path) => path.startsWith('/assets/'));
  assert.deepEqual([...assets].sort(), [...new Set(assets)].sort());
});

for (const [name, matches] of Object.entries(PARTS)) {
  for (const kind of FAULTS) {
    test(`${name}: ${kind} three times, then whole: text always, app in the end`, async (t) => {
      const server = await faulty(t, breakFirst(matches, kind, 3));
      const page = await stage.visit(t, '/', { server, allow: NOISE, ...(await quick()), settle: false });
      await page.waitForSelector('#app h1');
      await ready(page);
      assert.deepEqual(await page.evaluate(() => window.blanks), [], 'never blank');
      assert.equal(await foreign(page), '', 'nothing ran that the page did not ask for');
      assert.ok(server.requests.filter((path) => matches.test(path)).length > 3, 'none of the three was taken');
      fault(NAMES[kind], { tried: 3, lost: await lostBytes(page, person.words) });
    });
  }
}

test('a changed glue never runs, and the page says that the app could not be opened', async (t) => {
  const server = await faulty(t, breakFirst(PARTS['the glue'], 'changed', Infinity));
  const page = await stage.visit(t, '/', { server, allow: NOISE, ...(await quick()), settle: false });
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  assert.equal(await foreign(page), '');
  server.setFault();
  await again.tap();
  await ready(page);
});

for (const kind of FAULTS) {
  test(`the wasm never comes (${kind}): the page stays, speaks both languages, and a tap tries again`, async (t) => {
    const server = await faulty(t, breakFirst(PARTS['the wasm'], kind, Infinity));
    const page = await stage.visit(t, '/', { server, allow: NOISE, ...(await quick()), settle: false });
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    const text = await visibleText(page);
    assert.match(text, /មិនទាន់អាចបើកកម្មវិធីបានទេ/);
    assert.match(text, /could not be opened yet/);
    assert.ok(await page.locator('#app h1').isVisible());
    if (kind === 'reset') await checkAxe(page, 'the page without an app');
    const said = await page.locator('#boot p[lang="en"]').innerText();
    server.setFault();
    // On a busy machine an attempt may stall by itself, with the short times of these tests; then she taps again.
    await until(async () => {
      if (await again.isVisible()) await again.tap({ timeout: 1000 }).catch(() => {});
      return (await page.locator('html[data-ready]').count()) > 0;
    }, 'the app after a tap', 60000);
    assert.equal(await page.locator('#boot').innerText(), '');
    fault(NAMES[kind], { tried: 4, lost: await lostBytes(page, person.words), said });
  });

  test(`the page itself: ${kind} once: the next visit works`, async (t) => {
    const server = await faulty(t, breakFirst(/^\/km\/$/, kind, 1));
    const page = await (await stage.context(t, { server, allow: NOISE, ...(await quick()) })).newPage();
    await page.goto('/km/', { waitUntil: 'commit', timeout: 5000 }).catch(() => {});
    // A page that stops half-way comes back by itself; for the others the browser speaks, and she loads it again.
    if (kind !== 'stall') await until(() => page.goto('/km/', { waitUntil: 'commit' }), 'the second visit'); // the browser's error page may be on its way
    await ready(page);
    fault(NAMES[kind], { lost: await lostBytes(page, person.words) });
  });
}

test('what is fetched beside the app (worker, manifest, icons): any fault of any of them leaves the app working', async (t) => {
  const clean = await faulty(t);
  await offlineReady(await stage.visit(t, '/km/', { server: clean }));
  const app = [/^\/km\/$/, ...Object.values(PARTS)];
  const beside = [...new Set(clean.requests)].filter((path) => !app.some((pattern) => pattern.test(path)));
  assert.ok(beside.includes('/sw.js') && beside.includes('/manifest.webmanifest'), beside.join());
  for (const [at, kind] of FAULTS.entries()) {
    const paths = beside.filter((_, n) => n % count(beside.length, 1) === at % count(beside.length, 1));
    for (const path of paths) {
      const server = await faulty(t, (pathname) => (pathname === path ? kind : undefined));
      const page = await stage.visit(t, '/km/', { server, allow: [...NOISE, /Manifest/, /ServiceWorker/, /fetching the script/], ...(await quick()), settle: false });
      await ready(page);
      await until(() => server.requests.includes(path), `the request for ${path}`);
      assert.deepEqual(await page.evaluate(() => window.blanks), [], `never blank: ${path} ${kind}`);
      fault(NAMES[kind], { lost: await lostBytes(page, person.words) });
      await page.context().close();
      await server.close();
    }
  }
}, 600000);

test('other addresses do not show the home text while the app is loading', async (t) => {
  for (const [address, text, lang] of [['/km/plans/x', 'កំពុងបើក…', 'km'], ['/en/plans', 'Opening…', 'en'], ['/en/service/y', 'Opening…', 'en']]) {
    const server = await faulty(t, breakFirst(PARTS['the wasm'], 'stall', 1));
    const page = await stage.visit(t, address, { server, allow: NOISE, settle: false });
    await page.waitForSelector('html[data-boot]', { state: 'attached' });
    assert.equal(await visibleText(page), text);
    assert.equal(await page.getAttribute('html', 'lang'), lang);
    await page.context().close();
  }
});

test('the language and the look chosen before are there before the app is', async (t) => {
  const server = await faulty(t, breakFirst(PARTS['the wasm'], 'stall', 1));
  const page = await stage.visit(t, '/', { server, allow: NOISE, settle: false, init: LOOK, initArg: '{"lang":"en","theme":"dark","text":"120"}' });
  await page.waitForSelector('html[data-boot]', { state: 'attached' });
  for (const [name, value] of Object.entries({ theme: 'dark', text: '120', first: 'opening' })) assert.equal(await page.getAttribute('html', `data-${name}`), value);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
});

test('broken values of the look are ignored', async (t) => {
  for (const value of ['', '{', 'null', '[]', '7', '"x"']) {
    const page = await stage.visit(t, '/', { init: LOOK, initArg: value });
    await ready(page);
    assert.equal(await page.getAttribute('html', 'data-boot'), '1');
    await page.context().close();
  }
});

test('progress is told on a slow link, in KB', async (t) => {
  const server = await faulty(t, breakFirst(PARTS['the wasm'], 'stall', 1));
  const page = await stage.visit(t, '/', { server, allow: NOISE, settle: false, init: () => { window.phlovTest = { slow: 50, stall: 1500, retry: 20 }; } });
  await page.waitForFunction(() => /[1-9]\d* KB.*\d+ KB/.test(document.getElementById('boot').innerText));
  await ready(page);
});

test('in a frame of another site the app does not start', async (t) => {
  const server = await faulty(t);
  // Hosts without headers: only the loader stands in the way.
  const outer = await serve({ dir: DIST });
  t.after(() => outer.close());
  const context = await stage.context(t, { server: outer, allow: [/another origin/, /frame/i] });
  await context.route(/\/outer$/, (route) => route.fulfill({ contentType: 'text/html', body: `<iframe src="${server.url}/km/"></iframe>` }));
  await context.route(`${server.url}/km/`, async (route) => {
    const answer = await route.fetch();
    const { 'content-security-policy': _, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers });
  });
  const page = await context.newPage();
  await page.goto('/outer');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('link', { name: 'បើកផ្លូវសិទ្ធិក្នុងផ្ទាំងផ្ទាល់ខ្លួន' }).waitFor();
  assert.equal(await frame.locator('html').getAttribute('data-ready'), null);
});

test('a host with headers forbids frames altogether', async (t) => {
  const outer = await serve({ dir: otherBuild(t, ({ write }) => { write('outer.html', `<link rel="icon" href="data:,"><iframe src="${stage.server.url}/km/"></iframe>`); write('_headers', ''); }) });
  t.after(() => outer.close());
  const page = await (await stage.context(t, { server: outer, allow: [/another origin/, /frame/i] })).newPage();
  const [refused] = await Promise.all([page.waitForEvent('console', (message) => /frame-ancestors 'none'/.test(message.text())), page.goto('/outer.html')]);
  assert.equal(refused.type(), 'error');
  assert.equal(await page.frames()[1].locator('#app').count(), 0);
});

/** Tries to make text into code in every way that Trusted Types know; gives the ways that were open. */
const SMUGGLE = async () => {
  const open = [];
  const ways = {
    innerHTML: () => { document.createElement('p').innerHTML = '<b>x</b>'; },
    insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
    parser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    srcdoc: () => { document.createElement('iframe').srcdoc = '<b>x</b>'; },
    script: () => { document.createElement('script').src = '/sw.js'; },
    'script text': () => { document.createElement('script').text = '1'; },
    handler: () => document.createElement('p').setAttribute('onclick', '1'),
    worker: () => new Worker('/sw.js'),
    'service worker': () => navigator.serviceWorker.register('/assets/other.js'),
    'another policy': () => window.trustedTypes.createPolicy('other', {}),
    'the default policy': () => window.trustedTypes.createPolicy('default', {}),
    'the same policy again': () => window.trustedTypes.createPolicy('phlov', { createHTML: (text) => text }),
  };
  for (const [name, way] of Object.entries(ways)) try { await way(); open.push(name); } catch { /* closed */ }
  return open;
};

for (const [host, change] of [['with headers', () => {}], ['without headers', ({ write }) => write('_headers', '')]]) {
  test(`on a host ${host} no text becomes code, and the worker is installed all the same`, async (t) => {
    const server = await serve({ dir: otherBuild(t, change) });
    t.after(() => server.close());
    const page = await stage.visit(t, '/km/', { server, allow: [/This document requires|TrustedType|^console error: policy violation: (require-trusted-types-for|trusted-types)/] });
    await ready(page);
    await offlineReady(page);
    assert.deepEqual(await page.evaluate(SMUGGLE), []);
  });
}

test('a browser that knows no trusted types starts and installs the worker', async (t) => {
  // This one knows them, so the policy may not ask for them here.
  const server = await serve({ dir: otherBuild(t, ({ read, write }) => {
    const [before, after] = [read('index.html'), read('index.html').replace("; require-trusted-types-for 'script'; trusted-types phlov", '')];
    const sum = (text) => createHash('sha256').update(text).digest('hex');
    write('index.html', after);
    write('sw.js', read('sw.js').replace(sum(before), sum(after)));
    write('_headers', '');
  }) });
  t.after(() => server.close());
  const page = await stage.visit(t, '/km/', { server, init: () => { delete window.trustedTypes; } });
  await ready(page);
  await offlineReady(page);
  assert.equal(await page.evaluate(() => 'trustedTypes' in window), false);
});

test('without JavaScript the first page can be read and says what is missing', async (t) => {
  const page = await stage.visit(t, '/', { javaScriptEnabled: false });
  assert.match(await page.locator('body').innerText(), /JavaScript/);
  assert.ok(await page.locator('#app h1').isVisible());
});
