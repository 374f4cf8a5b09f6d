"""T11: nobody reaches what is another's, whatever their client sends. docs/permissions.md says who may."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from chatbot.people.model import Standing
from chatbot.people.refusals import NotAllowed
from handlers.slack.press import Surface
from tests.fixtures.size import PROOF, quick_or_full
from tests.repo.documents import text_of
from tests.slack.permissions.relations import RELATED, record
from tests.slack.permissions.table import EVERYONE, MEANS, PAGE, Table, by_role, listeners, words_explained
from tests.slack.permissions.touches import Key, Outcome
from tests.slack.permissions.town import OUTSIDERS, Town, forgetting
from tests.slack.permissions.walking import Walk

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


WHO = ("a volunteer", "a treasurer", "a coordinator of elsewhere", *sorted(EVERYONE))[: quick_or_full(3, 99)]
"""Who presses: everyone has a turn before a release."""

FORGETFUL = quick_or_full(12, 999)
"""How many listeners are made to forget whom they let in."""


def unnamed(table: Iterable[Key], registered: set[Key]) -> set[Key]:
    """What listens without a row, and rows of what does not listen."""
    return set(table) ^ registered


async def wrongs(town: Town, found: Walk, table: Table, keys: Iterable[Key]) -> list[tuple[str, ...]]:
    """Who is let in and is not named, who is named and is not let in, and what a volunteer reads that is private."""
    wrong: list[tuple[str, ...]] = []
    for key in sorted(keys):
        named = by_role(table[key])
        touches = [touch for touch in found.touches.get(key, ()) if record(touch) or "whose it is" not in table[key]]
        for who in WHO:
            outcomes = [await town.does(touch, town.people[who]) for touch in touches]
            if who not in named:
                wrong += [(*key, f"{who} may") for one in outcomes if one.has_crossed]
            elif any(isinstance(one.refusal, NotAllowed) for one in outcomes) and key[0] is not Surface.COMMAND:
                wrong.append((*key, f"{who} may not"))
            if who == "a volunteer":
                wrong += [(*key, words) for one in outcomes for words in PRIVATE if words in one.read]
    return wrong


def test_everything_that_listens_has_a_row_and_every_row_a_listener(town: Town, table: Table) -> None:
    assert unnamed(table, listeners(town.registered)) == set()
    assert {word for words in table.values() for word in words} == set(MEANS)
    assert words_explained(text_of(PAGE)) == set(RELATED)


def test_control_a_listener_without_a_row_is_noticed(town: Town, table: Table) -> None:
    new = (Surface.MESSAGE, "rooms.paint")
    assert unnamed(table, {*listeners(town.registered), new}) == {new}
    assert unnamed({**table, new: frozenset(("members",))}, listeners(town.registered)) == {new}


def test_everything_was_reached_with_what_the_bot_itself_had_drawn_and_let_somebody_in(
    found: Walk, table: Table
) -> None:
    """Otherwise a refusal could be one of the value, and nobody would know whether a listener lets in anyone."""
    pressed = {key for key in table if key[0] is not Surface.HOME}
    assert pressed - set(found.let_in) == set()


@PROOF
async def test_whoever_is_not_named_is_refused_and_whoever_is_may(town: Town, found: Walk, table: Table) -> None:
    """Also the one whose role was taken away while the form was open: it is sent as a coordinator filled it in."""
    wrong = await wrongs(town, found, table, (key for key in table if key[0] is not Surface.HOME))
    assert not wrong, "\n".join(map(repr, wrong))


@PROOF
async def test_control_a_listener_that_forgets_to_ask_who_it_is_is_caught(
    town: Town, found: Walk, table: Table
) -> None:
    """It takes everyone for the one it would let in. Whatever everybody may is left out."""
    kept = sorted(
        key
        for key in table
        if not table[key] & {"members", "whose it is"} and key[0] not in (Surface.SHORTCUT, Surface.HOME)
    )
    assert len(kept) > 150
    unnoticed = []
    for key in kept[:: max(1, len(kept) // FORGETFUL)]:
        who, touches = next(iter(found.let_in[key].items()))
        with forgetting(town, key, who):
            walked = replace(found, touches={key: touches[:1]})
            if await wrongs(town, walked, table, [key]) == []:
                unnoticed.append(key)
    assert unnoticed == []


@PROOF
async def test_the_network_next_door_reads_and_changes_nothing_of_ours(town: Town, found: Walk) -> None:
    """An owner there presses everything with the values it has here."""
    town.database.kept = await town.everything_kept()
    wrong: list[tuple[str, str, str]] = []
    for key, there in sorted(found.touches.items()):
        for touch in there[: quick_or_full(1, 9)]:
            outcome = await town.does(touch, town.neighbour)
            wrong += [(*key, words) for words in (*PRIVATE, *ALIASES) if words in outcome.read]
            wrong += [(*key, name) for name in town.database.harmed]
            town.database.harmed.clear()
    assert wrong == []


@pytest.mark.parametrize("standing", OUTSIDERS)
async def test_guests_strangers_and_those_who_left_come_to_no_listener(
    town: Town, found: Walk, standing: Standing
) -> None:
    """Whatever it is: they are refused before it is asked."""
    for _, (touch, *_more) in sorted(found.touches.items()):
        reply, came = await town.knocks(touch, town.people[standing])
        assert came == []
        assert "full members of this workspace only" in Outcome(reply=reply).read
    _, came = await town.knocks(found.touches[Surface.MESSAGE, "hearings.details"][0], town.people["a volunteer"])
    assert came == ["hearings.details"], "control"


async def test_control_what_someone_may_not_is_noticed(town: Town, found: Walk) -> None:
    (touch,) = found.touches[Surface.MESSAGE, "hearings.cancel"][:1]
    assert (await town.does(touch, town.people["a coordinator"])).has_crossed
    assert not (await town.does(touch, town.people["a volunteer"])).has_crossed
    contacts = await town.does(found.touches[Surface.MESSAGE, "stays.contacts"][0], town.people["a coordinator"])
    assert [words for words in PRIVATE if words in contacts.read]
