"""Reading the project's documents: their tables, their sections and their links."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.tree import ROOT, sources

Row = tuple[str, ...]

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def documents() -> list[Path]:
    """Every document of the project."""
    return [file for file in sources(ROOT) if file.suffix == ".md"]


def text_of(name: str) -> str:
    return (ROOT / name).read_text()


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its own level or above."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert found, f"there is no heading {heading!r}"
    rest = text[found.end() :]
    level = len(found[1])
    after = re.search(rf"^#{{1,{level}}} ", rest, re.MULTILINE)
    return rest[: after.start()] if after else rest


def pages(name: str) -> list[str]:
    """A document and the pages of the rooms in the folder of its name."""
    folder = (ROOT / name).with_suffix("")
    return [text_of(name), *(file.read_text() for file in sorted(folder.glob("*.md")))]


def has_section(text: str, heading: str) -> bool:
    return heading in headings(text)


def rows(text: str) -> list[Row]:
    """The rows of the first table in a text, without its heading."""
    lines = [line.strip() for line in text.splitlines()]
    first = next((number for number, line in enumerate(lines) if line.startswith("|")), len(lines))
    table = []
    for line in lines[first:]:
        if not line.startswith("|"):
            break
        cells = re.split(r"(?<!\\)\|", line.strip("|"))
        table.append(tuple(cell.strip().replace("\\|", "|") for cell in cells))
    return table[2:]


def code_words(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def headings(text: str) -> list[str]:
    return [found[2] for found in _HEADING.finditer(_FENCED.sub("", text))]


def anchor(heading: str) -> str:
    """The name under which a heading is linked to."""
    plain = re.sub(r"[^\w\- ]", "", heading.lower())
    return plain.replace(" ", "-")


def links(text: str) -> Iterator[tuple[bool, str, str]]:
    """Every link: whether it is a picture, its words, and where it leads."""
    for picture, words, target in _LINK.findall(_FENCED.sub("", text)):
        yield bool(picture), words, target


def broken(file: Path, text: str) -> list[str]:
    """The links within the project that lead nowhere."""
    return [
        target
        for _, _, target in links(text)
        if not target.startswith(("https://", "mailto:")) and not _leads_somewhere(file, target)
    ]


def _leads_somewhere(file: Path, target: str) -> bool:
    path, _, name = target.partition("#")
    aim = (file.parent / path).resolve() if path else file
    if not aim.exists():
        return False
    return not name or name in {anchor(heading) for heading in headings(aim.read_text())}
