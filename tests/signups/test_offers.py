"""Who is offered a seat that came free: those who want to hear of it, in time for them."""

from chatbot.people.model import Person
from chatbot.signups.model import SeatRole
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork


async def prefers(network: SmallNetwork, person: Person, **typed: object) -> None:
    await network.chatbot.people.prefer({"wanted": ("offers",), **typed}, by=person)


async def a_line(network: SmallNetwork) -> None:
    """Mei has the one seat of a hearing in two days; Ana and Ben wait, in this order."""
    await network.add_hearing(companions="1")
    for person in (network.lead, network.ana, network.ben):
        await network.chatbot.signups.claim("H101", by=person)


async def offered(network: SmallNetwork) -> list[str]:
    roster = (await network.chatbot.signups.get("H101", team_id="T1")).roster
    return [one.name for one in roster.offers(SeatRole.COMPANION)]


@ON_SQLITE
async def test_control_the_first_in_line_is_asked(network: SmallNetwork) -> None:
    await a_line(network)
    await network.chatbot.signups.release("H101", by=network.lead)
    assert await offered(network) == ["Ana"]


@ON_SQLITE
async def test_who_needs_longer_notice_than_is_left_is_passed_over_and_keeps_their_place(network: SmallNetwork) -> None:
    await a_line(network)
    await prefers(network, network.ana, minimum_notice="72")
    await network.chatbot.signups.release("H101", by=network.lead)
    assert await offered(network) == ["Ben"]
    roster = (await network.chatbot.signups.get("H101", team_id="T1")).roster
    assert roster.place_in_line(network.ana.id) == 1
    assert [said for said in await network.said() if said.startswith("tell signups.offer to")] == [
        "tell signups.offer to Ben"
    ]


@ON_SQLITE
async def test_notice_counts_from_the_moment_the_seat_comes_free(network: SmallNetwork, hand: Hand) -> None:
    """The hearing is 46 hours away: 40 hours of notice are enough now, and too many the next morning."""
    await a_line(network)
    await prefers(network, network.ana, minimum_notice="40")
    hand.move(hours=10)
    await network.chatbot.signups.release("H101", by=network.lead)
    assert await offered(network) == ["Ben"]


@ON_SQLITE
async def test_who_has_switched_offers_off_is_passed_over_until_they_are_on_again(network: SmallNetwork) -> None:
    await a_line(network)
    await prefers(network, network.ana, wanted=())
    await network.chatbot.signups.release("H101", by=network.lead)
    assert await offered(network) == ["Ben"]
    await prefers(network, network.ana)
    await network.chatbot.signups.pass_on("H101", by=network.ben)
    assert await offered(network) == ["Ana"]


@ON_SQLITE
async def test_when_nobody_in_line_can_be_asked_the_channel_hears_of_the_seat(network: SmallNetwork) -> None:
    await a_line(network)
    for person in (network.ana, network.ben):
        await prefers(network, person, wanted=())
    await network.chatbot.signups.release("H101", by=network.lead)
    assert await offered(network) == []
    assert "post signups.open_seat" in await network.said()
    claimed = await network.chatbot.signups.claim("H101", by=network.ana)
    assert claimed.occasion.roster.holders(SeatRole.COMPANION)[0].name == "Ana", "who waits may still press Claim"


async def the_offer_runs_out_at_the_start(network: SmallNetwork, hand: Hand) -> None:
    """Ana does not answer; when the clock looks again, the hearing has begun an hour ago."""
    await a_line(network)
    await network.chatbot.signups.release("H101", by=network.lead)
    hand.move(hours=48)
    assert await network.chatbot.schedule.tick() == []


@ON_SQLITE
async def test_once_it_has_begun_nobody_is_offered_a_seat_and_whoever_waits_may_take_it(
    network: SmallNetwork, hand: Hand
) -> None:
    await the_offer_runs_out_at_the_start(network, hand)
    assert await offered(network) == []
    claimed = await network.chatbot.signups.claim("H101", by=network.ben)
    assert [one.name for one in claimed.occasion.roster.holders(SeatRole.COMPANION)] == ["Ben"]


@ON_SQLITE
async def test_when_it_is_put_off_after_it_has_begun_the_line_is_asked_again(network: SmallNetwork, hand: Hand) -> None:
    """Ben could not be asked any more when the seat came free. Ana let it pass."""
    await the_offer_runs_out_at_the_start(network, hand)
    later = network.typed(companions="1", day=network.day(3))
    await network.chatbot.hearings.change("H101", later, by=network.coordinator)
    assert await offered(network) == ["Ben"]


@ON_SQLITE
async def test_when_it_is_put_off_whoever_needs_longer_notice_is_asked(network: SmallNetwork) -> None:
    await a_line(network)
    for person in (network.ana, network.ben):
        await prefers(network, person, minimum_notice="72")
    await network.chatbot.signups.release("H101", by=network.lead)
    assert await offered(network) == []
    later = network.typed(companions="1", day=network.day(5))
    await network.chatbot.hearings.change("H101", later, by=network.coordinator)
    assert await offered(network) == ["Ana"]
