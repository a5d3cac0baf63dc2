// The first script of the single file (tools/single.mjs), before public/guard.js: where the quick exit leads when there is no other page.
// The multiplication table lies in the file; the app does not start while it stands there (public/boot.js).
window.phlovAway = function () {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
  else location.reload(); // nothing of the app stays in the page
  function show() {
    document.body.replaceChildren(document.getElementById('table').content);
    document.title = document.querySelector('h1').textContent;
    document.querySelector('a').onclick = function () {
      sessionStorage.removeItem('phlov-left');
      location.reload();
    };
    document.documentElement.style.display = '';
  }
};
