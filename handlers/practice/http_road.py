"""Signed HTTP to the bot's request URL."""

import hashlib
import hmac
import json
from urllib.parse import urlencode

import aiohttp

from handlers.practice.backstage import Backstage
from handlers.practice.deliver import NotDelivered, Parcel
from handlers.practice.network import JSON

AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"


def signature(secret: str, timestamp: str, body: bytes) -> str:
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class HttpRoad:
    """Slack's side of it: form bodies for commands and interactions, JSON for events."""

    def __init__(self, slack: Backstage) -> None:
        self._slack = slack
        self._session: aiohttp.ClientSession | None = None
        self._last_went_well = True

    @property
    def connected(self) -> bool:
        return self._slack.request_url is not None and self._last_went_well

    async def send(self, parcel: Parcel) -> JSON:
        body, content_type = _written(parcel)
        try:
            answer = await self._post(body, self._headers(parcel, body, content_type))
        except TimeoutError:
            self._last_went_well = False
            raise NotDelivered("timeout") from None
        except aiohttp.ClientError:
            self._last_went_well = False
            raise NotDelivered("connection_failed") from None
        self._last_went_well = True
        return answer

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _post(self, body: bytes, headers: dict[str, str]) -> JSON:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        patience = aiohttp.ClientTimeout(total=self._slack.patience)
        address = self._slack.request_url or ""
        async with self._session.post(address, data=body, headers=headers, timeout=patience) as answer:
            text = await answer.text()
            if answer.status != 200:
                raise NotDelivered("http_error", answer.status)
            return _read(text, answer.content_type)

    def _headers(self, parcel: Parcel, body: bytes, content_type: str) -> dict[str, str]:
        timestamp = str(int(self._slack.machine.time()))
        headers = {
            "Content-Type": content_type,
            "User-Agent": AGENT,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._slack.credentials.signing_secret, timestamp, body),
        }
        if parcel.retry is not None:
            headers |= {"X-Slack-Retry-Num": str(parcel.retry.number), "X-Slack-Retry-Reason": parcel.retry.reason}
        return headers


def _written(parcel: Parcel) -> tuple[bytes, str]:
    form = "application/x-www-form-urlencoded"
    if parcel.kind == "slash_commands":
        return urlencode(parcel.payload).encode(), form
    if parcel.kind == "interactive":
        return urlencode({"payload": json.dumps(parcel.payload)}).encode(), form
    return json.dumps(parcel.payload).encode(), "application/json"


def _read(text: str, content_type: str) -> JSON:
    if not text.strip():
        return {}
    if content_type == "application/json":
        try:
            body = json.loads(text)
        except json.JSONDecodeError:
            raise NotDelivered("http_error", 200) from None
        return body if isinstance(body, dict) else {}
    return {"text": text}
