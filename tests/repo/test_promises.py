"""What the documents promise about the project is so."""

import os
import re

from chatbot.settings import Settings
from tests.tree import ROOT


def test_the_readme_names_the_commands_that_are_all_a_newcomer_needs() -> None:
    readme = (ROOT / "README.md").read_text()
    for command in ("make run", "make test", "uv run bot.py", "uv run pytest"):
        assert command in readme


def test_the_changelog_has_a_place_for_what_is_not_released_yet() -> None:
    assert re.search(r"^## .*Unreleased", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)


def test_the_example_settings_are_exactly_the_settings() -> None:
    named = re.findall(r"^#? ?([A-Z][A-Z0-9_]*)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)


def test_ci_runs_what_contributors_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    lines = script.read_text().splitlines()
    assert "make test" in lines
    assert "make check" in lines


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets
    explained = re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE)
    assert sorted(explained) == sorted(targets[1].split())
