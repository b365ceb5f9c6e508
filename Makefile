# A fresh machine with Python 3.11+ and make needs no more than `make demo` and `make test`.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

# Where Python may not write byte code, WeasyPrint takes three times as long to import.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test slow check conformance reliability reliability-tenth audit bench compare reference format format-check lint types libraries clean

demo: $(VENV)/ready  ## print the sample article and the sample week, and say where
	$(BIN)/printkit export tests/samples/sochi.txt --language en -d build
	$(BIN)/printkit digest tests/samples/week tests/samples/sochi.txt \
	  --config tests/samples/week/printkit.toml -o build/the-weekly-sheet.pdf

# With worksteal neither process waits for the other: the first to end takes half of what is left.
test: $(VENV)/ready  ## all tests but the slow ones, on two cores
	$(BIN)/pytest -n 2 --dist worksteal -m "not slow"

slow: $(VENV)/ready  ## the tests that take long, on two cores
	$(BIN)/pytest -n 2 --dist worksteal -m slow

check: format-check lint types test  ## what must pass before a commit

conformance: $(VENV)/ready  ## veraPDF over everything the tests print
	@command -v javac >/dev/null || .ci/install default-jdk-headless
	@.ci/install libjaxb-java poppler-utils fonts-noto-cjk fonts-noto-core
	$(BIN)/python -m tests.conformance

reliability: $(VENV)/ready  ## hostile input and real faults, for 20 to 40 minutes; writes the figures
	$(BIN)/python -m tests.reliability

reliability-tenth: $(VENV)/ready  ## a tenth of that, in about nine minutes; writes nothing
	$(BIN)/python -m tests.reliability --tenth

audit: $(VENV)/ready  ## known holes in the releases of constraints.txt; warns where the index is out of reach
	@test -x build/audit/bin/pip-audit || { $(PYTHON) -m venv build/audit && \
	  build/audit/bin/pip install --quiet --disable-pip-version-check pip-audit; } || true
	$(BIN)/python -m tests.advisories build/audit/bin/pip-audit

bench: $(VENV)/ready  ## how long printing takes, beside other engines
	@.ci/install chromium
	$(BIN)/python -m tests.benchmarks

compare: $(VENV)/ready  ## the PDFs of this checkout beside those of an older commit: make compare BASE=COMMIT
	$(BIN)/python -m tests.comparison $(BASE)

reference: $(VENV)/ready  ## write the tables in styles/README.md and templates/README.md anew
	$(BIN)/python -m tests.support.reference_tables

format: $(VENV)/ready
	$(BIN)/ruff check --quiet --fix-only
	$(BIN)/ruff format

format-check: $(VENV)/ready
	$(BIN)/ruff format --check

lint: $(VENV)/ready
	$(BIN)/ruff check

types: $(VENV)/ready
	$(BIN)/mypy

clean:
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find printkit tests -name __pycache__ -prune -exec rm -rf {} +

# The build backend comes first and from constraints.txt: an isolated build takes the newest.
$(VENV)/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "printkit needs Python 3.11 or newer: make PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/install python3-venv
	@.ci/install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation --editable '.[dev,fetch]'
	$(BIN)/python -m compileall -q printkit
	@touch $@
