"""A message that did not simply arrive, and what people say about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chatbot.kit.letters import MISTAKE
from chatbot.kit.outbox import TAKEN_DOWN, State


@dataclass(frozen=True, kw_only=True, slots=True)
class Parked:
    """`view` is the kind of message; it went into a `channel` or to the person `to`. `since` is when it was tried."""

    id: int
    team_id: str
    view: str
    state: State
    channel: str | None
    person_id: int | None
    to: str | None
    attempts: int
    since: datetime
    fault: str

    @property
    def kind_of_fault(self) -> str:
        """The chat platform's code, or that it was a mistake of ours, whatever its number."""
        return MISTAKE if self.fault.startswith(MISTAKE) else self.fault

    @property
    def was_taken_down(self) -> bool:
        """Nobody knew whether it was there when it was to go."""
        return self.state is State.DROPPED and self.fault == TAKEN_DOWN

    @property
    def may_turn_up(self) -> bool:
        """Nobody knows whether it is there."""
        return self.state is State.UNSURE or self.was_taken_down


class Answer(StrEnum):
    """What became of what a coordinator pressed."""

    THERE = "there"
    AGAIN = "again"
    ALREADY_THERE = "already there"
    """Somebody had said so before, or Slack showed it."""
    ALREADY_AGAIN = "already again"
    """Somebody had sent it again before."""
    FORGOTTEN = "forgotten"
    """It is so long ago that nothing is known of it any more."""
