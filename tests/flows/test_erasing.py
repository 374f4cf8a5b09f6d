"""Someone is erased: their seats go to others, money stays under no name, and nothing leads to them any more."""

import json

import pytest
from sqlalchemy import select

from chatbot.bonds.store import pledges
from chatbot.flows.holds.refusals import OnHold
from chatbot.flows.person.refusals import StillNeeded
from chatbot.kit.columns import metadata
from chatbot.kit.refusal import Refusal
from chatbot.people.model import Grant, Role
from chatbot.people.refusals import LastAdmin
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import SmallNetwork, met
from tests.rooms.homes import ADDRESS, Homes


async def everything(network: SmallNetwork) -> str:
    """All that the database holds, as text."""
    return " ".join([str(await network.rows(select(table))) for table in metadata.sorted_tables])


async def test_their_seat_is_offered_to_whoever_waits_and_their_name_is_nowhere(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="1", day=network.day(20))
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    await network.chatbot.hearings.claim(hearing.code, by=network.ben)
    assert "'Ana'" in await everything(network)
    await network.chatbot.personal.erase(by=network.ana)
    assert "tell signups.offer to Ben" in await network.said()
    found = await everything(network)
    assert "'Ana'" not in found
    assert "U-ANA" not in found
    assert [room.title.msgid for room in (await network.chatbot.personal.mine(by=network.ana)).rooms] == [
        "You",
        "Seats",
    ]


@ON_SQLITE
async def test_money_that_was_given_stays_and_what_was_not_is_expected_no_more(network: SmallNetwork) -> None:
    fund = await SmallFund.of(network)
    drive, other = await fund.start(), await fund.start(alias="B.")
    given = await fund.pledge(drive, "500", by=network.ana)
    await fund.receive(given)
    await fund.pledge(other, "40", by=network.ana)
    before = await fund.books()
    await network.chatbot.personal.erase(by=network.ana)
    assert await fund.books() == before
    rows = await network.rows(select(pledges.c.withdrawn).order_by(pledges.c.id))
    assert [row.withdrawn for row in rows] == [False, True]
    assert (await fund.pledge_again(given)).name == "someone"


@ON_SQLITE
async def test_a_host_cannot_be_erased_before_promised_guests_have_left(network: SmallNetwork, hand: Hand) -> None:
    homes = Homes(network)
    offer, stay = await homes.offered(), await homes.asked()
    bot = network.chatbot
    await bot.stays.propose(stay.code, offer.code, by=network.coordinator)
    await bot.stays.accept(stay.code, by=network.ana)
    await bot.stays.guests_agree(stay.code, by=network.coordinator)
    with pytest.raises(StillNeeded):
        await bot.personal.erase(by=network.ana)
    hand.move(days=29)
    copied = json.loads(await bot.personal.copy(by=network.ana))
    assert copied["room_offers"][0]["address"] == ADDRESS
    await bot.personal.erase(by=network.ana)
    (room,) = (await network.rows(select(metadata.tables["room_offers"])))[:1]
    assert (room.address, room.town, room.state) == (None, "", "closed")


@ON_SQLITE
async def test_while_a_legal_hold_stands_nobody_is_erased(network: SmallNetwork) -> None:
    await network.chatbot.holds.begin(reason="", by=network.admin)
    with pytest.raises(OnHold):
        await network.chatbot.personal.erase(by=network.ana)
    assert (await network.again(network.ana)).name == "Ana"


@ON_SQLITE
async def test_the_last_admin_who_owns_nothing_stays(network: SmallNetwork) -> None:
    other = await met(network.chatbot, "Pia", team="T2", owner=True)
    ida = await met(network.chatbot, "Ida", team="T2")
    ida = await network.chatbot.people.entrust(person_id=ida.id, grants={Grant(role=Role.ADMIN)}, by=other)
    await network.chatbot.personal.erase(by=other)
    with pytest.raises(LastAdmin):
        await network.chatbot.personal.erase(by=ida)


@ON_SQLITE
async def test_nobody_erases_or_reads_anybody_else_of_the_workspace(network: SmallNetwork) -> None:
    for by in (network.ben, network.coordinator):
        with pytest.raises(Refusal):
            await network.chatbot.personal.erase_outsider(network.ana.id, by=by)
        with pytest.raises(Refusal):
            await network.chatbot.personal.of_outsider(network.ana.id, by=by)


@ON_SQLITE
async def test_erasing_someone_half_way_leaves_everything_as_it_was(
    network: SmallNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    hearing = await network.add_hearing(day=network.day(20))
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    before = await everything(network)

    async def fails(*_: object) -> None:
        raise RuntimeError("the last step")

    with monkeypatch.context() as patch:
        patch.setattr(network.chatbot.people, "erased", fails)
        with pytest.raises(RuntimeError, match="last step"):
            await network.chatbot.personal.erase(by=network.ana)
    assert await everything(network) == before
