"""Hearings that move or are called off, in Slack."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.hearings.moving import listeners


def register(door: Door) -> None:
    door.drawing("hearings.cancelled", listeners.cancelled_drawn, called=_("word that a hearing was called off"))
    door.drawing("hearings.moved", listeners.moved_drawn, called=_("word that a hearing moved"))
    door.action("hearings.keep", listeners.keep_pressed)
    door.action("hearings.unanswered", listeners.unanswered_pressed)
