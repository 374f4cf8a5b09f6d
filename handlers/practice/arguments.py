"""The arguments of a Web API call, from a form, a JSON body or the query, with Slack's tolerance and no more."""

import json
from typing import Any

from aiohttp import web

from handlers.practice.network import JSON
from handlers.practice.refusal import ApiError, explained


class Arguments:
    """Forms bring everything as strings, and structures as JSON in strings; JSON bodies bring the things themselves."""

    def __init__(self, given: JSON) -> None:
        self.given = {name: value for name, value in given.items() if value is not None and value != ""}

    def __contains__(self, name: str) -> bool:
        return name in self.given

    def text(self, name: str) -> str:
        """Empty when it is not there."""
        value = self.given.get(name, "")
        if isinstance(value, bool | int | float):
            return str(value)
        if not isinstance(value, str):
            raise explained("invalid_arguments", [f"must be a string [json-pointer:/{name}]"])
        return value

    def flag(self, name: str, *, usual: bool = False) -> bool:
        value = self.given.get(name, usual)
        return value if isinstance(value, bool) else str(value).lower() in ("1", "true")

    def number(self, name: str, *, usual: int) -> int:
        try:
            return int(self.given.get(name, usual))
        except (TypeError, ValueError):
            raise ApiError("invalid_limit" if name == "limit" else "invalid_arguments") from None

    def structure(self, name: str, otherwise: str) -> Any:
        """A list or object; `otherwise` is the error for a string that is not JSON."""
        value = self.given.get(name)
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except json.JSONDecodeError:
                raise ApiError(otherwise) from None
        return value


async def read_arguments(request: web.Request) -> Arguments:
    """Raises ApiError for a body that cannot be read."""
    given: JSON = dict(request.query)
    if request.method == "POST":
        if request.content_type == "application/json":
            given |= await _json_body(request)
        else:
            try:
                given |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
            except ValueError:
                raise ApiError("invalid_form_data") from None
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        given["token"] = token.strip()
    return Arguments(given)


async def _json_body(request: web.Request) -> JSON:
    text = await request.text()
    if not text.strip():
        return {}
    try:
        body = json.loads(text)
    except json.JSONDecodeError:
        raise ApiError("invalid_json") from None
    if not isinstance(body, dict):
        raise ApiError("json_not_object")
    return body
