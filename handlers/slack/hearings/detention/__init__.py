"""Someone was detained: the alarm and its list of tasks, in Slack."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.hearings.detention import listeners


def register(door: Door) -> None:
    door.action("hearings.detained", listeners.detained_pressed)
    door.action("alarms.open", listeners.open_pressed)
    door.action("alarms.take", listeners.take_pressed)
    door.action("alarms.done", listeners.done_pressed)
    door.action("alarms.hand_back", listeners.hand_back_pressed)
    door.action("alarms.undo", listeners.undo_pressed)
    door.form("alarms.undo_form", listeners.undo_submitted)
    door.drawing("alarms.raised", listeners.raised_drawn, called=_("word about an alarm"))
    door.drawing("alarms.undone", listeners.undone_drawn, called=_("word about an alarm"))
    door.drawing("alarms.unheard", listeners.unheard_drawn, called=_("word about an alarm"))
