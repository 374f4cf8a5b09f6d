"""Bond drives in Slack: which press leads where."""

from chatbot.bonds.messages import purpose_name
from chatbot.bonds.model import Purpose
from chatbot.bonds.refusals import MoreThanMissing, MoreThanPledged, OddAmount, PledgedBefore
from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal
from handlers.slack.bonds import books, home, listeners, parts, pledging, sections, told, treasury
from handlers.slack.door import Door
from handlers.slack.press import Press, Reply


def register(door: Door) -> None:
    door.command("/bonds", listeners.bonds_asked)
    door.home_part("bonds", home.my_pledges)
    kinds = {purpose.value: purpose_name(purpose) for purpose in Purpose}
    door.section("bonds", sections.BondsView(), called=_("Bond drives"), kinds=kinds)
    _drives(door)
    _pledges(door)
    _money(door)
    _books(door)
    _said(door)


def _drives(door: Door) -> None:
    door.action("bonds.back", listeners.page_turned)
    door.action("bonds.more", listeners.page_turned)
    door.action("bonds.details", listeners.details_pressed)
    door.action("bonds.add", listeners.add_pressed)
    door.form("bonds.add_form", listeners.add_submitted)
    door.action("bonds.edit", listeners.edit_pressed)
    door.form("bonds.edit_form", listeners.edit_submitted)
    door.action("bonds.close", listeners.close_pressed)
    door.form("bonds.close_form", listeners.close_submitted)


def _pledges(door: Door) -> None:
    for name in parts.PRESETS:
        door.action(name, pledging.amount_pressed)
    door.action("bonds.other", pledging.other_pressed)
    door.form("bonds.amount_form", pledging.amount_submitted)
    door.form("bonds.pledge_form", pledging.pledge_submitted)
    door.action("bonds.change", pledging.change_pressed)
    door.action("bonds.withdraw", pledging.withdraw_pressed)
    door.refusal(OddAmount, pledging.odd)
    door.refusal(PledgedBefore, pledging.pledged_before)


def _money(door: Door) -> None:
    door.action("bonds.receive", treasury.receive_pressed)
    door.action("bonds.receive_one", treasury.receive_one_pressed)
    door.form("bonds.receive_form", treasury.receive_submitted)
    door.action("bonds.outside", treasury.outside_pressed)
    door.form("bonds.outside_form", treasury.outside_submitted)
    door.action("bonds.paid", treasury.paid_pressed)
    door.form("bonds.paid_form", treasury.paid_submitted)
    door.action("bonds.released", treasury.released_pressed)
    door.form("bonds.released_form", treasury.released_submitted)
    door.action("bonds.cancelled", treasury.cancelled_pressed)
    door.form("bonds.cancelled_form", treasury.cancelled_submitted)
    door.action("bonds.requested", treasury.requested_pressed)
    door.form("bonds.requested_form", treasury.requested_submitted)
    door.action("bonds.refund", treasury.refund_pressed)
    door.form("bonds.refund_form", treasury.refund_submitted)
    door.action("bonds.breach", treasury.breach_pressed)
    door.form("bonds.breach_form", treasury.breach_submitted)
    door.action("bonds.address", treasury.address_pressed)
    door.action("bonds.roll", treasury.roll_pressed)
    door.form("bonds.roll_form", treasury.roll_submitted)
    door.action("bonds.give_back", treasury.give_back_pressed)
    door.form("bonds.give_back_form", treasury.give_back_submitted)
    door.action("bonds.expect_no_more", treasury.expect_no_more_pressed)
    door.action("bonds.donor", treasury.donor_pressed)
    door.refusal(MoreThanPledged, treasury.more_than_pledged)
    door.refusal(MoreThanMissing, _more_than_missing)


def _books(door: Door) -> None:
    door.action("bonds.books", books.books_pressed)
    door.action("bonds.totals", books.totals_pressed)
    door.action("bonds.pledges", books.pledges_pressed)
    door.action("bonds.pledges_back", books.pledges_pressed)
    door.action("bonds.pledges_more", books.pledges_pressed)
    door.action("bonds.statement", books.statement_pressed)
    door.action("bonds.month_before", books.statement_pressed)
    door.action("bonds.month_after", books.statement_pressed)
    door.action("bonds.statement_sheet", books.statement_sheet_asked)
    door.action("bonds.close_month", books.month_closed)
    door.action("bonds.reverse", books.reverse_pressed)
    door.form("bonds.reverse_form", books.reverse_submitted)
    door.action("bonds.reconcile", books.reconcile_pressed)
    door.form("bonds.reconcile_form", books.reconcile_submitted)
    door.action("bonds.take", books.take_pressed)
    door.action("bonds.export", books.export_pressed)
    door.form("bonds.export_form", books.export_submitted)
    door.action("bonds.policy", books.policy_pressed)
    door.action("bonds.limit", books.limit_pressed)
    door.form("bonds.limit_form", books.limit_submitted)
    door.action("bonds.rate", books.rate_pressed)
    door.form("bonds.rate_form", books.rate_submitted)


def _said(door: Door) -> None:
    door.drawing("bonds.card", told.card_drawn, called=_("card of a bond drive"))
    door.drawing("bonds.goal", told.goal_drawn, called=_("word about a bond drive"))
    door.drawing("bonds.received", told.received_drawn, called=_("word about a bond drive"))
    door.drawing("bonds.returned", told.returned_drawn, called=_("word about a bond drive"))
    door.drawing("bonds.reminder", told.reminder_drawn, called=_("word about a bond drive"))
    door.drawing("bonds.closed", told.closed_drawn, called=_("word about a bond drive"))
    door.drawing("bonds.file_refund", told.file_refund_drawn, called=_("word about a bond drive"))
    door.drawing("bonds.ask_refund", told.ask_refund_drawn, called=_("word about a bond drive"))
    door.drawing("bonds.review_address", told.review_address_drawn, called=_("word about a bond drive"))


async def _more_than_missing(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """Asked of whoever pledges, and of the treasurer who writes down what came from outside."""
    ask = treasury.more_than_missing if press.action == "bonds.outside_form" else pledging.too_much
    return await ask(press, refusal, chatbot)
