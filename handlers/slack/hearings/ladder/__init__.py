"""What stays uncovered, and who watches it, in Slack."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.hearings.ladder import listeners


def register(door: Door) -> None:
    door.action("hearings.watch", listeners.watch_pressed)
    door.action("hearings.unwatch", listeners.unwatch_pressed)
    door.drawing("hearings.uncovered", listeners.uncovered_drawn, called=_("word that a hearing lacks people"))
    door.drawing("hearings.watched", listeners.watched_drawn, called=_("word that a hearing lacks people"))
