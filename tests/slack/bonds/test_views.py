"""Slack takes every card, list and window of drives, however few or many there are and whatever was typed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from chatbot.bonds.model import Page, PledgeState, Purpose, State
from chatbot.bonds.statements import (
    BankRow,
    FundTotals,
    Policy,
    Proposal,
    Quote,
    Reconciliation,
    Statement,
    Totals,
)
from chatbot.kit.chain import Head
from chatbot.kit.money import ZERO, Money
from chatbot.ledger.model import Account, Entry, Line, What
from chatbot.people.model import Grant, Role
from handlers.practice.reading import text_of
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.blocks import Block
from handlers.slack.bonds import boards, books_views, forms, modals, parts, pledge_modals, treasury_modals, views
from handlers.slack.bonds.asked import Asked
from handlers.slack.press import Message
from handlers.slack.speech import Speech
from tests.slack.bonds.values import MUCH, at, drive, pledge
from tests.slack.parts import COORDINATOR, NASTY, TONGUES, VOLUNTEER, long, person

TREASURER = person(Grant(role=Role.TREASURER), Grant(role=Role.COORDINATOR))
HEAD = Head(number=123_456, hash="f" * 64)
CODES = {"bond:1": "B99999", "general": "general"}
PLEDGES = [pledge(number, person_id=None if number % 2 else 1) for number in range(120)]
each_language = pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)


def entry(number: int, *, reversed_by: int | None = None) -> Entry:
    line = Line(account=Account.BANK, fund="bond:1", cents=MUCH.cents)
    return Entry(
        team_id="T1",
        number=number,
        what=What.FEES_PAID,
        day=date(2026, 9, 30),
        at=datetime(2026, 9, 30, tzinfo=UTC),
        by_id=1,
        key="k",
        asked="",
        reason=long(200),
        reverses=None,
        previous="",
        hash="",
        lines=(line, replace(line, cents=-line.cents)),
        reversed_by=reversed_by,
    )


def messages(speech: Speech) -> list[Message]:
    pages = [Page(drives=(), total=0, number=1, pages=1)]
    pages.append(Page(drives=tuple(drive(number) for number in range(6)), total=90, number=3, pages=15))
    found = [views.card(drive(state=state, purpose=purpose), speech) for state in State for purpose in Purpose]
    found += [views.card(replace(drive(), story="", link="", due=None, share=MUCH), speech)]
    found += [views.listing(page, "all", speech, may_add=may).message for page in pages for may in (True, False)]
    return [*found, views.mine([], speech).message, views.mine(PLEDGES, speech).message]


def windows(speech: Speech) -> list[Block]:
    asked = Asked(code="B99999", cents=MUCH.cents)
    quote = Quote(drive=drive(), principal=MUCH, interest=MUCH, paid_on=date(2026, 9, 30), until=date(2026, 9, 30))
    return [
        *(
            modals.details(drive(state=state, purpose=purpose), mine, speech, by=by)
            for state in State
            for purpose in Purpose
            for mine in (None, pledge(), replace(pledge(), received=ZERO, state=PledgeState.PLEDGED))
            for by in (VOLUNTEER, COORDINATOR, TREASURER)
        ),
        modals.drive_form(speech, {}),
        modals.drive_form(speech, modals.as_typed(drive()), drive=drive()),
        modals.close_form(drive(), speech),
        pledge_modals.amount_form(drive(), speech, asked),
        pledge_modals.amount_form(drive(), speech, asked.model_copy(update={"changes": True, "anonymous": True})),
        *(pledge_modals.confirm(drive(), speech, asked, over=over, odd=True) for over in (ZERO, Money(5), MUCH)),
        treasury_modals.receive(speech, PLEDGES, {"pledges": ("1", "2"), "amount": "5"}, code="", over=Money(5)),
        *(treasury_modals.outside(speech, {"donor": long(120)}, drive=one, over=MUCH) for one in (None, drive())),
        *(treasury_modals.paid(drive(purpose=purpose), speech) for purpose in Purpose),
        treasury_modals.refund(quote, speech),
        treasury_modals.give_back(pledge(), speech),
        *(treasury_modals.roll_over(one, MUCH, [drive(7)] * 99, speech) for one in (None, drive())),
        treasury_modals.breach(drive(state=State.PAID), speech),
        treasury_modals.donor(long(120), speech),
        *books(speech),
    ]


def books(speech: Speech) -> list[Block]:
    amounts = dict.fromkeys(
        ("received", "returned", "interest", "transferred", "fees", "lost", "deposited", "at_hand"), MUCH
    )
    funds = tuple(FundTotals(fund=f"bond:{n}", code=f"B{n}", alias=long(40), **amounts) for n in range(99))
    totals = Totals(funds=funds, obligors={f"O{n}": MUCH for n in range(50)}, at_hand=MUCH, deposited=MUCH, head=HEAD)
    entries = tuple(entry(number) for number in range(1, 99))
    month = Statement(
        first=date(2026, 9, 1), last=date(2026, 9, 30), before=MUCH, came_in=MUCH, went_out=MUCH, after=MUCH,
        deposited=MUCH, entries=entries, codes=CODES, head=HEAD,
    )  # fmt: skip
    rows = tuple(BankRow(number=n, day=date(2026, 9, 30), amount=MUCH, key="k" * 80) for n in range(99))
    compared = Reconciliation(
        matched=(), only_in_bank=rows, only_in_books=entries,
        proposals=tuple(Proposal(row=row, pledge=pledge()) for row in rows[:50]),
        first=date(2026, 9, 1), last=date(2026, 9, 30),
    )  # fmt: skip
    policy = Policy(odd_above=MUCH, rates=dict.fromkeys(range(1990, 2100), 300))
    return [
        boards.glance(totals, PLEDGES, speech),
        boards.totals_view(totals, speech),
        *(boards.pledges_view(drive(), PLEDGES, speech, page=page, collects=True) for page in (0, 2, 99)),
        boards.pledges_view(drive(), [], speech, page=1, collects=False),
        books_views.statement(month, speech, is_over=True),
        books_views.statement(replace(month, entries=()), speech, is_over=False),
        books_views.reverse_form(entries[:50], CODES, speech),
        books_views.reverse_form([], CODES, speech),
        books_views.reconcile_form(speech),
        books_views.reconciled(compared, "x" * 3000, CODES, speech),
        books_views.export_form(speech),
        books_views.policy(policy, speech),
        books_views.limit_form(policy, speech),
        books_views.rate_form(speech, 2026),
    ]


@each_language
def test_slack_takes_every_message(speech: Speech) -> None:
    for message in messages(speech):
        assert problems_in_message({"text": message.text, "blocks": list(message.blocks)}) == []


@each_language
def test_slack_takes_every_window(speech: Speech) -> None:
    for window in windows(speech):
        assert problems_in_view(window) == []


def test_what_people_typed_is_harmless() -> None:
    assert "<!channel>" in NASTY
    for message in messages(TONGUES[0]):
        assert "<!channel>" not in text_of({"blocks": list(message.blocks)})


@pytest.mark.parametrize(
    ("received", "promised", "missing", "bar"),
    [
        (0, 0, 1000, "————————————————————"),
        (500, 250, 250, "▰▰▰▰▰▰▰▰▰▰▱▱▱▱▱—————"),
        (1, 1, 998, "▰▱——————————————————"),
        (999, 0, 1, "▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰—"),
        (990, 5, 5, "▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▱—"),
        (1000, 0, 0, "▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰"),
        (1700, 0, 0, "▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰"),
        (0, 1000, 0, "▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱"),
    ],
)
def test_the_bar_shows_whatever_there_is_and_is_full_only_when_nothing_is_missing(
    received: int, promised: int, missing: int, bar: str
) -> None:
    assert parts.bar(at(received, promised, missing)) == bar


def test_a_form_of_the_books_has_a_key_of_its_own_each_time() -> None:
    first, second = forms.once("B101"), forms.once("B101")
    assert forms.about(first) == forms.about(second) == "B101"
    assert forms.key_of(first) != forms.key_of(second)
