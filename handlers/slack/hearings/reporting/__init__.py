"""Reporting back, and the hearing that follows, in Slack."""

from handlers.slack.door import Door
from handlers.slack.hearings.reporting import listeners


def register(door: Door) -> None:
    door.action("hearings.report", listeners.report_pressed)
    door.form("hearings.report_form", listeners.report_submitted)
    door.action("hearings.overdue", listeners.overdue_pressed)
    door.action("hearings.drafts", listeners.drafts_pressed)
    door.action("hearings.post", listeners.post_pressed)
    door.drawing("hearings.how_was_it", listeners.how_was_it_drawn)
    door.drawing("hearings.drafted", listeners.drafted_drawn)
    door.drawing("hearings.come_again", listeners.come_again_drawn)
    door.home_part("hearings.report", listeners.to_report)
