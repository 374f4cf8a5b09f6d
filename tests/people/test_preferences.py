"""What people choose for themselves."""

from datetime import time

import pytest

from chatbot.kit.database import Tx
from chatbot.kit.refusal import Invalid
from chatbot.people.model import Notice, Preferences
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork

CHOSEN = {
    "wanted": ("offers", "reminders"),
    "minimum_notice": "12",
    "quiet_from": "22:00",
    "quiet_until": "07:30",
    "speaks": "Spanish, Portuguese",
    "areas": ("Merrimack Valley",),
    "digest_at": "07:00",
    "language": "ht",
}


async def test_someone_who_never_chose_gets_everything(network: SmallNetwork) -> None:
    assert await network.chatbot.people.preferences(of=network.ana) == (Preferences(), None)


async def test_what_was_chosen_is_kept_and_can_be_chosen_anew(network: SmallNetwork) -> None:
    ana = await network.chatbot.people.prefer(CHOSEN, by=network.ana)
    assert ana.language == "ht"
    expected = Preferences(
        muted=frozenset(Notice) - {Notice.OFFERS, Notice.REMINDERS, Notice.WEEKLY},
        minimum_notice=12,
        quiet_from=time(22),
        quiet_until=time(7, 30),
        speaks=frozenset({"Spanish", "Portuguese"}),
        areas=frozenset({"Merrimack Valley"}),
        digest_at=time(7),
    )
    assert await network.chatbot.people.preferences(of=network.ana) == (expected, "ht")
    again = await network.chatbot.people.prefer({"wanted": tuple(Notice)}, by=ana)
    assert again.language == "en"
    assert await network.chatbot.people.preferences(of=network.ana) == (Preferences(), None)


async def test_what_only_coordinators_are_asked_stays_as_it_was_when_somebody_else_chooses(
    network: SmallNetwork,
) -> None:
    for person, muted in ((network.coordinator, True), (network.ana, False)):
        await network.chatbot.people.prefer({"wanted": ()}, by=person)
        chosen, _ = await network.chatbot.people.preferences(of=person)
        assert (Notice.WEEKLY in chosen.muted) is muted


async def test_only_those_who_did_not_switch_it_off_are_told(network: SmallNetwork) -> None:
    await network.chatbot.people.prefer(CHOSEN, by=network.ana)

    async def wanting(tx: Tx, notice: Notice) -> set[int]:
        return await network.chatbot.people.wanting(tx, [network.ana.id, network.ben.id], notice)

    assert await network.chatbot.database.run(lambda tx: wanting(tx, Notice.COVER)) == {network.ben.id}
    assert await network.chatbot.database.run(lambda tx: wanting(tx, Notice.OFFERS)) == {network.ana.id, network.ben.id}


@ON_SQLITE
@pytest.mark.parametrize(
    ("field", "value"), [("minimum_notice", "73"), ("language", "fr"), ("quiet_from", "late"), ("wanted", ("spam",))]
)
async def test_what_cannot_be_taken_is_said_under_its_input(network: SmallNetwork, field: str, value: object) -> None:
    with pytest.raises(Invalid) as refusal:
        await network.chatbot.people.prefer({**CHOSEN, field: value}, by=network.ana)
    assert set(refusal.value.problems) == {field}


@pytest.mark.parametrize(
    ("start", "end", "at", "quiet"),
    [
        (time(21), time(8), time(23), True),
        (time(21), time(8), time(7, 59), True),
        (time(21), time(8), time(8), False),
        (time(21), time(8), time(20, 59), False),
        (time(12), time(14), time(13), True),
        (time(12), time(14), time(14), False),
        (time(9), time(9), time(9), False),
    ],
)
def test_quiet_hours_may_go_over_midnight(start: time, end: time, at: time, *, quiet: bool) -> None:
    assert Preferences(quiet_from=start, quiet_until=end).is_quiet(at) is quiet
