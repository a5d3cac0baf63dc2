// What each lever of the build gives: builds the module with one of them pulled the other way, and weighs it (brotli 11). Prints the table
// of docs/performance.md. `node tools/levers.mjs [name…]` takes only levers whose name holds one of the words; about three minutes each.
// Run it after `make build`; it leaves dist/ as it is.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';

const TARGET = process.env.CARGO_TARGET_DIR ?? 'target';
const RAW = path.join(TARGET, 'wasm-bindgen', 'release', 'phlov-app_bg.wasm'); // before wasm-opt
const ABORT = { RUSTC_BOOTSTRAP: '1', CARGO_UNSTABLE_BUILD_STD: 'std,panic_abort', CARGO_UNSTABLE_BUILD_STD_FEATURES: 'optimize_for_size' };
const FLAGS = '-Ctarget-feature=-reference-types,-multivalue -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none';
const OPT = fs.readFileSync('index.html', 'utf8').match(/data-wasm-opt-params="([^"]*)"/)[1].split(' ');

/** Name → what differs from the build that is in use. `opt`: flags of wasm-opt instead of ours; alone nothing is compiled. */
const LEVERS = {
  'as it is': { opt: OPT },
  'wasm-opt: none': { opt: null },
  'wasm-opt: -Os once, nothing more': { opt: ['-Os'] },
  'wasm-opt: -Oz, same passes': { opt: OPT.map((flag) => flag.replace('-Os', '-Oz')) },
  'wasm-opt: -O3': { opt: ['-O3'] },
  'wasm-opt: our flags without the limits of inlining': { opt: OPT.filter((flag) => !/inline/.test(flag)) },
  'opt-level s instead of z': { env: { CARGO_PROFILE_RELEASE_OPT_LEVEL: 's' } },
  'opt-level 3 instead of z': { env: { CARGO_PROFILE_RELEASE_OPT_LEVEL: '3' } },
  'no link-time optimisation': { env: { CARGO_PROFILE_RELEASE_LTO: 'off' } },
  'thin link-time optimisation': { env: { CARGO_PROFILE_RELEASE_LTO: 'thin' } },
  '16 units instead of 1': { env: { CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16' } },
  'std as it is delivered: panics that unwind to words': { std: false },
  'std compiled along, panics with places and words': { flags: '' },
  'with what engines have had since 2017': { flags: FLAGS.replace('-Ctarget-feature=-reference-types,-multivalue ', ''), opt: OPT.filter((flag) => !/lowering/.test(flag)) },
  'for the engines of 2017 by the compiler (target-cpu=mvp)': { flags: `${FLAGS} -Ctarget-cpu=mvp` },
};

const words = process.argv.slice(2);
const chosen = Object.entries(LEVERS).filter(([name]) => name === 'as it is' || !words.length || words.some((word) => name.includes(word)));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'phlov-levers-'));
const kept = path.join(scratch, 'kept.wasm');
fs.copyFileSync(RAW, kept);
let own;
console.log('| Lever | wasm, brotli, KB | beside ours, KB | unpacked, KB |\n|---|---|---|---|');
for (const [name, lever] of chosen) {
  const raw = lever.opt === undefined || lever.flags !== undefined ? compiled(lever) : kept;
  const bytes = raw && lowered(raw, lever.opt === undefined ? OPT : lever.opt);
  if (!bytes) { console.log(`| ${name} | does not build | | |`); continue; }
  const packed = zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 22, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length / 1024;
  own ??= packed;
  console.log(`| ${name} | ${packed.toFixed(1)} | ${packed >= own ? '+' : '−'}${Math.abs(packed - own).toFixed(1)} | ${(bytes.length / 1024).toFixed(0)} |`);
}
fs.rmSync(scratch, { recursive: true });

/** The module compiled another way, its glue made, before wasm-opt. */
function compiled({ env = {}, std = true, flags = FLAGS }) {
  const run = (command, args, more) => spawnSync(command, args, { stdio: ['ignore', 'ignore', process.env.PHLOV_LOUD ? 'inherit' : 'ignore'], env: { ...process.env, ...more } }).status === 0;
  const built = run('cargo', ['build', '--release', '--offline', '--locked', '--target', 'wasm32-unknown-unknown', '--bin', 'phlov-app'], {
    ...(std ? ABORT : {}), ...env, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: std ? flags : '',
  });
  const out = path.join(scratch, 'out');
  const module = path.join(TARGET, 'wasm32-unknown-unknown', 'release', 'phlov-app.wasm');
  return built && run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', out, '--out-name', 'app', module]) ? path.join(out, 'app_bg.wasm') : undefined;
}

/** After wasm-opt; `null`: without it. */
function lowered(file, flags) {
  if (!flags) return fs.readFileSync(file);
  const to = path.join(scratch, 'opt.wasm');
  const done = spawnSync('node_modules/.bin/wasm-opt', [...flags, file, '-o', to], { stdio: ['ignore', 'ignore', 'inherit'] });
  return done.status === 0 ? fs.readFileSync(to) : undefined;
}
