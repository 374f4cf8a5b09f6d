"""Rules about the project's files: what lies at the top, how long a file is, what none may mention."""

import re
import statistics
import tomllib
from pathlib import Path

import pytest

from tests.repo.reading import name_of, python, written
from tests.tree import ROOT, is_made

TOP = {
    *("bot.py", "chatbot", "handlers", "tests", "docs", "pyproject.toml", "uv.lock", ".env.example", "manifest.json"),
    *("Makefile", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ".gitignore", ".ci"),
}

# Where only one machine has something: its home and build folders. /etc, /var and /opt are any server's.
MACHINE = re.compile(r"(?<![\w.:/-])/(?:home|root|work|workspace|builds|Users|mnt|media)/|\b[A-Z]:\\\w")
UPWARD = re.compile(r"(?:\.\./)+")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")


def lines_matching(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name_of(file)}:{number}: {line.strip()}"
        for file in written()
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if pattern.search(line)
    ]


def leaves_the_project(file: Path, text: str) -> list[str]:
    """The relative paths in a file's text that climb out of the project."""
    depth = len(file.relative_to(ROOT).parts) - 1
    return [climb for climb in UPWARD.findall(text) if climb.count("../") > depth]


def test_the_top_holds_what_was_agreed_and_nothing_else() -> None:
    assert {entry.name for entry in ROOT.iterdir() if not is_made(entry.name)} == TOP


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {name_of(file): len(file.read_text().splitlines()) for file in written()}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_half_of_the_files_fit_in_120_lines() -> None:
    files = [file for file in python("chatbot", "handlers") if file.name != "__init__.py"]
    assert statistics.median(len(file.read_text().splitlines()) for file in files) < 120


def test_nothing_is_left_unfinished() -> None:
    assert lines_matching(UNFINISHED) == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert lines_matching(MACHINE) == []


def test_no_file_reaches_out_of_the_project() -> None:
    climbing = {name_of(file): leaves_the_project(file, file.read_text()) for file in written()}
    assert {name: paths for name, paths in climbing.items() if paths} == {}


@pytest.mark.parametrize("path", ["/" + "home/ana/alongside", "read /" + "root/.pyenv/bin", "C:" + "\\Users"])
def test_control_a_machines_folder_is_caught(path: str) -> None:
    assert MACHINE.search(path)


@pytest.mark.parametrize("path", ["https://example.org/home/", "/etc/alongside/keys.json", "docs/work/", "chatbot/"])
def test_control_other_paths_are_allowed(path: str) -> None:
    assert not MACHINE.search(path)


def test_control_a_climb_out_of_the_project_is_caught() -> None:
    up = "../"
    assert leaves_the_project(ROOT / "docs" / "privacy.md", f"see {up * 2}elsewhere")
    assert not leaves_the_project(ROOT / "docs" / "privacy.md", f"see {up}README.md")


def test_what_is_installed_comes_from_the_public_index_alone() -> None:
    hosts = set(re.findall(r"https?://[^/\"]+", (ROOT / "uv.lock").read_text()))
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_the_lock_is_of_these_very_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    (ours,) = (package for package in lock["package"] if package["name"] == "alongside")
    asked = {*project["project"]["dependencies"], *project["dependency-groups"]["dev"]}
    known = [*ours["metadata"]["requires-dist"], *ours["metadata"]["requires-dev"]["dev"]]
    assert {as_bounds(requirement) for requirement in asked} == {
        (package["name"], frozenset(package.get("specifier", "").split(",")) - {""}) for package in known
    }


def as_bounds(requirement: str) -> tuple[str, frozenset[str]]:
    name = re.split(r"[\[<>=]", requirement)[0]
    bounds = re.sub(r"^[^<>=]*", "", requirement)
    return name, frozenset(bounds.split(",")) - {""}
