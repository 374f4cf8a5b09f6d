"""What was achieved, in Slack: which press leads where."""

from chatbot.impact.jobs import MONTHLY
from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.impact import listeners


def register(door: Door) -> None:
    door.command("/impact", listeners.impact_asked)
    door.action("impact.period", listeners.period_chosen)
    door.action("impact.cluster", listeners.cluster_chosen)
    door.action("impact.picture", listeners.picture_pressed)
    door.action("impact.csv", listeners.csv_pressed)
    door.action("impact.follow", listeners.follow_pressed)
    door.action("impact.unfollow", listeners.unfollow_pressed)
    door.drawing(MONTHLY, listeners.month_drawn, called=_("figures of a month"))
