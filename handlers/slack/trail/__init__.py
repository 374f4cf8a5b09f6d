"""`/alongside audit` in Slack: admins read who did what, and hear when somebody opens unusually much."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.trail import listeners
from handlers.slack.trail.drawings import many_opened, restored


def register(door: Door) -> None:
    door.action("audit.turn", listeners.turned)
    door.action("audit.person", listeners.person_chosen)
    door.action("audit.limit", listeners.limit_pressed)
    door.form("audit.limit_form", listeners.limit_submitted)
    door.drawing("openings.many", many_opened, called=_("word that many details were opened"))
    door.drawing("network.restored", restored, called=_("word that a backup was brought back"))
