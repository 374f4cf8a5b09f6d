"""T11: what stands on someone's Home is theirs, and they may press it."""

import json

from chatbot.people.refusals import NotAllowed
from handlers.practice.validation import problems_in_view
from handlers.slack.press import Surface
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.permissions.table import Table, by_role
from tests.slack.permissions.test_mutated import problems
from tests.slack.permissions.test_permissions import ALIASES, PRIVATE
from tests.slack.permissions.town import BYSTANDERS, Town
from tests.slack.permissions.walking import HOME, WALKERS, in_blocks


async def test_a_part_is_empty_for_those_who_are_not_named_and_is_there_for_someone(town: Town, table: Table) -> None:
    wrong: list[tuple[str, str]] = []
    for name, part in town.registered.home_parts.items():
        shown = {who for who in BYSTANDERS if await part(town.home_press(town.people[who]), town.chatbot)}
        wrong += [(name, f"{who} may") for who in shown - by_role(table[Surface.HOME, name])]
        if not [who for who in WALKERS if await part(town.home_press(town.people[who]), town.chatbot)]:
            wrong.append((name, "nobody sees it"))
    assert wrong == []


@PROOF
async def test_everybody_may_press_whatever_stands_on_their_own_home(town: Town) -> None:
    """To no one else does it open: the walk takes it along from everybody's Home."""
    pressed = set()
    for who in WALKERS[:: quick_or_full(3, 1)]:
        view = await town.home(town.people[who])
        assert problems_in_view(view) == []
        for touch in in_blocks(view["blocks"], HOME):
            assert town.press(touch, town.people[who]).surface is Surface.HOME
            outcome = await town.does(touch, town.people[who])
            assert not isinstance(outcome.refusal, NotAllowed), (who, touch.name, touch.carries)
            assert problems(outcome) == [], touch.name
            pressed.add(touch.name)
    assert len(pressed) > 30


async def test_nobody_elses_matters_stand_on_the_home_of_a_volunteer_or_next_door(town: Town) -> None:
    whose = (town.people["a volunteer"], town.neighbour, town.people["marie"])
    volunteer, neighbour, host = [json.dumps(await town.home(person), ensure_ascii=False) for person in whose]
    assert [words for words in PRIVATE if words in volunteer] == []
    assert [words for words in (*PRIVATE, *ALIASES, "H102", "B101") if words in neighbour] == []
    assert "Two sisters" in host, "control"
