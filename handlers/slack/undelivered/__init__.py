"""Messages that did not simply arrive, in Slack: the question to a coordinator, and the word to the admins."""

from handlers.slack.door import Door
from handlers.slack.undelivered import listeners
from handlers.slack.undelivered.drawings import Drawings


def register(door: Door) -> None:
    drawings = Drawings(door.registered.names)
    door.action("undelivered.there", listeners.there_pressed)
    door.action("undelivered.again", listeners.again_pressed)
    door.drawing("undelivered.question", drawings.question)
    door.drawing("undelivered.set_aside", drawings.set_aside)
    door.home_part("undelivered", drawings.home_part)
