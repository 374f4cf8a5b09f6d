"""docs/states.md is true: every row of its tables is played against the program."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from chatbot.signups import times
from chatbot.signups.model import Roster, SeatRole
from chatbot.signups.times import WINDOWS, is_sure, offer_until
from tests.fixtures.database import MONDAY, ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.repo.documents import rows, section, text_of
from tests.signups.occasion import signup, when

PAGE = "docs/states.md"

State = Callable[[SmallNetwork, Hand], Awaitable[None]]
"""Brings Ana there, with one companion's seat in H101."""

FULL = {"companions": "1"}


async def nothing(_network: SmallNetwork, _hand: Hand) -> None:
    """She never pressed anything."""


async def waiting(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.claim("H101", by=network.ben)
    await network.chatbot.signups.claim("H101", by=network.ana)


async def offered(network: SmallNetwork, hand: Hand) -> None:
    await waiting(network, hand)
    await network.chatbot.signups.release("H101", by=network.ben)


async def lapsed(network: SmallNetwork, hand: Hand) -> None:
    await offered(network, hand)
    await time_runs_out(network, hand)


async def seated(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.claim("H101", by=network.ana)


async def claims(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.claim("H101", by=network.ana)


async def claims_in_vain(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.claim("H101", by=network.ben)
    await network.chatbot.signups.claim("H101", by=network.ana)


async def is_signed_up(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.sign_up("H101", SeatRole.COMPANION, person_id=network.ana.id, by=network.coordinator)


async def takes_over(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.claim("H101", by=network.ben)
    await network.chatbot.covers.ask("H101", by=network.ben)
    await _until_asked(network, _hand, who=network.ana.id)
    await network.chatbot.covers.take(1, by=network.ana)


async def somebody_takes_over(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.covers.ask("H101", by=network.ana)
    await _until_asked(network, _hand, who=network.ben.id)
    await network.chatbot.covers.take(1, by=network.ben)


async def _until_asked(network: SmallNetwork, hand: Hand, *, who: int) -> None:
    while True:
        found = await network.chatbot.covers.get(1, team_id="T1")
        assert found is not None
        if who in found[0].asked:
            return
        hand.move(minutes=45)
        assert await network.chatbot.covers.ask_more()


async def accepts(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.accept("H101", by=network.ana)


async def passes(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.pass_on("H101", by=network.ana)


async def releases(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.release("H101", by=network.ana)


async def is_let_go(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.let_go("H101", [network.ana.id], by=network.coordinator)


async def a_seat_comes_free(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.release("H101", by=network.ben)


async def seats(network: SmallNetwork, companions: str, *, let_go: tuple[str, ...] = ()) -> None:
    typed = network.typed(companions=companions, roles=("driver",), day="2026-03-04")
    await network.chatbot.hearings.change("H101", {**typed, "let_go": let_go}, by=network.coordinator)


async def a_seat_is_added(network: SmallNetwork, _hand: Hand) -> None:
    await seats(network, "2")


async def the_seat_is_taken_away(network: SmallNetwork, _hand: Hand) -> None:
    await seats(network, "0")


async def lets_her_go(network: SmallNetwork, _hand: Hand) -> None:
    await seats(network, "0", let_go=(str(network.ana.id),))


async def another_comes_free(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.signups.claim("H101", by=network.cleo)
    await network.chatbot.signups.release("H101", by=network.cleo)


async def time_runs_out(network: SmallNetwork, hand: Hand) -> None:
    hand.move(hours=4)
    assert await network.chatbot.schedule.tick() == []


async def is_cancelled(network: SmallNetwork, _hand: Hand) -> None:
    await network.chatbot.hearings.cancel("H101", reason="Continued.", by=network.coordinator)


STATES: dict[str, State] = {
    "nothing": nothing,
    "waiting": waiting,
    "offered": offered,
    "lapsed": lapsed,
    "seated": seated,
}

EVENTS: dict[str, State] = {
    "claims, a seat is free": claims,
    "claims, no seat is free": claims_in_vain,
    "claims": claims,
    "a coordinator signs them up": is_signed_up,
    "takes over the seat of someone who cannot come": takes_over,
    "a seat comes free": a_seat_comes_free,
    "a seat is added": a_seat_is_added,
    "another seat comes free": another_comes_free,
    "accepts": accepts,
    "accepts late, the seat is free": accepts,
    "passes": passes,
    "releases": releases,
    "the time runs out": time_runs_out,
    "the seat is taken away again": the_seat_is_taken_away,
    "it is cancelled": is_cancelled,
    "a coordinator lets them go": is_let_go,
    "somebody takes over": somebody_takes_over,
    "a smaller number lets them go": lets_her_go,
}

SEATS = [tuple(row) for row in rows(section(text_of(PAGE), "A seat"))]


def state_of(roster: Roster, person_id: int) -> str:
    mine = roster.of(person_id)
    if mine is None:
        return "nothing"
    if not mine.waiting:
        return "seated"
    return "offered" if mine.offered else "lapsed" if mine.lapsed else "waiting"


@ON_SQLITE
@pytest.mark.parametrize(("before", "event", "after"), SEATS, ids=[f"{a}: {b}" for a, b, _ in SEATS])
async def test_a_seat_goes_from_state_to_state_as_the_page_says(
    network: SmallNetwork, hand: Hand, before: str, event: str, after: str
) -> None:
    await network.add_hearing(companions="1", roles=("driver",))
    await STATES[before](network, hand)
    assert state_of((await network.chatbot.signups.get("H101", team_id="T1")).roster, network.ana.id) == before
    await EVENTS[event](network, hand)
    assert state_of((await network.chatbot.signups.get("H101", team_id="T1")).roster, network.ana.id) == after


def test_every_state_and_every_event_is_on_the_page() -> None:
    assert {event for _, event, _ in SEATS} == set(EVENTS)
    assert {state for before, _, after in SEATS for state in (before, after)} == set(STATES)


LEAST = {
    "seven days or more": timedelta(days=7),
    "three days or more": timedelta(days=3),
    "one day or more": timedelta(days=1),
    "12 hours or more": timedelta(hours=12),
    "three hours or more": timedelta(hours=3),
}


def test_an_offer_stands_as_long_as_the_page_says() -> None:
    shown = [tuple(row) for row in rows(section(text_of(PAGE), "An offer"))]
    assert [LEAST.get(least) for least, _ in shown] == [*(least for least, _ in WINDOWS), None]
    for least, window in shown:
        left = LEAST.get(least, timedelta(hours=1))
        number, unit = window.split()
        stands = timedelta(**{f"{unit.removesuffix('s')}s": int(number)})
        assert offer_until(when(MONDAY + left), MONDAY) - MONDAY == stands


CONFIRMED = {
    "confirms on the day before": ("open", timedelta(days=-1), 0),
    "confirms a week before": ("open", timedelta(days=-7), 0),
    "moved to another day": ("sure", timedelta(hours=-20), 1),
    "the hour changes": ("sure", timedelta(hours=-20), 0),
}
"""From which state, when they said it, and by how many days it moved afterwards."""


def test_a_confirmation_holds_as_the_page_says() -> None:
    shown = [tuple(row) for row in rows(section(text_of(PAGE), "A confirmation"))]
    assert {event for _, event, _ in shown} == set(CONFIRMED)
    start = MONDAY + timedelta(days=9)
    for before, event, after in shown:
        begins, said, days = CONFIRMED[event]
        assert begins == before
        now = when(start + timedelta(days=days))
        said_so = replace(signup(1), sure_of=when(start).day, sure_at=start + said)
        assert ("sure" if is_sure(said_so, now) else "open") == after
        assert times.CONFIRM_AT.hour == 11
