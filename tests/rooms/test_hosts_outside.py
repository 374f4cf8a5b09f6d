"""Hosts who are not in Slack: a coordinator offers their room and answers for them."""

import pytest

from chatbot.people.refusals import NotAllowed
from chatbot.rooms.model import Offer, Standing
from chatbot.rooms.refusals import AnsweredFor, NoSuchOffer, NotYourOffer
from chatbot.rooms.stays.model import MatchState
from chatbot.rooms.stays.refusals import NotAsked, OwnGuests
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.rooms.homes import ADDRESS, CONTACT, Homes

pytestmark = ON_SQLITE
GRANDMA = "Nana Lucille"


@pytest.fixture
def homes(network: SmallNetwork) -> Homes:
    return Homes(network)


async def kept(homes: Homes) -> Offer:
    """Daniel answers for Nana Lucille; he has met her and vouches for her."""
    return await homes.offered(by=homes.coordinator, name=GRANDMA)


async def told(network: SmallNetwork) -> list[str]:
    return [said.removeprefix("tell ") for said in await network.said() if said.startswith("tell")]


async def test_the_whole_way_goes_through_the_coordinator_who_answers_for_her(
    homes: Homes, network: SmallNetwork, hand: Hand
) -> None:
    offer = await kept(homes)
    assert (offer.host, offer.keeper, offer.voice_id) == (GRANDMA, "Daniel", homes.coordinator.id)
    luz, stays = network.of_merrimack, network.chatbot.stays
    stay = await homes.asked(by=luz)
    await stays.propose(stay.code, offer.code, by=luz)
    assert await told(network) == ["stays.proposed to Daniel"]
    await stays.accept(stay.code, by=homes.coordinator)
    agreed = await stays.guests_agree(stay.code, by=luz)
    assert agreed.match is not None
    assert agreed.match.state is MatchState.AGREED
    assert "stays.agreed to Daniel" in await told(network)
    opened = await network.chatbot.hosting.open_contacts(stay.code, by=homes.coordinator)
    assert (opened.guests, opened.home) == (CONTACT, None)
    theirs = await network.chatbot.hosting.open_contacts(stay.code, by=luz)
    assert theirs.home is not None
    assert theirs.home.address == ADDRESS
    hand.move(days=8)
    await network.chatbot.room_jobs.check_in()
    assert "stays.check_in to Daniel" in await told(network)


async def test_nobody_is_the_voice_of_both_sides(homes: Homes, network: SmallNetwork) -> None:
    """He may propose her room to guests he looks after; their yes is passed on by somebody else."""
    offer = await kept(homes)
    stay = await homes.asked()
    stays = network.chatbot.stays
    await stays.propose(stay.code, offer.code, by=homes.coordinator)
    await stays.accept(stay.code, by=homes.coordinator)
    with pytest.raises(OwnGuests):
        await stays.guests_agree(stay.code, by=homes.coordinator)
    await stays.guests_agree(stay.code, by=network.admin)


async def test_another_coordinator_neither_answers_for_her_nor_reads_her_address(
    homes: Homes, network: SmallNetwork
) -> None:
    offer = await kept(homes)
    stay = await homes.asked()
    await network.chatbot.stays.propose(stay.code, offer.code, by=homes.coordinator)
    with pytest.raises(NotAsked):
        await network.chatbot.stays.accept(stay.code, by=network.admin)
    with pytest.raises(NotYourOffer):
        await network.chatbot.rooms.open_to_change(offer.code, by=network.admin)
    with pytest.raises(NoSuchOffer):
        await network.chatbot.rooms.get(offer.code, by=network.ana)
    await network.chatbot.rooms.close(offer.code, by=network.admin)
    assert (await network.chatbot.rooms.get(offer.code, by=homes.coordinator)).standing is Standing.CLOSED


async def test_he_writes_her_room_down_anew_and_that_opening_is_noted(homes: Homes, network: SmallNetwork) -> None:
    offer = await kept(homes)
    assert [one.offer.code for one in await network.chatbot.rooms.mine(by=homes.coordinator)] == [offer.code]
    _, home = await network.chatbot.rooms.open_to_change(offer.code, by=homes.coordinator)
    assert home.address == ADDRESS
    assert "Daniel rooms.open_own" in await network.written_down()


async def test_when_he_coordinates_no_more_another_takes_over_and_not_before(
    homes: Homes, network: SmallNetwork
) -> None:
    offer = await kept(homes)
    take_over = network.chatbot.rooms.take_over
    with pytest.raises(AnsweredFor):
        await take_over(offer.code, by=network.of_merrimack)
    await network.chatbot.people.entrust(person_id=homes.coordinator.id, grants=set(), by=network.admin)
    with pytest.raises(NotYourOffer):
        await network.chatbot.rooms.open_to_change(offer.code, by=await network.again(homes.coordinator))
    with pytest.raises(NotAllowed):
        await take_over(offer.code, by=network.ana)
    shown = await take_over(offer.code, by=network.of_merrimack)
    assert (shown.offer.host, shown.offer.keeper) == (GRANDMA, "Luz")
    own = await homes.offered(by=network.ana, vetted=False)
    with pytest.raises(AnsweredFor):
        await take_over(own.code, by=network.admin)


async def test_only_coordinators_offer_somebody_elses_room(homes: Homes, network: SmallNetwork) -> None:
    with pytest.raises(NotAllowed):
        await homes.offered(by=network.ana, name=GRANDMA)


async def test_two_rooms_of_one_host_are_vouched_for_together(homes: Homes, network: SmallNetwork) -> None:
    await kept(homes)
    second = await homes.offered(by=network.admin, name=GRANDMA.upper(), vetted=False)
    assert second.vetted
    assert second.keeper == "Rosa"
