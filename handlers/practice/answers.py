"""What comes back to someone who typed, pressed or submitted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.practice.exchange import Exchange
from handlers.practice.network import JSON
from handlers.practice.posts import Message


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`error` is what went wrong, `errors` the sentences under a modal's inputs.

    What the bot says later through the response URL appears here too: `ephemeral` and `said` show the present state.
    """

    ok: bool = True
    error: str | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    exchange: Exchange = field(default_factory=Exchange)
    more: JSON = field(default_factory=dict)

    @property
    def ephemeral(self) -> Message | None:
        """The newest message only this person sees."""
        return next((message for message in reversed(self.exchange.messages) if message.ephemeral), None)

    @property
    def said(self) -> Message | None:
        """The newest message everyone sees."""
        return next((message for message in reversed(self.exchange.messages) if not message.ephemeral), None)
