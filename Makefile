# What a newcomer types: `make run` and `make test`. docs/developers/testing.md tells of the rest.
PORT ?= 8000
PY := .venv/bin/python
MACHINES_PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
LOCKS := base test readers pg-test tools
OUR_CODE := activity ads articles bench body demo deploy jobs newsroom outlet readers staff support tools tests manage.py
TYPED_CODE := $(filter-out tests manage.py,$(OUR_CODE))
# Checks touch neither a newsroom that runs here nor its settings.
CHECKED := DJANGO_SETTINGS_MODULE=tests.settings $(PY)

.PHONY: help run test test-fast check soak bench screenshots lock messages clean python base-tools test-tools
.DEFAULT_GOAL := run

python:
	@test -n "$(MACHINES_PYTHON)" || { echo "Newsroom needs Python 3.11 or newer, and there is none on the PATH." >&2; exit 1; }

base-tools: python
	@$(MACHINES_PYTHON) -m tools.install base

test-tools: python
	@$(MACHINES_PYTHON) -m tools.install base test

## help: what can be made.
help:
	@sed -n 's/^## /  make /p' Makefile

## run: the newspaper at http://127.0.0.1:8000/ (PORT=8000), its desk at /admin/; Ctrl+C stops it.
run: base-tools
	@PORT=$(PORT) $(PY) -m tools.run

## test: every test on both databases, in a real browser; at most 20 minutes on two cores.
test: test-tools
	@$(PY) -m tools.test

## test-fast: SQLite without the browser, for the working day.
test-fast: test-tools
	@$(PY) -m tools.test fast

## check: formatting, lint, types, templates, configuration, migrations; seconds.
check: test-tools
	@$(PY) -m ruff format --check --quiet $(OUR_CODE)
	@$(PY) -m ruff check --quiet $(OUR_CODE)
	@$(PY) -m djlint --quiet --lint templates
	@$(CHECKED) manage.py check --fail-level WARNING
	@$(CHECKED) manage.py makemigrations --check --dry-run
	@$(PY) -m mypy $(TYPED_CODE)

## soak: what takes longer, such as workers killed in the middle of their work.
soak: test-tools
	@$(PY) -m tools.test soak

## bench: how fast it is, as a table; eight minutes (with BENCH_SIZES=1000 two).
bench: test-tools
	@$(PY) -m bench

## screenshots: the pictures of README and docs, from the demo newspaper.
screenshots: test-tools
	@$(PY) -m tools.screenshots

## lock: writes all locks anew from requirements/*.in and tools/npm*/package.json; needs uv.
lock: test-tools
	@command -v uv >/dev/null || { echo "make lock needs uv." >&2; exit 1; }
	@for name in $(LOCKS); do uv pip compile requirements/$$name.in --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --only-binary :all: --quiet -o requirements/$$name.txt || exit 1; done
	@$(MACHINES_PYTHON) -m tools.install tools
	@$(PY) -m tools.npm_tools lock

## messages: collects what is to be translated and compiles what was; needs gettext.
messages: base-tools
	@command -v msgfmt >/dev/null || { echo "make messages needs gettext." >&2; exit 1; }
	@$(PY) manage.py makemessages --all --no-obsolete --no-location --ignore .venv --ignore var --ignore tests
	@$(PY) manage.py compilemessages --ignore .venv

## clean: removes all that was made, .venv and the newspaper in var/ too.
clean:
	rm -rf .venv var tools/npm*/node_modules .mypy_cache .ruff_cache .pytest_cache
