"""A fingerprint of everything a test run depends on: `python -m tests.tree`.

`make test` keeps it when all tests pass, and `make check` does not run them again on the very same tree.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.fixtures import tools

ROOT = Path(__file__).parent.parent
_IGNORED = (".git", *(line.strip("/") for line in (ROOT / ".gitignore").read_text().split()))


def is_made(name: str) -> bool:
    """Whether a file or folder of this name is made by programs and no part of the source, as .gitignore says."""
    return any(fnmatch(name, pattern) for pattern in _IGNORED)


def sources(root: Path) -> Iterator[Path]:
    """Every file of the project's own, in a fixed order."""
    for entry in sorted(root.iterdir()):
        if is_made(entry.name):
            continue
        if entry.is_dir():
            yield from sources(entry)
        else:
            yield entry


def fingerprint(root: Path, surroundings: str) -> str:
    """One line that differs when any file's name or content differs, or the surroundings do."""
    digest = hashlib.sha256(surroundings.encode())
    for file in sources(root):
        content = file.read_bytes()
        digest.update(f"\0{file.relative_to(root)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


if __name__ == "__main__":
    ours = sorted(f"{name}={value}" for name, value in os.environ.items() if name.startswith("ALONGSIDE_"))
    print(fingerprint(ROOT, f"{sys.version} {ours} {tools.chromium()} {tools.postgres()}"))
