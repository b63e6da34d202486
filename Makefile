# Everything a newcomer needs: `make demo`, `make test`. Needs git, make and Python 3.11 or newer; brings uv itself.

PYTHON ?= python3
ARGS ?=
ROOM ?=
UV := $(shell command -v uv 2>/dev/null || echo .tools/uv/bin/uv)
RUN := $(UV) run --frozen --quiet
# The tests start hundreds of Python processes, and each would read every module anew.
unexport PYTHONDONTWRITEBYTECODE
NPM_MODULES := tests/npm/node_modules/.ready

.PHONY: setup demo test test-fast prove bench check format docs screenshots clean

setup: .venv/.synced

.venv/.synced: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --quiet --compile-bytecode
	@touch $@

# A virtual environment is where pip may install even when the system's own Python refuses (PEP 668).
.tools/uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		2>/dev/null || { echo "Bilten needs Python 3.11 or newer as '$(PYTHON)'; name another: make PYTHON=python3.12"; exit 1; }
	@echo "Bringing uv, which sets up the rest …"
	@sh tools/bring-uv $(PYTHON) .tools/uv

demo: setup
	$(RUN) bilten demo $(ARGS)

test: setup $(NPM_MODULES)
	$(RUN) pytest $(ARGS)

# While you work: SQLite only, no browser, no kills. ROOM=news: the tests of that folder alone.
test-fast: setup
	$(RUN) pytest --fast $(addprefix tests/,$(ROOM)) $(ARGS)

# What only npm has for the tests, from its lock file, by the node of the virtual environment; without a network, the
# tests that need it are skipped and say so.
$(NPM_MODULES): tests/npm/package-lock.json | setup
	$(RUN) python -m tests.npm.install

prove: setup
	$(RUN) python -W "ignore:XDG_RUNTIME_DIR" -m tests.prove $(ARGS)

# About half an hour: how fast the parts are that matter, beside bare loops. Writes docs/bench.md.
bench: setup
	$(RUN) python -W "ignore:XDG_RUNTIME_DIR" -m tests.bench $(ARGS)

check: setup
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports

format: setup
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

docs: setup
	$(RUN) python -m docs.diagrams
	$(RUN) python -m docs.commands
	$(RUN) python -m docs.provider_matrix

# Every design, photographed in each language, in light and dark, by the Chromium of the tests.
screenshots: setup $(NPM_MODULES)
	$(RUN) python -m docs.screenshots

clean:
	rm -rf .venv .tools var tests/npm/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
