"""T11: nobody reaches what is another's, whatever their client sends. docs/permissions.md says who may."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import pytest
from sqlalchemy import Row

from chatbot.people.model import Standing
from chatbot.people.refusals import NotAllowed
from handlers.slack.door import Registered
from handlers.slack.press import GoBack, Open, PublishHome, SendFile, Surface, Update
from tests.fixtures.size import PROOF, quick_or_full
from tests.repo.documents import code_words, headings, rows, section, text_of
from tests.slack.permissions.town import OUTSIDERS, Outcome, Touch, Town
from tests.slack.permissions.walking import Walk
from tests.slack.permissions.what_if import dumped

PRIVATE = (
    *("Call the coordinator on duty", "The attorney meets", "River car park"),
    *(
        "Sample Street",
        "978-555-01",
        "Through their cousin",
        "First Street congregation",
        "Ask the coordinator on duty",
    ),
    *("Behind the library", "The house with the red door", "what-to-expect", "open until eight"),
)
"""Words of private details of the sample network. Volunteers who have nothing to do with a record never read them."""

ALIASES = ("Uncle of J.", "Family of the blue house", "A. and baby", "Two sisters")

MADE_UP = {
    **dict.fromkeys(("hearings", "signups", "calendars"), "H102"),
    "bonds": "B101",
    "rooms": "R101",
    "stays": "S101",
    "needs": "N101",
    "events": "E101",
    "resources": "W101",
    "actions": "A101",
    "clusters": "C101",
    "undelivered": "1:1",
}
"""A value for what the walk does not come by, by room."""

WHO = ("a volunteer", "a treasurer", "a coordinator of elsewhere", *sorted(EVERYONE))[: quick_or_full(3, 99)]
"""Who presses: everyone has a turn before a release."""

def made_up(key: Key) -> Touch:
    """A touch that no client of Slack's would send."""
    surface, name = key
    value = MADE_UP.get(name.split(".")[0], "1")
    view = {"private_metadata": value} if surface is Surface.FORM else None
    return Touch(surface=surface, name=name, action={"action_id": name, "type": "button", "value": value}, view=view)


def touches(found: Walk, key: Key) -> list[Touch]:
    """How one gets there: as the walk did, or else with a value that was made up."""
    return found.touches.get(key) or [made_up(key)]


def crossed(outcome: Outcome) -> bool:
    """Whether somebody did, or was shown, what only others may."""
    return outcome.rows > 0 or isinstance(outcome.reply, Open | Update | GoBack | SendFile | PublishHome)


def read(outcome: Outcome) -> str:
    """Everything the person can read of the answer."""
    sentence = outcome.refusal and repr(outcome.refusal.sentence)
    return json.dumps(asdict(outcome.reply) if outcome.reply else sentence, ensure_ascii=False, default=str)


@pytest.fixture(scope="module")
def table() -> dict[Key, frozenset[str]]:
    return permissions(text_of(PAGE))


def test_everything_that_listens_has_a_row_and_every_row_a_listener(
    town: Town, table: dict[Key, frozenset[str]]
) -> None:
    assert set(table) == listeners(town.registered)
    assert {word for words in table.values() for word in words} <= set(MEANS)


@PROOF
async def test_whoever_is_not_named_is_refused_and_whoever_is_may(
    town: Town, found: Walk, table: dict[Key, frozenset[str]]
) -> None:
    """Also the one whose role was taken away while the form was open: it is sent as a coordinator filled it in."""
    wrong: list[tuple[str, str, str]] = []
    for key in sorted(table):
        named = frozenset[str]().union(*(MEANS[word] for word in table[key]))
        for who in WHO if key[0] is not Surface.HOME else ():
            outcomes = [await town.does(touch, town.people[who]) for touch in touches(found, key)]
            if who not in named:
                wrong += [(*key, f"{who} may") for one in outcomes if crossed(one)]
            elif any(isinstance(one.refusal, NotAllowed) for one in outcomes) and key[0] is not Surface.COMMAND:
                wrong.append((*key, f"{who} may not"))
            if who == "a volunteer":
                wrong += [(*key, words) for one in outcomes for words in PRIVATE if words in read(one)]
    assert wrong == []


@PROOF
async def test_the_network_next_door_reads_and_changes_nothing_of_ours(town: Town, found: Walk) -> None:
    """An owner there presses everything with the values it has here."""
    town.database.kept = await everything_kept(town)
    wrong: list[tuple[str, str, str]] = []
    for key, there in sorted(found.touches.items()):
        for touch in there[: quick_or_full(1, 9)]:
            outcome = await town.does(touch, town.neighbour)
            wrong += [(*key, words) for words in (*PRIVATE, *ALIASES) if words in read(outcome)]
            wrong += [(*key, name) for name in town.database.harmed]
            town.database.harmed.clear()
    assert wrong == []


async def everything_kept(town: Town) -> dict[str, Sequence[Row[Any]]]:
    """Every row of ours, but the counters, which are those of both."""
    kept = await town.chatbot.database.run(dumped)
    return {name: rows for name, rows in kept.items() if name not in ("counters", "alembic_version")}


@pytest.mark.parametrize("standing", OUTSIDERS)
async def test_guests_strangers_and_those_who_left_come_to_no_listener(
    town: Town, table: dict[Key, frozenset[str]], standing: Standing
) -> None:
    """Whatever it is: they are refused before it is asked."""
    for key in sorted(table):
        if key[0] is not Surface.HOME:
            reply, came = await town.knocks(made_up(key), town.people[standing])
            assert came == []
            assert "full members of this workspace only" in read(Outcome(reply=reply))
    _, came = await town.knocks(made_up((Surface.MESSAGE, "hearings.details")), town.people["a volunteer"])
    assert came == ["hearings.details"], "control"


async def test_control_what_someone_may_not_is_noticed(town: Town, found: Walk) -> None:
    (touch,) = found.touches[Surface.MESSAGE, "hearings.cancel"][:1]
    assert crossed(await town.does(touch, town.people["a coordinator"]))
    assert not crossed(await town.does(touch, town.people["a volunteer"]))
    contacts = await town.does(found.touches[Surface.MESSAGE, "stays.contacts"][0], town.people["a coordinator"])
    assert [words for words in PRIVATE if words in read(contacts)]
