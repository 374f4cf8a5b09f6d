"""Dates that have to be confirmed, in Slack."""

from handlers.slack.door import Door
from handlers.slack.hearings.verifying import listeners


def register(door: Door) -> None:
    door.action("hearings.check", listeners.check_pressed)
    door.action("hearings.confirm", listeners.confirm_chosen)
    door.action("hearings.found", listeners.found_pressed)
    door.form("hearings.found_form", listeners.found_submitted)
