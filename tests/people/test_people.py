"""Meeting people, what they agreed to, and whom the network entrusts with what."""

import asyncio
from collections.abc import Iterable

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.people.model import Grant, Person, Role, Sighting, Standing
from chatbot.people.refusals import LastAdmin, NotAllowed, NotAPerson, Outsider
from chatbot.people.rules import entrusted, require_coordinator, require_member
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import TEAM, SmallNetwork, met

ADMIN, LEAD, EVERYWHERE = Grant(role=Role.ADMIN), Grant(role=Role.LEAD), Grant(role=Role.COORDINATOR)
MERRIMACK = Grant(role=Role.COORDINATOR, area="Merrimack Valley")


def sighting(**changes: object) -> Sighting:
    return Sighting(**{"team_id": TEAM, "account": "U1", "name": "Ana", **changes})  # type: ignore[arg-type]


async def entrust(network: SmallNetwork, person: Person, grants: Iterable[Grant], *, by: Person) -> Person:
    return await network.chatbot.people.entrust(person_id=person.id, grants=grants, by=by)


async def test_someone_seen_for_the_first_time_is_a_volunteer(chatbot: Chatbot, hand: Hand) -> None:
    person = await chatbot.people.meet(sighting(language="pt"))
    assert (person.name, person.language, person.standing) == ("Ana", "pt", Standing.MEMBER)
    assert (person.grants, person.agreed_version, person.seen_at) == (frozenset(), 0, hand.now)
    assert not person.is_admin


async def test_someone_seen_again_keeps_what_the_network_knows(chatbot: Chatbot) -> None:
    first = await chatbot.people.agree(version=3, by=await chatbot.people.meet(sighting()))
    again = await chatbot.people.meet(sighting(name="Ana B.", standing=Standing.GUEST))
    assert (again.id, again.agreed_version) == (first.id, 3)
    assert (again.name, again.standing) == ("Ana B.", Standing.GUEST)


async def test_someone_seen_twenty_times_at_once_is_one_person(chatbot: Chatbot) -> None:
    people = await asyncio.gather(*(chatbot.people.meet(sighting(account="U-SET")) for _ in range(20)))
    assert len({person.id for person in people}) == 1
    assert all(person.is_admin for person in await asyncio.gather(chatbot.people.meet(sighting(account="U-SET"))))


async def test_a_name_of_any_length_is_taken(chatbot: Chatbot) -> None:
    assert len((await chatbot.people.meet(sighting(name="x" * 500))).name) == 80


async def test_the_same_account_in_two_workspaces_is_two_people(chatbot: Chatbot) -> None:
    here, there = [await chatbot.people.meet(sighting(team_id=team)) for team in ("T1", "T2")]
    assert here.id != there.id
    assert await chatbot.people.by_id(team_id="T2", person_id=here.id) is None
    assert await chatbot.people.of_account("U1") is None, "two workspaces know this account"


async def test_what_is_known_of_someone_is_asked_again_after_twelve_hours(chatbot: Chatbot, hand: Hand) -> None:
    person = await chatbot.people.meet(sighting())
    hand.move(hours=11, minutes=59)
    assert await chatbot.people.known(team_id=TEAM, account="U1") == person
    hand.move(minutes=1)
    assert await chatbot.people.known(team_id=TEAM, account="U1") is None
    assert await chatbot.people.known(team_id=TEAM, account="U2") is None


@ON_SQLITE
async def test_admins_are_owners_of_the_workspace_and_those_the_operator_named(chatbot: Chatbot) -> None:
    owner = await chatbot.people.meet(sighting(account="U-OWNER", is_owner=True))
    named = await chatbot.people.meet(sighting(account="U-SET"))
    guest = await chatbot.people.meet(sighting(team_id="T2", account="U-SET", standing=Standing.GUEST))
    assert [person.is_admin for person in (owner, named, guest)] == [True, True, False]
    assert owner.coordinates("Greater Boston")
    assert owner.has(Role.LEAD)
    assert not owner.has(Role.TREASURER)


@ON_SQLITE
async def test_an_owner_who_is_owner_no_more_is_no_admin(chatbot: Chatbot) -> None:
    await chatbot.people.meet(sighting(is_owner=True))
    assert not (await chatbot.people.meet(sighting())).is_admin


async def test_agreeing_is_written_down(network: SmallNetwork) -> None:
    person = await network.chatbot.people.agree(version=1, by=network.newcomer)
    assert person.agreed_version == 1
    assert (await network.written_down())[-1] == "Newt people.agree 1"


@pytest.mark.parametrize("standing", [Standing.GUEST, Standing.STRANGER, Standing.GONE])
@ON_SQLITE
async def test_outsiders_do_not_agree_to_anything(chatbot: Chatbot, standing: Standing) -> None:
    outsider = await chatbot.people.meet(sighting(standing=standing))
    with pytest.raises(Outsider):
        await chatbot.people.agree(version=1, by=outsider)
    with pytest.raises(Outsider):
        require_member(outsider)


async def test_coordinators_say_who_was_trained_and_admins_say_the_rest(network: SmallNetwork) -> None:
    trained = await entrust(network, network.ana, {LEAD}, by=network.coordinator)
    assert trained.grants == {LEAD}
    for grant in (EVERYWHERE, MERRIMACK, ADMIN, Grant(role=Role.TREASURER)):
        with pytest.raises(NotAllowed):
            await entrust(network, trained, {LEAD, grant}, by=network.coordinator)
        assert (await entrust(network, trained, {LEAD, grant}, by=network.admin)).has(grant.role)
        await entrust(network, trained, {LEAD}, by=network.admin)
    with pytest.raises(NotAllowed):
        await entrust(network, network.ben, {LEAD}, by=network.ana)
    assert (await network.again(network.ben)).grants == frozenset()


async def test_nobody_gives_a_role_to_themselves(network: SmallNetwork) -> None:
    """T11"""
    for person in (network.ana, network.lead, network.coordinator):
        with pytest.raises(NotAllowed):
            await entrust(network, person, {*person.grants, ADMIN}, by=person)


@ON_SQLITE
async def test_what_was_not_up_for_choice_stays(network: SmallNetwork) -> None:
    await network.chatbot.people.entrust(
        person_id=network.lead.id, grants={EVERYWHERE, ADMIN}, among=[Role.COORDINATOR], by=network.admin
    )
    assert (await network.again(network.lead)).grants == {LEAD, EVERYWHERE}
    assert entrusted({LEAD}, {Grant(role=Role.VOLUNTEER)}, set(Role)) == frozenset()


@ON_SQLITE
async def test_only_members_of_this_workspace_are_entrusted_with_anything(network: SmallNetwork) -> None:
    """T11"""
    guest = await network.chatbot.people.meet(sighting(standing=Standing.GUEST))
    elsewhere = await met(network.chatbot, "Elsewhere", team="T2")
    for person in (guest, elsewhere):
        with pytest.raises(NotAPerson):
            await entrust(network, person, {LEAD}, by=network.admin)


async def test_the_last_admin_cannot_step_down(chatbot: Chatbot) -> None:
    last = await chatbot.people.meet(sighting(account="U-SET"))
    with pytest.raises(LastAdmin):
        await chatbot.people.entrust(person_id=last.id, grants=(), by=last)
    second = await chatbot.people.meet(sighting())
    await chatbot.people.entrust(person_id=second.id, grants={ADMIN}, by=last)
    assert not (await chatbot.people.entrust(person_id=last.id, grants=(), by=last)).is_admin


@ON_POSTGRESQL
async def test_two_admins_who_step_down_at_once_leave_one(chatbot: Chatbot) -> None:
    first = await chatbot.people.meet(sighting(account="U-SET"))
    second = await chatbot.people.meet(sighting())
    second = await chatbot.people.entrust(person_id=second.id, grants={ADMIN}, by=first)
    for _ in range(5):
        ends = await asyncio.gather(
            *(chatbot.people.entrust(person_id=one.id, grants=(), by=one) for one in (first, second)),
            return_exceptions=True,
        )
        assert sorted(type(end).__name__ for end in ends) == ["LastAdmin", "Person"]
        left = first if isinstance(ends[0], LastAdmin) else second
        for one in (first, second):
            await chatbot.people.entrust(person_id=one.id, grants={ADMIN}, by=left)


@ON_SQLITE
async def test_a_coordinator_of_one_area_coordinates_that_area_only(network: SmallNetwork) -> None:
    luz = network.of_merrimack
    assert luz.has(Role.COORDINATOR)
    assert [luz.coordinates(area) for area in ("Merrimack Valley", "Greater Boston", "")] == [True, False, False]
    assert all(network.coordinator.coordinates(area) for area in ("Merrimack Valley", "Greater Boston", ""))
    require_coordinator(luz)
    require_coordinator(luz, "Merrimack Valley")
    for area in ("Greater Boston", ""):
        with pytest.raises(NotAllowed):
            require_coordinator(luz, area)


@ON_SQLITE
async def test_coordinators_see_who_holds_a_role_by_name(network: SmallNetwork) -> None:
    trusted = await network.chatbot.people.trusted(by=network.of_merrimack)
    assert [person.name for person in trusted] == ["Daniel", "Luz", "Mei", "Rosa"]
    with pytest.raises(NotAllowed):
        await network.chatbot.people.trusted(by=network.ana)


def test_a_printed_person_has_no_name() -> None:
    """T14"""
    assert "Ana" not in repr(sighting())
