// The site behind nginx, with the configuration of docs/deploy.md as it stands there.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { rebase } from '../../tools/rebase.mjs';
import { browserStage, DIST, offlineReady, ready, test, until } from './helpers.mjs';

const stage = browserStage();

/** Starts nginx with the documented server on a free port, the site in the folder `base` of it. */
async function nginx(t, site = path.resolve(DIST), base = '') {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-nginx-'));
  const port = await new Promise((ok) => { const probe = net.createServer().listen(0, '127.0.0.1', () => { const { port: free } = probe.address(); probe.close(() => ok(free)); }); });
  const [, documented] = fs.readFileSync('docs/deploy.md', 'utf8').match(/```nginx\n([\s\S]*?)```/);
  const server = documented.replace(/listen 80;/, `listen 127.0.0.1:${port};`).replace(/root [^;]+;/, `root ${site};`)
    .replace('/404.html', `${base}/404.html`).replace('/assets/', `${base}/assets/`);
  assert.ok(server.includes(`:${port};`) && server.includes(site), server);
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/${name};`).join(' ');
  const user = process.getuid() === 0 ? 'user root;' : '';
  fs.writeFileSync(path.join(dir, 'nginx.conf'), `${user} daemon off; worker_processes 1; pid ${dir}/pid; events {} http { access_log off; ${temps} ${server} }`);
  const child = spawn('nginx', ['-p', dir, '-c', path.join(dir, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece) => { said += piece; });
  child.on('error', () => { said += 'nginx could not be started (make setup installs it)'; });
  const gone = new Promise((ok) => child.once('close', ok));
  t.after(async () => { child.kill('SIGQUIT'); await gone; fs.rmSync(dir, { recursive: true, force: true }); });
  const url = `http://127.0.0.1:${port}`;
  await until(() => fetch(url), 'nginx to answer').catch((error) => assert.fail(`${error.message}: ${said}`));
  return url;
}

test('every kind of address is answered as it should be', async (t) => {
  const url = await nginx(t);
  const get = async (address, headers = {}) => {
    const answer = await fetch(url + address, { headers });
    return { status: answer.status, text: await answer.text(), head: (name) => answer.headers.get(name) ?? '' };
  };
  const file = (name) => fs.readFileSync(path.join(DIST, name), 'utf8');
  for (const [address, name] of [['/', 'index.html'], ['/km/', 'km/index.html'], ['/en/', 'en/index.html'], ['/km/learn', 'km/learn.html'], ['/km/learn/governance', 'km/learn/governance.html'], ['/en/service/biz-register', 'en/service/biz-register.html']]) {
    const { status, text, head } = await get(address);
    assert.deepEqual([status, text === file(name), head('cache-control')], [200, true, 'no-cache'], address);
    assert.match(head('content-type'), /^text\/html; charset=utf-8/i);
  }
  const unknown = await get('/km/plans/x');
  assert.deepEqual([unknown.status, unknown.text === file('404.html')], [404, true]);
  const [wasm] = file('index.html').match(/\/assets\/[^"]+\.wasm/);
  const part = await get(wasm, { 'accept-encoding': 'gzip' });
  assert.deepEqual([part.status, part.head('content-type'), part.head('content-encoding')], [200, 'application/wasm', 'gzip']);
  assert.match(part.head('cache-control'), /immutable/);
  assert.match((await get('/sw.js')).head('content-type'), /javascript/);
  assert.equal((await get('/sw.js')).head('cache-control'), 'no-cache');
  assert.match((await get('/manifest.webmanifest')).head('content-type'), /manifest/);
});

test('the app starts there, also at the address of a plan, and again without nginx', async (t) => {
  const url = await nginx(t);
  const context = await stage.context(t, { server: { url, closed: false, requests: [] }, allow: [/404/] });
  const page = await context.newPage();
  await page.goto(`${url}/km/plans`);
  await ready(page);
  await offlineReady(page);
  await context.setOffline(true);
  await page.goto(`${url}/km/service/biz-register`);
  await ready(page);
  assert.ok((await page.locator('#title').innerText()).length > 3);
});

test('in a folder of the host: every way through the app stays in the folder, with and without a network', async (t) => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-folder-'));
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  fs.cpSync(DIST, path.join(root, 'phlov'), { recursive: true });
  rebase(path.join(root, 'phlov'), '/phlov');
  const url = await nginx(t, root, '/phlov');
  const context = await stage.context(t, { server: { url, closed: false, requests: [] }, allow: [/404/] });
  const page = await context.newPage();
  const astray = [];
  page.on('request', (request) => { if (!new URL(request.url()).pathname.startsWith('/phlov/')) astray.push(request.url()); });
  await page.goto(`${url}/phlov/`);
  await ready(page);
  await offlineReady(page);
  await page.locator('a.tile').first().tap();
  await page.waitForURL((here) => here.pathname.startsWith('/phlov/km/find/'));
  await page.goBack();
  await page.waitForURL((here) => here.pathname === '/phlov/km/');
  assert.ok(await page.locator('a.tile').first().isVisible());
  await page.goto(`${url}/phlov/en/service/biz-register`);
  await ready(page);
  await page.getByRole('button', { name: 'Make a plan', exact: true }).tap();
  await page.waitForURL((here) => /^\/phlov\/en\/plans\/\w+$/.test(here.pathname));
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  assert.ok(await page.locator('#title').isVisible());
  await page.locator('#language').tap();
  await page.waitForURL((here) => /^\/phlov\/km\/plans\/\w+$/.test(here.pathname));
  assert.deepEqual(astray, []);
  const files = JSON.parse(fs.readFileSync(path.join(root, 'phlov/manifest.webmanifest'), 'utf8'));
  assert.deepEqual([files.start_url, files.scope, files.icons[0].src], ['/phlov/km/', '/phlov/', '/phlov/icons/icon.svg']);
  const links = [...fs.readFileSync(path.join(root, 'phlov/km/learn.html'), 'utf8').matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, to]) => to);
  assert.deepEqual(links.filter((to) => !to.startsWith('/phlov/')), []);
});
