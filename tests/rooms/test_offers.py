"""Offering a room, changing one's mind, and who vouches for whom."""

import pytest

from chatbot.kit.refusal import Invalid
from chatbot.people.refusals import NotAllowed
from chatbot.rooms.model import Free, Standing
from chatbot.rooms.refusals import HostNotVetted, NightsPromised, NoSuchOffer, NotYourOffer, OwnHome
from tests.fixtures.database import ON_SQLITE, Hand
from tests.rooms.homes import ADDRESS, PHONE, Homes


async def test_an_offer_comes_back_as_it_was_written(homes: Homes) -> None:
    offer = await homes.offered(note="A quiet street", languages="Khmer")
    (shown,) = await homes.chatbot.rooms.mine(by=homes.network.ana)
    assert shown.offer == offer
    assert (offer.code, offer.town, offer.beds, offer.nights.until) == ("R101", "Lowell", 4, None)
    _, home = await homes.chatbot.rooms.open_to_change("r 101", by=homes.network.ana)
    assert (home.address, home.phone) == (ADDRESS, PHONE)
    assert ADDRESS not in repr((shown, home))


@ON_SQLITE
async def test_only_the_host_sees_or_changes_the_private_part(homes: Homes) -> None:
    await homes.offered()
    for person in (homes.network.ben, homes.coordinator, homes.network.admin):
        with pytest.raises(NotYourOffer):
            await homes.chatbot.rooms.open_to_change("R101", by=person)
    assert "Ana rooms.open_own" not in await homes.network.written_down()
    await homes.chatbot.rooms.open_to_change("R101", by=homes.network.ana)
    assert (await homes.network.written_down())[-1] == "Ana rooms.open_own"


@ON_SQLITE
async def test_volunteers_see_no_room_but_their_own(homes: Homes) -> None:
    await homes.offered()
    assert await homes.chatbot.rooms.mine(by=homes.network.ben) == []
    with pytest.raises(NoSuchOffer):
        await homes.chatbot.rooms.get("R101", by=homes.network.ben)
    with pytest.raises(NotAllowed):
        await homes.chatbot.rooms.free(Free(), by=homes.network.ben)


@ON_SQLITE
async def test_a_street_or_a_number_in_the_public_part_is_refused(homes: Homes) -> None:
    with pytest.raises(Invalid) as refused:
        await homes.offered(note=f"Come to {ADDRESS}", town="Lowell, call 978-555-0142")
    assert set(refused.value.problems) == {"note", "town"}
    with pytest.raises(Invalid) as unfilled:
        await homes.offered(address=" ", lengths=())
    assert set(unfilled.value.problems) == {"address", "lengths"}


async def test_nobody_is_sent_to_a_host_whom_no_coordinator_has_met(homes: Homes) -> None:
    await homes.offered(vetted=False)
    stay = await homes.asked()
    with pytest.raises(HostNotVetted):
        await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    with pytest.raises(NotAllowed):
        await homes.chatbot.rooms.vet("R101", by=homes.network.ben)
    await homes.chatbot.rooms.vet("R101", by=homes.coordinator)
    await homes.chatbot.rooms.vet("R101", by=homes.coordinator)
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    assert (await homes.network.said()).count("tell rooms.vetted to Ana") == 1
    assert "Daniel rooms.vet" in await homes.network.written_down()


@ON_SQLITE
async def test_nobody_vets_their_own_home(homes: Homes) -> None:
    await homes.offered(by=homes.coordinator, vetted=False)
    with pytest.raises(OwnHome):
        await homes.chatbot.rooms.vet("R101", by=homes.coordinator)


@ON_SQLITE
async def test_taking_the_vouching_back_ends_what_was_not_agreed_and_says_so(homes: Homes) -> None:
    await homes.offered(beds="8")
    one, other = await homes.asked(), await homes.asked()
    await homes.agreed(one, (await homes.chatbot.rooms.get("R101", by=homes.coordinator)).offer)
    await homes.chatbot.stays.propose(other.code, "R101", by=homes.coordinator)
    shown = await homes.chatbot.rooms.unvet("R101", by=homes.network.admin)
    assert shown.standing is Standing.UNVETTED
    assert [held.stay for held in shown.held] == [one.code]
    assert (await homes.again(other)).match is None
    assert (await homes.network.said())[-1] == "tell stays.host_withdrawn to Daniel"
    assert "Rosa rooms.unvet" in await homes.network.written_down()


async def test_a_host_cannot_close_a_night_that_is_promised_but_every_other(homes: Homes) -> None:
    offer = await homes.offered()
    await homes.agreed(await homes.asked(), offer)
    day = homes.network.day
    with pytest.raises(NightsPromised):
        await homes.chatbot.rooms.close_nights("R101", {"first": day(27), "until": day(30)}, by=homes.network.ana)
    shown = await homes.chatbot.rooms.close_nights("R101", {"first": day(28), "until": day(30)}, by=homes.network.ana)
    (closed,) = shown.offer.closed
    assert closed.nights.count == 2
    shown = await homes.chatbot.rooms.open_nights("R101", closed.id, by=homes.network.ana)
    assert shown.offer.closed == ()


@ON_SQLITE
async def test_a_host_cannot_shrink_the_room_below_what_is_promised(homes: Homes) -> None:
    offer = await homes.offered()
    await homes.agreed(await homes.asked(), offer)
    typed = {
        "town": "Lowell",
        "beds": "3",
        "first": homes.network.day(0),
        "lengths": ("short",),
        "address": ADDRESS,
        "phone": PHONE,
    }
    with pytest.raises(NightsPromised) as refused:
        await homes.chatbot.rooms.change("R101", typed, by=homes.network.ana)
    assert refused.value.field == "beds"
    assert (await homes.chatbot.rooms.get("R101", by=homes.network.ana)).offer.beds == 4
    changed = await homes.chatbot.rooms.change("R101", {**typed, "beds": "5"}, by=homes.network.ana)
    assert changed.offer.beds == 5


@ON_SQLITE
async def test_a_closed_room_keeps_its_promises_and_can_be_offered_again(homes: Homes) -> None:
    offer = await homes.offered(beds="8")
    kept = await homes.agreed(await homes.asked(), offer)
    waiting = await homes.asked()
    await homes.chatbot.stays.propose(waiting.code, "R101", by=homes.coordinator)
    with pytest.raises(NotYourOffer):
        await homes.chatbot.rooms.close("R101", by=homes.network.ben)
    shown = await homes.chatbot.rooms.close("R101", by=homes.network.ana)
    assert [held.stay for held in shown.held] == [kept.code]
    said = await homes.network.said()
    assert said[-1] == "tell stays.declined to Daniel"
    assert await homes.chatbot.rooms.close("R101", by=homes.network.ana) == shown, "again it changes nothing"
    assert await homes.network.said() == said
    assert await homes.chatbot.rooms.free(Free(), by=homes.coordinator) == []
    assert (await homes.chatbot.rooms.renew("R101", by=homes.network.ana)).standing is Standing.FREE


@ON_SQLITE
async def test_an_offer_is_asked_for_again_and_expires_when_nobody_answers(homes: Homes, hand: Hand) -> None:
    await homes.offered()
    for days, expected in ((82, 0), (1, 1), (0, 0), (7, 1), (1, 0)):
        hand.move(days=days)
        assert await homes.chatbot.room_jobs.ask_renewal() == expected
    told = [line for line in await homes.network.said() if "rooms." in line][1:]
    assert told == ["tell rooms.still_free to Ana", "tell rooms.expired to Ana"]
    (shown,) = await homes.chatbot.rooms.mine(by=homes.network.ana)
    assert shown.standing is Standing.EXPIRED
    assert (await homes.chatbot.rooms.renew("R101", by=homes.network.ana)).standing is Standing.FREE
