"""T12: what a client sends may be anything; it is answered kindly, and nobody does with it what they may not."""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import Any

from chatbot.kit.once import once
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.press import GoBack, Open, PublishHome, Say, Surface, Update
from tests.fixtures.size import PROOF, quick_or_full
from tests.repo.documents import text_of
from tests.slack.permissions.test_permissions import MEANS, PAGE, permissions
from tests.slack.permissions.town import TEAM, Outcome, Touch, Town, dumped
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
    town: Town, found: Walk
) -> None:
    """A mistake of ours would be raised here: there is none."""
    chance = Random(12)
    table = permissions(text_of(PAGE))
    known = [(key, touch) for key, there in sorted(found.touches.items()) for touch in there]
    for number in range(quick_or_full(500, 5_000)):
        (surface, name), touch = known[number % len(known)] if number < len(known) else chance.choice(known)
        who = WHO[number % len(WHO)]
        bad = mutated(touch, chance)
        outcome = await town.does(bad, town.people[who])
        named = frozenset[str]().union(*(MEANS[word] for word in table[surface, name]))
        assert outcome.rows == 0 or who in named, (name, who, bad)
        assert problems(outcome) == [], (name, bad)


@PROOF
async def test_nothing_of_ours_is_touched_from_another_workspace_whatever_it_sends(town: Town, found: Walk) -> None:
    chance = Random(21)
    town.database.kept = await kept(town)
    known = [touch for _, there in sorted(found.touches.items()) for touch in there]
    for _ in range(quick_or_full(100, 2_000)):
        await town.does(mutated(chance.choice(known), chance), town.neighbour)
    assert town.database.harmed == []


async def kept(town: Town) -> Mapping[str, Any]:
    """Every row there is, but the counters and the key of the neighbour's own network."""
    rows = await town.chatbot.database.run(dumped)
    return {name: there for name, there in rows.items() if name not in ("counters", "alembic_version")}


async def test_after_the_cancelling_the_old_buttons_do_nothing(town: Town, found: Walk) -> None:
    """The message still shows them to whoever has not looked since; control: before, each of them does something."""
    pressed = (
        *(("hearings.claim", "H102"), ("signups.claim", "H102 companion"), ("signups.claim_anyway", "H102 companion")),
        *(("signups.claim", "N101 driver"), ("needs.finish", "N101")),
        *(("signups.claim", "E101 guest"), ("signups.claim_anyway", "E101 guest")),
    )
    old = [
        Touch(surface=Surface.MESSAGE, name=name, action={"action_id": name, "value": value}) for name, value in pressed
    ]
    form = found.touches[Surface.FORM, "needs.rider_form"][0]
    old.append(replace(form, view={**(form.view or {}), "private_metadata": "N101"}))

    async def done(touch: Touch) -> list[int]:
        return [(await town.does(touch, town.people[who])).rows for who in ("a volunteer", "a coordinator")]

    assert all([any(await done(touch)) for touch in old]), "control: they do something while it stands"
    town.database.is_settled = False
    daniel, bot = town.people["daniel"], town.chatbot
    await bot.hearings.cancel("H102", reason="It was moved", by=daniel)
    await bot.needs.cancel("N101", reason="Not needed", by=daniel)
    await bot.events.cancel("E101", reason="Rain", by=daniel)
    town.database.is_settled = True
    for touch in old:
        assert await done(touch) == [0, 0], touch.name


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
