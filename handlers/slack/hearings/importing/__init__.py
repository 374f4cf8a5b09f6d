"""Hearings from and to spreadsheets in Slack: which press leads where."""

from handlers.slack.door import Door
from handlers.slack.hearings.importing import listeners


def register(door: Door) -> None:
    door.action("hearings.import", listeners.import_pressed)
    door.action("hearings.import_page", listeners.page_opened)
    door.action("hearings.import_template", listeners.template_pressed)
    door.form("hearings.import_form", listeners.import_submitted)
    door.action("hearings.import_confirm", listeners.confirm_pressed)
    door.action("hearings.import_undo", listeners.undo_pressed)
