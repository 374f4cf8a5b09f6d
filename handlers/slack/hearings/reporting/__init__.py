"""Reporting back, and the hearing that follows, in Slack."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.hearings.reporting import listeners


def register(door: Door) -> None:
    door.action("hearings.report", listeners.report_pressed)
    door.form("hearings.report_form", listeners.report_submitted)
    door.action("hearings.overdue", listeners.overdue_pressed)
    door.action("hearings.drafts", listeners.drafts_pressed)
    door.action("hearings.post", listeners.post_pressed)
    door.drawing("hearings.how_was_it", listeners.how_was_it_drawn, called=_("question how it went"))
    door.drawing("hearings.drafted", listeners.drafted_drawn, called=_("word about a hearing"))
    door.drawing("hearings.come_again", listeners.come_again_drawn, called=_("word about a hearing"))
    door.home_part("hearings.report", listeners.to_report)
