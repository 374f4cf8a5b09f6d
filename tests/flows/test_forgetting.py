"""What the clock forgets at night: private details, records, posts, and people who left."""

from typing import Any

import pytest
from sqlalchemy import select

from chatbot.bootstrap import Chatbot
from chatbot.hearings.store import hearings
from chatbot.kit.outbox import outbox, posts
from chatbot.people.model import Sighting, Standing
from chatbot.people.store import people
from chatbot.signups.store import signups
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import SmallNetwork

PRIVATE: dict[str, Any] = {"contact": "617-555-0123", "notes": "ask for Sam"}


async def night(network: SmallNetwork, hand: Hand, *, after: int) -> None:
    """So many days later, once the clock has ticked."""
    hand.move(days=after)
    assert await network.chatbot.schedule.tick() == []


async def contacts(network: SmallNetwork) -> int:
    """How many hearings still hold a contact."""
    return len(await network.rows(select(hearings.c.id).where(hearings.c.contact.is_not(None))))


async def test_private_details_are_wiped_thirty_days_after_the_hearing_and_the_record_stays(
    network: SmallNetwork, hand: Hand
) -> None:
    await network.add_hearing(**PRIVATE)
    await night(network, hand, after=32)
    assert await contacts(network) == 1
    await night(network, hand, after=1)
    assert await contacts(network) == 0
    assert await network.size(hearings) == 1
    assert "the clock retention.wipe 1" in await network.written_down()


@ON_SQLITE
async def test_a_cancelled_hearing_is_over_that_day_and_not_on_its_own(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing(**PRIVATE, day=network.day(300))
    await network.chatbot.hearings.cancel(hearing.code, reason="moved away", by=network.coordinator)
    await night(network, hand, after=32)
    assert await contacts(network) == 0


@ON_SQLITE
async def test_what_has_no_day_yet_goes_on_and_is_kept(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(**PRIVATE, day="", start="")
    await night(network, hand, after=800)
    assert await contacts(network) == 1


async def test_records_go_by_whole_months_a_year_later_with_all_that_hangs_on_them(
    network: SmallNetwork, hand: Hand
) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    await network.chatbot.hearings.claim(hearing.code, by=network.ben)
    await night(network, hand, after=390)  # 27 March of the next year: March of this one is not due
    assert await network.size(hearings) == 1
    await night(network, hand, after=6)
    assert (await network.size(hearings), await network.size(signups)) == (0, 0)
    assert "the clock retention.purge 1" in await network.written_down()


@ON_SQLITE
async def test_a_network_chooses_its_own_limits(network: SmallNetwork, hand: Hand) -> None:
    await network.chatbot.networks.set_limits({"private_days": "3", "record_months": "1"}, by=network.admin)
    await network.add_hearing(**PRIVATE)
    await night(network, hand, after=6)
    assert await contacts(network) == 0
    await night(network, hand, after=60)
    assert await network.size(hearings) == 0


async def test_a_legal_hold_stops_everything_and_once_lifted_it_is_caught_up(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(**PRIVATE)
    await network.chatbot.holds.begin(reason="a court asked for it", by=network.admin)
    await night(network, hand, after=500)
    assert await contacts(network) == 1
    await network.chatbot.holds.lift(by=network.admin)
    await night(network, hand, after=0)
    assert await network.size(hearings) == 0


@ON_SQLITE
async def test_admins_hear_of_a_hold_when_it_begins_and_every_monday(network: SmallNetwork, hand: Hand) -> None:
    await network.chatbot.holds.begin(reason="", by=network.admin)
    await network.chatbot.holds.begin(reason="", by=network.admin)
    for _ in range(14):
        await night(network, hand, after=1)
    told = [line for line in await network.said() if line == "tell holds.stands to Rosa"]
    assert len(told) >= 2
    assert (await network.chatbot.holds.open_standing(by=network.admin)) is not None


@ON_SQLITE
async def test_old_messages_about_what_is_over_are_taken_down(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing()
    later = await network.add_hearing(day=network.day(60))
    await network.delivered()
    await night(network, hand, after=33)
    left = await network.rows(select(outbox.c.view).where(outbox.c.act == "delete"))
    assert [row.view for row in left] == ["hearings.card"]
    kept = await network.rows(select(posts.c.ref).where(posts.c.ref == str(later.id)))
    assert len(kept) == 1


@ON_SQLITE
async def test_what_was_told_to_someone_stays_while_what_it_tells_of_goes_on(network: SmallNetwork, hand: Hand) -> None:
    """A drive and a hearing that last, and a hearing that is cancelled."""
    fund, bot, daniel = await SmallFund.of(network), network.chatbot, network.coordinator
    drive = await fund.start(due=network.day(300))
    await fund.receive(await fund.pledge(drive, "20", by=network.ben))
    seats = [await network.add_hearing(day=network.day(day)) for day in (300, 301)]
    for hearing in seats:
        await bot.hearings.claim(hearing.code, by=network.ana)
    await bot.signups.let_go(seats[0].code, [network.ana.id], by=daniel)
    await bot.hearings.cancel(seats[1].code, reason="moved away", by=daniel)
    await network.delivered()
    told = {row.view for row in await network.rows(select(posts).where(posts.c.person_id.is_not(None)))}
    assert {"bonds.received", "signups.let_go", "hearings.cancelled"} <= told
    await night(network, hand, after=33)
    left = {row.view for row in await network.rows(select(outbox).where(outbox.c.act == "delete"))}
    assert left & told == {"hearings.cancelled"}
    await bot.treasury.give_back((await bot.bonds.pledges(drive.code, by=daniel))[0].id, {}, key="k", by=fund.treasurer)
    await bot.bonds.close(drive.code, reason="He is free", by=daniel)
    await night(network, hand, after=33)
    left = {row.view for row in await network.rows(select(outbox).where(outbox.c.act == "delete"))}
    assert "bonds.received" in left
    assert "signups.let_go" not in left


async def test_who_left_the_workspace_is_forgotten_after_the_limit(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing(day=network.day(60))
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    gone = Sighting(team_id=network.ana.team_id, account="U-ANA", name="Ana", standing=Standing.GONE)
    await network.chatbot.people.meet(gone)
    await night(network, hand, after=20)
    await network.chatbot.people.meet(gone)
    await night(network, hand, after=12)
    (row,) = await network.rows(select(people).where(people.c.id == network.ana.id))
    assert (row.account, row.name, row.standing) == (None, "someone", Standing.GONE)
    seats = (await network.chatbot.hearings.get(hearing.code, team_id=network.ana.team_id)).roster
    assert seats.seated == ()


class DeathAtNight(Exception):
    """The bot dies."""


@pytest.mark.parametrize("steps", [1, 2, 3, 5])
@ON_SQLITE
async def test_a_night_that_is_interrupted_goes_on_with_the_next_tick(
    network: SmallNetwork, hand: Hand, chatbot: Chatbot, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    """T20"""
    for _ in range(3):
        await network.add_hearing(**PRIVATE)
    hand.move(days=500)
    run, left = chatbot.database.run, [steps]

    async def dying(work: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise DeathAtNight
        return await run(work)  # type: ignore[arg-type]

    entry = next(one for one in chatbot.schedule.entries if one.name == "retention.forget")
    with monkeypatch.context() as patch:
        patch.setattr(chatbot.database, "run", dying)
        with pytest.raises(DeathAtNight):
            await entry.do()
    await entry.do()
    assert await network.size(hearings) == 0


@ON_SQLITE
async def test_a_second_tick_in_the_same_night_does_nothing(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(**PRIVATE)
    await night(network, hand, after=40)
    before = await network.written_down()
    hand.move(minutes=5)
    await network.chatbot.schedule.tick()
    assert await network.written_down() == before
