"""The directory of courts and offices in Slack, in modals under /alongside settings."""

from handlers.slack.door import Door
from handlers.slack.places import listeners


def register(door: Door) -> None:
    door.action("settings.places", listeners.places_pressed)
    door.action("places.back", listeners.page_turned)
    door.action("places.more", listeners.page_turned)
    door.action("places.add", listeners.add_pressed)
    door.form("places.add_form", listeners.add_submitted)
    door.action("places.edit", listeners.edit_pressed)
    door.form("places.edit_form", listeners.edit_submitted)
    door.action("places.retire", listeners.retire_pressed)
    door.form("places.retire_form", listeners.retire_submitted)
