"""The gate in front of Bolt in HTTP mode: what Slack did not sign does not get in, and nothing of it is kept.

Slack's rules (docs, "Verifying requests from Slack"): `v0=` and the HMAC-SHA256 of `v0:timestamp:body` under the
signing secret; a timestamp more than five minutes away is stale.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping

LARGEST = 1_000_000
"""Bytes. Slack's own largest payload, a view of 250 KB with its state, stays far below."""

WINDOW = 300
"""Seconds a signature is good for."""

_TIMESTAMP = re.compile(r"^[0-9]{9,11}$")
_SIGNATURE = re.compile(r"^v0=[0-9a-f]{64}$")


def signed(secret: str, timestamp: str, body: bytes) -> str:
    """The signature Slack gives this body at this time."""
    return "v0=" + hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()


def lets_in(secret: str, headers: Mapping[str, list[str]], body: bytes, *, now: float) -> bool:
    """Whether the request is Slack's own and fresh. `headers` maps lower-case names to every value given."""
    timestamps, signatures = headers.get("x-slack-request-timestamp", []), headers.get("x-slack-signature", [])
    if len(timestamps) != 1 or len(signatures) != 1 or len(body) > LARGEST:
        return False
    timestamp, signature = timestamps[0], signatures[0]
    if not _TIMESTAMP.match(timestamp) or not _SIGNATURE.match(signature):
        return False
    if abs(now - int(timestamp)) > WINDOW:
        return False
    return hmac.compare_digest(signed(secret, timestamp, body), signature)
