"""A backup brings back what was forgotten and what was said. Neither shall stay so."""

import shutil
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from chatbot.backups.catching_up import REACHES_OUT
from chatbot.backups.later import known_of_later
from chatbot.hearings.model import Private
from chatbot.hearings.store import hearings
from chatbot.kit.keyring import KeyRing
from chatbot.kit.outbox import State, outbox
from chatbot.people.store import people
from tests.backups.office import Operator
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork


async def states(network: SmallNetwork) -> Counter[str]:
    return Counter(f"{row.act} {row.state}" for row in await network.rows(select(outbox)))


@ON_SQLITE
async def test_what_waited_is_not_said_a_second_time_and_somebody_is_asked(
    operator: Operator, network: SmallNetwork, hand: Hand
) -> None:
    """Control: in the backup itself it waits, and was delivered since."""
    await network.add_hearing()
    then = await states(network)
    assert then["post waiting"] == 1
    await operator.backs_up()
    assert [letter.view for letter in await network.delivered()].count("hearings.card") == 1
    await operator.stops()
    hand.move(hours=1)
    restored = await operator.restores()
    assert restored.set_aside >= 1
    async with operator.at_work() as back:
        assert "hearings.card" not in [letter.view for letter in await back.delivered()]
        parked = await back.rows(select(outbox).where(outbox.c.state == State.UNSURE))
        assert {row.fault for row in parked} == {"restored"}
        await back.chatbot.undelivered.ask()
        assert any(line.startswith("tell undelivered.question") for line in await back.said())


@ON_SQLITE
async def test_what_fell_due_since_is_not_said_a_second_time(
    operator: Operator, network: SmallNetwork, hand: Hand
) -> None:
    """The question of the day before goes out at eleven; the backup is of half past ten. Control: it went out then."""
    hearing = await network.add_hearing(day=network.day(3))
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    await network.delivered()
    hand.move(days=2, minutes=30)
    await network.chatbot.schedule.tick()
    await network.delivered()
    await operator.backs_up()
    hand.move(minutes=60)
    await network.chatbot.schedule.tick()
    asked = [letter.view for letter in await network.delivered()]
    assert "signups.still_coming" in asked
    await operator.stops()
    await operator.restores()
    async with operator.at_work() as back:
        await back.chatbot.schedule.tick()
        assert "signups.still_coming" not in [letter.view for letter in await back.delivered()]


@ON_SQLITE
async def test_who_was_erased_since_is_erased_again_where_the_present_database_can_be_asked(
    operator: Operator, network: SmallNetwork
) -> None:
    """Control: without that database they are back, and the operator is told that nobody knows."""
    await operator.backs_up()
    await network.chatbot.personal.erase(by=network.ana)
    await operator.stops()
    restored = await operator.restores()
    assert (restored.later_is_known, restored.erased, restored.still_needed) == (True, 1, 0)
    async with operator.at_work() as back:
        assert "someone" in await names(back)
    operator.file.unlink()
    restored = await operator.restores()
    assert (restored.later_is_known, restored.erased) == (False, 0)
    async with operator.at_work() as back:
        assert "someone" not in await names(back)


@ON_SQLITE
async def test_a_legal_hold_that_was_set_since_stands_again_before_anything_is_forgotten(
    operator: Operator, network: SmallNetwork, hand: Hand
) -> None:
    """Control: without the hold the details go as soon as the backup is back."""
    hearing = await network.add_hearing(contact="Ask for Tia")
    await operator.backs_up()
    await network.chatbot.holds.begin(reason="A court order", by=network.admin)
    await operator.stops()
    hand.move(days=40)
    await operator.restores()
    async with operator.at_work() as back:
        assert await back.chatbot.holds.standing(by=back.admin)
        opened = await back.chatbot.hearings.open_details(hearing.code, by=back.coordinator)
        assert opened.private == Private(contact="Ask for Tia")
    operator.file.unlink()
    await operator.restores()
    async with operator.at_work() as back:
        assert {row.contact for row in await back.rows(select(hearings.c.contact))} == {None}


@ON_SQLITE
async def test_a_database_that_is_no_later_state_of_the_backup_says_nothing(
    operator: Operator, network: SmallNetwork
) -> None:
    """Its audit does not go through the line at which the backup's ends: people of one number may be two people."""
    await network.chatbot.personal.erase(by=network.ana)
    await network.chatbot.audit.chain()
    good = await operator.backs_up()
    url = operator.settings.database_url.get_secret_value()
    team, chains = next(iter(good.chains.items()))
    assert await known_of_later(url, network.chatbot.clock, good)
    other = good.model_copy(update={"chains": {team: chains.model_copy(update={"audit": f"1:{'0' * 64}"})}})
    assert await known_of_later(url, network.chatbot.clock, other) is None


@ON_SQLITE
async def test_codes_that_may_stand_on_cards_since_are_not_given_out_again(
    operator: Operator, network: SmallNetwork, hand: Hand
) -> None:
    """A card of H102 hangs in the channel: a press on it must not meet another hearing."""
    await network.add_hearing()
    await operator.backs_up()
    lost = await network.add_hearing()
    await operator.stops()
    hand.move(days=8)
    await operator.restores()
    async with operator.at_work() as back:
        again = await back.add_hearing()
    assert (lost.code, again.code) == ("H102", "H302")


@ON_SQLITE
async def test_the_key_ring_stays_as_it_is_until_the_bot_starts(
    operator: Operator, network: SmallNetwork, hand: Hand, tmp_path: Path
) -> None:
    """A backup may yet be refused, and the database that is there needs its keys. Control: the next tick renews."""
    assert REACHES_OUT in [entry.name for entry in network.chatbot.schedule.entries]
    (tmp_path / "keys").mkdir(mode=0o700)
    await network.add_hearing(contact="Ask for Tia")
    ring = Path(shutil.copy(operator.settings.keyring_file, tmp_path / "keys" / "ring.json"))
    operator.settings = operator.settings.model_copy(update={"keyring_file": ring})
    await operator.backs_up()
    await operator.stops()
    hand.move(days=65)
    then = KeyRing.load(ring).ids
    await operator.restores()
    assert KeyRing.load(ring).ids == then
    async with operator.at_work() as back:
        await back.chatbot.keys.renew_old()
    assert "2026-03" not in KeyRing.load(ring).ids


async def names(network: SmallNetwork) -> set[str]:
    return {row.name for row in await network.rows(select(people.c.name))}
