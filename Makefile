# run · build · test · test-fast · test-all · lint · update · doc · deny · bench. Everything else is cargo's.
.POSIX:
.PHONY: run build test test-fast test-all lint update doc deny advisories bench tools program

# The demonstration network, on http://127.0.0.1:8080; kept in ./data until that folder is removed. Built by the
# development profile, so that what it compiles serves the tests as well.
run:
	cargo run --bin throughgate -- serve --demo

build:
	cargo build --release --bin throughgate

test: tools program
	cargo test --no-fail-fast

# How our own code is linted. `.ci/run` has the compiler's place taken by clippy and builds instead, so that lint and tests
# share one compilation.
LINT = cargo clippy --workspace --all-targets -- -D warnings

# While writing: what runs in process, on SQLite.
test-fast:
	cargo test --package tests --test in_process -- --skip ::postgres

# Everything that `make test` and `make lint` look at, with no round, language or look at a page left out.
test-all:
	THROUGHGATE_TEST_ALL=1 $(MAKE) lint test

lint: tools
	shellcheck .ci/run $$(git ls-files '*.sh')
	cargo fmt --all --check
	$(LINT)
	$(MAKE) program
	sh tests/generated.sh compare target/debug/throughgate
	node tests/pages.mjs target/debug/throughgate

# The files that the program writes about itself, such as the schema. Review the difference.
update: program
	sh tests/generated.sh update target/debug/throughgate

# The documentation of the code, in target/doc. A link that leads nowhere is an error.
doc:
	RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" cargo doc --no-deps --document-private-items

# Licences, sources and bans of the dependencies; see deny.toml for the tool that it needs.
deny:
	cargo deny --locked check bans licenses sources

# Their security advisories, which are downloaded from GitHub.
advisories:
	cargo deny --locked check advisories

bench: tools
	cargo build --release --bin throughgate
	sh tests/load/run.sh target/release/throughgate
	sh tests/load/lists.sh target/release/throughgate

# What the tests need and cargo does not bring: PostgreSQL, Chromium, and from npm two checkers, the
# GraphQL-over-HTTP audits and a mail server.
tools:
	sh tests/tools.sh

# With the tests, so that both are built from the same dependencies once.
program:
	cargo build --bins --tests
