"""Views as the workspace keeps them: modals on their stack, and App Home."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.practice.furnishing import furnished
from handlers.practice.ids import new_id
from handlers.practice.network import JSON, Bot, Team
from handlers.practice.state_values import present_state


@dataclass(frozen=True, kw_only=True)
class View:
    """One view as it stands now; an update makes a new value with the same id and a new hash."""

    id: str
    owner: str
    type: str
    blocks: list[JSON]
    title: JSON | None
    submit: JSON | None
    close: JSON | None
    callback_id: str
    private_metadata: str
    external_id: str
    clear_on_close: bool
    notify_on_close: bool
    hash: str
    root_view_id: str
    previous_view_id: str | None
    errors: Mapping[str, str] = field(default_factory=dict)

    def to_slack(self, team: Team, bot: Bot, state: JSON | None = None) -> JSON:
        return {
            "id": self.id,
            "team_id": team.id,
            "type": self.type,
            "blocks": self.blocks,
            "private_metadata": self.private_metadata,
            "callback_id": self.callback_id,
            "state": {"values": present_state(self.blocks, state or {})},
            "hash": self.hash,
            "title": self.title or {"type": "plain_text", "text": "View Title", "emoji": True},
            "clear_on_close": self.clear_on_close,
            "notify_on_close": self.notify_on_close,
            "close": self.close,
            "submit": self.submit,
            "previous_view_id": self.previous_view_id,
            "root_view_id": self.root_view_id,
            "app_id": bot.app_id,
            "external_id": self.external_id,
            "app_installed_team_id": team.id,
            "bot_id": bot.bot_id,
        }

    def to_page(self) -> JSON:
        return {
            "id": self.id,
            "type": self.type,
            "blocks": self.blocks,
            "title": self.title,
            "submit": self.submit,
            "close": self.close,
            "callback_id": self.callback_id,
            "hash": self.hash,
            "previous_view_id": self.previous_view_id,
            "errors": dict(self.errors),
        }


def new_view(
    raw: JSON, *, owner: str, seconds: float, under: View | None = None, instead_of: View | None = None
) -> View:
    """The view a bot described: a fresh one, one pushed on top of `under`, or a new state of `instead_of`."""
    view_id = instead_of.id if instead_of else new_id("V")
    root, previous = view_id, None
    if instead_of:
        root, previous = instead_of.root_view_id, instead_of.previous_view_id
    elif under:
        root, previous = under.root_view_id, under.id
    return View(
        id=view_id,
        owner=owner,
        type=raw["type"],
        blocks=furnished(raw.get("blocks", [])),
        title=raw.get("title"),
        submit=raw.get("submit"),
        close=raw.get("close"),
        callback_id=raw.get("callback_id", ""),
        private_metadata=raw.get("private_metadata", ""),
        external_id=raw.get("external_id", ""),
        clear_on_close=bool(raw.get("clear_on_close", False)),
        notify_on_close=bool(raw.get("notify_on_close", False)),
        hash=f"{int(seconds)}.{secrets.token_hex(4)}",
        root_view_id=root,
        previous_view_id=previous,
    )
