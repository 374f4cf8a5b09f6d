"""The key ring: one 256-bit key for each month, in one file that only its owner may read.

The file is JSON, mode 0600: `{"version": 1, "keys": [{"id": "2026-11", "key": "<base64>"}]}`.

- A month may get further keys, `2026-11.02` and on, when somebody fears for the one in use; the last one seals.
- It lies outside the data and backup folders (`misplaced`), so that a copy of the database opens to nobody.
- Every change is written beside it, synced and renamed: a power cut leaves the old ring or the new one.
- Several processes may share it. Changes take a lock on the folder, and every use first looks whether another
  process changed the file, so two instances never invent two keys for one month.
- Destroying a key is final: what is still sealed under it can be read by nobody, here or in any backup.
"""

import base64
import binascii
import contextlib
import fcntl
import hashlib
import json
import os
import re
import secrets
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from chatbot.kit import owned
from chatbot.kit.durable import new_file, sync_folder

KEY_BYTES = 32
_VERSION = 1
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_KEY_ID = re.compile(rf"{_MONTH.pattern}(\.(0[2-9]|[1-9]\d))?", re.ASCII)
_MOST_OF_A_MONTH = 99
_LARGEST_FILE = 1_000_000  # a key a month for a thousand years; anything longer is another file


class KeyringFault(Exception):
    """The key ring cannot be used. The sentence says what to do and holds no key."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthKey:
    """One month's key. Its repr shows its name and never the secret."""

    id: str
    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """By which the very key is known again. It leads nobody to the secret, which is 256 bits of chance."""
        return hashlib.sha256(b"alongside key " + self.id.encode() + b"\0" + self.secret).hexdigest()[:16]


def misplaced(path: Path, data_dir: Path) -> bool:
    """Whether the ring lies in the data (or backup) folder or below it, where a copy would take the keys along."""
    return path.resolve().is_relative_to(data_dir.resolve())


def is_month(text: str) -> bool:
    """Whether this names a month the way a key does: `2026-11`."""
    return _MONTH.fullmatch(text) is not None


def is_key_id(text: str) -> bool:
    """Whether this names a key: a month, or a further key of one, `2026-11.02`."""
    return _KEY_ID.fullmatch(text) is not None


class KeyRing:
    """The keys by their names, always as the file has them now."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._keys: dict[str, MonthKey] = {}
        self._seen: tuple[int, int, int] | None = None

    def __repr__(self) -> str:
        return f"KeyRing(ids={list(self._keys)})"

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the ring, or refuse with what to do: missing, not the owner's alone, or damaged."""
        ring = cls(path)
        with _locked(path.parent, fcntl.LOCK_SH):
            ring._read()
        return ring

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new, empty ring; an existing file is never touched."""
        try:
            _make_folder(path.parent)
            _write_new(path, _as_json({}))
        except FileExistsError:
            raise KeyringFault(f"{path} exists already. It was not touched: the keys in it may be in use.") from None
        except OSError as fault:
            raise KeyringFault(f"{path} cannot be written ({fault.strerror}). Choose a folder the bot owns.") from None
        return cls.load(path)

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of the keys there are, oldest first."""
        self._refresh()
        return tuple(self._keys)

    def key(self, name: str) -> MonthKey | None:
        """The key of this name, or nothing when it never was or is destroyed."""
        self._refresh()
        return self._keys.get(name)

    def ensure(self, month: str) -> MonthKey:
        """Give the newest key of this month; made, and safely on disk, when there was none."""
        if not is_month(month):
            raise ValueError(f"not a month: {month!r}")
        self._refresh()
        found = self._newest(month)
        if found is not None:
            return found
        with _locked(self.path.parent, fcntl.LOCK_EX):
            self._read()
            return self._newest(month) or self._add(month)

    def rotate(self, month: str) -> MonthKey:
        """Give this month a further key, which seals from now on; the first when it had none."""
        if not is_month(month):
            raise ValueError(f"not a month: {month!r}")
        with _locked(self.path.parent, fcntl.LOCK_EX):
            self._read()
            newest = self._newest(month)
            if newest is None:
                return self._add(month)
            turn = int(newest.id[len(month) + 1 :] or "1") + 1
            if turn > _MOST_OF_A_MONTH:
                raise KeyringFault(f"{month} has had {_MOST_OF_A_MONTH} keys. Wait for the next month.")
            return self._add(f"{month}.{turn:02}")

    def destroy(self, name: str) -> None:
        """Take this key away for ever; nothing happens when there is none."""
        with _locked(self.path.parent, fcntl.LOCK_EX):
            self._read()
            if name in self._keys:
                self._replace({known: key for known, key in self._keys.items() if known != name})

    def _newest(self, month: str) -> MonthKey | None:
        return max(
            (key for key in self._keys.values() if key.id.startswith(month)), key=lambda key: key.id, default=None
        )

    def _add(self, name: str) -> MonthKey:
        self._replace({**self._keys, name: MonthKey(id=name, secret=secrets.token_bytes(KEY_BYTES))})
        return self._keys[name]

    def _refresh(self) -> None:
        try:
            changed = _mark(self.path.lstat()) != self._seen
        except OSError:
            raise _missing(self.path) from None
        if changed:
            with _locked(self.path.parent, fcntl.LOCK_SH):
                self._read()

    def _read(self) -> None:
        content, mark = _read_owned(self.path)
        keys = _from_json(content)
        if keys is None:
            raise KeyringFault(f"{self.path} is damaged or not a key ring. Put the copy you keep of it back in place.")
        self._keys, self._seen = keys, mark

    def _replace(self, keys: Mapping[str, MonthKey]) -> None:
        beside = self.path.with_name(f".{self.path.name}.new")
        try:
            beside.unlink(missing_ok=True)  # what a crash left; the lock says nobody else is writing
            _write_new(beside, _as_json(keys))
            with self.path.open("r+b") as old:
                beside.rename(self.path)
                sync_folder(self.path.parent)
                _blank(old.fileno())
        except OSError as fault:
            raise KeyringFault(
                f"{self.path} cannot be changed ({fault.strerror}). Free the disk or its rights."
            ) from None
        self._read()


def _missing(path: Path) -> KeyringFault:
    return KeyringFault(
        f"There is no key ring at {path}. Put it back, or on a first start run: uv run bot.py keys init"
    )


def _mark(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_mtime_ns, status.st_size


def _read_owned(path: Path) -> tuple[bytes, tuple[int, int, int]]:
    try:
        content, status = owned.read(path, most=_LARGEST_FILE)
    except FileNotFoundError:
        raise _missing(path) from None
    except owned.NotOwned as fault:
        raise KeyringFault(str(fault)) from None
    return content, _mark(status)


def _as_json(keys: Mapping[str, MonthKey]) -> bytes:
    rows = [{"id": key.id, "key": base64.b64encode(key.secret).decode()} for _, key in sorted(keys.items())]
    return json.dumps({"version": _VERSION, "keys": rows}, indent=1).encode() + b"\n"


def _from_json(content: bytes) -> dict[str, MonthKey] | None:
    """The keys, or nothing when the content is not a sound ring.

    The caller raises: an exception raised in here would carry the file's content along as its context.
    """
    try:
        found: Any = json.loads(content)
        if found["version"] != _VERSION:
            return None
        keys = [MonthKey(id=row["id"], secret=base64.b64decode(row["key"], validate=True)) for row in found["keys"]]
        sound = all(is_key_id(key.id) and len(key.secret) == KEY_BYTES for key in keys)
    except (ValueError, TypeError, KeyError, binascii.Error, RecursionError):
        return None
    by_name = {key.id: key for key in sorted(keys, key=lambda key: key.id)}
    distinct = len(by_name) == len({key.secret for key in keys}) == len(keys)
    return by_name if sound and distinct else None


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def _write_new(path: Path, content: bytes) -> None:
    handle = new_file(path)
    with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.write(content)
        file.flush()
        os.fsync(handle)
    sync_folder(path.parent)


def _blank(handle: int) -> None:
    """Overwrite the file that was just replaced: a destroyed key should not lie about in freed blocks."""
    os.pwrite(handle, bytes(os.fstat(handle).st_size), 0)
    os.fsync(handle)


@contextlib.contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    """Hold the folder's lock: readers share it, one writer has it alone."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as fault:
        raise KeyringFault(
            f"The folder {folder} cannot be opened ({fault.strerror}). Make it for the bot's user."
        ) from None
    try:
        if os.fstat(handle).st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise KeyringFault(f"Others may write into {folder}, and put another ring there. Run: chmod 700 {folder}")
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)
