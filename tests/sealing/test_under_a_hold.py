"""While a legal hold stands everything that is held stays readable, in the database and in its backups."""

from sqlalchemy import select

from chatbot.hearings.model import Private
from chatbot.hearings.store import hearings
from chatbot.kit.keyring import KeyRing
from chatbot.kit.sealed import key_of
from chatbot.sealing.model import Renewed
from handlers.operator.keys import rotate
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

CONTACT = "Ask for Tia"

pytestmark = ON_SQLITE


async def months_pass(network: SmallNetwork, hand: Hand, number: int) -> list[Renewed]:
    """So many months, each with its nights and its renewing."""
    forget = next(one for one in network.chatbot.schedule.entries if one.name == "retention.forget").do
    done = []
    for _ in range(number):
        hand.move(days=31)
        await forget()
        done.append(await network.chatbot.keys.renew_old())
    return done


async def test_what_is_held_is_sealed_anew_and_no_key_goes_until_the_hold_is_lifted(
    network: SmallNetwork, ring: KeyRing, hand: Hand
) -> None:
    hearing = await network.add_hearing(contact=CONTACT)
    await network.chatbot.holds.begin(reason="the court asks", by=network.admin)
    done = await months_pass(network, hand, 3)
    assert done == [Renewed(), Renewed(values=2, held=("2026-03",)), Renewed(held=("2026-03",))]
    opened = await network.chatbot.hearings.open_details(hearing.code, by=network.coordinator)
    assert opened.private == Private(contact=CONTACT)
    (row,) = await network.rows(select(hearings.c.contact))
    assert key_of(row.contact) == "2026-05", "renewed, not destroyed"
    assert "2026-03" in ring.ids, "a backup of March still opens"
    hold = await network.chatbot.holds.open_standing(by=network.admin)
    assert hold is not None
    assert hold.reason == "the court asks"
    await network.chatbot.holds.lift(by=network.admin)
    (after,) = await months_pass(network, hand, 1)
    assert "2026-03" in after.destroyed


async def test_control_without_a_hold_the_details_and_the_key_are_gone(
    network: SmallNetwork, ring: KeyRing, hand: Hand
) -> None:
    await network.add_hearing(contact=CONTACT)
    await months_pass(network, hand, 2)
    assert [row.contact for row in await network.rows(select(hearings.c.contact))] == [None]
    assert "2026-03" not in ring.ids


async def test_an_operator_who_rotates_under_a_hold_is_told_which_keys_stay(
    network: SmallNetwork, ring: KeyRing
) -> None:
    await network.add_hearing(contact=CONTACT)
    await network.chatbot.holds.begin(reason="", by=network.admin)
    assert await rotate(network.chatbot, give_up=False) == (
        True,
        [
            "1 private details are sealed under the new key 2026-03.02.",
            "Kept while a legal hold stands: 2026-03. They go within a day of its end.",
            "Copy the key ring now, and throw its older copies away: they hold the old keys.",
        ],
    )
    assert ring.ids == ("2026-03", "2026-03.02")
