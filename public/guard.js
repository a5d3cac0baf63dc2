// The first script of the page: inlined in <head> by tools/post-build.mjs, so it runs before any text is painted.
// It decides what the static first page may show, applies the look that was chosen last time, and comes back
// when the document itself stalls half-way. Nothing here may throw: there is nobody yet to catch it.
(function (root, base) {
  // Inside the folder of the site on its host (tools/rebase.mjs); in the single file behind its name (tools/single.mjs).
  var place = base === '#' ? location.hash.slice(1) : location.pathname.slice(base.length) + location.search;
  var path = place.split('?')[0] || '/';
  var look = {}, plans = false, seen = -1, store;
  try { store = sessionStorage; } catch (e) { /* storage is blocked: the guard works without it */ }

  // Quick exit. A tap on what bears data-leave, or Esc twice, and the next picture is a harmless page of our own, kept offline.
  // Whoever then goes back in this window sees that page again and nothing of the app, until "×" in its corner opens it ("?open").
  function left() { try { return store.getItem('phlov-left'); } catch (e) { return null; } }
  function away() {
    root.style.display = 'none';
    dispatchEvent(new Event('phlov:leave')); // what is being read aloud falls silent
    document.title = '…';
    if (window.phlovAway) phlovAway(); // public/single.js
    else location.replace(base + '/table.html');
  }
  function leave() {
    try { store.setItem('phlov-left', '1'); } catch (e) { /* then only the page that is open is hidden */ }
    away();
  }
  var escaped = -1e3;
  if (location.search === '?open') {
    try { store.removeItem('phlov-left'); } catch (e) { /* nothing was noted */ }
    history.replaceState(null, '', location.pathname);
  }
  if (left()) { root.dataset.left = '1'; return away(); }
  addEventListener('pageshow', function () { if (left()) away(); });
  addEventListener('click', function (event) {
    if (event.target.closest && event.target.closest('[data-leave]')) leave();
  }, true);
  // Three quick taps of a finger on an empty place do the same.
  var taps = 0, tapped = 0;
  addEventListener('pointerdown', function (event) {
    if (event.pointerType !== 'touch' || event.target.closest && event.target.closest('a,button,input,textarea,select,label,summary')) { taps = 0; return; }
    taps = event.timeStamp - tapped < 400 ? taps + 1 : 1;
    tapped = event.timeStamp;
    if (taps === 3) leave();
  }, true);
  addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') { escaped = -1e3; return; }
    if (event.timeStamp - escaped < 800) leave();
    escaped = event.timeStamp;
  }, true);

  try { look = JSON.parse(localStorage.getItem('phlov-look')) || {}; } catch (e) { /* no look saved */ }

  // The plain name: another manifest for the install, another title.
  function named() {
    var plain = false, link = document.querySelector('link[rel=manifest]');
    try { plain = localStorage.getItem('phlov-plain') === '1'; } catch (e) { /* blocked */ }
    if (link && plain !== /plain/.test(link.href)) link.href = base + (plain ? '/plain.webmanifest' : '/manifest.webmanifest');
    if (plain && !root.dataset.ready) document.title = 'តារាង';
  }
  addEventListener('DOMContentLoaded', named);
  addEventListener('phlov:named', named);

  // The text inside #app is that of the page at data-page. At any other address (the worker answers all with the Khmer Home) it must not
  // pose as that page: a calm "Opening…" stands there until the app has drawn the right one.
  var bare = /^\/(index\.html)?$/.test(path), mine = root.dataset.page || '/km/';
  // With plans, Home begins with the next things, the offices with hers, and a service leads to its plan, which the static page cannot
  // know: nothing may jump under her thumb.
  try {
    plans = Object.keys(localStorage).some(function (key) { return /phlov:plan:/.test(key) && localStorage[key].indexOf(mine.replace(/^.{4}(service\/|offices$)?/, '')) >= 0; });
  } catch (e) { /* blocked */ }
  var same = bare ? mine === '/km/' && look.lang !== 'en' : path.replace(/\/$/, '') === mine.replace(/\/$/, '');
  if (!same) root.lang = /^\/en(\/|$)/.test(path) || (bare && look.lang === 'en') ? 'en' : 'km';
  // Others add to links what they follow people by; only what the app itself writes there changes the page.
  if (!same || plans || /[?&](a|q|n|l|after|safe)=/.test(place)) root.dataset.first = 'opening';
  if (look.theme) root.dataset.theme = look.theme;
  if (look.text) root.dataset.text = look.text;

  // What she opens or taps before the app is there is done again when it is: to what bears the same words, as there may be more buttons by then.
  var opened = [], wanted = [];
  function alike(tag, words) {
    return Array.prototype.filter.call(document.querySelectorAll('#app ' + tag), function (one) { return one.textContent === words; });
  }
  function spot(element) {
    var words = element.textContent;
    return [element.tagName, words, alike(element.tagName, words).indexOf(element)];
  }
  function at(of) { return alike(of[0], of[1])[of[2]] || {}; }
  addEventListener('toggle', function (event) {
    if (!root.dataset.ready) opened.push([spot(event.target), event.target.open]);
  }, true);
  addEventListener('click', function (event) {
    var button = !root.dataset.ready && event.target.closest && event.target.closest('#app button:not([data-leave])');
    if (!button) return;
    wanted = spot(button);
    button.setAttribute('aria-busy', 'true');
  }, true);
  // The event comes while the screen is made: a moment later, but before the next picture, it stands there.
  addEventListener('phlov:ready', function () {
    Promise.resolve().then(function () {
      opened.forEach(function (one) { at(one[0]).open = one[1]; });
      if (wanted[0] && at(wanted).click) at(wanted).click();
    });
  });

  // A document that stops arriving never reaches boot.js. When nothing new came for 12 seconds, load it again, three times at most.
  var watch = setInterval(function () {
    var size = root.innerHTML.length, tries = +(store && store.getItem('phlov-tries')) || 0;
    if (root.dataset.boot) { clearInterval(watch); return; }
    if (size === seen && store && tries < 3) { store.setItem('phlov-tries', tries + 1); location.reload(); }
    seen = size;
  }, (window.phlovTest || 0).document || 12000);
})(document.documentElement, document.documentElement.dataset.base || '');
