# Everything a newcomer needs: `make demo`, `make test`. Needs git, make and Python 3.11 or newer; brings uv itself.

PYTHON ?= python3
ARGS ?=
ROOM ?=
EXTRAS ?=
VERSION ?=
UV := $(shell command -v uv 2>/dev/null || echo .tools/uv/bin/uv)
RUN := $(UV) run --frozen --quiet
# The tests start hundreds of Python processes, and each would read every module anew.
unexport PYTHONDONTWRITEBYTECODE
# Python reads the project's folder by the locale: where that is C, a folder with other letters than ASCII stopped it.
ifneq (,$(filter C POSIX,$(or $(LC_ALL),$(LANG))))
export LC_ALL := C.UTF-8
endif
# Not by uv, which gives up after a minute on a busy machine. It only makes the first starts quicker, and nothing depends
# on it: so what packages bring and Bilten never imports is left out, tests, and dialects and languages of others.
NEVER_IMPORTED := /(tests?|testing|contrib|pygments/(lexers|styles|formatters)|dialects/(mssql|mysql|oracle)|sqlalchemy/ext/(asyncio|declarative)|dateparser/(data|search)|dateparser_scripts|pydantic/v1|cffi|pycparser|babel/messages|pypdfium2_cli|pikepdf/pdfa|packaging/licenses|dns/(quic|dnssecalgs)|isoschematron|websockets|pydantic/experimental|authlib/(integrations|jose|oauth1|oauth2/rfc(7521|7523|7591|7592|7662|8628|8693|9068|9207)|oidc/(discovery|registration|rpinitiated))|mdit_py_plugins/(?!deflist|footnote|subscript|superscript)\w+)/|/(PIL/(Image(Cms|Grab|Qt|Tk|Win|Font|Draw2?)|(?!Bmp|Gif|Jpeg|Mpo|Png|Ppm|Tiff|WebP)\w+ImagePlugin)|anyio/_backends/_trio|pydantic/mypy|lxml/(html/_?diff(lib)?|doctestcompare)|sqlalchemy/ext/(associationproxy|automap|baked|horizontal_shard|hybrid|indexable|instrumentation|mutable|orderinglist|serializer)|psycopg/(pq/_?pq_ctypes|_py_transformer)|dns/(btree(zone)?|dnssec|zone(file)?)|pikepdf/(canvas|form)|packaging/(metadata|pylock)|(click|procrastinate|starlette|typer)/test(ing|client)|apscheduler/(executors|schedulers)/(gevent|qt|tornado|twisted)|apscheduler/jobstores/(etcd|mongodb|redis|rethinkdb|sqlalchemy|zookeeper)|dns/rdtypes/(ANY/(?!CNAME|MX|NS[.]|OPT[.]|PTR|SOA|TSIG|TXT)|CH/|IN/(?!A[.]|AAAA)|(dnskey|ds|eui|rrsig|tlsa)base)\w*|pyasn1_modules/rfc(?!5280)\w+|rich/_unicode_data/unicode(?!17)[\w-]+)[.]py
COMPILE := .venv/bin/python -m compileall -qq -j 0 -x '$(NEVER_IMPORTED)' .venv/lib >/dev/null 2>&1 || true
EDITOR := web/static/built/.ready
EDITOR_SOURCES := $(wildcard web/editor/src/*.ts) web/editor/build.mjs web/editor/package-lock.json core/rich_text.json
NPM_MODULES := tests/npm/node_modules/.ready

.PHONY: setup install demo test test-fast prove bench check format docs screenshots release unrelease clean

setup: .venv/.synced $(EDITOR)

.venv/.synced: pyproject.toml uv.lock | $(UV)
	$(UV) sync --frozen --quiet
	@$(COMPILE)
	@touch $@

# What npm has for the editor of texts, bundled into the package; without a network, pages do without it and say so.
$(EDITOR): $(EDITOR_SOURCES) | .venv/.synced
	$(RUN) python -m tools.build_editor

# A virtual environment is where pip may install even when the system's own Python refuses (PEP 668).
.tools/uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		2>/dev/null || { echo "Bilten needs Python 3.11 or newer as '$(PYTHON)'; name another: make PYTHON=python3.12"; exit 1; }
	@echo "Bringing uv, which sets up the rest …"
	@sh tools/bring-uv $(PYTHON) .tools/uv

# For a server: what Bilten needs and nothing of development, in the folder's .venv. EXTRAS=ses adds Amazon's signing.
install: | $(UV)
	$(UV) run --frozen --quiet --isolated --only-group editor python -m tools.build_editor
	$(UV) sync --frozen --quiet --no-dev --no-editable $(addprefix --extra ,$(EXTRAS))
	@$(COMPILE)
	@rm -f .venv/.synced

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
	$(RUN) python -m docs.report_matrix
	$(RUN) python -m docs.roles

# Every design and every page for staff, photographed in each language, in light and dark, by the Chromium of the tests.
screenshots: setup $(NPM_MODULES)
	$(RUN) python -m docs.screenshots
	$(RUN) python -m docs.page_screenshots

# A version with its section in CHANGELOG.md, as a commit and a tag; nothing is pushed. VERSION=0.2.0
release: setup
	@$(RUN) python -m tools.release release "$(VERSION)" "$(UV)"

# The way back, as long as the release is the last commit.
unrelease: setup
	@$(RUN) python -m tools.release unrelease "$(VERSION)" "$(UV)"

clean:
	rm -rf .venv .tools var tests/npm/node_modules web/editor/node_modules web/static/built .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
