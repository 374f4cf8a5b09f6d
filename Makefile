# On a machine that has only make and Python 3.11: `make run` starts the bot, `make test` passes the tests.
# Every command first gets what it needs: uv when it is not installed (a private copy in .uv/), then the packages.

UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --frozen
PASSED := .pytest_cache/passed-on
LOCALES := chatbot/kit/locale

# Some machines forbid Python to keep what it has compiled. The tests start the bot dozens of times, and each start would
# then compile thousands of modules again; empty means allowed.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test check lint types contracts supply suite proofs bench sbom format texts

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile | expand -t 16

run: $(UV) ## Start the bot: a practice workspace while there are no Slack settings
	@$(RUN) --no-dev bot.py $(ARGS)

test: $(UV) ## Run the tests, all or some: make test ARGS="-k claim"
	@$(RUN) python -m tests.provide
	@rm -f $(PASSED)
	@before=$$($(RUN) python -m tests.tree) && \
	$(RUN) pytest -n 2 --dist worksteal $(ARGS) && \
	if [ -z "$(ARGS)" ] && [ "$$before" = "$$($(RUN) python -m tests.tree)" ]; then \
		mkdir -p $(dir $(PASSED)) && echo "$$before" > $(PASSED); \
	fi

check: lint types contracts supply suite ## Everything CI asks for

lint: $(UV) ## Format and lint, changing nothing
	@$(RUN) ruff format --check
	@$(RUN) ruff check

types: $(UV) ## Check the types
	@$(RUN) mypy

contracts: $(UV) ## Check that imports run one way
	@$(RUN) lint-imports

supply: $(UV) ## Look for known weaknesses of libraries and risky habits, as far as the network lets
	@UV=$(UV) $(RUN) python -m tests.supply

suite: $(UV) ## Run the tests, unless the last `make test` passed them all on this very tree
	@if [ "$$($(RUN) python -m tests.tree)" = "$$(cat $(PASSED) 2>/dev/null)" ]; then \
		echo "The tests have passed on this very tree; make test runs them again."; \
	else \
		$(MAKE) test; \
	fi

proofs: $(UV) ## Prove the promises with large numbers, before a release: make proofs ARGS="-k digest"
	@$(RUN) python -m tests.provide
	@ALONGSIDE_PROOFS=full $(RUN) pytest -n 2 --dist worksteal -m proof -o faulthandler_timeout=3600 $(ARGS)

bench: $(UV) ## Measure speed and size against what is promised: make bench ARGS="P1 P2"
	@$(RUN) python -m tests.bench $(ARGS)

sbom: $(UV) ## Write sbom.json, the list of what the bot is made of (CycloneDX)
	@$(UV) export -q --frozen --no-dev --format cyclonedx1.5 --preview-features sbom-export -o sbom.json >/dev/null
	@echo 'sbom.json lists every library with its version.'

format: $(UV) ## Format the code and apply the safe fixes
	@$(RUN) ruff format
	@$(RUN) ruff check --fix

texts: $(UV) ## Bring the sentences of the code into the catalogues for translators
	@$(RUN) pybabel -q extract -k _ -k n_:1,2 --omit-header --sort-by-file --add-location=file \
		-o $(LOCALES)/alongside.pot chatbot handlers
	@for language in es pt ht; do \
		mkdir -p $(LOCALES)/$$language/LC_MESSAGES && \
		$(RUN) pybabel -q update -D alongside -i $(LOCALES)/alongside.pot -d $(LOCALES) -l $$language \
			--init-missing --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date || exit 1; \
	done
	@rm $(LOCALES)/alongside.pot

.uv/bin/uv:
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python 3.11 with its venv module is needed. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@echo 'Making a private copy of uv in .uv/' >&2
	@python3 -m venv .uv
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'
