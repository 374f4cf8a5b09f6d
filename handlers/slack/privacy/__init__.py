"""What is kept, for how long, and what is kept about oneself: `/alongside privacy`."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.privacy import keeping_listeners as keeping
from handlers.slack.privacy import listeners
from handlers.slack.privacy.keeping_views import hold_stands


def register(door: Door) -> None:
    door.action("privacy.copy", listeners.copy_pressed)
    door.action("privacy.copy_back", listeners.copy_turned)
    door.action("privacy.copy_more", listeners.copy_turned)
    door.action("privacy.erase", listeners.erase_pressed)
    door.form("privacy.erase_form", listeners.erase_submitted)
    door.action("privacy.outside", listeners.outside_pressed)
    door.action("privacy.outsider", listeners.outsider_chosen)
    door.action("privacy.limits", keeping.limits_pressed)
    door.form("privacy.limits_form", keeping.limits_submitted)
    door.action("privacy.hold", keeping.hold_pressed)
    door.form("privacy.hold_form", keeping.hold_submitted)
    door.action("privacy.lift", keeping.lift_pressed)
    door.drawing("holds.stands", hold_stands, called=_("the word about the legal hold"))
