"""Reading the pages that promise: which sentences have a test behind them, and which tests there are."""

import ast
import re
from collections.abc import Iterable, Mapping

from tests.repo.documents import code_words
from tests.tree import ROOT

MOST = 3
"""Sentences that one note may stand behind: more would not say which of them is shown."""

_NOTE = re.compile(r"\[\^([\w-]+)\]")
_NOTED = re.compile(r"^\[\^([\w-]+)\]: (.*)$", re.MULTILINE)
_TEST = re.compile(r"^(tests/[\w/]+\.py)(?:::(test_\w+))?$")
_END = re.compile(r"[.!?:;](?=\s|$|\[\^)")


def promising(text: str, *, but: Iterable[str]) -> list[str]:
    """The paragraphs, points and rows of a page, without the sections that promise nothing."""
    parts = re.split(r"^## (.*)$", _NOTED.sub("", text), flags=re.MULTILINE)
    sections = {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
    missing = set(but) - set(sections)
    assert not missing, f"there is no section {missing}"
    return [block for name, body in sections.items() if name not in but for block in _blocks(body)]


def _blocks(body: str) -> list[str]:
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", body):
        lines = [line for line in paragraph.strip().splitlines() if not line.startswith(("# ", "### "))]
        if lines and lines[0].startswith("|"):
            found += lines[2:]
            continue
        for line in lines:
            if line.startswith("- ") or not found or line is lines[0]:
                found.append(line)
            else:
                found[-1] += f" {line.strip()}"
    return found


def unshown(blocks: Iterable[str]) -> list[str]:
    """The blocks that do not end with a note or a test, and those where one stands behind too many sentences."""
    return [block for block in blocks if not _is_shown(block)]


def _is_shown(block: str) -> bool:
    if block.startswith("|"):
        last = block.rstrip("| ").split("|")[-1]
        return bool(named_in(last) or _NOTE.search(last))
    *pieces, rest = _NOTE.split(block)[::2]
    return not rest.strip() and all(len(_END.findall(re.sub(r"`[^`]*`|\([^)]*\)", "", one))) <= MOST for one in pieces)


def named_in(text: str) -> list[str]:
    """The tests a text names, as `tests/repo/test_code.py` or with one test's own name behind it."""
    return [word for word in code_words(text) if word.startswith("tests/")]


def notes(text: str) -> Mapping[str, list[str]]:
    """What each note at the end of a page names."""
    return {name: named_in(words) for name, words in _NOTED.findall(text)}


def noted(text: str) -> set[str]:
    """The notes that stand behind sentences of a page."""
    return set(_NOTE.findall(_NOTED.sub("", text)))


def is_there(name: str) -> bool:
    """Whether pytest would collect this test, or any from this file."""
    found = _TEST.match(name)
    file = ROOT / found[1] if found else None
    if found is None or file is None or not file.exists():
        return False
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    tests = {node.name for node in ast.parse(file.read_text()).body if isinstance(node, functions)}
    return found[2] in tests if found[2] else any(name.startswith("test_") for name in tests)
