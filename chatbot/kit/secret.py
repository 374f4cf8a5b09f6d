"""Secret addresses: whoever holds one may use it, so only its fingerprint is kept."""

import hashlib
import secrets

BYTES = 32
"""As hard to guess as a key."""


def new_secret() -> str:
    """A secret that fits into an address."""
    return secrets.token_urlsafe(BYTES)


def fingerprint(secret: str) -> str:
    """What is stored and looked up in its place: nobody can find the secret from it.

    The lookup compares fingerprints, so how long it takes tells nothing about a secret. A plain hash is enough for
    256 bits of chance; a key would only protect words that can be guessed.
    """
    return hashlib.sha256(b"alongside secret 1:" + secret.encode("utf-8", "replace")).hexdigest()
