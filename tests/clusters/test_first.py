"""What belongs to a family goes to its clusters first, and to everyone when their turn is over."""

import asyncio
from typing import Any

import pytest

from chatbot.clusters.families.model import NOBODY
from chatbot.clusters.refusals import MembersFirst, NoSuchFamily
from chatbot.hearings.model import Hearing
from chatbot.kit.outbox import Act
from chatbot.signups.model import SeatRole, Yours
from tests.clusters.parts import channels, cluster, family
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import CARDS, SmallNetwork
from tests.needs.parts import asked


async def far(network: SmallNetwork, code: str | None, **changes: Any) -> Hearing:
    """A hearing of this family in three weeks."""
    return await network.add_hearing(day=network.day(20), family=code, **changes)


async def ticks(network: SmallNetwork) -> None:
    """What the clock does about turns."""
    await network.chatbot.hearings.hang_missing_cards()
    await network.chatbot.need_jobs.open_to_all()


async def test_members_come_first_and_everyone_after_the_wait(network: SmallNetwork, hand: Hand) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing = await far(network, found.code)
    assert await channels(network, "hearings.first") == ["C-ELM"]
    with pytest.raises(MembersFirst):
        await network.chatbot.hearings.claim(hearing.code, by=network.ben)
    claimed = await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert isinstance(claimed.outcome, Yours)
    hand.move(hours=23, minutes=59)
    await ticks(network)
    assert await channels(network, "hearings.card") == []
    with pytest.raises(MembersFirst):
        await network.chatbot.hearings.claim(hearing.code, by=network.ben)
    hand.move(minutes=1)
    assert isinstance((await network.chatbot.hearings.claim(hearing.code, by=network.ben)).outcome, Yours)
    await ticks(network)
    await ticks(network)
    assert await channels(network, "hearings.card") == [CARDS]


async def test_a_ride_goes_to_each_cluster_and_then_once_to_everyone(network: SmallNetwork, hand: Hand) -> None:
    """Three congregations with waits of their own: the longest counts."""
    three = [
        await cluster(network, name, person, wait=wait)
        for name, person, wait in (
            ("Elm", network.ana, "24"),
            ("Oak", network.lead, "48"),
            ("Birch", network.cleo, "0"),
        )
    ]
    ride = await asked(network, family=(await family(network, *three)).code, day=network.day(20))
    assert await channels(network, "needs.first") == ["C-BIRCH", "C-ELM", "C-OAK"]
    car = {"seats": "3"}
    with pytest.raises(MembersFirst):
        await network.chatbot.rides.drive(ride.code, car, by=network.ben)
    await network.chatbot.rides.drive(ride.code, car, by=network.cleo)
    hand.move(hours=48)
    assert await asyncio.gather(*(network.chatbot.need_jobs.open_to_all() for _ in range(3))) != [0, 0, 0]
    await ticks(network)
    assert await channels(network, "needs.card") == [CARDS]
    await network.chatbot.rides.drive(ride.code, car, by=network.ben)


@ON_SQLITE
async def test_promises_of_supplies_wait_for_members_too(network: SmallNetwork) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    need = await asked(network, kind="supplies", items="4 coats", day=network.day(20), family=found.code)
    promise = {need.items[0].input: "1"}
    with pytest.raises(MembersFirst):
        await network.chatbot.gifts.promise(need.code, promise, by=network.ben)
    after = await network.chatbot.gifts.promise(need.code, promise, by=network.ana)
    assert after.items[0].promised == 1


@ON_SQLITE
async def test_what_is_near_is_for_everyone_at_once_and_the_cluster_hears_of_it(network: SmallNetwork) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing = await network.add_hearing(family=found.code)
    assert isinstance((await network.chatbot.hearings.claim(hearing.code, by=network.ben)).outcome, Yours)
    assert await network.said() == ["tell clusters.added to Ana", "post hearings.first", "post hearings.card"]


@ON_SQLITE
async def test_a_hearing_that_is_moved_nearer_opens_sooner(network: SmallNetwork) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing = await far(network, found.code)
    await network.chatbot.hearings.change(hearing.code, network.typed(day=network.day(2)), by=network.coordinator)
    assert isinstance((await network.chatbot.hearings.claim(hearing.code, by=network.ben)).outcome, Yours)


@ON_SQLITE
async def test_a_coordinator_opens_it_now(network: SmallNetwork) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing = await far(network, found.code)
    ride = await asked(network, family=found.code, day=network.day(20))
    for subject in (hearing.subject, ride.subject):
        assert await network.chatbot.families.open_now(subject, by=network.coordinator)
    assert not await network.chatbot.families.open_now(ride.subject, by=network.coordinator)
    assert isinstance((await network.chatbot.hearings.claim(hearing.code, by=network.ben)).outcome, Yours)
    await ticks(network)
    await ticks(network)
    assert [one for one in await network.said() if one.endswith(".card")] == ["post hearings.card", "post needs.card"]


@ON_SQLITE
async def test_what_everyone_has_seen_stays_open_whatever_changes(network: SmallNetwork, hand: Hand) -> None:
    elm = await cluster(network, "Elm", network.ana)
    found = await family(network, elm)
    late, soon = await far(network, None), await far(network, found.code, start="14:00")
    await network.chatbot.hearings.change(
        late.code, network.typed(day=network.day(20), family=found.code), by=network.coordinator
    )
    hand.move(hours=25)
    await ticks(network)
    typed = {"name": "Elm", "channel": "C-ELM", "wait": "200"}
    await network.chatbot.clusters.change(elm.cluster.code, typed, leads=[], by=network.coordinator)
    for hearing in (late, soon):
        assert isinstance((await network.chatbot.hearings.claim(hearing.code, by=network.ben)).outcome, Yours)


@ON_SQLITE
async def test_a_family_that_was_mistaken_is_put_right(network: SmallNetwork) -> None:
    elm = await family(network, await cluster(network, "Elm", network.ana))
    oak = await family(network, await cluster(network, "Oak", network.cleo))
    hearing = await far(network, elm.code)
    right = network.typed(day=network.day(20), family=oak.code)
    changed = await network.chatbot.hearings.change(hearing.code, right, by=network.coordinator)
    assert await channels(network, "hearings.first") == ["C-ELM", "C-OAK"]
    with pytest.raises(MembersFirst):
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert changed.tie is not None
    assert changed.tie.family == oak.code
    await network.chatbot.hearings.change(hearing.code, {**right, "family": NOBODY}, by=network.coordinator)
    assert isinstance((await network.chatbot.hearings.claim(hearing.code, by=network.ana)).outcome, Yours)
    assert await channels(network, "hearings.card") == [CARDS]


@ON_SQLITE
async def test_a_closed_family_or_one_without_a_cluster_keeps_nobody_waiting(network: SmallNetwork) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing, ride = await far(network, found.code), await asked(network, family=found.code, day=network.day(20))
    alone = await far(network, (await family(network)).code, start="14:00")
    await network.chatbot.families.close(found.code, by=network.coordinator)
    await ticks(network)
    await ticks(network)
    assert await channels(network, "hearings.card", "needs.card") == [CARDS, CARDS, CARDS]
    for code in (hearing.code, alone.code):
        assert isinstance((await network.chatbot.hearings.claim(code, by=network.ben)).outcome, Yours)
    assert ride.tie is not None


@ON_SQLITE
async def test_a_need_of_a_familys_hearing_is_the_familys(network: SmallNetwork) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing = await far(network, found.code)
    ride = await asked(network, about=hearing.code, day=network.day(20))
    assert ride.tie is not None
    assert ride.tie.family == found.code
    with pytest.raises(NoSuchFamily):
        await asked(network, family="F999")


@ON_SQLITE
async def test_someone_a_coordinator_signs_up_comes_whosever_turn_it_is(network: SmallNetwork) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing = await far(network, found.code, companions="1")
    chatbot = network.chatbot
    await chatbot.hearings.claim(hearing.code, by=network.ana)
    claimed, _ = await chatbot.signups.sign_up(
        hearing.code, SeatRole.COMPANION, person_id=network.ben.id, by=network.coordinator
    )
    assert claimed.occasion.channel is None
    await chatbot.hearings.release(hearing.code, by=network.ana)
    assert isinstance((await chatbot.signups.accept(hearing.code, by=network.ben)).outcome, Yours)


async def test_in_a_rush_only_members_win_and_never_more_than_the_seats(network: SmallNetwork) -> None:
    """Both databases: twelve press at once, six of them members; control: the same rush when it is open to all."""
    crowd = await network.crowd(12)
    members, others = crowd[::2], crowd[1::2]
    found = await family(network, await cluster(network, "Elm", *members))

    async def rush(code: str) -> list[object]:
        presses = (network.chatbot.hearings.claim(code, by=person) for person in (*others, *members))
        return await asyncio.gather(*presses, return_exceptions=True)

    held = await rush((await far(network, found.code, companions="3")).code)
    assert all(isinstance(one, MembersFirst) for one in held[:6])
    assert sum(isinstance(getattr(one, "outcome", None), Yours) for one in held) == 3
    everyones = await rush((await far(network, None, companions="3", start="14:00")).code)
    assert sum(isinstance(getattr(one, "outcome", None), Yours) for one in everyones) == 3
    assert not any(isinstance(one, BaseException) for one in everyones)


@ON_POSTGRESQL
async def test_two_clocks_open_a_need_once(network: SmallNetwork, hand: Hand) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    await asked(network, family=found.code, day=network.day(20))
    hand.move(hours=24)
    opened = await asyncio.gather(*(network.chatbot.need_jobs.open_to_all() for _ in range(4)))
    assert sum(opened) == 1
    assert (await network.said()).count("post needs.card") == 1


@ON_SQLITE
async def test_what_is_before_everyone_already_cannot_be_opened_again(network: SmallNetwork, hand: Hand) -> None:
    found = await family(network, await cluster(network, "Elm", network.ana))
    hearing = await far(network, found.code)
    hand.move(hours=25)
    await ticks(network)
    assert not await network.chatbot.families.open_now(hearing.subject, by=network.coordinator)
    assert "Daniel families.end_wait" not in await network.written_down()


@ON_SQLITE
@pytest.mark.parametrize("what", ["family changes", "family closes", "cluster waits longer", "cluster closes"])
async def test_cards_that_say_whose_turn_it_is_follow_when_that_changes(network: SmallNetwork, what: str) -> None:
    elm = await cluster(network, "Elm", network.ana)
    found = await family(network, elm)
    await far(network, found.code)
    await network.delivered()
    bot, daniel = network.chatbot, network.coordinator
    match what:
        case "family changes":
            await bot.families.change(found.code, {"alias": "Red house", "clusters": ()}, by=daniel)
        case "family closes":
            await bot.families.close(found.code, by=daniel)
        case "cluster waits longer":
            typed = {"name": "Elm", "channel": "C-ELM", "wait": "200"}
            await bot.clusters.change(elm.cluster.code, typed, leads=[], by=daniel)
        case _:
            await bot.clusters.close(elm.cluster.code, by=daniel)
    assert [letter.act for letter in await network.delivered() if letter.view == "hearings.first"] == [Act.UPDATE]
