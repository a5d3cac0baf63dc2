// How this project starts Chromium: the system's one (or $PHLOV_CHROMIUM), never a downloaded one, and silent on the network.
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

export const FLAGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-domain-reliability', '--disable-client-side-phishing-detection', '--no-default-browser-check', '--disable-extensions',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses to sandbox for root
];

/** The phone on which is measured; without the worker, which would answer in the place of the server. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, serviceWorkers: 'block' };

/** The path of the browser, or an error with the remedy. */
export function chromiumPath() {
  const asked = process.env.PHLOV_CHROMIUM;
  for (const name of asked ? [asked] : ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim();
    if (found) return found;
  }
  console.error(asked ? `PHLOV_CHROMIUM names ${asked}, which is not there.`
    : 'Chromium is missing. Install it (Debian: apt-get install chromium fonts-noto-core) or set PHLOV_CHROMIUM to its path.');
  process.exit(1);
}

export function launch(options = {}) {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS, ...options });
}

/** The same with a profile folder that outlives the browser. */
export function launchPersistent(profile, options = {}) {
  return chromium.launchPersistentContext(profile, { executablePath: chromiumPath(), headless: true, args: FLAGS, ...options });
}
