"""Looking for words in files, in whatever form a program may have left them there."""

import base64
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote


def forms(word: str) -> set[bytes]:
    """The word plain, in UTF-16 and UTF-32, each also in base64 at any alignment and in hexadecimal; as in a URL."""
    found: set[bytes] = set()
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        raw = word.encode(encoding)
        found |= {raw, raw.hex().encode(), raw.hex().upper().encode(), *_in_base64(raw)}
    found.add("".join(f"%{byte:02X}" for byte in word.encode()).encode())
    found.add(quote(word).encode())
    return found


def _in_base64(raw: bytes) -> set[bytes]:
    """What stands in a base64 text whatever comes before and after: the first and the last signs depend on those."""
    found = set()
    for before in range(3):
        signs = base64.b64encode(bytes(before) + raw)
        begin, end = (before * 8 + 5) // 6, ((before + len(raw)) * 8) // 6
        found |= {signs[begin:end], signs[begin:end].translate(bytes.maketrans(b"+/", b"-_"))}
    return found


def traces(words: Iterable[str], files: Iterable[Path]) -> list[str]:
    """Which word lies in which file."""
    contents = {file.name: file.read_bytes() for file in files}
    wanted = {word: forms(word) for word in words}
    return [
        f"{word} in {name}"
        for name, content in contents.items()
        for word, written in wanted.items()
        if any(form in content for form in written)
    ]
