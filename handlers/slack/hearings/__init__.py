"""Hearings in Slack: which press leads where."""

from chatbot.hearings.messages import kind_name
from chatbot.hearings.model import Kind
from chatbot.kit.i18n import _
from chatbot.signups.refusals import TooManySeated
from handlers.slack.door import Door
from handlers.slack.hearings import board, detention, home, importing, ladder, listeners, moving, reporting, verifying
from handlers.slack.hearings.section import HearingsView


def register(door: Door) -> None:
    door.command("/hearings", listeners.hearings_asked)
    door.action("hearings.back", listeners.page_turned)
    door.action("hearings.more", listeners.page_turned)
    door.action("hearings.claim", listeners.claim_pressed)
    door.action("hearings.claim_as", listeners.claim_as_chosen)
    door.action("hearings.release", listeners.release_pressed)
    door.action("hearings.details", listeners.details_pressed)
    door.action("hearings.add", listeners.add_pressed)
    door.shortcut("hearings.add", listeners.add_pressed)
    door.form("hearings.add_form", listeners.add_submitted)
    door.action("hearings.edit", listeners.edit_pressed)
    door.form("hearings.edit_form", listeners.edit_submitted)
    door.refusal(TooManySeated, listeners.too_many_seated)
    door.action("hearings.cancel", listeners.cancel_pressed)
    door.form("hearings.cancel_form", listeners.cancel_submitted)
    door.drawing("hearings.card", listeners.card_drawn, called=_("the card of a hearing"))
    door.drawing("hearings.first", listeners.card_drawn, called=_("the card of a hearing"))
    door.home_part("hearings", home.my_hearings)
    door.home_part("hearings.board", board.waiting)
    importing.register(door)
    moving.register(door)
    verifying.register(door)
    reporting.register(door)
    detention.register(door)
    ladder.register(door)
    kinds = {kind.value: kind_name(kind) for kind in Kind}
    door.section("hearings", HearingsView(), called=_("Hearings"), kinds=kinds)
