// Lighthouse finds nothing to mend on five kinds of page: accessibility, best practices and SEO, 100 each. Nothing is timed here;
// `node tools/bench-lighthouse.mjs` does that. Lighthouse's own throttling stays as it is: it slows nothing (it only reckons times, which
// nobody asks for here), and `provided` would wait five seconds instead of one at every page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { audit, PAGES } from '../../tools/lighthouse.mjs';
import { serve } from '../../tools/serve.mjs';
import { DIST, otherBuild, test } from './helpers.mjs';

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
let server, clear;
before(async () => {
  // Searchers take a page's own address and that of its other language only whole. A site gets them so with PHLOV_ORIGIN; this dist/ may be
  // built without, then its pages have paths there. So the five are served from a copy in which this server is the origin.
  const dir = otherBuild({ after: (work) => { clear = work; } });
  server = await serve({ dir });
  for (const name of PAGES.map((page) => page.replace(/\/$/, '/index') + '.html')) {
    fs.mkdirSync(path.join(dir, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), withOrigin(fs.readFileSync(path.join(DIST, name), 'utf8'), server.url));
  }
});
after(async () => {
  await server?.close();
  clear?.();
});

/** The page as tools/head.mjs writes it where the origin is known, in the lines that Lighthouse reads. */
const withOrigin = (page, origin) => page.replace(/(<link rel="(?:canonical|alternate)"[^>]* href=")(?:https?:\/\/[^/"]+)?\//g, `$1${origin}/`);

for (const page of PAGES) {
  test(`Lighthouse gives ${page} 100 for accessibility, best practices and SEO`, async () => {
    const { audits, categories, finalDisplayedUrl, runtimeError } = await audit(server.url + page, { onlyCategories: CATEGORIES });
    assert.equal(runtimeError?.message, undefined, page);
    assert.equal(finalDisplayedUrl, server.url + page);
    // Each audit that counts, because the score is rounded: a small one may fail at 100.
    const faults = Object.values(categories).flatMap(({ id, auditRefs }) => auditRefs
      .filter((one) => one.weight && audits[one.id].score !== 1 && audits[one.id].scoreDisplayMode !== 'notApplicable')
      .map((one) => `${page} ${id}: ${told(audits[one.id])}`));
    assert.deepEqual(faults, []);
    assert.deepEqual(CATEGORIES.map((id) => [id, categories[id].score]), CATEGORIES.map((id) => [id, 1]));
  }, 90000);
}

/** What Lighthouse says about a failed audit, and where. */
function told({ id, title, description, explanation, errorMessage, details }) {
  const places = (details?.items ?? []).slice(0, 5).map(({ node, ...rest }) => (node ? `${node.snippet} ${node.explanation ?? ''}` : JSON.stringify(rest)).slice(0, 400));
  return [`${id}: ${title}`, explanation, errorMessage, description, ...places].filter(Boolean).join('\n    ');
}
