"""Drivers a coordinator writes down, who may not be in Slack, and what is said when riders change cars."""

import pytest

from chatbot.kit.outbox import SOON
from chatbot.kit.refusal import Invalid
from chatbot.needs import rules
from chatbot.needs.refusals import NotYourRide
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import AlreadyYours, SeatRole, Yours
from chatbot.signups.refusals import NobodyNamed
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.needs.parts import CAR, asked, rider

AUNT = "Tía Carmen"


@ON_SQLITE
async def test_a_coordinator_adds_a_driver_who_is_not_in_slack_and_handles_their_riders(network: SmallNetwork) -> None:
    need = await asked(network)
    await rider(network, need.code, address="12 Ash Street")
    claimed, aunt = await network.chatbot.rides.drive_for(need.code, CAR, name=AUNT, by=network.coordinator)
    assert (claimed.outcome, aunt.account) == (Yours(role=SeatRole.DRIVER), None)
    after = await network.chatbot.needs.get(need.code, team_id="T1")
    assert [one.driver_id for one in after.riders] == [aunt.id]
    opened = await network.chatbot.needs.open_details(need.code, by=network.coordinator)
    assert set(opened.pickups.values()) == {"12 Ash Street"}
    assert (await network.chatbot.needs.open_details(need.code, by=network.ana)).pickups == {}
    assert not [said for said in await network.said() if "tell" in said], "nobody can write to her"
    assert f"Daniel needs.drive_for {aunt.id} Yours" in await network.written_down()


@ON_SQLITE
async def test_writing_the_same_driver_down_again_changes_only_the_car(network: SmallNetwork) -> None:
    need = await asked(network)
    await rider(network, need.code, seats="2")
    drive_for = network.chatbot.rides.drive_for
    _, aunt = await drive_for(need.code, CAR, name=AUNT, by=network.coordinator)
    claimed, again = await drive_for(need.code, {"seats": "1"}, name=AUNT.upper(), by=network.coordinator)
    assert (claimed.outcome, again.id) == (AlreadyYours(role=SeatRole.DRIVER), aunt.id)
    after = await network.chatbot.needs.get(need.code, team_id="T1")
    assert len(rules.waiting_riders(after)) == 1
    assert "tell needs.stranded to Daniel" in await network.said()


@ON_SQLITE
async def test_a_member_who_is_added_as_a_driver_hears_of_it(network: SmallNetwork) -> None:
    need = await asked(network)
    await network.chatbot.rides.drive_for(need.code, CAR, person_id=network.ana.id, by=network.coordinator)
    assert "tell signups.signed_up to Ana" in await network.said()


@ON_SQLITE
async def test_only_coordinators_add_drivers_and_a_name_is_only_a_name(network: SmallNetwork) -> None:
    need = await asked(network)
    drive_for = network.chatbot.rides.drive_for
    with pytest.raises(NotAllowed):
        await drive_for(need.code, CAR, name=AUNT, by=network.ana)
    with pytest.raises(NobodyNamed):
        await drive_for(need.code, CAR, name=" ", by=network.coordinator)
    with pytest.raises(Invalid):
        await drive_for(need.code, CAR, name="Carmen 978-555-0142", by=network.coordinator)


@ON_SQLITE
async def test_the_miles_of_who_is_not_in_slack_are_written_down_by_a_coordinator(
    network: SmallNetwork, hand: Hand
) -> None:
    need = await asked(network, day=network.day(1))
    _, aunt = await network.chatbot.rides.drive_for(need.code, CAR, name=AUNT, by=network.coordinator)
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    hand.move(days=2, hours=1)
    for _ in range(2):
        await network.chatbot.need_jobs.ask_miles()
    asks = [said for said in await network.said() if "miles" in said]
    assert asks == ["tell needs.miles to Ana", "tell needs.miles to Daniel"]
    write = network.chatbot.rides.write_trip
    await write(need.code, {"miles": "12"}, driver_id=aunt.id, by=network.coordinator)
    with pytest.raises(NotYourRide):
        await write(need.code, {"miles": "12"}, driver_id=network.ana.id, by=network.coordinator)
    with pytest.raises(NotYourRide):
        await write(need.code, {"miles": "12"}, driver_id=aunt.id, by=network.ana)


@ON_SQLITE
async def test_a_driver_hears_of_riders_who_come_and_go_by_another_hand(network: SmallNetwork, hand: Hand) -> None:
    need = await asked(network)
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    with_rider = await rider(network, need.code)
    hand.now += SOON
    assert [letter.view for letter in await network.delivered() if letter.person_id] == ["needs.riders"]
    await network.chatbot.rides.remove_rider(need.code, with_rider.riders[0].id, by=network.coordinator)
    assert (await network.said()).count("tell needs.riders to Ana") == 2


@ON_SQLITE
async def test_riders_who_come_one_after_the_other_are_one_word_to_the_driver(
    network: SmallNetwork, hand: Hand
) -> None:
    need = await asked(network)
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    for _ in range(2):
        await rider(network, need.code)
        hand.now += SOON * 0.75
    assert [letter for letter in await network.delivered() if letter.person_id] == []
    hand.now += SOON
    (word,) = [letter for letter in await network.delivered() if letter.person_id]
    assert (word.view, word.person_id) == ("needs.riders", network.ana.id)


@ON_SQLITE
async def test_riders_of_a_driver_who_leaves_go_with_another_who_hears_of_it(network: SmallNetwork) -> None:
    need = await asked(network)
    await rider(network, need.code)
    for person in (network.ana, network.ben):
        await network.chatbot.rides.drive(need.code, CAR, by=person)
    await network.chatbot.signups.release(need.code, by=network.ana)
    assert [said for said in await network.said() if "tell" in said] == ["tell needs.riders to Ben"]
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    after = await network.chatbot.needs.get(need.code, team_id="T1")
    assert [one.driver_id for one in after.riders] == [network.ben.id], "nobody is handed back unsaid"
    await network.chatbot.signups.let_go(need.code, [network.ana.id, network.ben.id], by=network.coordinator)
    assert "tell needs.stranded to Daniel" in await network.said()


@ON_SQLITE
async def test_once_it_is_closed_nobody_but_coordinators_reads_where_anybody_lives(network: SmallNetwork) -> None:
    need = await asked(network)
    await rider(network, need.code, address="12 Ash Street")
    await network.chatbot.rides.drive(need.code, CAR, by=network.ana)
    assert (await network.chatbot.needs.open_details(need.code, by=network.ana)).pickups
    await network.chatbot.needs.cancel(need.code, reason="", by=network.coordinator)
    closed = await network.chatbot.needs.open_details(need.code, by=network.ana)
    assert (closed.private, closed.pickups) == (None, {})
