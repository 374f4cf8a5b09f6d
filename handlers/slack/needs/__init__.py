"""Needs in Slack: which press leads where."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.needs import drawings, home, listeners, rides
from handlers.slack.needs.section import NeedsView


def register(door: Door) -> None:
    door.command("/needs", rides.needs_asked)
    door.action("needs.back", listeners.page_turned)
    door.action("needs.more", listeners.page_turned)
    door.action("needs.details", listeners.details_pressed)
    door.action("needs.add", listeners.add_pressed)
    door.action("needs.kind", listeners.kind_chosen)
    door.form("needs.add_form", listeners.add_submitted)
    door.action("needs.edit", listeners.edit_pressed)
    door.form("needs.edit_form", listeners.edit_submitted)
    door.action("needs.cancel", listeners.cancel_pressed)
    door.form("needs.cancel_form", listeners.cancel_submitted)
    door.action("needs.publish", listeners.publish_pressed)
    door.action("needs.finish", listeners.finish_pressed)
    door.action("needs.steps", listeners.steps_ticked)
    door.action("needs.drive", rides.drive_pressed)
    door.form("needs.drive_form", rides.drive_submitted)
    door.action("needs.rider", rides.rider_pressed)
    door.form("needs.rider_form", rides.rider_submitted)
    door.action("needs.rider_off", rides.rider_off_chosen)
    door.action("needs.trip", rides.trip_pressed)
    door.form("needs.trip_form", rides.trip_submitted)
    door.action("needs.promise", rides.promise_pressed)
    door.form("needs.promise_form", rides.promise_submitted)
    door.action("needs.receive", rides.receive_pressed)
    door.form("needs.receive_form", rides.receive_submitted)
    door.shortcut("needs.ask_for_help", listeners.add_pressed)
    door.shortcut("needs.make", listeners.message_chosen)
    door.section("needs", NeedsView(), called=_("Needs"))
    door.home_part("needs", home.my_needs)
    door.drawing("needs.card", drawings.card_drawn, called=_("card of a need"))
    door.drawing("needs.first", drawings.card_drawn, called=_("card of a need"))
    door.drawing("needs.moved", drawings.moved_drawn, called=_("word that a need changed"))
    door.drawing("needs.cancelled", drawings.cancelled_drawn, called=_("word that a need was closed"))
    door.drawing("needs.remind", drawings.remind_drawn, called=_("reminder of a promise"))
    door.drawing("needs.miles", drawings.miles_drawn, called=_("question about miles"))
    door.drawing("needs.asked", drawings.asked_drawn, called=_("word that a volunteer asks for help"))
    door.drawing("needs.published", drawings.published_drawn, called=_("word that a need is before everyone"))
