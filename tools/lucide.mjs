// Writes src/ui/icon.rs: the Lucide icons that the app and the content use, each as one path.
// Run by `make icons` after an icon was added; the result is committed, so a build needs no icon package.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { short } from './paths.mjs';

const VERSION = '1.62.0';

// Icons that the interface itself uses. Those named in content/ (icon = "…") are found there.
const INTERFACE = `archive arrow-down arrow-left arrow-up arrow-right badge-check book-open calendar-clock calendar-days check chevron-right circle circle-check
circle-question-mark clipboard-pen cloud-off copy database download file-text house info landmark languages list-checks
mail map-pin menu message-circle-question-mark pencil phone plus refresh-cw rotate-ccw scale search send settings shield-check smartphone 
trash-2 triangle-alert type undo-2 users x globe user user-plus message-square message-circle door-open handshake image printer signpost clock calendar-check hand-heart lock lock-open shield volume-2 square pause play gauge banknote store coffee building-2 maximize minus angry frown meh smile laugh`.split(/\s+/);

const root = path.dirname(path.dirname(new URL(import.meta.url).pathname));
const named = new Set(INTERFACE);
for (const file of fs.readdirSync(path.join(root, 'content'), { recursive: true })) {
  if (!String(file).endsWith('.toml')) continue;
  const text = fs.readFileSync(path.join(root, 'content', String(file)), 'utf8');
  for (const [, icon] of text.matchAll(/\bicon = "([a-z0-9-]+)"/g)) named.add(icon);
}

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lucide-'));
execFileSync('npm', ['pack', `lucide-static@${VERSION}`, '--silent'], { cwd: dir, stdio: ['ignore', 'pipe', 'inherit'] });
execFileSync('tar', ['xzf', fs.readdirSync(dir).find((name) => name.endsWith('.tgz'))], { cwd: dir });

const number = (tag, name) => Number(tag.match(new RegExp(`\\b${name}="([-0-9.]+)"`))?.[1] ?? 0);
const round = (n) => String(Math.round(n * 1000) / 1000);
// A leading "m" is absolute only while the path stands alone; here paths are joined.
function absoluteStart(d) {
  const start = d.match(/^m\s*(-?[\d.]+)[\s,]*(-?(?:\d*\.\d+|\d+))\s*,?(.*)$/s);
  if (!start) return d;
  const [, x, y, rest] = start;
  return `M${x} ${y}${/^[-\d.]/.test(rest) ? `l${rest}` : rest}`;
}

function toPath(kind, tag) {
  const n = (name) => number(tag, name);
  if (kind === 'path') return absoluteStart(tag.match(/\bd="([^"]+)"/)[1]);
  if (kind === 'line') return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
  if (kind === 'circle' || kind === 'ellipse') {
    const [rx, ry] = kind === 'circle' ? [n('r'), n('r')] : [n('rx'), n('ry')];
    return `M${round(n('cx') - rx)} ${n('cy')}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
  }
  if (kind === 'rect') {
    const [x, y, w, h] = [n('x'), n('y'), n('width'), n('height')];
    const r = Math.min(n('rx') || n('ry'), w / 2, h / 2);
    if (!r) return `M${x} ${y}h${w}v${h}h${-w}z`;
    const a = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    return `M${round(x + r)} ${y}h${round(w - 2 * r)}${a(r, r)}v${round(h - 2 * r)}${a(-r, r)}h${round(2 * r - w)}${a(-r, -r)}v${round(2 * r - h)}${a(r, -r)}z`;
  }
  if (kind === 'polyline' || kind === 'polygon') {
    const points = tag.match(/\bpoints="([^"]+)"/)[1].trim().split(/[\s,]+/);
    const pairs = points.reduce((all, value, i) => (i % 2 ? all : [...all, `${value} ${points[i + 1]}`]), []);
    return `M${pairs.join('L')}${kind === 'polygon' ? 'z' : ''}`;
  }
  throw new Error(`an icon uses <${kind}>, which this script cannot turn into a path`);
}

const rows = [];
for (const name of [...named].sort()) {
  const file = path.join(dir, 'package', 'icons', `${name}.svg`);
  if (!fs.existsSync(file)) {
    console.error(`There is no Lucide icon “${name}”; choose another one on lucide.dev.`);
    process.exitCode = 1;
    continue;
  }
  const svg = fs.readFileSync(file, 'utf8').replace(/<svg[^>]*>/, '');
  const d = [...svg.matchAll(/<(path|line|circle|ellipse|rect|polyline|polygon)\b([^>]*)>/g)].map(([, kind, tag]) => toPath(kind, tag)).join('');
  rows.push(`${name} ${short(d)}`);
}
fs.rmSync(dir, { recursive: true });
fs.writeFileSync(
  path.join(root, 'src/ui/icon.rs'),
  `//! Icons from Lucide ${VERSION} (ISC licence), only those used, each as one path on a 24 × 24 grid.
//! Written by \`make icons\`; not edited by hand.

/// A line each: name and path. One text packs better than pointers to many.
pub const ICONS: &str = "\\
${rows.join('\n')}
";

/// Names with their paths.
pub fn icons() -> impl Iterator<Item = (&'static str, &'static str)> {
    ICONS.split('\\n').filter_map(|line| line.split_once(' '))
}
`,
);
console.log(`src/ui/icon.rs: ${rows.length} icons`);
