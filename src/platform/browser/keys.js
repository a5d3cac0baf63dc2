// A list with its box, for a keyboard (`data-keys`, src/ui/helper/panes.rs): the arrows go from row to row, `/` goes to the box, Escape
// empties it. Enter needs nothing: rows are links.
export function keys() {
  addEventListener('keydown', (event) => {
    const { key, target } = event;
    const place = document.querySelector('[data-keys]');
    if (!place || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const there = target === document.body || target.id === 'main' || place.contains(target);
    const box = place.querySelector('.panes__list input[type=search]');
    const typing = !!target.closest?.('input, textarea, select');
    if (!there || (typing && target !== box)) return;
    const go = (element) => {
      event.preventDefault();
      element.focus();
    };
    if (key === '/' && !typing && box?.offsetParent) {
      go(box);
    } else if (key === 'Escape' && typing && box.value) {
      event.preventDefault();
      box.value = '';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const rows = [...place.querySelectorAll('.panes__list a.row')].filter((row) => row.offsetParent);
      const at = rows.indexOf(document.activeElement);
      const open = rows.findIndex((row) => row.ariaCurrent);
      const next = at < 0 ? rows[typing ? 0 : Math.max(open, 0)] : key === 'ArrowDown' ? rows[at + 1] : rows[at - 1] ?? box;
      if (next && !(typing && key === 'ArrowUp')) go(next);
    }
  });
}
