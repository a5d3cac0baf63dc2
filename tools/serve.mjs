// A small static server for dist/: right types, brotli and gzip from memory, the headers of dist/_headers, every address
// of the app answered with its page or with that of the app. `node tools/serve.mjs [folder] [port]`, or `await serve({ dir })` in tests, where
// `fault` may break single answers.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8', '.md': 'text/plain; charset=utf-8', '.woff2': 'font/woff2', '.opus': 'audio/ogg',
};
const PACKED = new Set(['.html', '.js', '.css', '.wasm', '.webmanifest', '.json', '.svg', '.txt']);
const PORTAL = '<!doctype html><title>Wi-Fi login</title><h1>Please log in</h1><form><input name="user"></form>';

/** What a test can do to an answer. `changed`: the file would still run, with a little more in it. */
export const FAULTS = ['reset', 'stall', 'missing', 'wrong-bytes', 'changed', 'portal'];
/** The little more: a sign that it ran, for wasm a section that engines pass over. */
const ADDED = { '.js': '\nglobalThis.foreign = true;', '.css': ':root{--foreign:yes}', '.wasm': '\0\x02\x01x' };

/**
 * Serves `dir`. `fault(pathname, request)` gives one of FAULTS or nothing. `quality`: brotli level (11 as on a good host; tests take less).
 * The result: { url, port, requests, closed, setDir(dir), setFault(fault), close() }; `requests` lists the paths asked for since the start.
 */
export async function serve({ dir, port = 0, host = '127.0.0.1', fault = () => undefined, quality = 5 }) {
  const state = { dir, fault, requests: [] };
  const memory = new Map();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    state.requests.push(pathname);
    const broken = state.fault(pathname, request);
    if (broken === 'reset') return request.socket.destroy();
    if (broken === 'portal') return response.writeHead(200, { 'content-type': TYPES['.html'] }).end(PORTAL);
    if (broken === 'missing') return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');

    const file = find(state.dir, pathname);
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    const kind = path.extname(file);
    const coding = PACKED.has(kind) ? pick(request.headers['accept-encoding'] ?? '') : '';
    let body = pack(file, coding, quality, memory);
    const plain = broken === 'wrong-bytes' || broken === 'changed';
    if (plain) body = pack(file, '', quality, memory);
    if (broken === 'wrong-bytes') body = body.map((byte) => byte ^ 0x5a);
    if (broken === 'changed') body = Buffer.concat([body, Buffer.from(ADDED[kind] ?? '\n')]);
    const headers = { ...headersFor(state.dir, pathname), 'content-type': TYPES[kind] ?? 'application/octet-stream', 'content-length': body.length, vary: 'accept-encoding' };
    if (coding && !plain) headers['content-encoding'] = coding;
    response.writeHead(200, headers);
    if (broken === 'stall') return response.write(body.subarray(0, body.length >> 1));
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((ok, no) => server.once('error', no).listen(port, host, ok));
  const actual = server.address().port;
  const site = {
    url: `http://${host}:${actual}`,
    port: actual,
    requests: state.requests,
    setDir: (next) => { state.dir = next; },
    setFault: (next) => { state.fault = next ?? (() => undefined); },
    closed: false,
    close: () => new Promise((ok) => { site.closed = true; server.close(ok); server.closeAllConnections(); }),
  };
  return site;
}

/** The file of an address: itself, its static page, or the page for every address without an extension. Nothing outside `dir`. */
function find(dir, pathname) {
  let name;
  try { name = decodeURIComponent(pathname); } catch { name = '/'; }
  const file = path.join(dir, path.posix.normalize('/' + name));
  if (path.basename(file) !== '_headers' && fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  if (path.extname(name) === '') {
    for (const one of [`${file}.html`, path.join(file, 'index.html')]) if (fs.existsSync(one)) return one;
  }
  const page = path.join(dir, 'index.html');
  return path.extname(name) === '' && fs.existsSync(page) ? page : undefined;
}

function pick(accepted) {
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : '';
}

function pack(file, coding, quality, memory) {
  const key = [file, coding, fs.statSync(file).mtimeMs].join();
  if (!memory.has(key)) {
    const bytes = fs.readFileSync(file);
    const { BROTLI_PARAM_QUALITY } = zlib.constants;
    memory.set(key, coding === 'br' ? zlib.brotliCompressSync(bytes, { params: { [BROTLI_PARAM_QUALITY]: quality } }) : coding === 'gzip' ? zlib.gzipSync(bytes) : bytes);
  }
  return memory.get(key);
}

/** The headers that dist/_headers gives to an address: exact paths and paths that end in *. */
function headersFor(dir, pathname) {
  const file = path.join(dir, '_headers');
  const headers = {};
  let applies = false;
  for (const line of fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []) {
    if (!line.trim() || line.startsWith('#')) continue;
    if (line.startsWith('/')) {
      const rule = line.trim();
      applies = rule.endsWith('*') ? pathname.startsWith(rule.slice(0, -1)) : pathname === rule;
    } else if (applies) {
      const at = line.indexOf(':');
      headers[line.slice(0, at).trim().toLowerCase()] = line.slice(at + 1).trim();
    }
  }
  return headers;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dir = 'dist', port = '8080'] = process.argv.slice(2);
  if (!fs.existsSync(path.join(dir, 'index.html'))) {
    console.error(`There is no site in ${dir}/ yet. Run \`make build\` first.`);
    process.exit(1);
  }
  try {
    const { url } = await serve({ dir, port: Number(port), quality: 11 });
    console.log(`Phlov is at ${url}  (stop with Ctrl-C)`);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken by another program. Stop that one, or choose another: make run PORT=8081`);
    process.exit(1);
  }
}
