"""What the tests of the practice workspace are made of: its manifest, a card, a form, a machine that runs ahead."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from handlers.practice import Machine

MANIFEST = Path(__file__).parent / "manifest.json"
Listen = Callable[[AsyncApp], Awaitable[None]]

CARD: list[dict[str, Any]] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "*H204* Thursday 9:00"}},
    {
        "type": "actions",
        "elements": [
            {"type": "button", "text": {"type": "plain_text", "text": "Claim"}, "action_id": "claim", "value": "H204"}
        ],
    },
]


def form(**more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "add",
        "title": {"type": "plain_text", "text": "Add a hearing"},
        "submit": {"type": "plain_text", "text": "Save"},
        "private_metadata": "draft 7",
        "blocks": [
            {
                "type": "input",
                "block_id": "code",
                "label": {"type": "plain_text", "text": "Alias"},
                "element": {"type": "plain_text_input", "action_id": "alias"},
            },
            {
                "type": "input",
                "block_id": "kind",
                "optional": True,
                "label": {"type": "plain_text", "text": "Kind"},
                "element": {
                    "type": "static_select",
                    "action_id": "kind",
                    "options": [
                        {"text": {"type": "plain_text", "text": "Master"}, "value": "master"},
                        {"text": {"type": "plain_text", "text": "Bond"}, "value": "bond"},
                    ],
                },
            },
        ],
        **more,
    }


class Ahead(Machine):
    """The machine's time, some seconds ahead."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead
