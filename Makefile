# make demo         set everything up, read the sample page, write its HTML view, build the archive of the sample coverage, ask it,
#                   and serve it in a browser until Ctrl-C (NO_SERVE=1: do not serve)
# make test         every check and every test, as CI runs them
# make check        lint, format, types, the import contract
# make screenshots  the pictures of the README (needs a Chromium)
# make clean        remove what these made

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
SAMPLE := samples/harbour-bridge.html
COVERAGE := samples/coverage/pages
PORT ?= 8765

.PHONY: demo test check format assets screenshots clean help

help:
	@sed -n 's/^# //p' Makefile

demo: $(VENV)/.installed $(VENV)/.assets
	@$(BIN)/sayso read $(SAMPLE)
	@$(BIN)/sayso read $(SAMPLE) --html demo/reading.html
	@rm -rf demo/coverage.sayso
	@$(BIN)/sayso add $(COVERAGE) --to demo/coverage.sayso || [ $$? = 1 ]  # 1: three pages are meant to be set aside
	@$(BIN)/sayso info demo/coverage.sayso
	@$(BIN)/sayso search demo/coverage.sayso 'warning NOT siren' --in quotations --limit 3
	@$(BIN)/sayso families demo/coverage.sayso --limit 3
	@$(BIN)/sayso disputes demo/coverage.sayso dam --least 0.6
	@$(BIN)/sayso attention demo/coverage.sayso --in 'dam OR gates' --about 'siren*'
	@echo "Open demo/reading.html in a browser; read another page with: $(BIN)/sayso read PAGE"
ifeq ($(NO_SERVE),)
	@$(BIN)/sayso serve demo/coverage.sayso --port $(PORT)
else
	@echo "See the archive in a browser with: $(BIN)/sayso serve demo/coverage.sayso"
endif

test: check $(VENV)/.assets
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

screenshots: $(VENV)/.installed-dev $(VENV)/.assets
	tools/screenshots.sh "$(BIN)" $(SAMPLE) $(COVERAGE)

# A stamp is made last, so that a set-up cut short is done again; it is as old as the dependencies that it followed.
$(VENV)/.installed: pyproject.toml tools/venv.sh
	tools/venv.sh "$(PYTHON)" "$(VENV)" "."
	@touch $@

$(VENV)/.installed-dev: pyproject.toml tools/venv.sh
	tools/venv.sh "$(PYTHON)" "$(VENV)" ".[dev]"
	@touch $@ $(VENV)/.installed

# What the pages take from npm (docs/dependencies.md); without it they show tables where charts would be.
assets: $(VENV)/.assets

$(VENV)/.assets: tools/assets.sh src/sayso/web/npm/package-lock.json
	@if tools/assets.sh "$(BIN)"; then touch $@; \
	else echo "npm could not be asked: the pages show tables where charts would be; make assets tries again" >&2; fi

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
