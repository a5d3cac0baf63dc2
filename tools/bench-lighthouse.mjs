// Lighthouse's performance score of five kinds of page, with its own simulated phone (slow 4G, processor four times slower): the median of
// three first visits. `node tools/bench-lighthouse.mjs [runs]`, part of `make bench`; a score is reported, never a gate.
import { audit, PAGES } from './lighthouse.mjs';
import { serve } from './serve.mjs';

const RUNS = Number(process.argv[2] ?? 3);
const TIMES = { FCP: 'first-contentful-paint', LCP: 'largest-contentful-paint', TBT: 'total-blocking-time', CLS: 'cumulative-layout-shift', 'Speed Index': 'speed-index' };
const SETTINGS = { onlyCategories: ['performance'] };
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

const server = await serve({ dir: process.env.PHLOV_DIST ?? 'dist', quality: 11 });
// The server packs a file when it is first asked for, a host has done so before: one visit that does not count.
for (const page of PAGES) await fetch(server.url + page, { headers: { 'accept-encoding': 'br' } });
await audit(server.url + PAGES[0], SETTINGS);

console.log(`| page | performance | ${Object.keys(TIMES).join(' | ')} |\n|---|---|${'---|'.repeat(Object.keys(TIMES).length)}`);
const speeds = [];
for (const page of PAGES) {
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await audit(server.url + page, SETTINGS));
  speeds.push(...visits.map(({ environment }) => environment.benchmarkIndex));
  const error = visits.find((one) => one.runtimeError)?.runtimeError.message;
  const times = Object.values(TIMES).map((id) => {
    const value = median(visits.map(({ audits }) => audits[id].numericValue));
    return id === TIMES.CLS ? value?.toFixed(3) : `${Math.round(value)} ms`;
  });
  console.log(error ? `| ${page} | ${error} |` : `| ${page} | ${Math.round(median(visits.map(({ categories }) => categories.performance.score)) * 100)} | ${times.join(' | ')} |`);
}
// Where other work slows the machine, TBT and with it the score say more about that work than about the app.
console.log(`(aim: performance ≥ 95; speed of this machine as Lighthouse measures it: ${Math.round(median(speeds))}, it expects 1000 or more)`);
await server.close();
