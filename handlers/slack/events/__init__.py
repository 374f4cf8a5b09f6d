"""Events in Slack, the gatherings and not Slack's own word: which press leads where."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.events import drawings, home, listeners
from handlers.slack.events.section import EventsView


def register(door: Door) -> None:
    door.command("/events", listeners.events_asked)
    door.action("events.back", listeners.page_turned)
    door.action("events.more", listeners.page_turned)
    door.action("events.details", listeners.details_pressed)
    door.action("events.show", listeners.show_pressed)
    door.action("events.add", listeners.add_pressed)
    door.form("events.add_form", listeners.add_submitted)
    door.action("events.edit", listeners.edit_pressed)
    door.form("events.edit_form", listeners.edit_submitted)
    door.action("events.cancel", listeners.cancel_pressed)
    door.form("events.cancel_form", listeners.cancel_submitted)
    door.section("events", EventsView(), called=_("Events"))
    door.home_part("events", home.events_shown)
    door.drawing("events.card", drawings.card_drawn, called=_("card of an event"))
    door.drawing("events.moved", drawings.moved_drawn, called=_("word that an event moved"))
    door.drawing("events.cancelled", drawings.cancelled_drawn, called=_("word that an event was cancelled"))
    door.drawing("events.who_came", drawings.who_came_drawn, called=_("question who came to an event"))
