"""Needs: writing them down, what they hang on, who reads what, and what is collected."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from chatbot.kit.refusal import Invalid
from chatbot.needs import rules
from chatbot.needs.model import Filter, Kind, State, Step
from chatbot.needs.refusals import AlreadyReceived, ItemsNeeded, NeedClosed, NoSuchMatter, NoSuchNeed, NotSoMany
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import SeatRole, Yours
from chatbot.signups.refusals import Cancelled, NoSeat, RoleNotNeeded
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.needs.parts import asked, typed

LIST = "12 diapers size 4\n- 3 x winter coats, child\n2 car seats"


async def test_a_need_gets_a_code_and_its_card_where_cards_go(network: SmallNetwork) -> None:
    need = await asked(network)
    assert (need.code, need.kind, need.spot) == ("N101", Kind.RIDE, "Plymouth")
    assert await network.said() == ["post needs.card"]


async def test_a_need_hangs_on_a_hearing_and_is_found_there(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    need = await asked(network, about=hearing.code.lower())
    assert need.about == hearing.subject
    found = await network.chatbot.needs.about(hearing.subject, team_id=network.ana.team_id)
    assert [one.code for one in found] == [need.code]


@ON_SQLITE
@pytest.mark.parametrize("code", ["H999", "Z1", "the hearing"])
async def test_it_cannot_hang_on_what_is_not_there(network: SmallNetwork, code: str) -> None:
    with pytest.raises(NoSuchMatter):
        await asked(network, about=code[:12])


@ON_SQLITE
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"alias": "617-555-0134"}, "alias"),
        ({"town": "12 Ash Street, Lynn"}, "town"),
        ({"notes": "A 012 345 678"}, "notes"),
        ({"day": "", "start": "09:00"}, "day"),
        ({"kind": "supplies", "items": "diapers"}, "items"),
        ({"kind": "supplies", "items": "2 coats\n3 coats"}, "items"),
        ({"people": "0"}, "people"),
    ],
)
async def test_what_cannot_be_taken_is_said_under_its_input(
    network: SmallNetwork, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        await asked(network, **changes)
    assert field in refusal.value.problems
    assert await network.said() == []


@ON_SQLITE
async def test_a_collection_of_nothing_is_asked_again(network: SmallNetwork) -> None:
    with pytest.raises(ItemsNeeded):
        await asked(network, kind="supplies", items="")


async def test_only_coordinators_write_needs_down_and_only_of_their_area(network: SmallNetwork) -> None:
    with pytest.raises(NotAllowed):
        await asked(network, by=network.ana)
    theirs = await asked(network, by=network.of_merrimack)
    assert theirs.area == "Merrimack Valley"
    with pytest.raises(NotAllowed):
        await asked(network, by=network.of_merrimack, place=str(network.boston.id))


async def test_an_interpreter_claims_like_for_a_hearing(network: SmallNetwork) -> None:
    need = await asked(network, kind="interpretation", title="Meeting with the school", people="1")
    claimed = await network.chatbot.signups.claim(need.code, SeatRole.INTERPRETER, by=network.ana)
    assert claimed.outcome == Yours(role=SeatRole.INTERPRETER)
    with pytest.raises(RoleNotNeeded):
        await network.chatbot.signups.claim(need.code, by=network.ben)


async def test_a_supplies_list_is_filled_by_three_people(network: SmallNetwork) -> None:
    need = await asked(network, kind="supplies", title="Winter", items=LIST)
    assert [(item.name, item.wanted) for item in need.items] == [
        ("diapers size 4", 12),
        ("winter coats, child", 3),
        ("car seats", 2),
    ]
    diapers, coats, seats = need.items
    gifts = network.chatbot.gifts
    await gifts.promise(need.code, {diapers.input: "12"}, by=network.ana)
    await gifts.promise(need.code, {coats.input: "1"}, by=network.ben)
    await gifts.promise(need.code, {coats.input: "2"}, by=network.cleo)
    after = await gifts.promise(need.code, {seats.input: "2"}, by=network.ben)
    assert rules.missing(after) == 0
    with pytest.raises(NotSoMany):
        await gifts.promise(need.code, {coats.input: "1"}, by=network.ana)


async def test_a_promise_can_be_changed_and_taken_back_until_it_has_arrived(network: SmallNetwork) -> None:
    need = await asked(network, kind="letters", title="Letter for the judge", wanted="40")
    (letters,) = need.items
    gifts = network.chatbot.gifts
    await gifts.promise(need.code, {letters.input: "3"}, by=network.ana)
    await gifts.receive(need.code, {f"{letters.input}-{network.ana.id}": "2"}, by=network.coordinator)
    with pytest.raises(AlreadyReceived):
        await gifts.promise(need.code, {letters.input: "1"}, by=network.ana)
    with pytest.raises(NotSoMany):
        await gifts.receive(need.code, {f"{letters.input}-{network.ana.id}": "4"}, by=network.coordinator)
    with pytest.raises(NotAllowed):
        await gifts.receive(need.code, {f"{letters.input}-{network.ana.id}": "3"}, by=network.ana)
    after = await gifts.promise(need.code, {letters.input: "2"}, by=network.ana)
    assert (after.items[0].promised, after.items[0].received) == (2, 2)


@ON_POSTGRESQL
async def test_of_many_who_promise_at_once_no_more_than_is_wanted_is_promised(network: SmallNetwork) -> None:
    need = await asked(network, kind="letters", title="Letter", wanted="5")
    (letters,) = need.items
    promise = {letters.input: "2"}
    people = (network.ana, network.ben, network.cleo, network.lead)
    ends = await asyncio.gather(
        *(network.chatbot.gifts.promise(need.code, promise, by=one) for one in people), return_exceptions=True
    )
    assert sum(isinstance(end, NotSoMany) for end in ends) == 2
    after = await network.chatbot.needs.get(need.code, by=network.ana)
    assert after.items[0].promised == 4


async def test_the_steps_of_posting_a_bond_are_ticked_by_who_helps(network: SmallNetwork) -> None:
    need = await asked(network, kind="bond_posting", title="Post the bond", people="1")
    with pytest.raises(NoSeat):
        await network.chatbot.needs.tick(need.code, [Step.PAY], by=network.ana)
    await network.chatbot.signups.claim(need.code, by=network.ana)
    after = await network.chatbot.needs.tick(need.code, [Step.PAY], by=network.ana)
    assert after.steps == {Step.PAY: "Ana"}
    again = await network.chatbot.needs.tick(need.code, [], by=network.coordinator)
    assert again.steps == {}


async def test_the_private_part_opens_for_those_who_help_and_each_opening_is_noted(network: SmallNetwork) -> None:
    need = await asked(network, kind="supplies", title="Winter", items="2 coats", address="12 Ash Street, Lynn")
    closed = await network.chatbot.needs.open_details(need.code, by=network.ana)
    assert closed.private is None
    await network.chatbot.gifts.promise(need.code, {need.items[0].input: "1"}, by=network.ana)
    opened = await network.chatbot.needs.open_details(need.code, by=network.ana)
    assert opened.private is not None
    assert opened.private.address == "12 Ash Street, Lynn"
    assert "Ana needs.open_private" in await network.written_down()


async def test_a_cancelled_need_is_told_to_everyone_who_helps_and_takes_nobody(network: SmallNetwork) -> None:
    need = await asked(network, kind="other", title="Move a sofa")
    await network.chatbot.signups.claim(need.code, by=network.ana)
    after = await network.chatbot.needs.cancel(need.code, reason="A neighbour did it.", by=network.coordinator)
    assert after.state is State.CANCELLED
    assert "tell needs.cancelled to Ana" in await network.said()
    with pytest.raises(Cancelled):
        await network.chatbot.signups.claim(need.code, by=network.ben)
    with pytest.raises(NeedClosed):
        await network.chatbot.needs.cancel(need.code, reason="", by=network.coordinator)


async def test_another_day_is_told_to_everyone_who_helps(network: SmallNetwork) -> None:
    need = await asked(network, kind="other", title="Move a sofa")
    await network.chatbot.signups.claim(need.code, by=network.ana)
    form = typed(network, kind="other", title="Move a sofa", note="Bring gloves")
    await network.chatbot.needs.change(need.code, form, by=network.coordinator)
    assert "tell needs.moved to Ana" not in await network.said()
    await network.chatbot.needs.change(need.code, {**form, "day": network.day(4)}, by=network.coordinator)
    assert "tell needs.moved to Ana" in await network.said()


async def test_those_who_help_say_that_it_is_done(network: SmallNetwork) -> None:
    need = await asked(network, kind="other", title="Move a sofa")
    with pytest.raises(NoSeat):
        await network.chatbot.needs.finish(need.code, by=network.ben)
    await network.chatbot.signups.claim(need.code, by=network.ana)
    assert (await network.chatbot.needs.finish(need.code, by=network.ana)).state is State.DONE


async def test_lists_are_narrowed_by_kind_town_mine_and_open(network: SmallNetwork) -> None:
    ride = await asked(network)
    sofa = await asked(network, kind="other", title="Move a sofa", town="Lynn")
    await network.chatbot.signups.claim(sofa.code, by=network.ana)
    for words, codes in (
        ("", [ride.code, sofa.code]),
        ("rides", [ride.code]),
        ("lynn", [sofa.code]),
        ("mine", [sofa.code]),
        ("open", [ride.code]),
        ("rides lynn", []),
    ):
        page = await network.chatbot.needs.listed(rules.read_filter(words), by=network.ana)
        assert [one.code for one in page.needs] == codes, words
    assert (await network.chatbot.needs.listed(Filter(), page=9, size=1, by=network.ana)).number == 2


@ON_SQLITE
async def test_another_workspace_knows_nothing_of_it(network: SmallNetwork) -> None:
    need = await asked(network)
    with pytest.raises(NoSuchNeed):
        await network.chatbot.needs.get(need.code, by=replace(network.ana, team_id="T2"))


async def test_those_who_promised_are_reminded_until_it_has_arrived(network: SmallNetwork, hand: Hand) -> None:
    need = await asked(network, kind="letters", title="Letter", wanted="40", day=network.day(7), start="")
    (letters,) = need.items
    for person in (network.ana, network.ben):
        await network.chatbot.gifts.promise(need.code, {letters.input: "2"}, by=person)
    await network.chatbot.gifts.receive(need.code, {f"{letters.input}-{network.ben.id}": "2"}, by=network.coordinator)
    reminded = []
    for _ in range(8 * 24):
        hand.move(hours=1)
        reminded.append(await network.chatbot.need_jobs.remind_givers())
    assert sum(reminded) == 3
    assert [said for said in await network.said() if "remind" in said] == ["tell needs.remind to Ana"] * 3


async def test_drivers_are_asked_once_for_their_miles(network: SmallNetwork, hand: Hand) -> None:
    need = await asked(network, day=network.day(1))
    for person in (network.ana, network.ben):
        await network.chatbot.rides.drive(need.code, {"seats": "2"}, by=person)
    await network.chatbot.rides.write_trip(need.code, {"miles": "12"}, by=network.ben)
    hand.move(days=2, hours=1)
    for _ in range(2):
        await network.chatbot.need_jobs.ask_miles()
    assert [said for said in await network.said() if "miles" in said] == ["tell needs.miles to Ana"]


async def test_a_volunteer_asks_and_a_coordinator_puts_it_before_everyone(network: SmallNetwork) -> None:
    need = await network.chatbot.needs.ask(typed(network, kind="other", title="A crib"), by=network.ana)
    assert need.state is State.ASKED
    assert sorted(await network.said()) == ["tell needs.asked to Daniel", "tell needs.asked to Rosa"]
    with pytest.raises(Cancelled):
        await network.chatbot.signups.claim(need.code, by=network.ben)
    assert (await network.chatbot.needs.listed(Filter(), by=network.ben)).total == 0
    for look in (network.chatbot.needs.get, network.chatbot.needs.open_details):
        for person in (network.ben, network.of_merrimack):
            with pytest.raises(NoSuchNeed):
                await look(need.code, by=person)
        await look(need.code, by=network.ana)
    with pytest.raises(NotAllowed):
        await network.chatbot.needs.publish(need.code, by=network.ana)
    assert [one.code for one in await network.chatbot.needs.asked_for(by=network.coordinator)] == [need.code]
    after = await network.chatbot.needs.publish(need.code, by=network.coordinator)
    assert after.state is State.OPEN
    assert (await network.said())[2:] == ["post needs.card", "tell needs.published to Ana"]
    with pytest.raises(NeedClosed):
        await network.chatbot.needs.publish(need.code, by=network.coordinator)


async def test_what_a_volunteer_asked_for_can_be_declined_with_a_reason(network: SmallNetwork) -> None:
    need = await network.chatbot.needs.ask(typed(network, kind="other", title="A crib"), by=network.ana)
    await network.chatbot.needs.cancel(need.code, reason="There is one already.", by=network.coordinator)
    assert "tell needs.cancelled to Ana" in await network.said()
