"""What one workspace decides for itself."""

import asyncio

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.kit.refusal import Invalid
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import EASTERN, SmallNetwork


async def test_a_workspace_is_known_from_its_first_contact_on(chatbot: Chatbot) -> None:
    first, *others = await asyncio.gather(*(chatbot.networks.get("T9") for _ in range(10)))
    assert (first.zone, first.language, first.agreement, first.agreement_version) == (EASTERN, "en", None, 1)
    assert all(other == first for other in others)
    assert await chatbot.networks.teams() == ["T9"]


async def test_admins_choose_channels_and_language(network: SmallNetwork) -> None:
    before = await network.chatbot.networks.get("T1")
    after = await network.chatbot.networks.set_channels(
        card_channel="C2", response_channel="C3", language="ht", by=network.admin
    )
    assert (after.card_channel, after.response_channel, after.language) == ("C2", "C3", "ht")
    assert before.card_channel != "C2"
    assert (await network.written_down())[-1] == "Rosa network.set_channels"


@ON_SQLITE
async def test_nobody_else_changes_settings(network: SmallNetwork) -> None:
    for person in (network.ana, network.coordinator):
        with pytest.raises(NotAllowed):
            await network.chatbot.networks.set_channels(
                card_channel=None, response_channel=None, language="en", by=person
            )
        with pytest.raises(NotAllowed):
            await network.chatbot.networks.set_agreement(words="Mine", by=person)


async def test_new_words_are_a_new_version_and_the_same_words_are_not(network: SmallNetwork) -> None:
    saved = [
        await network.chatbot.networks.set_agreement(words=words, by=network.admin)
        for words in ("We come.", "We come.", "We come on time.", None, None)
    ]
    assert [network.agreement_version for network in saved] == [2, 2, 3, 4, 4]


@ON_SQLITE
async def test_the_agreement_gives_nobody_away(network: SmallNetwork) -> None:
    with pytest.raises(Invalid) as refused:
        await network.chatbot.networks.set_agreement(words="Call 617-555-0123", by=network.admin)
    assert refused.value.field == "agreement"
    assert (await network.chatbot.networks.get("T1")).agreement_version == 1


async def test_two_new_agreements_at_the_same_moment_are_two_versions(network: SmallNetwork) -> None:
    """Or who agreed to the one would count as having agreed to the other."""
    texts = [f"We come {number} times." for number in range(5)]
    await asyncio.gather(*(network.chatbot.networks.set_agreement(words=words, by=network.admin) for words in texts))
    assert (await network.chatbot.networks.get("T1")).agreement_version == 6
