# Phlov. `make help` lists what can be done; each target installs what it needs (tools/setup.sh).
PORT ?= 8080
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/phlov-tools
# The one wasm-bindgen that fits Cargo.lock, and npm's wasm-opt, before any other of the system.
BINDGEN := $(shell sed -n 's/^wasm_bindgen = "\(.*\)"/\1/p' Trunk.toml)
export PATH := $(CURDIR)/node_modules/.bin:$(TOOLS)/trunk-0.21.14/bin:$(TOOLS)/wasm-bindgen-$(BINDGEN)/bin:$(PATH)

.PHONY: help run build single setup test check-content e2e faults sizes shots bench lucide icons fmt content-report content-table publish-content clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r name what; do printf '%-22s %s\n' "$$name" "$$what"; done

run: build ## install what is missing, build the release, serve it at http://127.0.0.1:8080 (PORT=…)
	@node tools/serve.mjs dist $(PORT)

build: setup ## build the release into dist/
	@sh tools/build.sh

single: build ## everything in one file, target/phlov.html, to be passed on by Bluetooth or on a card and opened without a server
	@node tools/single.mjs

setup: ## install what is missing (Rust target, trunk, wasm-bindgen, npm packages)
	@sh tools/setup.sh

test: ## install what is missing and run every check
	@sh tools/setup.sh browser
	@node tools/test.mjs

check-content: ## check the knowledge base in content/ and say in sentences what is wrong
	@sh tools/setup.sh
	@cargo run -q --offline --locked -p phlov-content --bin check-content

e2e: ## run only the browser tests, on the dist/ that is there (ONLY=boot for one file)
	@sh tools/setup.sh browser
	@node tools/e2e.mjs $(ONLY)

faults: ## print the table of faults of the last tests: how often each was tried, what was lost, what she reads
	@node tools/faults.mjs

sizes: ## measure dist/ against the budgets, write target/sizes.md
	@sh tools/setup.sh
	@node tools/sizes.mjs

shots: build ## screenshots of every screen and of the gallery of parts (km and en, light and dark, 360 px) into target/shots/
	@sh tools/setup.sh browser
	@cargo run -q --offline --locked --bin gallery -- target
	@node tools/shots.mjs

bench: build ## the long measurements: all tests of faults at full counts (kill test, two tabs, changed files), first text on slow links, a key, a restore, unlocking, unpacking
	@sh tools/setup.sh browser
	@node tools/faults.mjs forget
	@PHLOV_FULL=1 cargo test -q --offline --locked --test store --test plan --test pages
	@PHLOV_FULL=1 node tools/e2e.mjs
	@node tools/faults.mjs
	@node tools/first-text.mjs
	@node tools/bench-visit.mjs
	@node tools/bench-lighthouse.mjs
	@node tools/bench-typing.mjs
	@node tools/bench-search.mjs
	@node tools/bench-plans.mjs
	@node tools/bench-helper.mjs
	@node tools/bench-restore.mjs
	@node tools/bench-unlock.mjs
	@cargo bench -q --offline --locked -p phlov-content

icons: ## draw the PNG icons and the pictures beside links again, from public/icons/icon.svg
	@sh tools/setup.sh browser
	@node tools/icons.mjs

fmt: ## format the Rust sources
	@cargo fmt --all

lucide: ## write src/ui/icon.rs, after an icon was named in content/ or in tools/lucide.mjs (needs the network)
	@node tools/lucide.mjs

content-report: ## count entries, claims and sources, how sure they are, drafts, and the oldest check
	@cargo run -q --offline --locked -p phlov-content --bin check-content -- --report

content-table: ## write every text with sources and state into target/content.csv, for reviewers with a spreadsheet
	@mkdir -p target
	@cargo run -q --offline --locked -p phlov-content --bin check-content -- --table target/content.csv

publish-content: ## note the numbers of steps, documents and questions that plans will refer to, before a release
	@cargo run -q --offline --locked -p phlov-content --bin check-content -- --publish

clean: ## remove everything that was built
	@rm -rf dist target node_modules
