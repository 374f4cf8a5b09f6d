"""T12: what a client sends may be anything; it is answered kindly, and nobody does with it what they may not."""

import json
from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import Any

from chatbot.kit.once import once
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.press import GoBack, Open, PublishHome, Say, Surface, Update
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.permissions.table import Table, by_role
from tests.slack.permissions.touches import Outcome, Touch
from tests.slack.permissions.town import TEAM, Town
from tests.slack.permissions.walking import Walk

ODD = (
    *(
        "",
        " ",
        "0",
        "-1",
        "1",
        "2",
        "99999999999999999999",
        "²",
        "٣",
        "1.5",
        "1e9",
        "NaN",
        "null",
        "{",
        "[]",
        "{}",
        '""',
    ),
    *("H102", "H102 1", "h102", "H999999", "B101", "R101", "S101", "N101", "E101", "W101", "A101", "C101", "F101"),
    *("H102 H102", "1:2:3", "x:y", "a b c d", "H102\x00", "\ud83d", "\u202eH102", "H\u200b102", "Ｈ102", "x" * 3000),
    *('{"code": "H102"}', '{"code": 7}', '{"a": [1, 2]}', "; DROP TABLE hearings", "<!channel>", "2026-02-30", "25:61"),
)
WHO = ("a volunteer", "a coordinator", "a treasurer", "a coordinator of elsewhere")


def bent(text: str, chance: Random) -> str:
    """The text with something wrong in it, or another one."""
    where = chance.randrange(len(text) + 1)
    odd = chance.choice(ODD)
    return chance.choice((odd, text[:where], text + odd, text[:where] + odd + text[where:]))


def mutated(touch: Touch, chance: Random) -> Touch:
    """The same touch with its value, what its window carries, or what was filled in made to be something else."""
    action, view = deepcopy(dict(touch.action)), deepcopy(dict(touch.view or {}))
    if view and chance.random() < 0.5:
        view["private_metadata"] = bent(view.get("private_metadata", ""), chance)
    states = [state for block in view.get("state", {}).get("values", {}).values() for state in block.values()]
    for state in states:
        if chance.random() < 0.4:
            _bend(state, chance)
    if not states or chance.random() < 0.5:
        _bend(action, chance)
    if view and chance.random() < 0.3:
        view |= other_numbers(chance)
    if view.get("state") and chance.random() < 0.1:
        view["state"] = chance.choice([{}, {"values": []}, {"values": {"day": 7}}, None])
    return replace(touch, action=action, view=view or None, text=bent(touch.text, chance))


def _bend(holds: dict[str, Any], chance: Random) -> None:
    for name in ("value", "selected_date", "selected_time", "selected_user", "selected_conversation"):
        if name in holds:
            holds[name] = chance.choice([*[bent(str(holds[name] or ""), chance)] * 5, None, 7, ["x"]])
    if "selected_option" in holds:
        held = (holds["selected_option"] or {}).get("value", "")
        holds["selected_option"] = chance.choice([{"value": bent(held, chance)}, None, {"value": 7}, "x"])
    for name in ("selected_options", "selected_users"):
        if name in holds:
            holds[name] = chance.choice([[], None, [{"value": bent("", chance)}] * 3, [7], ["U-NOBODY"] * 2])


def problems(outcome: Outcome) -> list[Any]:
    """What Slack would have against the answer."""
    reply = outcome.reply
    if isinstance(reply, Say):
        return list(problems_in_message({"text": reply.message.text, "blocks": list(reply.message.blocks)}))
    if isinstance(reply, Open | Update | GoBack | PublishHome):
        return list(problems_in_view(reply.view))
    return []


@PROOF
async def test_mutated_presses_and_forms_are_answered_kindly_and_do_nothing_that_is_not_allowed(
    town: Town, found: Walk, table: Table
) -> None:
    """A mistake of ours would be raised here: there is none. One in ten goes through the door itself."""
    chance = Random(12)
    known = [(key, touch) for key, there in sorted(found.touches.items()) for touch in there]
    for number in range(quick_or_full(500, 5_000)):
        (surface, name), touch = known[number % len(known)] if number < len(known) else chance.choice(known)
        who = WHO[number % len(WHO)]
        bad = mutated(touch, chance)
        if number % 10 == 0:
            reply, _came = await town.knocks(bad, town.people[who])
            assert "something went wrong" not in Outcome(reply=reply).read, (name, bad)
            continue
        outcome = await town.does(bad, town.people[who])
        allowed = who in by_role(table[surface, name]) or bool(table[surface, name] & {"whose it is"})
        assert outcome.rows == 0 or allowed, (name, who, bad)
        assert problems(outcome) == [], (name, bad)


@PROOF
async def test_the_hash_and_the_numbers_of_a_window_decide_nothing(town: Town, found: Walk) -> None:
    """They are Slack's to compare. With others, the same is done and the same is answered."""
    chance = Random(13)
    windows = [touch for _, there in sorted(found.touches.items()) for touch in there if touch.view]
    for touch in windows[:: quick_or_full(4, 1)]:
        who = town.people[chance.choice(("a coordinator", "a volunteer", "a treasurer"))]
        other = replace(touch, view={**(touch.view or {}), **other_numbers(chance)})
        before, after = [await town.does(one, who) for one in (touch, other)]
        assert before.rows == after.rows, touch.name
        assert (type(before.reply), type(before.refusal)) == (type(after.reply), type(after.refusal)), touch.name


def other_numbers(chance: Random) -> dict[str, Any]:
    """Another hash of the window, and as if it stood elsewhere."""
    numbers = ("hash", "id", "root_view_id", "previous_view_id", "external_id", "team_id", "app_id", "bot_id")
    return {name: chance.choice(("", "V0", "1772450000.aBcDeFgH", "x" * 300, None, 7, ["x"], {})) for name in numbers}


@PROOF
async def test_nothing_of_ours_is_touched_from_another_workspace_whatever_it_sends(town: Town, found: Walk) -> None:
    chance = Random(21)
    town.database.kept = await town.everything_kept()
    known = [touch for _, there in sorted(found.touches.items()) for touch in there]
    for _ in range(quick_or_full(100, 2_000)):
        await town.does(mutated(chance.choice(known), chance), town.neighbour)
    assert town.database.harmed == []


async def test_control_the_same_presses_unbent_do_something(town: Town, found: Walk) -> None:
    done = 0
    for there in found.touches.values():
        done += (await town.does(there[0], town.people["a coordinator"])).rows > 0
    assert done > 50


async def test_whoever_changes_something_leaves_a_line_in_the_audit(town: Town, found: Walk) -> None:
    """Control: what is written without one is noticed."""
    silent, written = [], 0
    for who in ("a volunteer", "a coordinator", "an admin"):
        for (_, name), there in found.touches.items():
            before = town.database.unaudited
            written += (await town.does(there[0], town.people[who])).rows > 0
            silent += [name] if town.database.unaudited > before else []
    assert written > 100
    assert silent == []
    await town.database.run(lambda tx: once(tx, team_id=TEAM, what="control"))
    assert town.database.unaudited == 1


def test_control_bending_bends() -> None:
    touch = Touch(surface=Surface.MESSAGE, name="hearings.claim", action={"value": "H102"})
    chance = Random(1)
    assert len({json.dumps(mutated(touch, chance).action["value"]) for _ in range(50)}) > 15
