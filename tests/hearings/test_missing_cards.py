"""Hearings written down before there was a channel for their cards."""

import asyncio

from sqlalchemy import select

from chatbot.bootstrap import Chatbot
from chatbot.kit.outbox import posts
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import CARDS, SmallNetwork


async def choose(network: SmallNetwork, channel: str | None) -> None:
    await network.chatbot.networks.set_channels(
        card_channel=channel, response_channel=None, language="en", by=network.admin
    )


async def carded(network: SmallNetwork) -> list[str]:
    """The numbers of the hearings whose card was put into a channel."""
    return [row.ref for row in await network.rows(select(posts.c.ref).order_by(posts.c.id))]


async def test_cards_are_hung_once_a_channel_is_chosen_and_once_only(network: SmallNetwork) -> None:
    await choose(network, None)
    for alias in ("first", "second"):
        await network.add_hearing(alias=alias)
    assert await network.chatbot.hearings.hang_missing_cards() == 0
    await choose(network, CARDS)
    assert [await network.chatbot.hearings.hang_missing_cards() for _ in range(2)] == [2, 0]
    assert await carded(network) == ["1", "2"]


@ON_SQLITE
async def test_what_is_cancelled_or_over_gets_no_card_any_more(network: SmallNetwork, hand: Hand) -> None:
    await choose(network, None)
    cancelled = await network.add_hearing()
    await network.chatbot.hearings.cancel(cancelled.code, reason="Continued.", by=network.coordinator)
    await network.add_hearing(day=network.day(0), start="11:00")
    await network.add_hearing(day=network.day(0), start="")
    await network.add_hearing(day="", start="")
    hand.move(hours=5)
    await choose(network, CARDS)
    await network.chatbot.schedule.tick()
    assert await carded(network) == ["3", "4"]


@ON_SQLITE
async def test_every_workspace_has_its_own_channel(network: SmallNetwork) -> None:
    """T11"""
    elsewhere = await SmallNetwork.of(network.chatbot, team="T2")
    for one in (network, elsewhere):
        await choose(one, None)
        await one.add_hearing()
    await choose(elsewhere, "C-ELSEWHERE")
    await network.chatbot.hearings.hang_missing_cards()
    (post,) = await network.rows(select(posts))
    assert (post.team_id, post.channel) == ("T2", "C-ELSEWHERE")


@ON_POSTGRESQL
async def test_two_instances_hang_one_card(network: SmallNetwork, other_instance: Chatbot) -> None:
    await choose(network, None)
    for _ in range(10):
        await network.add_hearing()
    await choose(network, CARDS)
    instances = (network.chatbot, other_instance) * 3
    hung = await asyncio.gather(*(instance.hearings.hang_missing_cards() for instance in instances))
    assert sum(hung) == len(await carded(network)) == 10
