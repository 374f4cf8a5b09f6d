"""Seats in Slack, the same for everything people sign up for: which press leads where."""

from chatbot.kit.i18n import _
from chatbot.signups.refusals import TooLittleTime
from handlers.slack.door import Door
from handlers.slack.signups import cover, drawings, home, listeners, others, section


def register(door: Door) -> None:
    door.action("signups.claim", listeners.claim_pressed)
    door.action("signups.claim_anyway", listeners.claim_anyway_pressed)
    door.action("signups.release", listeners.release_pressed)
    door.action("signups.accept", listeners.accept_pressed)
    door.action("signups.pass", listeners.pass_pressed)
    door.action("signups.confirm", listeners.confirm_pressed)
    door.refusal(TooLittleTime, listeners.time_too_short)
    door.action("signups.cover", cover.cover_pressed)
    door.action("signups.withdraw_cover", cover.withdraw_pressed)
    door.action("signups.take_cover", cover.take_pressed)
    door.action("signups.take_anyway", cover.take_anyway_pressed)
    door.action("signups.decline_cover", cover.decline_pressed)
    door.action("signups.people", others.people_pressed)
    door.action("signups.mark", others.mark_chosen)
    door.action("signups.let_go", others.let_go_pressed)
    door.action("signups.sign_up", others.sign_up_pressed)
    door.form("signups.sign_up_form", others.sign_up_submitted)
    door.drawing("signups.offer", drawings.offer_drawn, called=_("the offer of a seat"))
    door.drawing("signups.open_seat", drawings.open_seat_drawn, called=_("word that a seat is open"))
    door.drawing(
        "signups.still_coming", drawings.still_coming_drawn, called=_("the question whether someone still comes")
    )
    door.drawing("signups.today", drawings.today_drawn, called=_("the reminder of the day"))
    door.drawing("signups.undated", drawings.undated_drawn, called=_("word about a seat"))
    door.drawing("signups.signed_up", drawings.signed_up_drawn, called=_("word about a seat"))
    door.drawing("signups.let_go", drawings.let_go_drawn, called=_("word about a seat"))
    door.drawing("signups.cover_asked", cover.asked_drawn, called=_("the question whether someone can step in"))
    door.drawing("signups.cover_found", cover.found_drawn, called=_("word about a stand-in"))
    door.drawing("signups.cover_changed", cover.changed_drawn, called=_("word about a stand-in"))
    door.drawing("signups.cover_spent", cover.spent_drawn, called=_("word about a stand-in"))
    door.home_part("signups", home.to_answer)
    door.section("signups", section.SeatsView(), called=_("Seats"))
