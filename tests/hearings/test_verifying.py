"""Dates that somebody confirmed, and those that somebody has to."""

import pytest

from chatbot.hearings.model import How
from chatbot.hearings.verifying.refusals import NoDay, OnlyTheAttorney
from chatbot.kit.refusal import Invalid
from chatbot.people.model import Grant, Person, Role
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import SeatRole
from chatbot.signups.refusals import Cancelled, SameHour
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork


async def verifier(network: SmallNetwork) -> Person:
    await network.chatbot.people.entrust(
        person_id=network.cleo.id, grants={Grant(role=Role.VERIFIER)}, by=network.admin
    )
    return await network.again(network.cleo)


async def to_check(network: SmallNetwork, by: Person | None = None) -> list[str]:
    return [one.code for one in await network.chatbot.verifying.to_check(by=by or network.coordinator)]


async def test_a_date_is_not_verified_until_a_verifier_says_so(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    assert hearing.verified is None
    after = await network.chatbot.verifying.confirm("H101", How.HOTLINE, by=await verifier(network))
    assert after.verified is not None
    assert (after.verified.by, after.verified.how, after.verified.at) == (
        "Cleo",
        How.HOTLINE,
        network.chatbot.clock.now(),
    )
    assert (await network.written_down())[-1] == "Cleo hearings.verify hotline"


@ON_SQLITE
async def test_volunteers_and_coordinators_of_elsewhere_confirm_nothing(network: SmallNetwork) -> None:
    await network.add_hearing()
    for person in (network.ana, network.lead, network.of_merrimack):
        with pytest.raises(NotAllowed):
            await network.chatbot.verifying.confirm("H101", How.NOTICE, by=person)
        with pytest.raises(NotAllowed):
            await network.chatbot.verifying.found("H101", {}, by=person)
    assert await to_check(network, by=network.of_merrimack) == []


@ON_SQLITE
async def test_bond_hearings_are_confirmed_by_the_attorney_alone(network: SmallNetwork) -> None:
    await network.add_hearing(kind="bond")
    for how in (How.HOTLINE, How.NOTICE):
        with pytest.raises(OnlyTheAttorney):
            await network.chatbot.verifying.confirm("H101", how, by=network.coordinator)
    after = await network.chatbot.verifying.confirm("H101", How.ATTORNEY, by=network.coordinator)
    assert after.verified is not None


@ON_SQLITE
@pytest.mark.parametrize(("change", "stays"), [({"start": "10:00"}, False), ({"mode": "webex"}, True)])
async def test_another_time_has_to_be_confirmed_again(
    network: SmallNetwork, change: dict[str, str], *, stays: bool
) -> None:
    await network.add_hearing()
    await network.chatbot.verifying.confirm("H101", How.NOTICE, by=network.coordinator)
    after = await network.chatbot.hearings.change("H101", network.typed(**change), by=network.coordinator)
    assert (after.verified is not None) is stays


async def test_dates_are_asked_for_from_two_weeks_before_and_again_every_week(
    network: SmallNetwork, hand: Hand
) -> None:
    await network.add_hearing(day=network.day(20))
    await network.add_hearing(day=network.day(14))
    await network.add_hearing(day="", start="")
    assert await to_check(network) == ["H102"]
    await network.chatbot.verifying.confirm("H102", How.NOTICE, by=network.coordinator)
    assert await to_check(network) == []
    hand.move(days=6.9)
    assert await to_check(network) == ["H101"]
    hand.move(days=0.2)
    assert await to_check(network) == ["H102", "H101"]
    hand.move(days=8)
    assert await to_check(network) == ["H101"]


@ON_SQLITE
async def test_an_admin_chooses_how_many_days_before(network: SmallNetwork) -> None:
    await network.add_hearing(day=network.day(20))
    with pytest.raises(NotAllowed):
        await network.chatbot.networks.set_check_days({"check_days": "21"}, by=network.coordinator)
    with pytest.raises(Invalid):
        await network.chatbot.networks.set_check_days({"check_days": "0"}, by=network.admin)
    await network.chatbot.networks.set_check_days({"check_days": "21"}, by=network.admin)
    assert await to_check(network) == ["H101"]


async def test_another_date_that_was_found_is_verified_and_told(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim("H101", by=network.ana)
    hand.move(hours=1)
    typed = {"how": "hotline", "day": network.day(9), "start": "13:30"}
    after = await network.chatbot.verifying.found("H101", typed, by=await verifier(network))
    assert after.verified is not None
    assert after.when.day != hearing.when.day
    hand.move(minutes=2)
    await network.chatbot.moving.tell()
    assert (await network.said())[-1] == "tell hearings.moved to Ana"


@ON_SQLITE
async def test_whoever_comes_comes_on_the_day_that_was_found(network: SmallNetwork, hand: Hand) -> None:
    """On the day before they are asked whether they come, and two things at that hour do not fit."""
    await network.add_hearing()
    await network.chatbot.hearings.claim("H101", by=network.ana)
    typed = {"how": "hotline", "day": network.day(9), "start": "13:30"}
    found = await network.chatbot.verifying.found("H101", typed, by=await verifier(network))
    assert found.when.day is not None
    mine = await network.chatbot.signups.on(found.when.day, person_id=network.ana.id, team_id="T1")
    assert [one.code for one in mine] == ["H101"]
    await network.add_hearing(day=network.day(9), start="13:30")
    with pytest.raises(SameHour):
        await network.chatbot.hearings.claim("H102", by=network.ana)
    hand.move(days=8, hours=1)
    assert await network.chatbot.schedule.tick() == []
    assert "tell signups.still_coming to Ana" in await network.said()


@ON_SQLITE
async def test_when_a_later_day_is_found_whoever_needs_longer_notice_is_offered_the_free_seat(
    network: SmallNetwork,
) -> None:
    await network.add_hearing(companions="1")
    for person in (network.ben, network.ana):
        await network.chatbot.hearings.claim("H101", by=person)
    await network.chatbot.people.prefer({"wanted": ("offers",), "minimum_notice": "72"}, by=network.ana)
    await network.chatbot.signups.release("H101", by=network.ben)
    typed = {"how": "hotline", "day": network.day(9), "start": "13:30"}
    found = await network.chatbot.verifying.found("H101", typed, by=await verifier(network))
    assert [one.name for one in found.roster.offers(SeatRole.COMPANION)] == ["Ana"]


@ON_SQLITE
async def test_nothing_is_confirmed_that_has_no_day_or_does_not_stand(network: SmallNetwork) -> None:
    await network.add_hearing(day="", start="")
    await network.add_hearing()
    await network.chatbot.hearings.cancel("H102", reason="Moved.", by=network.coordinator)
    with pytest.raises(NoDay):
        await network.chatbot.verifying.confirm("H101", How.NOTICE, by=network.coordinator)
    with pytest.raises(Cancelled):
        await network.chatbot.verifying.confirm("H102", How.NOTICE, by=network.coordinator)
