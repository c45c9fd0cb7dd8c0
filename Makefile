# `make demo` makes a film of the sample story, `make test` runs all checks.
PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

# The tests start many processes, each of which would compile its modules anew.
export PYTHONDONTWRITEBYTECODE :=

# The files in their own order: xdist starts those with few tests last, and these make films.
PARALLEL := -n logical --dist loadfile --no-loadscope-reorder

.PHONY: demo test test-services test-neural services audit run format lock clean

demo: .venv/app.stamp
	$(BIN)/studio film examples/the-bell-under-the-harbour.txt --out demo.mp4

run: .venv/app.stamp
	$(BIN)/studio up

test: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest $(PARALLEL)

SERVED := tests/attacks tests/core tests/hosts tests/modules tests/pipeline tests/providers/storage

# The tests that use services, with MariaDB, Redis and Ceph's S3 server in private folders on free ports. The tests of
# faults start servers of their own, because they stop and kill them.
test-services: .venv/dev.stamp
	$(BIN)/python -m tests.services $(BIN)/pytest $(PARALLEL) -m services $(SERVED)
	FAULT_GROUND=servers $(BIN)/pytest tests/faults

# The tests of the neural narrator, with its extra. Where that is not installed they fail, or none is found: an error too.
test-neural: .venv/neural.stamp
	$(BIN)/pytest tests/providers/speech/neural
	$(BIN)/pytest -k piper tests/providers/test_contract.py tests/providers/speech/test_contract.py

# Starts the same services, prints their settings, and waits for Ctrl-C.
services: .venv/dev.stamp
	$(BIN)/python -m tests.services

# Checks the locked versions for known vulnerabilities; needs a network connection.
audit: .venv/dev.stamp
	$(BIN)/pip-audit --require-hashes -r requirements.txt -r requirements-neural.txt

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Installs the locked versions, with their hashes checked, and the studio itself in editable mode.
.venv/app.stamp: requirements.txt pyproject.toml
	$(call venv)
	$(call install,requirements.txt)
	@touch $@

.venv/dev.stamp: requirements-dev.txt pyproject.toml
	$(call venv)
	$(call install,requirements-dev.txt)
	@touch $@ .venv/app.stamp

# The extra, beside what is installed already.
.venv/neural.stamp: requirements-neural.txt .venv/dev.stamp
	$(call install,requirements-neural.txt)
	@touch $@

ifdef UV
venv = test -x $(BIN)/python || uv venv --quiet --python '>=3.11' .venv
install = uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) && uv pip install --quiet --python $(BIN)/python --no-deps -e .
else
venv = test -x $(BIN)/python || $(PYTHON) -m venv .venv
install = $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $(1) && $(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
endif

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --extra neural -c requirements.txt -o requirements-neural.txt

clean:
	rm -rf .venv .studio demo.mp4
