# make site    builds the sample publication into site/
# make serve   builds it and shows it on this machine
# make test    runs every check of the code and all tests
# make bench   measures against Hugo and others; OPTIONS="--only cold,edit --runs 1" chooses
# Each sets up .venv by itself, with locked and hash-checked packages.

.PHONY: site serve test corpora bench lock clean
.DELETE_ON_ERROR:

site: .venv/run
	@.venv/bin/aushang build
	@echo "Or: make serve"

serve: .venv/run
	@.venv/bin/aushang serve

test: .venv/test
	@tools/chromium
	@tools/calendar_reader
	@tools/statuscheck
	@tools/servers
	@tools/test

# The real publications that others wrote, where shared/ lies beside the checkout.
corpora: .venv/run
	@tools/corpora

bench: .venv/test
	@.venv/bin/python -m bench.engine $(OPTIONS)

lock:
	@tools/lock

clean:
	rm -rf .venv site .site.aushang .site.preview build dist

.venv/run: requirements/run.txt pyproject.toml tools/setup
	@tools/setup run

.venv/test: requirements/test.txt pyproject.toml tools/setup
	@tools/setup test
