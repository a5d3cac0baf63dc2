#!/bin/sh
# Installs what is missing to build and test Phlov, and says in one sentence what it cannot install itself.
# Everything is found again the next time: a second run needs no network. `sh tools/setup.sh browser` adds the test browser.
set -eu
cd "$(dirname "$0")/.."

TRUNK=0.21.14
TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/phlov-tools" # shared by all clones of one user

stop() { printf '%s\n' "phlov: $1" >&2; exit 1; }
note() { printf '%s\n' "phlov: $1"; }

# ---- what we cannot install

command -v node >/dev/null 2>&1 || stop 'Node.js is missing. Install version 20 or newer (nodejs.org, or your system'"'"'s packages), then run this again.'
version=$(node -p 'process.versions.node' 2>/dev/null) || stop 'Node.js is there but does not start. Install version 20 or newer, then run this again.'
[ "${version%%.*}" -ge 20 ] || stop "Node.js $version is too old: version 20 or newer is needed. Update it, then run this again."
command -v npm >/dev/null 2>&1 || stop 'npm is missing. It comes with Node.js 20; install it, then run this again.'
command -v rustup >/dev/null 2>&1 || stop 'rustup is missing. Install it from rustup.rs (it brings cargo), then run this again. If it is installed: . ~/.cargo/env'
command -v cargo >/dev/null 2>&1 || stop 'cargo is missing although rustup is there. Put ~/.cargo/bin on PATH (". ~/.cargo/env"), then run this again.'

# ---- Rust: the compiler of rust-toolchain.toml with its target and parts

rustc --version >/dev/null 2>&1 || { note 'installing the Rust toolchain'; rustup toolchain install || stop 'The Rust toolchain could not be installed. Check the network, then run this again.'; }
rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown || {
  note 'adding the WebAssembly target'
  rustup target add wasm32-unknown-unknown || stop 'The WebAssembly target could not be added. Check the network, then run: rustup target add wasm32-unknown-unknown'
}
for part in rustfmt clippy rust-src; do
  rustup component list --installed 2>/dev/null | grep -q "^$part" || {
    note "adding $part"
    rustup component add "$part" || stop "$part could not be added. Check the network, then run: rustup component add $part"
  }
done

# ---- the crates of Cargo.lock (trunk and the checks then run with --offline)

[ -f Cargo.lock ] || stop 'Cargo.lock is missing. It belongs to the sources: get it back with git, or make it with: cargo generate-lockfile'
cargo fetch --locked --offline --quiet 2>/dev/null || {
  note 'fetching the crates of Cargo.lock'
  cargo fetch --locked --quiet || stop 'The crates could not be fetched. Check the network; if Cargo.toml was changed, run: cargo update --workspace'
}

# The release build compiles std too (tools/build.sh); its crates have a lock file of their own.
if ! RUSTC_BOOTSTRAP=1 cargo fetch --locked --offline --quiet -Zbuild-std=std,panic_abort --target wasm32-unknown-unknown 2>/dev/null; then
  note 'fetching the crates of std'
  RUSTC_BOOTSTRAP=1 cargo fetch --locked --quiet -Zbuild-std=std,panic_abort --target wasm32-unknown-unknown || note 'the crates of std could not be fetched; if the build fails, check the network and run this again'
fi

# ---- trunk and wasm-bindgen, compiled once per version

bindgen=$(awk '$1 == "name" && $3 == "\"wasm-bindgen\"" { found = 1 } found && $1 == "version" { gsub("\"", "", $3); print $3; exit }' Cargo.lock)
[ -n "$bindgen" ] || stop 'Cargo.lock names no wasm-bindgen. Is this the right folder?'
grep -q "^wasm_bindgen = \"$bindgen\"" Trunk.toml || stop "Cargo.lock has wasm-bindgen $bindgen, Trunk.toml another. Write wasm_bindgen = \"$bindgen\" into Trunk.toml, then run this again."

compile() { # name version cargo-arguments…
  name=$1 wanted=$2; shift 2
  folder="$TOOLS/$name-$wanted"
  binary="$folder/bin/$name"
  case $("$binary" --version 2>/dev/null || true) in *"$wanted"*) return ;; esac
  note "compiling $name $wanted (once, some minutes)"
  mkdir -p "$TOOLS"
  # A tool is built once and run seldom: a quick build matters more than a quick tool. --root is replaced as a whole at the end.
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=2 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install --quiet --version "$wanted" --root "$folder.new" "$@" || stop "$name $wanted could not be compiled. Check the network and that a C compiler (cc) is installed, then run this again."
  rm -rf "$folder"
  mv "$folder.new" "$folder"
}
compile trunk "$TRUNK" trunk --locked --no-default-features --features rustls
# Without --locked: the lock file it was published with can name crates that are gone.
compile wasm-bindgen "$bindgen" wasm-bindgen-cli

# ---- npm packages (wasm-opt, esbuild, the test tools)

lock=$(cksum package-lock.json)
if [ "$(cat node_modules/.phlov-lock 2>/dev/null || true)" != "$lock" ]; then
  note 'installing the npm packages of package-lock.json'
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || stop 'The npm packages could not be installed. Check the network, then run this again.'
  printf '%s\n' "$lock" > node_modules/.phlov-lock
fi
node_modules/.bin/wasm-opt --version >/dev/null 2>&1 || stop 'wasm-opt does not start. Remove node_modules, then run this again.'

# ---- a browser, for tests, screenshots and icons only

if [ "${1:-}" = browser ]; then
  if [ -n "${PHLOV_CHROMIUM:-}" ]; then
    [ -x "$PHLOV_CHROMIUM" ] || stop "PHLOV_CHROMIUM names $PHLOV_CHROMIUM, which cannot be run. Set it to the path of Chromium, or unset it."
  elif ! command -v chromium >/dev/null 2>&1 && ! command -v chromium-browser >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      note 'installing chromium and a Khmer font'
      { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core; } >/dev/null \
        || stop 'Chromium could not be installed. Check the network, then run: apt-get install chromium fonts-noto-core'
    else
      stop 'Chromium is missing. Install it and a Khmer font (Debian: sudo apt-get install chromium fonts-noto-core), or set PHLOV_CHROMIUM to its path.'
    fi
  fi
  # The tests serve the site with the nginx of docs/deploy.md too.
  if ! command -v nginx >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      note 'installing nginx'
      { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light; } >/dev/null \
        || stop 'nginx could not be installed. Check the network, then run: apt-get install nginx-light'
    else
      stop 'nginx is missing. Install it (Debian: sudo apt-get install nginx-light), then run this again.'
    fi
  fi
  if command -v fc-list >/dev/null 2>&1 && [ -z "$(fc-list ':lang=km' family 2>/dev/null)" ]; then
    note 'no Khmer font is installed: screenshots will show boxes (Debian: apt-get install fonts-noto-core)'
  fi
fi
