# From a fresh checkout: `make demo` makes a film, `make test` runs every test, `make run` is for daily use.
.PHONY: demo run test lint setup lock clean

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/installed
DEV_STAMP := $(VENV)/installed-dev

# PROVIDERS=fake uses the scripts of the paid providers, at servers that play them on this machine.
demo: $(STAMP)
	@$(PY) manage.py demo $(if $(PROVIDERS),--providers $(PROVIDERS)) $(ARGS)

run: $(STAMP)
	@$(PY) manage.py run $(ARGS)

setup: $(STAMP)

test: $(DEV_STAMP)
	@$(PY) -m tests.everywhere $(ARGS)

lint: $(DEV_STAMP)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy .
	@$(VENV)/bin/lint-imports --no-cache
	@$(PY) manage.py makemigrations --check --dry-run

# uv where it is present, otherwise venv and pip. Installed again only when the lock changed.
$(STAMP): requirements.txt
	@$(call install,requirements.txt)
	@touch $@

$(DEV_STAMP): requirements-dev.txt requirements.txt
	@$(call install,requirements-dev.txt)
	@touch $@ $(STAMP)

define install
if command -v uv >/dev/null 2>&1; then \
	test -x $(PY) || uv venv --quiet --python $(PYTHON) $(VENV); \
	uv pip install --quiet --python $(PY) -r $(1); \
else \
	test -x $(PY) || $(PYTHON) -m venv $(VENV); \
	$(PY) -m pip install --quiet --disable-pip-version-check -r $(1); \
fi
endef

lock:
	@uv pip compile --quiet --universal --python-version 3.11 --no-header requirements.in -o requirements.txt
	@uv pip compile --quiet --universal --python-version 3.11 --no-header requirements-dev.in -o requirements-dev.txt

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache staticfiles
