// Runs the browser tests of tests/e2e/ with Node's own test runner, shows each, and ends with "N passed, N failed".
// `node tools/e2e.mjs boot worker` runs only those files.
import fs from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';

/** Gives { passed, failed }. `concurrency`: files at once. */
export async function e2e(only = [], { concurrency = 2, out = process.stdout } = {}) {
  const folder = 'tests/e2e';
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.test.mjs') && (!only.length || only.some((word) => name.startsWith(word))));
  const result = { passed: 0, failed: 0 };
  const events = run({ files: files.map((name) => path.resolve(folder, name)), concurrency, timeout: process.env.PHLOV_FULL ? 3600000 : 2400000 });
  const leaf = (event) => event.details?.type !== 'suite' && !event.skip;
  events.on('test:pass', (event) => { if (leaf(event)) result.passed += 1; });
  events.on('test:fail', (event) => { if (leaf(event)) result.failed += 1; });
  const text = events.compose(new spec());
  text.pipe(out, { end: false });
  await new Promise((ok) => { text.on('end', ok); });
  if (!result.passed && !result.failed) result.failed = 1; // no test found is a fault too
  return result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await e2e(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
