"""Sealing: what is private is stored as bytes that only the key ring opens, and only in the place they were made for.

A sealed value is AES-256-GCM, laid out as

    version (1 byte, 0x01) | length of key id (1 byte) | key id | nonce (12 bytes, random) | ciphertext and tag

- The key id is the name of the key (`2026-11`), so that its values can be found (`begins`) and sealed again.
- Associated data are a label, table, column, row and key id, each behind its length. A value that was moved to
  another row, column or table does not open, and no two places can read alike.
- The text is UTF-8, closed by one 0x80 byte and zeros to a multiple of 64 bytes: the length tells a reader of the
  database only in steps of 64 how much was written.
"""

import os
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chatbot.kit.keyring import KeyRing, is_key_id

_VERSION = 1
_LABEL = "alongside sealed 1"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_STEP = 64
_END = b"\x80"
# Slack's JSON can carry half of a surrogate pair; a person's words must never fail to be stored.
_SURROGATES = "surrogatepass"


class Unreadable(Exception):
    """A sealed value does not open here. The sentence names the place, never the content or a key."""


class Sealer:
    """Seals texts and opens them again, each bound to one table, column and row."""

    def __init__(self, ring: KeyRing) -> None:
        self.ring = ring

    def seal(self, text: str, *, table: str, column: str, row: str, month: str) -> bytes:
        """The text, readable only under this month's key and in this very place. The key is made when missing."""
        key = self.ring.ensure(month)
        nonce = os.urandom(_NONCE_BYTES)
        place = _place(table, column, row, key.id)
        hidden = AESGCM(key.secret).encrypt(nonce, _pad(text.encode("utf-8", _SURROGATES)), place)
        return begins(key.id) + nonce + hidden

    def open(self, blob: bytes, *, table: str, column: str, row: str) -> str:
        """The text that was sealed in this place, or `Unreadable`."""
        where = f"{table}.{column} of row {row}"
        parts = _split(blob)
        if parts is None:
            raise Unreadable(f"{where} is not a sealed value.")
        key = self.ring.key(parts.key)
        if key is None:
            raise Unreadable(f"{where} was sealed under the key {parts.key}, which is not in the key ring.")
        try:
            padded = AESGCM(key.secret).decrypt(parts.nonce, parts.hidden, _place(table, column, row, parts.key))
        except InvalidTag:
            raise Unreadable(f"{where} was changed, or sealed for another place.") from None
        return _unpad(padded).decode("utf-8", _SURROGATES)


def begins(key: str) -> bytes:
    """How every value begins that was sealed under the key of this name."""
    return bytes((_VERSION, len(key))) + key.encode("ascii")


def key_of(blob: bytes) -> str | None:
    """The name of the key that sealed this value, read without opening it; nothing when it is no sealed value."""
    parts = _split(blob)
    return parts.key if parts else None


class _Parts(NamedTuple):
    key: str
    nonce: bytes
    hidden: bytes


def _split(blob: bytes) -> _Parts | None:
    if len(blob) < 2 or blob[0] != _VERSION:
        return None
    nonce_at = 2 + blob[1]
    hidden_at = nonce_at + _NONCE_BYTES
    key = blob[2:nonce_at].decode("ascii", "replace")
    if not is_key_id(key) or len(blob) < hidden_at + _STEP + _TAG_BYTES:
        return None
    return _Parts(key, blob[nonce_at:hidden_at], blob[hidden_at:])


def _place(table: str, column: str, row: str, key: str) -> bytes:
    words = (word.encode("utf-8", _SURROGATES) for word in (_LABEL, table, column, row, key))
    return b"".join(len(word).to_bytes(4, "big") + word for word in words)


def _pad(data: bytes) -> bytes:
    return data + _END + bytes(-(len(data) + 1) % _STEP)


def _unpad(padded: bytes) -> bytes:
    return padded.rstrip(b"\0")[:-1]
