// One Lighthouse audit of one page, as its first visitor gets it: a Chromium of its own with an empty profile, closed and cleared away
// after. For tests/e2e/lighthouse.test.mjs (what must hold) and tools/bench-lighthouse.mjs (times).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { chromiumPath, FLAGS } from './chromium.mjs';

/** Home, a service, a word, the finder, an office. */
export const PAGES = ['/km/', '/km/service/biz-register', '/en/words/tax', '/km/find', '/en/offices/nssf'];

/** Without Playwright's flags Chromium asks Google for updates, the time and accounts: no name leads anywhere. */
const ONLY_HERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Gives Lighthouse's result (its `lhr`) for `url`; `settings` are its own. */
export async function audit(url, settings) {
  const chromium = await start();
  try {
    const { lhr } = await lighthouse(url, { port: chromium.port, output: 'json', logLevel: 'error', disableFullPageScreenshot: true, ...settings });
    return lhr;
  } finally {
    await chromium.stop();
  }
}

/** Lighthouse finds the browser by a port. The pipe is for us: when it closes, also because we were killed, Chromium closes too. */
async function start() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-lighthouse-'));
  const child = spawn(chromiumPath(), ['--headless', ...FLAGS, ONLY_HERE, `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--remote-debugging-pipe', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile }, // nothing in the home folder
  });
  const gone = new Promise((ok) => { child.once('exit', ok); });
  const port = await new Promise((ok, no) => {
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      const [, found] = said.match(/DevTools listening on ws:\/\/[^:]+:(\d+)/) ?? [];
      if (found) ok(Number(found));
    });
    gone.then((code) => no(new Error(`Chromium ended with ${code}:\n${said}`)));
  });
  return {
    port,
    stop: async () => {
      child.stdio[3].end();
      await gone;
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
