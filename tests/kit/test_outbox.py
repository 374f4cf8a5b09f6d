"""What is written to be said: together with the fact it tells, or not at all."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from chatbot.kit import letters
from chatbot.kit import outbox as kit_outbox
from chatbot.kit.database import Database, Tx, Work
from chatbot.kit.outbox import KEPT, SOON, Act, Outbox, State, outbox
from tests.fixtures.database import Hand
from tests.fixtures.pace import AT_ONCE


class Bell:
    """Rings when something new is there to be said."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def written(bell: Bell) -> Outbox:
    written = Outbox()
    written.listen(bell.ring)
    return written


def card(written: Outbox, *subjects: str, team: str = "T1") -> Work[int]:
    """A card that shows these subjects, to be written in a transaction."""
    return partial(written.announce, team_id=team, channel="C1", view="card", ref="1", subjects=subjects)


async def arrived(letter: letters.Letter, tx: Tx) -> None:
    await letters.sent(tx, letter, "1.0")


async def acts(database: Database) -> list[str]:
    async def read(tx: Tx) -> list[str]:
        return [row.act for row in await tx.all(select(outbox).order_by(outbox.c.id))]

    return await database.run(read)


async def send_all(database: Database) -> None:
    while taken := await database.run(lambda tx: letters.take(tx, 16, AT_ONCE)):
        for letter in taken:
            await database.run(partial(arrived, letter))


async def test_what_a_verb_that_fails_wanted_to_say_is_never_said(
    database: Database, written: Outbox, bell: Bell
) -> None:
    async def fails(tx: Tx) -> None:
        await written.tell(tx, team_id="T1", person_id=1, view="hello")
        raise ValueError

    with pytest.raises(ValueError):
        await database.run(fails)
    assert (await acts(database), bell.rung) == ([], 0)


async def test_the_delivery_is_woken_after_the_commit(database: Database, written: Outbox, bell: Bell) -> None:
    async def work(tx: Tx) -> int:
        await written.tell(tx, team_id="T1", person_id=1, view="hello", hearing=1)
        return bell.rung

    assert (await database.run(work), bell.rung) == (0, 1)


async def test_a_card_may_show_many_things_and_follows_each(database: Database, written: Outbox) -> None:
    await database.run(card(written, "hearing:1", "place:1", "hearing:1"))
    await send_all(database)
    for subject in ("hearing:1", "place:1", "hearing:2"):
        await database.run(partial(written.changed, team_id="T1", subject=subject))
        await send_all(database)
    assert await acts(database) == ["post", "update", "update"]


async def test_a_message_can_come_to_show_something_more(database: Database, written: Outbox) -> None:
    await database.run(card(written, "hearing:1"))
    await send_all(database)
    for _ in range(2):
        await database.run(lambda tx: written.shows(tx, team_id="T1", subject="hearing:1", also="place:2"))
    await database.run(lambda tx: written.changed(tx, team_id="T1", subject="place:2"))
    assert await acts(database) == ["post", "update"]


async def test_a_change_in_one_workspace_redraws_nothing_in_another(database: Database, written: Outbox) -> None:
    """T11"""
    for team in ("T1", "T2"):
        await database.run(card(written, "hearing:1", team=team))
    await send_all(database)
    await database.run(lambda tx: written.changed(tx, team_id="T2", subject="hearing:1"))
    (letter,) = await database.run(lambda tx: letters.take(tx, 16, AT_ONCE))
    assert (letter.team_id, letter.act) == ("T2", Act.UPDATE)


async def test_a_thousand_changes_wait_as_one_update(database: Database, written: Outbox) -> None:
    await database.run(card(written, "hearing:1"))
    await send_all(database)

    async def burst(tx: Tx) -> None:
        for _ in range(1000):
            await written.changed(tx, team_id="T1", subject="hearing:1")

    await database.run(burst)
    assert await acts(database) == ["post", "update"]


async def test_what_can_wait_a_moment_is_one_word_and_holds_nothing_up(
    database: Database, written: Outbox, hand: Hand
) -> None:
    soon = partial(written.tell_soon, team_id="T1", person_id=1, view="riders")
    for need in (7, 7, 8):
        await database.run(partial(soon, need=need))
        hand.now += SOON / 3
    await database.run(partial(written.tell, team_id="T1", person_id=1, view="hello"))
    assert await leaving(database) == [("hello", {})], "the other word does not wait for them"
    hand.now += SOON / 3
    await database.run(partial(soon, need=8))
    assert await leaving(database) == [("riders", {"need": 7})]
    hand.now += SOON
    assert await leaving(database) == [("riders", {"need": 8})], "it was put off while more came up"
    await database.run(partial(soon, need=8))
    hand.now += SOON
    assert await leaving(database) == [("riders", {"need": 8})], "what came up after it was said is said again"


async def test_control_what_was_put_back_holds_up_what_comes_after_it(
    database: Database, written: Outbox, hand: Hand
) -> None:
    await database.run(partial(written.tell_soon, team_id="T1", person_id=1, view="riders"))
    hand.now += SOON
    (letter,) = await database.run(lambda tx: letters.take(tx, 16, AT_ONCE))
    await database.run(lambda tx: letters.put_back(tx, letter, SOON, "ratelimited"))
    await database.run(partial(written.tell, team_id="T1", person_id=1, view="hello"))
    assert await leaving(database) == []
    hand.now += SOON
    assert await leaving(database) == [("riders", {}), ("hello", {})]


async def leaving(database: Database) -> list[tuple[str, Any]]:
    """What leaves now, in its order: each word with its blanks."""
    gone = []
    while taken := await database.run(lambda tx: letters.take(tx, 16, AT_ONCE)):
        for letter in taken:
            await database.run(partial(arrived, letter))
            gone.append((letter.view, dict(letter.blanks)))
    return gone


async def test_what_was_said_is_forgotten_after_a_week_and_what_is_unsure_is_not(
    database: Database, written: Outbox, hand: Hand
) -> None:
    for person in (1, 2, 3):
        await database.run(partial(written.tell, team_id="T1", person_id=person, view="hello"))
    first, second, third = await database.run(lambda tx: letters.take(tx, 16, AT_ONCE))
    await database.run(lambda tx: letters.sent(tx, first, "1.0"))
    await database.run(lambda tx: letters.end(tx, second, State.UNSURE, "TimeoutError"))
    await database.run(lambda tx: letters.end(tx, third, State.DROPPED))
    hand.now += KEPT
    assert await database.run(kit_outbox.forget_old) == 0
    hand.move(minutes=1)
    assert await database.run(kit_outbox.forget_old) == 2
    assert await database.run(letters.counted) == {State.UNSURE: 1}
