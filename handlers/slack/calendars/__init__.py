"""Calendars in Slack: which press leads where."""

from handlers.slack.calendars import listeners
from handlers.slack.door import Door


def register(door: Door) -> None:
    door.action("calendars.open", listeners.calendar_pressed)
    door.action("calendars.make", listeners.make_pressed)
    door.action("calendars.stop", listeners.stop_pressed)
    door.action("calendars.page", listeners.page_opened)
    door.action("calendars.file", listeners.file_pressed)
    door.home_part("calendars", listeners.my_calendar)
