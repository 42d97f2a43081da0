# make demo         set everything up, read the sample page, write its HTML view, build the archive of the sample coverage, ask it,
#                   and serve it in a browser until Ctrl-C (NO_SERVE=1: do not serve)
# make test         every check and every test, as CI runs them
# make check        lint, format, types, the import contract
# make format       mend what ruff can mend
# make assets       charts for the pages, from npm
# make screenshots  the pictures of the README (needs a Chromium)
# make clean        remove what these made

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
SAMPLE := samples/harbour-bridge.html
COVERAGE := samples/coverage/pages
PORT ?= 8765
# What the pages take from npm (docs/dependencies.md), by the file that is put there last.
ASSETS := tests/browser/vendor/axe.min.js

# The environment is made before what is fetched with it.
.NOTPARALLEL:
.PHONY: demo test check format assets screenshots clean help

help:
	@sed -n -e '/^$$/q' -e 's/^# //p' Makefile

demo: $(VENV)/.installed $(ASSETS)
	@$(BIN)/sayso read $(SAMPLE)
	@$(BIN)/sayso read $(SAMPLE) --html demo/reading.html
	@rm -rf demo/coverage.sayso
	@$(BIN)/sayso add $(COVERAGE) --to demo/coverage.sayso || [ $$? = 1 ]  # 1: three pages are meant to be set aside
	@$(BIN)/sayso info demo/coverage.sayso
	@$(BIN)/sayso search demo/coverage.sayso 'warning NOT siren' --in quotations --limit 3
	@$(BIN)/sayso families demo/coverage.sayso --limit 3
	@$(BIN)/sayso disputes demo/coverage.sayso dam --least 0.55
	@$(BIN)/sayso attention demo/coverage.sayso --in 'dam OR gates' --about 'siren*'
	@echo "Open demo/reading.html in a browser; read another page with: $(BIN)/sayso read PAGE"
ifeq ($(NO_SERVE),)
	@$(BIN)/sayso serve demo/coverage.sayso --port $(PORT)
else
	@echo "See the archive in a browser with: $(BIN)/sayso serve demo/coverage.sayso"
endif

test: check $(ASSETS)
	@tools/browser.sh >/dev/null || true  # without one the tests of pages in a browser are skipped
	$(BIN)/python -m pytest

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: $(VENV)/.installed-dev $(ASSETS)
	tools/screenshots.sh "$(BIN)" $(SAMPLE) $(COVERAGE)

# A stamp is made last, so that a set-up cut short is done again; it is as old as the dependencies that it followed.
$(VENV)/.installed: pyproject.toml tools/venv.sh
	tools/venv.sh "$(PYTHON)" "$(VENV)" "."
	@touch $@

$(VENV)/.installed-dev: pyproject.toml tools/venv.sh
	tools/venv.sh "$(PYTHON)" "$(VENV)" ".[dev]"
	@touch $@ $(VENV)/.installed

assets: $(VENV)/.installed $(ASSETS)

$(ASSETS): tools/assets.sh src/sayso/web/npm/package-lock.json
	@tools/assets.sh "$(BIN)" || \
	echo "npm could not be asked: the pages show tables where charts would be; make assets tries again" >&2

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf src/sayso/web/static/vendor src/sayso/web/npm/node_modules $(dir $(ASSETS))
	find src tests tools evals benchmarks training -name __pycache__ -type d -prune -exec rm -rf {} +
