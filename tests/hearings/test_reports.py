"""Who is asked how it went, what they say, and the next hearing that follows from it."""

from typing import Any

import pytest
from sqlalchemy import select

from chatbot.hearings.model import Ending, Filter, Hearing, State
from chatbot.hearings.refusals import InThePast, NoSuchHearing
from chatbot.hearings.reporting.model import Reported
from chatbot.hearings.reporting.refusals import NotYet, PostedBefore
from chatbot.hearings.reporting.store import hearing_reports
from chatbot.hearings.store import hearings
from chatbot.kit.refusal import Invalid
from chatbot.people.model import Person
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import SeatRole
from chatbot.signups.refusals import Cancelled
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork


class Story:
    """A hearing on Wednesday at nine with a lead, Ana beside her, and Ben in line; over at eleven, in a few minutes."""

    def __init__(self, network: SmallNetwork, hand: Hand) -> None:
        self.network, self.hand = network, hand

    async def asked(self, *, hours: float = 0) -> list[str]:
        before = len(await self.network.said())
        self.hand.move(hours=hours)
        for _ in range(2):
            await self.network.chatbot.reporting.ask()
        return (await self.network.said())[before:]

    async def reports(self, by: Person, **typed: Any) -> Reported:
        return await self.network.chatbot.reporting.report("H101", {"ending": "happened", **typed}, by=by)

    async def drafts(self) -> list[Hearing]:
        return await self.network.chatbot.reporting.drafts(by=self.network.coordinator)


@pytest.fixture
async def story(network: SmallNetwork, hand: Hand) -> Story:
    await network.add_hearing(companions="1", roles=("lead",), contact="Canary", note="Bring water")
    await network.chatbot.signups.claim("H101", SeatRole.LEAD, by=network.lead)
    for person in (network.ana, network.ben):
        await network.chatbot.signups.claim("H101", by=person)
    await network.delivered()
    hand.move(hours=48.9)
    return Story(network, hand)


async def test_the_lead_is_asked_first_and_the_others_when_nothing_was_said(story: Story) -> None:
    assert await story.asked() == []
    assert await story.asked(hours=0.1) == ["tell hearings.how_was_it to Mei"]
    assert await story.asked(hours=1) == []
    assert await story.asked(hours=2) == ["tell hearings.how_was_it to Ana"]
    assert await story.asked(hours=20) == []


async def test_once_somebody_has_reported_nobody_is_asked_any_more(story: Story) -> None:
    await story.asked(hours=0.1)
    await story.reports(story.network.lead)
    assert await story.asked(hours=4) == []
    found = await story.network.chatbot.reporting.still_to_report([1], team_id=story.network.admin.team_id)
    assert found == []


@ON_SQLITE
async def test_who_wants_no_such_question_is_not_asked(story: Story) -> None:
    wanted = {"wanted": ("offers",)}
    await story.network.chatbot.people.prefer(wanted, by=story.network.lead)
    assert await story.asked(hours=0.1) == []
    assert await story.asked(hours=4) == ["tell hearings.how_was_it to Ana"]


@ON_SQLITE
async def test_people_who_are_not_in_the_workspace_are_never_written_to(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing()
    by = network.coordinator
    await network.chatbot.signups.sign_up("H101", SeatRole.COMPANION, name="Opal", by=by)
    await network.delivered()
    story = Story(network, hand)
    assert await story.asked(hours=50) == []
    await story.reports(by, ending="continued", day=network.day(30))
    await network.chatbot.reporting.post("H102", by=by)
    assert not [said for said in await network.said() if "come_again" in said]


@ON_SQLITE
async def test_nobody_is_asked_in_the_night_about_yesterday(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(start="")
    await network.chatbot.signups.claim("H101", by=network.ana)
    story = Story(network, hand)
    await network.delivered()
    assert await story.asked(hours=2 * 24 + 14.5) == []
    assert await story.asked(hours=8) == ["tell hearings.how_was_it to Ana"]


@ON_SQLITE
async def test_two_hearings_that_end_together_are_one_question(network: SmallNetwork, hand: Hand) -> None:
    for start in ("09:00", "12:00"):
        hearing = await network.add_hearing(start=start)
        await network.chatbot.signups.claim(hearing.code, by=network.ana)
    assert (await Story(network, hand).asked(hours=55)).count("tell hearings.how_was_it to Ana") == 1


@ON_SQLITE
async def test_volunteers_who_were_not_there_and_those_in_line_report_nothing(story: Story) -> None:
    for person in (story.network.ben, story.network.cleo, story.network.of_merrimack):
        with pytest.raises(NotAllowed):
            await story.reports(person)
    assert (await story.reports(story.network.coordinator)).report.ending is Ending.HAPPENED


@ON_SQLITE
async def test_nothing_is_reported_before_it_began_or_when_it_was_cancelled(network: SmallNetwork) -> None:
    await network.add_hearing()
    story = Story(network, Hand())
    with pytest.raises(NotYet):
        await story.reports(network.coordinator)
    await network.chatbot.hearings.cancel("H101", reason="Continued.", by=network.coordinator)
    with pytest.raises(Cancelled):
        await story.reports(network.coordinator)


async def test_a_next_date_drafts_the_next_hearing_with_its_private_part_sealed_anew(story: Story) -> None:
    day = story.network.day(30)
    reported = await story.reports(story.network.lead, ending="continued", day=day, start="13:00", note="Same judge")
    assert reported.next is not None
    draft = reported.next
    assert (draft.code, draft.alias, draft.state, draft.verified) == ("H102", "M.R.", State.DRAFT, None)
    assert dict(draft.roster.seats) == dict(reported.hearing.roster.seats)
    assert draft.roster.signups == ()
    assert "tell hearings.drafted to Daniel" in await story.network.said()
    opened = await story.network.chatbot.hearings.open_details("H102", by=story.network.coordinator)
    assert opened.private is not None
    assert opened.private.contact == "Canary"
    rows = await story.network.rows(select(hearings.c.contact).order_by(hearings.c.id))
    assert rows[0].contact != rows[1].contact
    assert b"Same judge" not in (await story.network.rows(select(hearing_reports.c.note)))[0].note


async def test_a_draft_is_nobodys_business_until_it_is_posted(story: Story) -> None:
    await story.reports(story.network.lead, ending="continued", day=story.network.day(30))
    page = await story.network.chatbot.hearings.listed(Filter(days=60), by=story.network.coordinator)
    assert [one.code for one in page.hearings] == ["H101"]
    with pytest.raises(NoSuchHearing):
        await story.network.chatbot.hearings.open_details("H102", by=story.network.ana)
    with pytest.raises(NoSuchHearing):
        await story.network.chatbot.signups.claim("H102", by=story.network.ana)
    with pytest.raises(NotAllowed):
        await story.network.chatbot.reporting.post("H102", by=story.network.lead)


async def test_those_who_came_are_asked_first_and_then_its_card_is_hung(story: Story) -> None:
    await story.reports(story.network.lead, ending="continued", day=story.network.day(30))
    before = len(await story.network.said())
    posted = await story.network.chatbot.reporting.post("H102", by=story.network.coordinator)
    assert posted.state is State.OPEN
    assert sorted((await story.network.said())[before:]) == [
        "tell hearings.come_again to Ana",
        "tell hearings.come_again to Mei",
    ]
    story.hand.move(hours=11)
    await story.network.chatbot.hearings.hang_missing_cards()
    assert "post hearings.card" not in (await story.network.said())[before:]
    story.hand.move(hours=1)
    await story.network.chatbot.hearings.hang_missing_cards()
    assert (await story.network.said())[-1] == "post hearings.card"
    with pytest.raises(PostedBefore):
        await story.network.chatbot.reporting.post("H102", by=story.network.coordinator)


@ON_SQLITE
async def test_a_hearing_that_is_near_is_everyones_at_once(story: Story) -> None:
    await story.reports(story.network.lead, ending="continued", day=story.network.day(2))
    await story.network.chatbot.reporting.post("H102", by=story.network.coordinator)
    assert "post hearings.card" in (await story.network.said())[-3:]


async def test_a_report_can_be_corrected_and_its_draft_follows(story: Story) -> None:
    await story.reports(story.network.lead, ending="continued", day=story.network.day(30))
    again = await story.reports(story.network.ana, ending="continued", day=story.network.day(31))
    assert [one.code for one in await story.drafts()] == ["H102"]
    assert again.next is not None
    assert again.next.when.day is not None
    assert again.next.when.day.isoformat() == story.network.day(31)
    await story.reports(story.network.lead, ending="decided")
    assert await story.drafts() == []
    assert await story.network.size(hearing_reports) == 3
    opened = await story.network.chatbot.hearings.open_details("H101", by=story.network.ana)
    assert opened.report is not None
    assert opened.report.ending is Ending.DECIDED


@ON_SQLITE
async def test_a_continued_hearing_without_a_date_is_drafted_to_be_announced(story: Story) -> None:
    reported = await story.reports(story.network.lead, ending="continued")
    assert reported.next is not None
    assert reported.next.when.day is None


@ON_SQLITE
async def test_a_next_date_lies_ahead_and_a_note_holds_no_numbers(story: Story) -> None:
    with pytest.raises(InThePast):
        await story.reports(story.network.lead, ending="continued", day=story.network.day(-1))
    with pytest.raises(Invalid):
        await story.reports(story.network.lead, note="A 012 345 678")
    assert await story.network.size(hearing_reports) == 0


async def test_a_day_without_a_report_is_the_coordinators_matter(story: Story) -> None:
    story.hand.move(hours=23)
    assert await story.network.chatbot.reporting.overdue(by=story.network.coordinator) == []
    story.hand.move(hours=3)
    found = await story.network.chatbot.reporting.overdue(by=story.network.coordinator)
    assert [one.code for one in found] == ["H101"]
    assert await story.network.chatbot.reporting.overdue(by=story.network.of_merrimack) == []
    mine = await story.network.chatbot.reporting.to_report(by=story.network.ana)
    assert [one.code for one in mine] == ["H101"]
    await story.reports(story.network.coordinator)
    assert await story.network.chatbot.reporting.overdue(by=story.network.coordinator) == []


@ON_SQLITE
async def test_the_card_is_drawn_anew_when_the_day_begins_and_when_it_is_over(
    network: SmallNetwork, hand: Hand
) -> None:
    await network.add_hearing()
    await network.delivered()
    turned = []
    for hours in (30, 12, 8):
        hand.move(hours=hours)
        turned.append([await network.chatbot.hearings.follow_the_day() for _ in range(2)])
    assert turned == [[0, 0], [1, 0], [1, 0]]
