"""Reading Slack's payloads. Every value is a hint from the client; shapes that are not as documented read as empty."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from typing import Any

from chatbot.people.model import Person, Standing
from handlers.slack.facts import Facts
from handlers.slack.hints import chosen, text, typed_in
from handlers.slack.press import Press, Surface
from handlers.slack.speech import Speech

_NOBODY = Person(
    id=0,
    team_id="",
    account=None,
    name="",
    language="en",
    standing=Standing.GONE,
    is_owner=False,
    agreed_version=0,
    seen_at=datetime.fromtimestamp(0, UTC),
)


def account(body: Mapping[str, Any]) -> str:
    """The Slack account that did it."""
    user = body.get("user")
    event = _dict(body.get("event"))
    found = _dict(user).get("id") or body.get("user_id") or event.get("user")
    return text(found)


def command(body: Mapping[str, Any]) -> str:
    """The slash command that was typed."""
    return text(body.get("command"))


def action_id(body: Mapping[str, Any]) -> str:
    """The name of the button or menu that was pressed."""
    return text(_action(body).get("action_id"))


def form_id(body: Mapping[str, Any]) -> str:
    """The name of the modal that was submitted."""
    return text(_dict(body.get("view")).get("callback_id"))


def shortcut_id(body: Mapping[str, Any]) -> str:
    """The name of the entry that was chosen in Slack's menu of shortcuts."""
    return text(body.get("callback_id"))


def nobody(surface: Surface, name: str, body: Mapping[str, Any], speech: Speech, facts: Facts) -> Press:
    """The press before it is known whose it is."""
    container, view = _dict(body.get("container")), _dict(body.get("view"))
    action = _action(body)
    if surface is Surface.MESSAGE and view:
        surface = Surface.HOME if view.get("type") == "home" else Surface.MODAL
    written = _dict(body.get("message")).get("text") if surface is Surface.SHORTCUT else body.get("text")
    return Press(
        person=_NOBODY,
        account=account(body),
        speech=speech,
        facts=facts,
        surface=surface,
        action=name,
        value=chosen(action)[:2000],
        text=unescape(text(written))[:3000],
        channel=text(body.get("channel_id")) or text(_dict(body.get("channel")).get("id")) or None,
        metadata=text(view.get("private_metadata")),
        typed=typed_in(_dict(view.get("state")) or _dict(body.get("state"))),
        is_ephemeral=container.get("is_ephemeral") is True,
        trigger_id=text(body.get("trigger_id")) or None,
        view_id=text(view.get("id")) or None,
        beneath=text(view.get("previous_view_id")) or None,
        response_url=text(body.get("response_url")) or None,
    )


def by(press: Press, person: Person, speech: Speech) -> Press:
    """The same press, now known to be this person's."""
    return replace(press, person=person, speech=speech)


def inputs(body: Mapping[str, Any]) -> list[str]:
    """The block ids of the inputs of the modal that was submitted, in their order."""
    found = _dict(body.get("view")).get("blocks")
    if not isinstance(found, list):
        return []
    return [str(block["block_id"]) for block in found if _dict(block).get("type") == "input" and "block_id" in block]


def _action(body: Mapping[str, Any]) -> Mapping[str, Any]:
    actions = body.get("actions")
    return _dict(actions[0]) if isinstance(actions, list) and actions else {}


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
