"""Seats in Slack, the same for everything people sign up for: which press leads where."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.signups import listeners


def register(door: Door) -> None:
    door.action("signups.claim", listeners.claim_pressed)
    door.action("signups.release", listeners.release_pressed)
    door.drawing("signups.seat_free", listeners.seat_free_drawn, called=_("word that a seat came free"))
