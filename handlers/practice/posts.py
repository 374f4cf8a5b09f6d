"""Messages as the workspace keeps them, and as Slack and the page show them."""

from dataclasses import dataclass, field
from typing import Any

from handlers.practice.network import JSON, Bot


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message as it stands now; a change makes a new value with the same `ts`."""

    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: list[JSON] = field(default_factory=list)
    bot: bool = False
    only_for: str | None = None
    thread_ts: str | None = None
    edited: str | None = None
    files: tuple[JSON, ...] = ()
    attachments: list[JSON] = field(default_factory=list)
    metadata: JSON | None = None

    @property
    def ephemeral(self) -> bool:
        return self.only_for is not None

    def to_slack(self, team_id: str, bot: Bot) -> JSON:
        """The message object of Web API answers, payloads and events."""
        shown: JSON = {"type": "message", "user": self.user, "ts": self.ts, "text": self.text, "team": team_id}
        if self.bot:
            shown |= {"bot_id": bot.bot_id, "app_id": bot.app_id}
        optional: dict[str, Any] = {
            "blocks": self.blocks,
            "attachments": self.attachments,
            "files": list(self.files),
            "thread_ts": self.thread_ts,
            "metadata": self.metadata,
        }
        shown |= {name: value for name, value in optional.items() if value}
        if self.edited:
            shown["edited"] = {"user": self.user, "ts": self.edited}
        return shown

    def to_page(self, name: str) -> JSON:
        return {
            "ts": self.ts,
            "user": self.user,
            "bot": self.bot,
            "name": name,
            "text": self.text,
            "blocks": self.blocks,
            "ephemeral": self.ephemeral,
            "edited": self.edited is not None,
            "thread_ts": self.thread_ts,
            "files": list(self.files),
        }
