"""Events: writing them down, series and their dates, who is told of what, and who reads the link."""

import asyncio
from collections import Counter
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from chatbot.audit import audit
from chatbot.events import store
from chatbot.events.model import Reach, State
from chatbot.events.refusals import EventClosed, EventIsOver, NoSuchEvent, SeriesKeepsItsDays
from chatbot.events.series.store import event_series
from chatbot.kit.outbox import outbox
from chatbot.kit.refusal import Refusal
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import Attendance, InLine, SeatRole, Yours
from chatbot.signups.refusals import Cancelled, TooManySeated
from tests.events.parts import LINK, added, again, codes, comes, dates, typed
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import EASTERN, SmallNetwork


@ON_SQLITE
async def test_an_event_gets_a_code_and_its_card_where_cards_go(network: SmallNetwork) -> None:
    event = await added(network)
    assert (event.code, event.where, event.series_id) == ("E101", "Castle Island", None)
    assert await network.said() == ["post events.card"]
    assert (await network.written_down())[-1] == "Daniel events.add"


@ON_SQLITE
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"start": ""}, "start"),
        ({"end": "17:00"}, "end"),
        ({"spot": "12 Ash Street, Lynn"}, "spot"),
        ({"note": "Call 617-555-0134"}, "note"),
        ({"link": "meet.example.org"}, "link"),
        ({"link": "12 Ash Street, Lynn"}, "link"),
        ({"link": "A 012 345 678", "closed": True}, "link"),
        ({"limit": "0"}, "limit"),
        ({"repeats": "rule", "rule": "every now and then"}, "rule"),
        ({"repeats": "weekly", "except_on": "soon"}, "except_on"),
        ({"repeats": "weekly", "until": "2020-01-01"}, "until"),
    ],
)
async def test_what_cannot_be_taken_is_said_under_its_input(
    network: SmallNetwork, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        await added(network, **changes)
    assert refusal.value.field == field
    assert await network.size(store.events) == 0


@ON_SQLITE
async def test_what_is_over_already_is_not_added(network: SmallNetwork) -> None:
    with pytest.raises(EventIsOver):
        await added(network, day=network.day(-1))


@ON_SQLITE
async def test_only_coordinators_add_change_and_cancel_and_only_in_their_area(network: SmallNetwork) -> None:
    chatbot = network.chatbot
    with pytest.raises(NotAllowed):
        await added(network, by=network.ana)
    with pytest.raises(NotAllowed):
        await added(network, by=network.of_merrimack, place=str(network.boston.id))
    theirs = await added(network, by=network.of_merrimack)
    assert theirs.facts.area == "Merrimack Valley"
    ours = await added(network)
    with pytest.raises(NotAllowed):
        await chatbot.events.change(ours.code, typed(network), by=network.of_merrimack)
    with pytest.raises(NotAllowed):
        await chatbot.events.cancel(ours.code, reason="", by=network.ana)


@ON_SQLITE
async def test_a_weekly_walk_is_six_dates_with_codes_of_their_own(network: SmallNetwork) -> None:
    first = await added(network, repeats="weekly")
    found = await dates(network, first)
    assert [one.code for one in found] == [f"E{number}" for number in range(101, 107)]
    days = [one.when.day for one in found]
    assert days == [date.fromisoformat(network.day(3 + 7 * week)) for week in range(6)]
    local = {one.when.starts_at.astimezone(EASTERN).time() for one in found if one.when.starts_at}
    assert local == {time(18)}, "six o'clock before and after the clocks change"
    hours = {one.when.starts_at.hour for one in found if one.when.starts_at}
    assert hours == {23, 22}, "control: which is not one hour in UTC"
    assert await network.said() == ["post events.card"], "one card for a series, not six"


@ON_SQLITE
async def test_exceptions_and_a_last_day_leave_dates_out(network: SmallNetwork) -> None:
    first = await added(network, repeats="weekly", until=network.day(24), except_on=network.day(10))
    assert [one.when.day for one in await dates(network, first)] == [
        date.fromisoformat(network.day(ahead)) for ahead in (3, 17, 24)
    ]


async def test_one_date_moves_and_the_others_stay_where_they_are(network: SmallNetwork, hand: Hand) -> None:
    first, second, *_later = await dates(network, await added(network, repeats="weekly"))
    await comes(network, first, network.ana)
    await comes(network, second, network.ana, network.ben, network.cleo)
    await network.delivered()
    moved = await network.chatbot.events.change(
        second.code, typed(network, day=network.day(11), start="17:00", end=""), by=network.coordinator
    )
    assert (moved.code, moved.apart, moved.slot) == (second.code, True, second.slot)
    letters = await network.delivered()
    told = [letter for letter in letters if letter.view == "events.moved"]
    assert {letter.person_id for letter in told} == {network.ana.id, network.ben.id, network.cleo.id}
    before = await network.chatbot.events.moved(told[0].blanks["move"], moved.id)
    assert before is not None
    assert (before.when, before.where) == (second.when, second.where)
    assert (await again(network, first)).when == first.when
    hand.move(days=15)
    await network.chatbot.event_jobs.make_dates()
    days = [one.when.day for one in await dates(network, await again(network, _later[0]))]
    assert date.fromisoformat(network.day(-5)) not in days, "its slot is not made again"


async def test_a_change_of_all_later_dates_leaves_those_that_were_changed_alone(network: SmallNetwork) -> None:
    found = await dates(network, await added(network, repeats="weekly"))
    await network.chatbot.events.change(
        found[2].code, typed(network, day=network.day(18), start="12:00", end=""), by=network.coordinator
    )
    form = typed(network, day=network.day(10), start="19:00", end="", spot="Carson Beach", reach="later", limit="")
    await network.chatbot.events.change(found[1].code, form, by=network.coordinator)
    after = [await again(network, one) for one in found]
    assert [one.facts.spot for one in after] == [
        "Castle Island", "Carson Beach", "Castle Island", "Carson Beach", "Carson Beach", "Carson Beach",
    ]  # fmt: skip
    assert [one.when.starts_at and one.when.starts_at.astimezone(EASTERN).hour for one in after] == [
        18, 19, 12, 19, 19, 19,
    ]  # fmt: skip
    with pytest.raises(SeriesKeepsItsDays):
        await network.chatbot.events.change(found[1].code, {**form, "day": network.day(11)}, by=network.coordinator)


@ON_SQLITE
async def test_one_cancelled_date_leaves_the_others_and_an_ended_series_has_no_more(
    network: SmallNetwork, hand: Hand
) -> None:
    found = await dates(network, await added(network, repeats="weekly"))
    await comes(network, found[1], network.ana)
    events = network.chatbot.events
    gone = await events.cancel(found[1].code, reason="Snow", by=network.coordinator)
    assert (gone.state, gone.cancelled_because) == (State.CANCELLED, "Snow")
    assert "tell events.cancelled to Ana" in await network.said()
    assert len(await dates(network, found[0])) == 5
    with pytest.raises(Cancelled):
        await comes(network, found[1], network.ben)
    with pytest.raises(EventClosed):
        await events.cancel(found[1].code, reason="", by=network.coordinator)
    await events.cancel(found[3].code, reason="", reach=Reach.LATER, by=network.coordinator)
    assert [one.code for one in await dates(network, found[0])] == ["E101", "E103"]
    hand.move(days=8)
    assert await network.chatbot.event_jobs.make_dates() == 0


async def test_the_clock_keeps_six_dates_ahead_and_posts_the_next_card_in_the_morning(
    network: SmallNetwork, hand: Hand
) -> None:
    first = await added(network, repeats="weekly", link=LINK, closed=True)
    jobs = network.chatbot.event_jobs
    assert await jobs.make_dates() == 0
    assert await jobs.post_cards() == 0
    hand.move(days=4, hours=-1)  # nine on the morning after the first
    assert [await jobs.make_dates(), await jobs.make_dates()] == [1, 0]
    assert [await jobs.post_cards(), await jobs.post_cards()] == [1, 0]
    found = await dates(network, await again(network, (await dates(network, first))[1]))
    assert found[-1].when.day == date.fromisoformat(network.day(-1 + 42))
    opened = await network.chatbot.events.open_details(found[-1].code, by=network.coordinator)
    assert opened.link == LINK


@ON_SQLITE
async def test_a_series_that_has_an_end_ends(network: SmallNetwork, hand: Hand) -> None:
    await added(network, repeats="rule", rule="FREQ=WEEKLY;COUNT=2")
    assert await network.size(store.events) == 2
    hand.move(days=30)
    assert await network.chatbot.event_jobs.make_dates() == 0
    assert [row.ended_at is not None for row in await network.rows(select(event_series))] == [True]


async def test_of_many_who_say_yes_at_once_no_more_come_than_may(network: SmallNetwork) -> None:
    event = await added(network, limit="3")
    crowd = await network.crowd(12)
    claim = network.chatbot.signups.claim
    claims = await asyncio.gather(*(claim(event.code, SeatRole.GUEST, by=one) for one in crowd))
    counted = Counter(type(one.outcome) for one in claims)
    assert counted == {Yours: 3, InLine: 9}
    assert len((await again(network, event)).roster.seated) == 3


@ON_SQLITE
async def test_without_a_limit_nobody_waits_and_nobody_need_have_agreed(network: SmallNetwork) -> None:
    event = await added(network, limit="")
    await comes(network, event, network.ana, network.ben, network.cleo, network.newcomer)
    assert len((await again(network, event)).roster.seated) == 4
    with pytest.raises(TooManySeated):
        await network.chatbot.events.change(event.code, typed(network, limit="2"), by=network.coordinator)


async def test_the_link_opens_for_those_who_come_and_is_written_nowhere_else(network: SmallNetwork) -> None:
    event = await added(network, link=LINK, closed=True, limit="1", note="Bring a friend")
    assert (event.facts.page, event.has_link) == ("", True)
    await comes(network, event, network.ana, network.ben)
    opened = {
        person.name: (await network.chatbot.events.open_details(event.code, by=person)).link
        for person in (network.ana, network.ben, network.cleo, network.coordinator)
    }
    assert opened == {"Ana": LINK, "Ben": None, "Cleo": None, "Daniel": LINK}
    noted = [row.actor_id for row in await network.rows(select(audit).where(audit.c.verb == "events.open_link"))]
    assert noted == [network.ana.id, network.coordinator.id]
    await network.chatbot.events.change(
        event.code, typed(network, link=LINK, closed=True, limit="1", start="17:00"), by=network.coordinator
    )
    rows = [
        *await network.rows(select(store.events)),
        *await network.rows(select(outbox)),
        *await network.rows(select(audit)),
    ]
    written = repr([row._asdict() for row in rows])
    assert "Castle Island" in written, "control: what everyone may read is in there"
    assert "canary" not in written


@ON_SQLITE
async def test_a_link_for_everyone_is_no_secret(network: SmallNetwork) -> None:
    event = await added(network, link=LINK)
    assert (event.facts.page, event.has_link) == (LINK, False)
    assert (await network.chatbot.events.open_details(event.code, by=network.ana)).link is None


@ON_SQLITE
async def test_the_list_shows_a_series_once_and_is_narrowed_by_words(network: SmallNetwork) -> None:
    await added(network, repeats="weekly")
    talk = await added(network, title="Know your rights", host="Lynn team", spot="Library", day=network.day(0))
    assert await codes(network) == [talk.code, "E101"]
    assert await codes(network, days=1) == [talk.code]
    assert await codes(network, days=7) == [talk.code, "E101"]
    assert await codes(network, days=14) == [talk.code, "E101", "E102"]
    assert await codes(network, words="brigid walk") == ["E101"]
    assert await codes(network, mine=True) == []
    await comes(network, talk, network.ana)
    assert await codes(network, mine=True) == [talk.code]


@ON_SQLITE
async def test_whoever_wrote_it_down_is_asked_once_who_came(network: SmallNetwork, hand: Hand) -> None:
    event, empty = await added(network), await added(network, title="Nobody's walk")
    await comes(network, event, network.ana)
    hand.move(days=4)
    jobs = network.chatbot.event_jobs
    assert [await jobs.ask_who_came(), await jobs.ask_who_came()] == [1, 0]
    assert (await network.said())[-1] == "tell events.who_came to Daniel"
    marked = await network.chatbot.signups.mark(event.code, network.ana.id, Attendance.ATTENDED, by=network.coordinator)
    assert marked.roster.signups[0].attendance is Attendance.ATTENDED
    assert (await again(network, empty)).roster.signups == ()


@ON_SQLITE
async def test_a_calendar_keeps_one_name_for_a_date_and_counts_its_changes(network: SmallNetwork) -> None:
    event = await added(network, repeats="weekly", link=LINK, closed=True)
    await comes(network, event, network.ana)
    calendars = network.chatbot.calendars
    before = (await calendars.file(event.code, by=network.ana)).content
    assert "SEQUENCE:0" in before
    assert "LOCATION:Castle Island" in before
    await network.chatbot.events.change(event.code, typed(network, day=network.day(4)), by=network.coordinator)
    after = (await calendars.file(event.code, by=network.ana)).content
    assert "SEQUENCE:1" in after
    assert _uid(before) == _uid(after)
    assert "canary" not in before + after


@ON_SQLITE
async def test_a_code_that_is_none_says_so(network: SmallNetwork) -> None:
    with pytest.raises(NoSuchEvent):
        await network.chatbot.events.get("E999", team_id=network.ana.team_id)


def _uid(content: str) -> str:
    return next(line for line in content.splitlines() if line.startswith("UID:"))
