# Everything that is done more than once. On Windows without make, the commands below work in Git Bash.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
STAMP := $(VENV)/.installed
AXE := tests/browser/node_modules/axe-core/axe.min.js

.PHONY: demo test test-slow test-browser check locale bench clean

demo: $(STAMP)  ## install, build a living example, show what is due, a plan, and what to try next
	@rm -rf demo
	@next=$$($(BIN)/jobcoach demo demo) && \
	$(BIN)/jobcoach -C demo followup due && echo && \
	$(BIN)/jobcoach -C demo plan render amina -o demo/out/plan.html && echo && \
	echo "$$next"

test: $(STAMP)  ## all tests but the slow ones
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not slow"

test-slow: $(STAMP)  ## killed processes, two hundred at once, the wheel in a clean place, two years of mornings
	$(BIN)/python -m pytest -n auto --dist worksteal -m slow

test-browser: $(STAMP)  ## the HTML documents in a real browser, on screen and on paper
	@$(BIN)/python tests/browser/tools.py
	@test $(AXE) -nt tests/browser/package-lock.json || (npm ci --loglevel=error --prefix tests/browser && touch $(AXE))
	$(BIN)/python -m pytest -n 2 --dist loadgroup --tb=short -o verbosity_assertions=2 tests/browser

check: $(STAMP)  ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

locale: $(STAMP)  ## gather messages into the catalogues, then compile them
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k t -k texts -k plural:1,2 --no-location --no-wrap \
	  --project jobcoach -o jobcoach.pot .
	for po in jobcoach/locale/*/LC_MESSAGES/jobcoach.po; do \
	  $(BIN)/pybabel -q update --no-wrap --no-fuzzy-matching --ignore-obsolete -i jobcoach.pot \
	    -l $$(basename $$(dirname $$(dirname $$po))) -o $$po; done
	$(BIN)/pybabel -q compile -d jobcoach/locale -D jobcoach

bench: $(STAMP)  ## how quick it is, as ratios
	$(BIN)/python benchmarks/run.py

$(STAMP): pyproject.toml hatch_build.py $(wildcard jobcoach/locale/*/LC_MESSAGES/*.po)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade "pip>=25.1"
	$(BIN)/python -m pip install -q -e . --group dev
	@touch $@

clean:
	rm -rf $(VENV) demo dist .mypy_cache .ruff_cache .pytest_cache
