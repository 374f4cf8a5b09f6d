"""Alerts in Slack: which press leads where."""

from chatbot.kit.i18n import _
from handlers.slack.actions import drawings, home, keeping, listeners, parts
from handlers.slack.actions.section import ActionsView
from handlers.slack.door import Door


def register(door: Door) -> None:
    door.command("/actions", listeners.actions_asked)
    door.action("actions.back", listeners.page_turned)
    door.action("actions.more", listeners.page_turned)
    door.action("actions.details", listeners.details_pressed)
    door.form("actions.script_form", listeners.script_asked)
    for name in parts.STEP_OF:
        door.action(name, listeners.did_pressed)
    door.form("actions.did_form", listeners.did_submitted)
    door.action("actions.undo", listeners.undo_pressed)
    door.action("actions.remind", listeners.remind_pressed)
    door.action("actions.let_be", listeners.let_be_pressed)
    _kept(door)
    door.section("actions", ActionsView(), called=_("Alerts"))
    door.home_part("actions", home.open_actions)
    door.drawing("actions.card", drawings.card_drawn, called=_("card of an alert"))
    door.drawing("actions.goal", drawings.goal_drawn, called=_("word that a goal is reached"))
    door.drawing("actions.thanks", drawings.thanks_drawn, called=_("thanks to a channel"))
    door.drawing("actions.thank", drawings.thank_drawn, called=_("thanks to someone who took part"))
    door.drawing("actions.remind", drawings.remind_drawn, called=_("reminder of an alert"))


def _kept(door: Door) -> None:
    """What coordinators press and send."""
    door.action("actions.add", keeping.add_pressed)
    door.form("actions.add_form", keeping.add_submitted)
    door.action("actions.edit", keeping.edit_pressed)
    door.form("actions.edit_form", keeping.edit_submitted)
    door.action("actions.target", keeping.target_pressed)
    door.action("actions.office", keeping.office_chosen)
    door.form("actions.target_form", keeping.target_submitted)
    door.action("actions.office_off", keeping.office_off_chosen)
    door.action("actions.script", keeping.script_chosen)
    door.form("actions.words_form", keeping.words_submitted)
    door.action("actions.launch", keeping.launch_pressed)
    door.action("actions.discard", keeping.discard_pressed)
    door.action("actions.close", keeping.close_pressed)
    door.action("actions.reopen", keeping.reopen_pressed)
    door.form("actions.reopen_form", keeping.reopen_submitted)
    door.action("actions.tally", keeping.tally_pressed)
    door.action("actions.sheet", keeping.sheet_pressed)
