"""Slack takes every message and window about the directory, in every language, however much was written down."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from chatbot.kit.i18n import _
from chatbot.kit.tables import Problem
from chatbot.resources.forms import LINE, NAME, NOTES, TOWN
from chatbot.resources.model import Facts, Hit, How, Nearness, Opened, Page, Resource, Suggestion, Topic, Understood
from chatbot.resources.reading import Checking
from chatbot.resources.section import Waiting
from chatbot.resources.sheets.rows import Findings, Good
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.blocks import Block
from handlers.slack.press import Message
from handlers.slack.resources import help_text, modals, rechecking, sheets, suggesting, views
from handlers.slack.resources.section import ResourcesView
from handlers.slack.speech import Speech
from tests.slack.parts import ADMIN, EASTERN, NOW, TONGUES, VOLUNTEER, long

FULL = Resource(
    id=1,
    team_id="T1",
    code="W99999",
    facts=Facts(
        name=long(NAME),
        topics=tuple(Topic),
        town=long(TOWN),
        website=f"https://example.org/{'x' * 180}",
        notes=long(NOTES),
        **{name: long(LINE) for name in ("serves", "languages", "phone", "email", "address", "hours", "cost")},
    ),
    is_sample=True,
    checked_on=date(2026, 9, 30),
    checked_by=long(80),
    is_archived=False,
)
BARE = replace(
    FULL,
    facts=Facts(
        name="X", topics=(Topic.OTHER,), town="", serves="", languages="", phone="", email="", website="", address="",
        hours="", cost="", notes="",
    ),
    is_sample=False,
    checked_on=None,
)  # fmt: skip
SUGGESTION = Suggestion(
    id=1, team_id="T1", resource_id=1, code="W99999", name=long(NAME), by=long(80), person_id=1, made_at=NOW,
)  # fmt: skip


def page(*hits: Resource, known: int = 9, total: int | None = None) -> Page:
    near = [Nearness(score=1, how=how, name=long(TOWN), miles=12) for how in How]
    asked = Understood(topics=tuple(Topic), languages=("pt", "ht"), places=(long(TOWN),) * 3, words=(long(80),))
    found = tuple(
        Hit(resource=one, score=1, nearness=near[number % len(near)], unspoken=("pt", "mam"))
        for number, one in enumerate(hits)
    )
    total = len(hits) if total is None else total
    counts = dict.fromkeys(Topic, 3)
    return Page(
        hits=found, total=total, number=2, pages=3, understood=asked, elsewhere=True, counts=counts, known=known
    )


def messages(speech: Speech) -> Iterator[Message]:
    for resource in (FULL, BARE, replace(FULL, is_archived=True)):
        yield views.card(resource, speech)
        yield views.shown(resource, speech, channel="C1").message
    for by in (ADMIN, VOLUNTEER):
        for found in (page(*[FULL] * 5), page(*[BARE] * 5), page(), page(known=0)):
            yield views.listing(found, long(500), speech, by=by, channel="C1").message
        yield help_text.shown(speech, coordinates=by is ADMIN).message
    yield views.archived([FULL] * 90, speech).message
    for suggestion in (SUGGESTION, replace(SUGGESTION, resource_id=None, code="", name="")):
        yield suggesting.told(suggestion, speech)
        yield suggesting.thanks(suggestion.code, speech)
    yield suggesting.listed([SUGGESTION] * 40, speech).message
    blocks = ResourcesView().to_settle(Waiting(stale=3, suggestions=2), speech)
    yield Message(text="x", blocks=tuple(blocks))


def windows(speech: Speech) -> Iterator[Block]:
    for by in (ADMIN, VOLUNTEER):
        for resource in (FULL, BARE, replace(FULL, is_archived=True)):
            yield modals.details(resource, speech, by=by, said=_("Saved."))
    yield modals.search(speech)
    for entry in (None, FULL, BARE):
        yield modals.form(speech, resource=entry)
        yield suggesting.form(entry, speech)
        yield suggesting.opened(Opened(suggestion=SUGGESTION, words=long(NOTES), resource=entry), speech, EASTERN)
    for stale in ((), (FULL,) * 5, (BARE,) * 90):
        checking = Checking(stale=stale, days=180)
        yield rechecking.listing(checking, speech, page=2, said=_("Saved."))
    yield rechecking.days_form(180, speech)
    for page in (None, f"https://alongside.example/directory/{'x' * 400}"):
        yield sheets.way_in(speech, page=page)
    good = Good(row=2, facts=FULL.facts, checked_on=None)
    problems = tuple(Problem(row=row, column="name", sentence=_("Please fill this in.")) for row in range(90))
    for findings in (
        Findings(good=(good,) * 90, problems=problems, ignored=(long(200),) * 30),
        Findings(good=(), problems=(), ignored=()),
    ):
        yield sheets.looked_at(long(sheets.LONGEST), findings, speech)


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
def test_slack_takes_them_and_nothing_typed_is_alive(speech: Speech) -> None:
    """T13"""
    for message in messages(speech):
        assert problems_in_message({"text": message.text, "blocks": list(message.blocks)}) == []
        assert "<!channel>" not in marked_up(message.blocks)
    for view in windows(speech):
        assert problems_in_view(view) == []
        assert "<!channel>" not in marked_up(view["blocks"])


def marked_up(blocks: Iterable[Block]) -> str:
    """What Slack reads as its markup."""
    return str([one for one in blocks if one["type"] in ("section", "context")])
