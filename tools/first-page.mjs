// Writes the first page: what the app draws at /km/ on a phone without any plans goes into index.html between the two
// "first page" comments, so that the words are there before the module. `make first-page`, after a change of the home
// screen; tests/e2e/boot.test.mjs says when it is needed.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

/** The HTML of the app's home, without the framework's empty comments and without what only the running app knows. */
export async function drawnHome(page) {
  return page.evaluate(() => {
    const app = document.getElementById('app').cloneNode(true);
    const walk = document.createTreeWalker(app, NodeFilter.SHOW_COMMENT);
    const comments = [];
    while (walk.nextNode()) comments.push(walk.currentNode);
    comments.forEach((comment) => comment.remove());
    app.normalize();
    return app.innerHTML;
  });
}

/** What stands between the comments, as one line (a line break is only ever inside a tag). */
export function firstPage(html) {
  return html.match(/<!-- first page -->\n([\s\S]*?)\n<!-- \/first page -->/)[1].replaceAll('\n>', '>');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = await serve({ dir: 'dist' });
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'km-KH', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${server.url}/km/`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  const home = await drawnHome(page);
  await browser.close();
  await server.close();
  const html = fs.readFileSync('index.html', 'utf8');
  // Line breaks only inside tags: between them they would be text, and move things by a space.
  const broken = home.replace(/><(?=[a-z])/g, '\n><');
  fs.writeFileSync('index.html', html.replace(/(<!-- first page -->\n)[\s\S]*?(\n<!-- \/first page -->)/, (_, before, after) => before + broken + after));
  console.log(firstPage(html) === home ? 'The first page was up to date.' : 'The first page in index.html was written anew. Build again to see it.');
}
