// The table of faults: what can happen to her phone, how often it was tried, and what was lost. Tests note what they tried in
// target/faults/ (tests/e2e/faults.mjs, tests/helpers/tried.rs); `make test` prints the table of its short counts, `make bench`
// of the full ones, `make faults` of whatever ran last. It fails when a byte of hers was lost, or a fault was never tried.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = path.join(process.env.CARGO_TARGET_DIR || 'target', 'faults');

/** Every fault, in the order in which one meets them. A test that names another one fails. */
export const FAULTS = {
  Storage: [
    'the browser is killed when “saved” shows',
    'two tabs edit the same plan',
    'a byte of a stored plan is flipped',
    'a stored plan is cut off',
    'stored plans change places',
    'the phone is full at the n-th write',
    'a write fails, is torn or is forgotten',
    'storage is blocked',
    'there is no journal',
    'storage is cleared',
    'a plan is of a newer app',
  ],
  'Network, first visit': [
    'a request is reset',
    'a request stalls',
    'a request finds nothing (404)',
    'a request brings wrong bytes',
    'a request meets a captive portal',
  ],
  Updates: [
    'a new version comes at the n-th request',
    'an update comes broken',
    'a new version cannot start',
    'the kill switch is thrown',
  ],
  Input: [
    'a file to bring in is over the caps',
    'a file to bring in was changed',
    'copies meet in any order',
    'odd texts',
    'odd addresses',
    'links made of what she typed',
  ],
  Clock: [
    'the clock says 1970',
    'the clock says 2099',
    'the clock goes back and forward',
  ],
  Panic: [
    'the app panics',
  ],
};
export const NAMES = Object.values(FAULTS).flat();

/** Forgets what earlier runs noted. */
export function forget() {
  fs.rmSync(FOLDER, { recursive: true, force: true });
}

/** Adds a line to what was tried. `where`: browser or native. */
export function note(where, line) {
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.appendFileSync(path.join(FOLDER, `${where}-${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
}

/** What was noted: { name → { where, tried, lost, said } }. */
function noted() {
  const rows = new Map();
  for (const file of fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).sort() : []) {
    const [where] = file.split('-');
    for (const line of fs.readFileSync(path.join(FOLDER, file), 'utf8').split('\n').filter(Boolean)) {
      const { fault, tried, lost, said } = JSON.parse(line);
      const row = rows.get(fault) ?? { where: new Set(), tried: 0, lost: 0, said: new Set() };
      row.where.add(where);
      row.tried += tried;
      row.lost += lost;
      for (const words of said) row.said.add(words);
      rows.set(fault, row);
    }
  }
  return rows;
}

/** The table as text, and what is wrong with it, in sentences. */
export function table() {
  const rows = noted();
  const lines = [['fault', 'where', 'tried', 'lost', 'what she reads']];
  const problems = [];
  for (const [part, names] of Object.entries(FAULTS)) {
    lines.push([part, '', '', '', '']);
    for (const name of names) {
      const { where, tried, lost, said } = rows.get(name) ?? { where: [], tried: 0, lost: 0, said: [] };
      if (!tried) problems.push(`never tried: ${name}`);
      if (lost) problems.push(`${lost} bytes lost: ${name}`);
      const [words = '–', ...more] = said;
      lines.push([`  ${name}`, [...where].sort().join(', '), tried.toLocaleString('en'), lost.toLocaleString('en'), words]);
      for (const other of more) lines.push(['', '', '', '', other]);
    }
  }
  for (const name of rows.keys()) if (!NAMES.includes(name)) problems.push(`not in the list of tools/faults.mjs: ${name}`);
  const wide = (at) => Math.max(...lines.map((line) => line[at].length));
  const [name, where, tried, lost] = [0, 1, 2, 3].map(wide);
  const aligned = lines.map((line) => [line[0].padEnd(name), line[1].padEnd(where), line[2].padStart(tried), line[3].padStart(lost), line[4]].join('  ').trimEnd());
  return { text: aligned.join('\n'), problems };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv[2] === 'forget') forget();
  else {
    const { text, problems } = table();
    console.log(text);
    for (const problem of problems) console.error(problem);
    process.exit(problems.length ? 1 : 0);
  }
}
