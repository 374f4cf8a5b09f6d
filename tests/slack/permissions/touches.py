"""What people touch in Slack, and what becomes of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from chatbot.kit.refusal import Refusal
from handlers.slack.press import Errors, Reply, Surface

Key = tuple[Surface, str]
"""A listener: where it listens, and its name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Touch:
    """Something in Slack that can be touched: a command, a button where it stands, a form as it was filled in."""

    surface: Surface
    name: str
    action: Mapping[str, Any] = field(default_factory=dict)
    view: Mapping[str, Any] | None = None
    text: str = ""
    channel: str = "C0GENERAL"

    @property
    def carries(self) -> str:
        """What the button or the window carries along."""
        option = self.action.get("selected_option") or {}
        own = self.action.get("value") or option.get("value") or self.action.get("selected_user") or self.text
        return str(own or (self.view or {}).get("private_metadata") or "")

    def body(self, account: str, trigger: str) -> dict[str, Any]:
        """As Slack would send it."""
        if self.surface is Surface.COMMAND:
            where = {"channel_id": self.channel, "user_id": account}
            return {"command": self.name, "text": self.text, "trigger_id": trigger, **where}
        body: dict[str, Any] = {"user": {"id": account}, "trigger_id": trigger}
        if self.view is not None:
            body["view"] = {"id": "V1", "type": "modal", **self.view}
        if self.surface is Surface.FORM:
            return {"type": "view_submission", **body}
        if self.surface is Surface.SHORTCUT:
            message = {"message": {"text": self.text}} if self.text else {}
            return {"type": "shortcut", "callback_id": self.name, **message, **body}
        here = (
            {} if self.view is not None else {"channel": {"id": self.channel}, "response_url": "https://127.0.0.1:9/"}
        )
        return {"type": "block_actions", "actions": [dict(self.action)], **here, **body}


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of it. `rows` is how many the database would have written."""

    reply: Reply = None
    refusal: Refusal | None = None
    shown: Reply = None
    """What is shown for a refusal that needs more than its sentence."""
    rows: int = 0

    @property
    def is_in(self) -> bool:
        """Whether they got what they pressed for."""
        return self.rows > 0 or (self.refusal is None and not isinstance(self.reply, Errors))

    @property
    def has_crossed(self) -> bool:
        """Whether somebody did, or was shown, what only those may who are named: any answer but a refusal is one."""
        return self.is_in and (self.rows > 0 or self.reply is not None)

    @property
    def read(self) -> str:
        """Everything the person can read of the answer."""
        sentence = self.refusal and repr(self.refusal.sentence)
        return json.dumps(asdict(self.reply) if self.reply else sentence, ensure_ascii=False, default=str)
