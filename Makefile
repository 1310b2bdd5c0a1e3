# make demo         installs what the product needs, loads the demo, serves http://127.0.0.1:8000
# make install      only installs what the product needs, into .venv
# make test         installs what the tests need as well and runs everything
# make country      builds the country at a hundredth, proves its figures, prints how fast it answers beside other ways
# make check        style, types, direction of imports
# make migrations   writes the migrations that changed models need
# make lock         for maintainers: writes requirements/*.lock from pyproject.toml (UPGRADE=--upgrade for newer ones)

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install -qq --disable-pip-version-check
PYTEST := $(BIN)/pytest -n auto --dist loadgroup

.PHONY: demo install test country check lint types sqlite postgres migrations lock clean

demo: .venv/.run
	@$(BIN)/congdoan demo

install: .venv/.run

test: check sqlite postgres

check: lint types

lint: .venv/.test
	@echo "== ruff"
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@echo "== import-linter"
	@$(BIN)/lint-imports

types: .venv/.test
	@echo "== mypy"
	@$(BIN)/mypy

sqlite: .venv/.test
	@.ci/packages
	@echo "== the suite on SQLite, with Chromium"
	@CONGDOAN_TEST_DB=sqlite $(PYTEST)

# A browser sees the same pages on either database, and the rules about the code know neither.
postgres: .venv/.test
	@.ci/packages
	@echo "== the suite on PostgreSQL"
	@CONGDOAN_TEST_DB=pg $(PYTEST) -m "not browser" --ignore=tests/rules

country: .venv/.test
	@.ci/packages
	@echo "== the country, 1/100 on SQLite and 1/1000 on PostgreSQL"
	@$(BIN)/python -m benchmarks.national --size 1/100 --only-print
	@$(BIN)/python -m benchmarks.national --size 1/1000 --database throwaway --only-print

.venv/.run: requirements/run.lock pyproject.toml
	@echo "1/3 Chuẩn bị Python…"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cần Python 3.11 trở lên.")'
	@$(PYTHON) -m venv .venv
	@echo "2/3 Cài thư viện (khoảng nửa phút)…"
	@$(PIP) --require-hashes -r requirements/run.lock
	@echo "3/3 Cài Sổ Công đoàn…"
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: .venv/.run requirements/test.lock
	@echo "Installing what the tests need…"
	@$(PIP) --require-hashes -r requirements/test.lock
	@touch $@

migrations: .venv/.run
	@DJANGO_SETTINGS_MODULE=congdoan.settings $(BIN)/django-admin makemigrations

lock: .venv-lock/bin/uv
	.venv-lock/bin/uv pip compile $(UPGRADE) -q --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    pyproject.toml --group install -o requirements/run.lock
	.venv-lock/bin/uv pip compile $(UPGRADE) -q --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    pyproject.toml --group install --group test -c requirements/run.lock -o requirements/test.lock

.venv-lock/bin/uv:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install -q --disable-pip-version-check uv

clean:
	rm -rf .venv .venv-lock .mypy_cache .ruff_cache .import_linter_cache build dist
