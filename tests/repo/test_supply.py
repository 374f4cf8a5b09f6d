"""What the bot is made of is known to the byte, listed, and looked at."""

import re
import tomllib

import pytest

from tests.supply import judged
from tests.tree import ROOT


def test_every_library_is_locked_with_its_hashes() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    fetched = [package for package in lock["package"] if "virtual" not in package["source"]]
    assert len(fetched) > 50
    files = [
        file for package in fetched for file in (*package.get("wheels", ()), package.get("sdist", {"hash": "sha256:"}))
    ]
    assert [file for file in files if not file.get("hash", "").startswith("sha256:")] == []


def test_the_makefile_writes_a_list_of_parts_and_checks_look_at_them() -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert re.search(r"^sbom:.*\n.*cyclonedx", makefile, re.MULTILINE)
    assert re.search(r"^check:.*\bsupply\b", makefile, re.MULTILINE)


SOUND = {"name": "a", "version": "1", "vulns": []}
WEAK = {"name": "b", "version": "2", "vulns": [{"id": "CVE-1"}]}
UNKNOWN = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("report", "status", "said"),
    [
        ({"dependencies": [SOUND]}, 0, "supply: 1 libraries have no weakness that is known\n"),
        ({"dependencies": [SOUND, WEAK]}, 1, "supply: FAULT b 2: CVE-1\n"),
        ({"dependencies": [UNKNOWN]}, 0, "supply: 1 libraries could not be looked up from here\n"),
        (None, 0, "supply: all libraries could not be looked up from here\n"),
    ],
)
def test_a_weakness_fails_and_what_could_not_be_looked_up_is_said(
    report: object, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judged(report) == status
    assert capsys.readouterr().out == said
