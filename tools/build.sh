#!/bin/sh
# The release build into dist/. std is compiled along with the app, in the way that makes the smallest module: a panic
# is a bare trap (the loader catches it, public/boot.js), without the words and places that std would carry for it.
# Measured: 12 KB less after brotli of about 195. The flags are those of rustc 1.95; another compiler builds without them.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target

# Panic places name source files: without the folders of this machine, which nobody needs to know.
# The map says where the tables of the knowledge base lie in the module (tools/sizes.mjs).
# Objects stay on the JavaScript side (no reference types), and wasm-opt lowers the rest (index.html): the module asks no more of an engine
# than those of 2017 had, tests/e2e/site.test.mjs. It costs nothing (measured: 0.8 KB less).
FLAGS="-Ctarget-feature=-reference-types,-multivalue -Clink-arg=-Map=$PWD/target/phlov.map --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= --remap-path-prefix=$PWD="

# What stands on every public page, made natively by the same code; tools/post-build.mjs makes the files of it.
cargo run --quiet --offline --locked --bin static-pages -- target/static-pages.jsonl

case "$(rustc --version)" in
  "rustc 1.95."*)
    if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ]; then
      export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
      FLAGS="$FLAGS -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Zmerge-functions=disabled"
    else
      echo 'phlov: the sources of std are missing (rustup component add rust-src); the module becomes about 12 KB larger.'
    fi ;;
  *) echo 'phlov: this is not rustc 1.95; the module becomes about 12 KB larger than with it.' ;;
esac

CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$FLAGS" trunk build --release --offline --locked

# For a folder of a host instead of its root: PHLOV_BASE=/phlov.
if [ -n "${PHLOV_BASE:-}" ]; then node tools/rebase.mjs dist "$PHLOV_BASE"; fi
