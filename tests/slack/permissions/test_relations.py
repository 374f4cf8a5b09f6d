"""T11: what belongs to someone opens to them, and to nobody of the same role who has nothing to do with it."""

from collections.abc import Iterator

from handlers.slack.press import Surface
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.permissions.relations import RELATED, record
from tests.slack.permissions.table import Table, by_role, own
from tests.slack.permissions.touches import Key, Touch
from tests.slack.permissions.town import Town, forgetting
from tests.slack.permissions.walking import WALKERS, Walk

KIND = {"daniel": "a coordinator", "sam": "a treasurer", "rosa": "an admin", "ruth": "a verifier", "mei": "a lead"}
"""What the network entrusts them with; everybody else is a volunteer."""


OTHERS = quick_or_full(2, 99)
"""How many of those who have to do with other records try, besides somebody who has to do with none."""


def kind(handle: str) -> str:
    return KIND.get(handle, "a volunteer")


def related(touch: Touch, words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Who has to do with what the touch is about, in each of these words."""
    return {word: RELATED[word].get(record(touch), ()) for word in words & RELATED.keys()}


def unrelated(touch: Touch, words: frozenset[str]) -> Iterator[str]:
    """Whoever is neither named for their role nor has to do with it."""
    those = {who for each in related(touch, words).values() for who in each}
    yield from (who for who in WALKERS if who not in those and kind(who) not in by_role(words))


async def walked(town: Town, found: Walk, table: Table, key: Key) -> tuple[set[str], list[tuple[str, ...]]]:
    """In which words somebody was let in, and what is wrong."""
    words, seen = table[key], set[str]()
    wrong: list[tuple[str, ...]] = []
    for handle, touches in found.let_in[key].items():
        for touch in touches if kind(handle) not in by_role(words) else ():
            because = {word for word, those in related(touch, words).items() if handle in those}
            seen |= because
            if not because:
                wrong.append((*key, record(touch), f"{handle} may"))
            others = (kind(handle), *list(unrelated(touch, words))[:OTHERS]) if record(touch) else ()
            let_in = [who for who in others if (await town.does(touch, town.people[who])).has_crossed]
            wrong += [(*key, record(touch), f"{who} may") for who in let_in]
    return seen, wrong


@PROOF
async def test_those_in_a_relation_are_let_in_and_the_same_role_without_it_is_refused(
    town: Town, found: Walk, table: Table
) -> None:
    """For every word of the table that is about the record, and every listener that has it."""
    wrong: list[tuple[str, ...]] = []
    for key in sorted(own(table)):
        seen, what = await walked(town, found, table, key)
        wrong += [
            *what,
            *((*key, word, "nobody was let in") for word in table[key] & RELATED.keys() if word not in seen),
        ]
    assert not wrong, "\n".join(map(repr, wrong))


@PROOF
async def test_having_to_do_with_a_record_does_not_open_what_is_for_a_role(
    town: Town, found: Walk, table: Table
) -> None:
    """A host is no coordinator of their own guests. Whoever is refused has not even opened anything."""
    wrong: list[tuple[str, ...]] = []
    for key in sorted(set(table) - own(table)):
        words = table[key]
        touches = [touch for each in found.let_in.get(key, {}).values() for touch in each]
        for touch in touches if "members" not in words else ():
            about = {who for those in RELATED.values() for who in those.get(record(touch), ())}
            others = about if quick_or_full(1, 0) else WALKERS
            refused = [who for who in others if kind(who) not in by_role(words)]
            let_in = [who for who in refused if (await town.does(touch, town.people[who])).has_crossed]
            wrong += [(*key, record(touch), f"{who} may") for who in let_in]
    assert not wrong, "\n".join(map(repr, wrong))


@PROOF
async def test_control_a_listener_that_forgets_the_relation_is_caught(town: Town, found: Walk, table: Table) -> None:
    """It takes everyone for the one in the relation."""
    unnoticed = []
    kept = sorted(own(table) - {(Surface.MESSAGE, "privacy.erase"), (Surface.FORM, "privacy.erase_form")})
    for key in kept[:: quick_or_full(8, 1)]:
        theirs = {who: there for who, there in found.let_in[key].items() if kind(who) not in by_role(table[key])}
        for who, touches in list(theirs.items())[:1]:
            found.let_in, before = {**found.let_in, key: {who: touches[:1]}}, found.let_in
            with forgetting(town, key, who):
                _, wrong = await walked(town, found, table, key)
            found.let_in = before
            unnoticed += [key] if not wrong else []
    assert unnoticed == []


def test_everybody_who_has_to_do_with_something_is_somebody_in_town(town: Town) -> None:
    everybody = {who for those in RELATED.values() for each in those.values() for who in each}
    assert everybody <= set(WALKERS) <= set(town.people)
