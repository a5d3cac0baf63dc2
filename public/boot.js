// The loader: inlined at the end of <body> by tools/post-build.mjs (with its hash in the security policy), so that it
// needs no request of its own. It fetches the JavaScript glue, the wasm and the style sheet, each with a time limit,
// a check of what came, and three retries; it says what happens when that is slow or fails; it starts the app;
// it stops the app when it panics; then it installs the service worker. The static first page is never taken away.
//
// Page protocol (the Rust side is src/platform/browser):
//   app → boot   <html data-ready="1"> and event phlov:ready, events phlov:panic (detail: text), phlov:take-update, phlov:forget,
//                phlov:awake (detail: "1" or "")
//   boot → app   events phlov:offline-ready, phlov:update-ready and phlov:update-failed; the same as <html data-offline> and <html data-update>,
//                whose values are bytes: of the whole ("460000"), of what is new and what of that is yet to be fetched ("31000 0")
(function () {
  const root = document.documentElement;
  const { sum, size, packed, build } = document.currentScript.dataset; // the wasm's, and the whole's
  const loader = document.currentScript.src; // Home has it in itself
  const base = root.dataset.base || ''; // the folder of the site on its host (tools/rebase.mjs)
  const [wasm, js, css] = document.querySelectorAll('body>link');
  const inside = document.getElementById('module'); // the single file (tools/single.mjs) has the wasm in it, and the glue as window.phlovGlue
  const times = Object.assign({ stall: 20000, retry: 700, slow: 2000 }, window.phlovTest);
  const opening = root.dataset.first === 'opening';
  const safe = /[?&]safe=1/.test(location.search);
  const workers = navigator.serviceWorker;
  let loading = false, started = false, dead = false, slow = false, got = 0, total = +packed, asks = 0, address, lamp, gone = false;
  root.dataset.boot = '1';
  if (root.dataset.left) return; // the harmless page of the single file stands here
  remember('phlov-tries', '');

  // ------------------------------------------------------------------ words

  const WORDS = {
    load: ['កំពុងទាញយកកម្មវិធី៖ {0} KB ក្នុង {1} KB', 'Downloading the app: {0} KB of {1} KB'],
    again: ['បណ្តាញយឺត ឬដាច់។ កំពុងព្យាយាមម្តងទៀត…', 'The network is slow or gone. Trying again…'],
    failed: [
      'មិនទាន់អាចបើកកម្មវិធីបានទេ។ អត្ថបទលើទំព័រនេះនៅតែអានបាន ហើយអ្វីដែលអ្នកបានរក្សាទុកនៅតែមាន។ សូមពិនិត្យអ៊ីនធឺណិត រួចព្យាយាមម្តងទៀត។',
      'The app could not be opened yet. The text on this page can still be read, and what you saved is still there. Check the internet, then try again.',
    ],
    old: [
      'កម្មវិធីរុករកនេះចាស់ពេក។ សូមធ្វើបច្ចុប្បន្នភាព Chrome ឬបើកតំណនេះក្នុង Chrome។ អ្វីដែលអ្នកបានរក្សាទុកនៅតែមាន។',
      'This browser is too old. Update Chrome, or open this link in Chrome. What you saved is still there.',
    ],
    framed: ['សូមបើកផ្លូវសិទ្ធិក្នុងផ្ទាំងផ្ទាល់ខ្លួន', 'Open Phlov in its own window'],
    retry: ['ព្យាយាមម្តងទៀត', 'Try again'],
    home: ['ទៅទំព័រដើម', 'Go to the home page'],
    stopped: ['កម្មវិធីបានឈប់ ដោយសារមានបញ្ហា', 'The app stopped because of a fault'],
    kept: [
      'អ្វីដែលអ្នកបានរក្សាទុក នៅមានសុវត្ថិភាពក្នុងទូរស័ព្ទនេះ។ សូមបើកឡើងវិញ ដើម្បីបន្ត។ បើបញ្ហានៅតែកើតឡើង សូមទុកច្បាប់ចម្លងទិន្នន័យជាមុន។',
      'What you saved is safe on this phone. Reload to go on. If it happens again, save a copy of your data first.',
    ],
    calm: ['កម្មវិធីមិនទាន់ចាប់ផ្តើម', 'The app has not started'],
    waits: [
      'កម្មវិធីបានឈប់ច្រើនដង ដូច្នេះនៅទីនេះវាមិនចាប់ផ្តើមដោយខ្លួនឯងទេ។ អ្វីដែលអ្នកបានរក្សាទុក នៅមានសុវត្ថិភាពក្នុងទូរស័ព្ទនេះ។',
      'The app stopped more than once, so it does not start by itself here. What you saved is safe on this phone.',
    ],
    reload: ['បើកឡើងវិញ', 'Reload'],
    copy: ['ទុកច្បាប់ចម្លងទិន្នន័យ', 'Save a copy of my data'],
    copied: ['បើឯកសារមិនបានទាញយកទេ សូមចម្លងអក្សរខាងក្រោម។', 'If no file was saved, copy the text below.'],
  };
  const say = (key, ...values) => WORDS[key][root.lang === 'en' ? 1 : 0].replace(/\{(\d)\}/g, (_, i) => values[i]);

  // ---------------------------------------------------------------- start

  // Another site may show this page in a frame and trick her into tapping. Hosts without headers cannot forbid it.
  if (window.top !== window.self) return tell(link(location.href, say('framed'), { target: '_blank' }));

  listen();
  if (safe) {
    stoppedScreen('calm', 'waits');
    updates(true);
  } else load();

  async function load() {
    if (loading) return; // asked by a tap and by the network coming back, at once
    loading = true;
    tell();
    const clock = setTimeout(() => { slow = true; progress(); }, times.slow);
    try {
      const [glue, module] = await Promise.all([retrying(code), retrying(bytes), retrying(sheet).catch(() => {})]);
      clearTimeout(clock);
      started = true;
      await glue.default({ module_or_path: module });
    } catch (error) {
      clearTimeout(clock);
      loading = false;
      if (started || isPanic(error)) return panic(error);
      if (!await fellBack()) tellBoth(error && error.old ? 'old' : 'failed');
    }
  }

  /** Runs `step(try, fresh)` up to four times. `fresh` asks past the browser's cache: the last answer was not the file. */
  async function retrying(step) {
    let fresh = false;
    for (let n = 0; ; n++) {
      try {
        return await step(n, fresh);
      } catch (error) {
        if (n === 3 || error.old) throw error;
        fresh = !!error.wrong;
        slow = true;
        tell(say('again'));
        await new Promise((ok) => {
          setTimeout(ok, times.retry * 3 ** n);
          addEventListener('online', ok, { once: true });
        });
      }
    }
  }

  /** What a preload of the page asks for, in the same words and with the same sum: the browser hands on no other bytes. What failed
   *  stays failed, so each retry asks under a new address. */
  function asked({ href, integrity }, rel, n) {
    return make('link', { rel, href: n ? href + '?' + ++asks : href, integrity });
  }

  /** The glue. `import` compares no sums itself; it takes what the preload was given or refused. */
  async function code(n) {
    if (inside) return window.phlovGlue;
    const part = asked(js, 'modulepreload', n);
    document.head.append(part);
    const glue = await limit(() => import(part.href));
    if (typeof glue.default !== 'function') throw new Error('not the glue');
    return glue;
  }

  /** The whole style sheet. What the first page needs of it is inlined; a sheet that never comes does not keep the app from starting. */
  async function sheet(n) {
    if (inside) return;
    const part = asked(css, 'stylesheet', n);
    const loaded = limit(() => new Promise((ok, no) => {
      part.onerror = no;
      part.onload = ok;
      document.head.append(part);
    }));
    return loaded.catch((error) => { part.remove(); throw error; });
  }

  /** The wasm, compiled while it arrives. (`integrity` would hold all of it back to the last byte, and the slow link would look dead.) */
  function bytes(n, fresh) {
    if (!window.WebAssembly || !WebAssembly.compileStreaming || !window.TransformStream || (inside && !window.DecompressionStream)) throw Object.assign(new Error('no wasm'), { old: true });
    if (inside) {
      const packed = Uint8Array.from(atob(inside.textContent), (letter) => letter.charCodeAt(0));
      return WebAssembly.compileStreaming(new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')), { headers: { 'content-type': 'application/wasm' } }));
    }
    return limit(async (signal, wait) => {
      const answer = await fetch(wasm.href, { signal, cache: fresh ? 'reload' : 'default' });
      gone = answer.status === 404; // a new version took the place of this page's files: only another page helps
      if (!answer.ok) throw wrong('not the module');
      // From the service worker, which has compared it, the answer itself is compiled: only then the engine may keep the compiled code.
      const whole = workers && workers.controller && answer.headers.get('content-type') === 'application/wasm';
      try {
        if (whole) return await WebAssembly.compileStreaming(answer);
        const parts = [];
        const module = await WebAssembly.compileStreaming(counted(answer, wait, parts));
        // Compiled is not started: first the sum is compared. (On plain http the browser has none to offer.)
        const { subtle } = crypto;
        const found = subtle && await subtle.digest('SHA-256', await new Blob(parts).arrayBuffer());
        if (found && btoa(String.fromCharCode(...new Uint8Array(found))) !== sum) throw wrong('not the module');
        return module;
      } catch (error) {
        if (/Content Security Policy|embedder/.test(error.message)) error.old = true;
        else if (error instanceof WebAssembly.CompileError) error.wrong = true;
        throw error;
      }
    });
  }

  /** The same answer, with each piece counted for the time limit and the progress line, and kept in `parts`. */
  function counted(answer, wait, parts) {
    total = (answer.headers.get('content-encoding') && +answer.headers.get('content-length')) || +size;
    got = 0;
    return new Response(answer.body.pipeThrough(new TransformStream({
      transform(piece, out) {
        parts.push(piece);
        got += piece.length;
        wait();
        progress();
        out.enqueue(piece);
      },
    })), { headers: { 'content-type': 'application/wasm' } });
  }

  /** Gives `work` an abort signal and a "still alive" function, and fails when nothing happens for too long. */
  function limit(work) {
    return new Promise((ok, no) => {
      const control = new AbortController();
      let timer;
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => { no(new Error('stalled')); control.abort(); }, times.stall);
      };
      wait();
      work(control.signal, wait).then(ok, no).finally(() => clearTimeout(timer));
    });
  }

  function wrong(message) {
    return Object.assign(new Error(message), { wrong: true });
  }

  function progress() {
    const share = Math.min(1, got / size);
    if (slow && !started) tell(say('load', Math.round(total * share / 1024), Math.ceil(total / 1024)));
  }

  // -------------------------------------------------------------- messages

  /** One line at the foot of the page (a live region that is always there, so that screen readers hear it). */
  function tell(...content) {
    const line = document.getElementById('boot');
    if (!line) return; // the stopped screen speaks now
    line.textContent = '';
    line.append(...content);
  }

  function tellBoth(key) {
    const text = (lang) => make('p', { lang: ['km', 'en'][lang], textContent: WORDS[key][lang] });
    const retry = make('button', { type: 'button', textContent: WORDS.retry.join(' · '), onclick: () => (gone ? location.reload() : load()) });
    tell(text(0), text(1), retry, ...(opening ? [link(base + '/', WORDS.home.join(' · '))] : []));
    addEventListener('online', () => started || load(), { once: true });
  }

  function make(tag, properties, ...content) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  }

  function link(href, text, properties) {
    return make('a', Object.assign({ href, textContent: text }, properties));
  }

  // ----------------------------------------------------------------- panic

  function isPanic(error) {
    return error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /stack/.test(error.message));
  }

  function listen() {
    addEventListener('error', (event) => { if (isPanic(event.error)) panic(event.error); });
    addEventListener('unhandledrejection', (event) => { if (isPanic(event.reason)) panic(event.reason); });
    addEventListener('phlov:panic', (event) => panic(event.detail));
    addEventListener('phlov:ready', ready, { once: true });
    addEventListener('phlov:awake', awake);
    // After a panic the module is broken but its handlers would still run. These come first and let nothing through; what
    // the browser does by itself (follow a link, scroll, select) goes on, and the one button of the stopped screen is served here.
    for (const type of ('click input change submit keydown keyup beforeinput focusin focusout blur pointerdown pointerup touchstart touchend ' +
      'toggle scroll popstate hashchange storage online offline visibilitychange pagehide beforeunload message').split(' ')) {
      addEventListener(type, (event) => {
        if (!dead) return;
        event.stopImmediatePropagation();
        if (type === 'click' && event.target.id === 'stopped-save') saveCopy();
      }, true);
    }
  }

  function panic(error) {
    if (dead) return;
    dead = true;
    const now = Date.now();
    const before = recall('phlov-panics').split(' ').filter((at) => +at > now - 60000);
    remember('phlov-panics', before.concat(now).join(' '));
    console.warn('phlov stopped:', error);
    // Timers of the dead app may still call it: it must not write over what was saved.
    const no = () => { throw new Error('the app has stopped'); };
    for (const [of, names] of [[Storage, 'setItem removeItem clear'], [window.IDBObjectStore, 'put add delete clear'], [History, 'pushState replaceState']]) {
      if (of) names.split(' ').forEach((name) => { of.prototype[name] = no; });
    }
    fellBack().then((yes) => yes || stoppedScreen('stopped', 'kept', before.length > 0));
    updates(true); // nothing is being edited any more: a repaired version may take over now
  }

  /** Heading, one paragraph, the way on, the copy. Replaces everything, so that no handler of the app is left in the page. */
  function stoppedScreen(title, text, toSafe) {
    dead = true;
    const rest = location.search.slice(1).split('&').filter((part) => part && part !== 'safe=1').concat(toSafe ? 'safe=1' : []);
    const heading = make('h1', { tabIndex: -1, textContent: say(title) });
    document.title = say(title);
    root.dataset.stopped = '1';
    document.body.textContent = '';
    document.body.append(make('main', { id: 'stopped', lang: root.lang }, heading, make('p', { textContent: say(text) }),
      link(location.pathname + (rest.length ? '?' + rest.join('&') : ''), say('reload'), { id: 'stopped-reload' }),
      make('button', { type: 'button', id: 'stopped-save', textContent: say('copy') })));
    heading.focus();
  }

  /** A text file of everything; where the browser saves no files (in-app browsers), the same text to copy by hand. */
  async function saveCopy() {
    const all = await everything();
    const url = URL.createObjectURL(new Blob([all], { type: 'text/plain' }));
    link(url, '', { download: `phlov-${new Date().toISOString().slice(0, 10)}.txt` }).click();
    const field = document.getElementById('stopped-copy') || make('textarea', { id: 'stopped-copy', readOnly: true, rows: 8, ariaLabel: say('copy') });
    field.value = all;
    if (!field.parentNode) document.getElementById('stopped').append(make('p', { textContent: say('copied') }), field);
  }

  /** All that the app keeps, as it lies there: both stores, nothing decoded. */
  async function everything() {
    const out = { app: 'phlov', kind: 'raw-copy', build, at: new Date().toISOString(), localStorage: {}, journal: {} };
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i);
        if (key.startsWith('phlov:')) out.localStorage[key] = localStorage.getItem(key);
      }
    } catch (error) { out.localStorageError = String(error); }
    try {
      await Promise.race([journal(out.journal), new Promise((_, no) => setTimeout(no, 3000, 'no answer'))]);
    } catch (error) { out.journalError = String(error); }
    return JSON.stringify(out, null, 1);
  }

  function journal(into) {
    return new Promise((ok, no) => {
      const open = indexedDB.open('phlov');
      open.onupgradeneeded = () => open.transaction.abort(); // there is none: do not make one
      open.onerror = () => no(open.error);
      open.onsuccess = () => {
        const walk = open.result.transaction('records').objectStore('records').openCursor();
        walk.onerror = () => no(walk.error);
        walk.onsuccess = () => {
          const at = walk.result;
          if (!at) return ok(open.result.close());
          into[at.key] = at.value;
          at.continue();
        };
      };
    });
  }

  function recall(key) {
    try { return sessionStorage.getItem(key) || ''; } catch (error) { return ''; }
  }

  function remember(key, value) {
    try { value ? sessionStorage.setItem(key, value) : sessionStorage.removeItem(key); } catch (error) { /* blocked: nothing to count with */ }
  }

  /** The screen stays bright while something is shown to an official; where the browser cannot, she taps it herself. */
  async function awake({ detail }) {
    const was = lamp;
    lamp = null;
    try {
      if (was) await was.release();
      if (detail && navigator.wakeLock) lamp = await navigator.wakeLock.request('screen');
    } catch (error) { /* nearly empty, or in the background */ }
  }

  // -------------------------------------------------------- service worker

  /** Registered only now, so that its downloads do not compete with the first start. */
  function ready() {
    started = true;
    tell();
    updates(false);
  }

  /** Installs the worker and follows its versions. `eager`: take a new version without asking, nobody is writing. */
  async function updates(eager) {
    if (!workers || inside) return;
    try {
      // The security policy refuses every text as code. Its one exception: this trusted type, which is the worker's address whatever is asked.
      address = address || (window.trustedTypes ? trustedTypes.createPolicy('phlov', { createScriptURL: () => base + '/sw.js' }).createScriptURL('') : base + '/sw.js');
      await noteSaving();
      const registration = await workers.register(address, { updateViaCache: 'none' });
      const waits = async (worker) => {
        if (eager) return worker.postMessage({ type: 'take-over' });
        const { all, still } = await ask(worker, { type: 'cost' }, 5000) || { all: 0, still: 0 };
        tellApp('update', all + ' ' + still);
      };
      let followed;
      const follow = (worker) => {
        if (worker === followed) return; // known from the registration, announced again by the event
        followed = worker;
        const first = !registration.active;
        worker.addEventListener('statechange', () => {
          if (worker.state === 'installed' && !first) waits(worker);
          if (worker.state === 'activated' && first) offline(worker);
        });
      };
      const offline = async (worker, quiet) => {
        if (!eager) worker.postMessage({ type: 'ready', build, page: loader && base + root.dataset.page, boot: loader });
        // A version that took over by itself (all windows had been closed) before it was fetched still waits for her yes.
        const { whole, total } = await ask(worker, { type: 'cost' }, 5000) || {};
        if (!eager && !registration.waiting && whole === false) return waits(worker);
        if (quiet) root.dataset.offline = total || 0; else tellApp('offline', total || 0);
      };
      if (registration.installing) follow(registration.installing);
      registration.addEventListener('updatefound', () => follow(registration.installing));
      if (registration.active) offline(registration.active, true);
      if (registration.waiting) waits(registration.waiting);
      if (eager) return;

      addEventListener('phlov:forget', () => registration.active && registration.active.postMessage({ type: 'forget' }));
      let taking = false;
      const had = workers.controller;
      addEventListener('phlov:take-update', () => {
        const worker = registration.waiting || registration.active;
        if (taking) return;
        taking = true;
        ask(worker, { type: 'take-over' }).then((taken) => {
          if (!taken) {
            taking = false;
            dispatchEvent(new CustomEvent('phlov:update-failed'));
          } else if (worker.state === 'activated') location.reload(); // or another tab took it already
          else worker.addEventListener('statechange', () => { if (worker.state === 'activated') location.reload(); });
        });
      });
      // Another tab took the new version. This page goes on with its own files until she says so.
      if (had) workers.addEventListener('controllerchange', () => taking || tellApp('update', '0 0'));
      // An installed app is seldom closed: look for a new version when it is opened again, at most hourly.
      let looked = Date.now();
      addEventListener('visibilitychange', () => {
        if (document.hidden || Date.now() - looked < 3600000) return;
        looked = Date.now();
        registration.update().catch(() => {});
      });
    } catch (error) {
      console.info('phlov: no service worker:', error.message); // private windows, old browsers: the app works, online
    }
  }

  /** Event phlov:update-ready, or, once, after the first install, phlov:offline-ready; also kept as
   *  <html data-update> and <html data-offline> for listeners that come later. */
  function tellApp(what, value) {
    root.dataset[what] = value;
    dispatchEvent(new CustomEvent('phlov:' + what + '-ready'));
  }

  /** A build that failed before it was ready: if the worker kept the last good one, it is loaded instead (true). */
  function fellBack() {
    const worker = workers && workers.controller;
    if (root.dataset.ready || !worker) return Promise.resolve(false);
    return ask(worker, { type: 'broken', build }, 2000).then((yes) => {
      if (yes) location.reload();
      return yes;
    });
  }

  /** What a worker answers; nothing after `patience` ms. */
  function ask(worker, question, patience) {
    return new Promise((ok) => {
      const line = new MessageChannel();
      line.port1.onmessage = ({ data }) => ok(data);
      worker.postMessage(question, [line.port2]);
      if (patience) setTimeout(ok, patience);
    });
  }

  /** The worker cannot see whether the phone saves data. */
  async function noteSaving() {
    const saves = !!(navigator.connection && navigator.connection.saveData);
    if (saves || await caches.has('phlov-notes')) await (await caches.open('phlov-notes')).put('/.note/saves', new Response(saves ? '1' : ''));
  }
})();
