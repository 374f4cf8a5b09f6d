"""Walking through everything that can be touched: from the commands, Homes and messages into whatever they open."""

from collections import Counter, deque
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from handlers.practice.furnishing import controls
from handlers.slack.blocks import Block
from handlers.slack.press import GoBack, Message, Open, PublishHome, Reply, Say, Surface, Update
from handlers.slack.speech import Speech
from tests.slack.doors.town import Town, Touch

WALKERS = ("daniel", "sam", "rosa", "ruth", "jonah", "mei", "marie")
"""A coordinator, the treasurer, an admin, a host who verifies dates, a volunteer with seats, a lead, one more host."""

WORDS = ("", "help", "add", "mine", "import", "export")
EACH = 2
"""How often a walker touches what has the same name, and how many different touches of one name are kept."""


@dataclass(kw_only=True)
class Walk:
    """What was found: touches by the listener they lead to, and all that was drawn on the way."""

    touches: dict[tuple[Surface, str], list[tuple[str, Touch]]] = field(default_factory=dict)
    views: list[Block] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    wrongly_refused: list[tuple[str, Touch, str]] = field(default_factory=list)


async def walk(town: Town) -> Walk:
    """Everyone presses whatever they see, and sends every form that opens."""
    found = Walk()
    drawn = [message async for message in _drawn(town)]
    for handle in WALKERS:
        person = town.people[handle]
        waiting = deque(_beginnings(town))
        home = [block for part in town.registered.home_parts.values() for block in await part(town.home_press(person), town.chatbot)]
        waiting.extend(_in_blocks(home, None))
        for message in drawn:
            waiting.extend(_in_blocks(list(message.blocks), None))
        seen: Counter[tuple[Surface, str]] = Counter()
        values: set[tuple[str, str, str]] = set()
        while waiting:
            touch = waiting.popleft()
            where = _where(touch)
            key = (touch.name, repr(touch.action.get("value") or touch.action.get("selected_option")), touch.text)
            most = len(WORDS) if touch.surface is Surface.COMMAND else EACH
            if seen[where] >= most or (key in values and touch.surface is not Surface.FORM):
                continue
            seen[where] += 1
            values.add(key)
            outcome = await town.does(touch, person)
            kept = found.touches.setdefault(where, [])
            if len(kept) < EACH * 3:
                kept.append((handle, touch))
            if outcome.refusal is not None:
                found.wrongly_refused.append((handle, touch, type(outcome.refusal).__name__))
            waiting.extend(_in_reply(outcome.reply, touch, found, town))
    return found


def _where(touch: Touch) -> tuple[Surface, str]:
    surface = Surface.MESSAGE if touch.surface in (Surface.MODAL, Surface.HOME) else touch.surface
    return surface, touch.name


def _beginnings(town: Town) -> Iterator[Touch]:
    for name in town.registered.commands:
        for words in WORDS:
            yield Touch(surface=Surface.COMMAND, name=name, text=words)
    for name in town.registered.shortcuts:
        yield Touch(surface=Surface.SHORTCUT, name=name, text="Who can drive on Friday?")


async def _drawn(town: Town) -> AsyncIterator[Message]:
    """Every message that waits to be sent, drawn for its reader."""
    speech = Speech(town.chatbot.catalogues.tongue("en"))
    for letter in await town.letters():
        message = await town.registered.drawings[letter.view](letter, town.chatbot, speech)
        if message is not None:
            yield message


def _in_reply(reply: Reply, touch: Touch, found: Walk, town: Town) -> Iterator[Touch]:
    if isinstance(reply, Say):
        found.messages.append(reply.message)
        yield from _in_blocks(list(reply.message.blocks), None)
    elif isinstance(reply, Open | Update | GoBack | PublishHome):
        found.views.append(reply.view)
        yield from in_view(reply.view, town)


def in_view(view: Block, town: Town) -> Iterator[Touch]:
    """The buttons of a window and, when it is a form, the form as somebody fills it in."""
    filled = {**view, "state": {"values": dict(_filled(view, town))}}
    yield from _in_blocks(view["blocks"], filled)
    if view.get("submit") and view.get("callback_id"):
        yield Touch(surface=Surface.FORM, name=view["callback_id"], view=filled)


def _in_blocks(blocks: list[Block], view: Mapping[str, Any] | None) -> Iterator[Touch]:
    surface = Surface.MESSAGE if view is None else Surface.MODAL
    for block, element in controls(blocks):
        if block["type"] == "input" and not block.get("dispatch_action"):
            continue
        options = [option for group in element.get("option_groups", ()) for option in group["options"]]
        options += element.get("options", [])
        base = {"action_id": element["action_id"], "type": element["type"], "block_id": block.get("block_id", "b")}
        if element["type"] == "button":
            if "url" not in element:
                yield Touch(surface=surface, name=element["action_id"], action={**base, "value": element.get("value", "")}, view=view)
        elif element["type"] == "checkboxes":
            yield Touch(surface=surface, name=element["action_id"], action={**base, "selected_options": options[:1]}, view=view)
        elif element["type"] == "users_select":
            yield Touch(surface=surface, name=element["action_id"], action={**base, "selected_user": "U07ANA5PKD"}, view=view)
        for option in options[:3] if element["type"] in ("static_select", "overflow", "radio_buttons") else ():
            yield Touch(surface=surface, name=element["action_id"], action={**base, "selected_option": option}, view=view)


def _filled(view: Block, town: Town) -> Iterator[tuple[str, dict[str, Any]]]:
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            yield block["block_id"], {element.get("action_id", "a"): _value(block, element, town)}


def _value(block: Block, element: Mapping[str, Any], town: Town) -> dict[str, Any]:
    """What somebody would type or choose: what stands there already, or the first that fits."""
    kind = element["type"]
    needed = not block.get("optional")
    day = (town.chatbot.clock.now() + timedelta(days=12)).date().isoformat()
    if kind == "plain_text_input":
        words = "20" if "amount" in block["block_id"] else "Words about it"
        return {"value": element.get("initial_value") or (words if needed else None)}
    if kind == "number_input":
        return {"value": element.get("initial_value") or (element.get("min_value", "1") if needed else None)}
    if kind == "datepicker":
        return {"selected_date": element.get("initial_date") or (day if needed else None)}
    if kind == "timepicker":
        return {"selected_time": element.get("initial_time") or ("10:00" if needed else None)}
    if kind in ("static_select", "radio_buttons"):
        return {"selected_option": element.get("initial_option") or (element["options"][-1] if needed else None)}
    if kind in ("checkboxes", "multi_static_select"):
        return {"selected_options": element.get("initial_options") or (element["options"][:1] if needed else [])}
    if kind == "users_select":
        return {"selected_user": element.get("initial_user") or "U07ANA5PKD"}
    if kind == "multi_users_select":
        return {"selected_users": element.get("initial_users") or ["U07ANA5PKD"]}
    if kind == "conversations_select":
        return {"selected_conversation": element.get("initial_conversation") or ("C-general" if needed else None)}
    raise AssertionError(f"nobody knows how to fill in {kind}")
