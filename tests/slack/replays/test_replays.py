"""Whatever Slack, or a network in between, delivers again has one effect: at another instance, and after a restart."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from chatbot.kit.clock import local_date
from chatbot.kit.sealed import Sealer
from chatbot.people.model import Person as Member
from handlers.practice.network import Person
from handlers.practice.posts import Message
from handlers.slack import door
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import EASTERN
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.replays.relay import Relay, Town, again

REQUESTS = quick_or_full(50, 200)
COPIES, LAST = 5, 2
"""How often each is delivered in all, and how many of them come after the restart, when there is one."""

A_ROUND = {"hearings.add": 1, "hearings.open_private": 1, "signups.claim": 2, "signups.release": 1}
"""What one round does, in the words of the audit."""


async def member(relay: Relay, handle: str) -> Member:
    account = relay.practice.person(handle).id
    person = await relay.bots[0].chatbot.people.known(team_id=relay.practice.team_id, account=account)
    assert person is not None
    return person


async def furnished(relay: Relay) -> None:
    """Rosa has set everything up, and Ana has agreed to the agreement."""
    practice, chatbot = relay.practice, relay.bots[0].chatbot
    await chatbot.networks.get(practice.team_id)
    await chatbot.places.start(practice.team_id)
    await relay.bots[0].app.door.identity.meet_everyone(relay.bots[0].app.client, team_id=practice.team_id)
    rosa, cards = await member(relay, "rosa"), practice.channel("court-boston").id
    await chatbot.networks.set_channels(card_channel=cards, response_channel=None, language="en", by=rosa)
    for handle in ("rosa", "ana"):
        await chatbot.people.agree(version=1, by=await member(relay, handle))


def card(relay: Relay) -> Message:
    return next(one for one in reversed(relay.practice.channel("court-boston").messages) if one.bot)


async def a_round(relay: Relay, number: int, hand: Hand) -> None:
    """A command, a form, two events, and three presses of buttons in the card."""
    practice = relay.practice
    rosa, ana = practice.person("rosa"), practice.person("ana")
    await rosa.types("/hearings add", channel="court-boston")
    await relay.settle()
    day = local_date(practice.now(), EASTERN) + timedelta(days=20 + number)
    what = {"kind": "ICE check-in", "alias": f"R{number}", "place": "Boston Immigration Court"}
    await rosa.fills(rosa.modal, {**what, "day": day.isoformat(), "start": "09:00", "companions": "2"})
    await rosa.submits()
    await rosa.closes(everything=True)
    await relay.settle()
    newcomer = Person(id=f"U0NEW{number:05d}", name=f"newcomer{number}", real_name=f"Newcomer {number}")
    await practice.joins(newcomer, "court-boston")
    await practice.changes(newcomer.id, real_name=f"Welcome {number}")
    for label in ("Claim", "Release", "Claim"):
        hand.move(minutes=1 / 60)
        await ana.presses(label, card(relay))
        await relay.settle()


def difference(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, int]:
    return {name: after[name] - before.get(name, 0) for name in after if after[name] != before.get(name, 0)}


async def replayed(place: Town, hand: Hand, requests: int) -> None:
    """So many requests, each delivered five times; what they did they did once."""
    async with place.opened() as relay:
        await furnished(relay)
        await relay.settle()
        verbs, people, number = await relay.verbs(), (await relay.counts())["people"], 0
        while len(relay.recorded) < requests:
            number += 1
            relay.twice, recorded = number % 2 == 0, len(relay.recorded)
            await a_round(relay, number, hand)
            fresh, once = relay.recorded[recorded:], await relay.counts()
            delivered = 2 if relay.twice else 1
            await again(relay, fresh, times=COPIES - LAST - delivered)
            if number % 3 == 0:
                await place.restart()
            await again(relay, fresh, times=LAST)
            assert difference(once, await relay.counts()) == {}, "a repeat had an effect"
        assert difference(verbs, await relay.verbs()) == {verb: each * number for verb, each in A_ROUND.items()}
        assert (await relay.counts())["people"] == people + number
        assert list(relay.practice.complaints) == []


@PROOF
async def test_what_is_delivered_five_times_happens_once(database_url: str, hand: Hand, sealer: Sealer) -> None:
    """T2"""
    await replayed(Town(database_url, hand, sealer), hand, REQUESTS)


@ON_SQLITE
async def test_control_without_the_key_a_repeat_has_an_effect(
    database_url: str, hand: Hand, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T2"""
    numbers = iter(range(10_000))
    monkeypatch.setattr(door, "_key", lambda *_: str(next(numbers)))
    with pytest.raises(AssertionError, match="a repeat had an effect"):
        await replayed(Town(database_url, hand, sealer), hand, 1)
