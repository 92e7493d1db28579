# make demo   set up and run the built-in example        make test   set up and run the tests
# make check  lint, types, import contracts, tests       make bench  measure quality and speed (needs ../shared)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint bench quality speed format clean

demo: $(VENV)/.whence
	@$(BIN)/whence demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: lint test

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: quality speed

quality: $(VENV)/.dev
	$(BIN)/python -m bench.quality.floors

speed: $(VENV)/.dev
	$(BIN)/python -m bench.speed.commands
	$(BIN)/python -m bench.speed.kernels
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m bench.speed.quotes
	$(BIN)/python -m bench.speed.figures
	$(BIN)/python -m bench.speed.hostile

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/.venv:
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.whence: $(VENV)/.venv pyproject.toml
	@echo "setting up whence in $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.venv pyproject.toml
	@echo "setting up whence and its development tools in $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.whence

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
