"""Walking through everything that can be touched: from the commands, Homes and messages into whatever they open."""

from collections import Counter, deque
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from chatbot.people.refusals import NotAllowed
from handlers.practice.furnishing import controls
from handlers.slack.blocks import Block
from handlers.slack.press import GoBack, Message, Open, PublishHome, Reply, Say, Surface, Update
from handlers.slack.speech import Speech
from tests.fixtures.size import quick_or_full
from tests.slack.permissions.town import Touch, Town

WALKERS = ("daniel", "sam", "rosa", "ruth")
"""A coordinator, the treasurer, an admin, and a host who verifies dates and leads a cluster."""

ANA = "U07ANA5PKD"
"""Whom they choose, when somebody is to be chosen."""

WORDS = ("", "help", "add", "mine", "import", "export")
LEADS_ON = ("details", "open", "books", "menu")
"""Endings of what everyone walks into for themselves: what one finds there is not the same for all."""

EACH = quick_or_full(1, 3)
"""How often what has the same name is touched."""


@dataclass(kw_only=True)
class Walk:
    """What was found: touches by the listener they lead to, and all that was drawn on the way."""

    touches: dict[tuple[Surface, str], list[Touch]] = field(default_factory=dict)
    views: list[Block] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)


async def walk(town: Town) -> Walk:
    """People press whatever they see, and send every form that opens."""
    found = Walk()
    drawn = [message async for message in _drawn(town)]
    seen: Counter[tuple[str, Surface, str]] = Counter()
    for handle in WALKERS:
        person = town.people[handle]
        waiting = deque(_beginnings(town))
        for part in town.registered.home_parts.values():
            waiting.extend(_in_blocks(await part(town.home_press(person), town.chatbot), None))
        for message in drawn:
            waiting.extend(_in_blocks(message.blocks, None))
        while waiting:
            touch = waiting.popleft()
            surface, name = where = _where(touch)
            by = handle if surface is Surface.COMMAND or name.endswith(LEADS_ON) else "anyone"
            if seen[by, *where] >= (len(WORDS) if surface is Surface.COMMAND else EACH):
                continue
            outcome = await town.does(touch, person)
            seen[by, *where] += not isinstance(outcome.refusal, NotAllowed)
            kept = found.touches.setdefault(where, [])
            if len(kept) < EACH:
                kept.append(touch)
            waiting.extend(_in_reply(outcome.reply, found, town))
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


def _in_reply(reply: Reply, found: Walk, town: Town) -> Iterator[Touch]:
    if isinstance(reply, Say):
        found.messages.append(reply.message)
        yield from _in_blocks(reply.message.blocks, None)
    elif isinstance(reply, Open | Update | GoBack | PublishHome):
        found.views.append(reply.view)
        yield from in_view(reply.view, town)


def in_view(view: Block, town: Town) -> Iterator[Touch]:
    """The buttons of a window and, when it is a form, the form as somebody fills it in."""
    filled = {**view, "state": {"values": dict(_filled(view, town))}}
    yield from _in_blocks(view["blocks"], filled)
    if view.get("submit") and view.get("callback_id"):
        yield Touch(surface=Surface.FORM, name=view["callback_id"], view=filled)


def _in_blocks(blocks: Sequence[Block], view: Mapping[str, Any] | None) -> Iterator[Touch]:
    surface = Surface.MESSAGE if view is None else Surface.MODAL
    for block, element in controls(list(blocks)):
        if block["type"] == "input" and not block.get("dispatch_action"):
            continue
        options = [option for group in element.get("option_groups", ()) for option in group["options"]]
        options += element.get("options", [])
        base = {"action_id": element["action_id"], "type": element["type"], "block_id": block.get("block_id", "b")}
        if element["type"] == "button":
            if "url" not in element:
                yield Touch(
                    surface=surface,
                    name=element["action_id"],
                    action={**base, "value": element.get("value", "")},
                    view=view,
                )
        elif element["type"] == "checkboxes":
            yield Touch(
                surface=surface, name=element["action_id"], action={**base, "selected_options": options[:1]}, view=view
            )
        elif element["type"] == "users_select":
            yield Touch(surface=surface, name=element["action_id"], action={**base, "selected_user": ANA}, view=view)
        for option in options[:3] if element["type"] in ("static_select", "overflow", "radio_buttons") else ():
            yield Touch(
                surface=surface, name=element["action_id"], action={**base, "selected_option": option}, view=view
            )


def _filled(view: Block, town: Town) -> Iterator[tuple[str, dict[str, Any]]]:
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            yield block["block_id"], {element.get("action_id", "a"): _value(block, element, town)}


def _value(block: Block, element: Mapping[str, Any], town: Town) -> dict[str, Any]:
    """What somebody would type or choose: what stands there already, or the first that fits."""
    last = element.get("options", [])[-1:]
    day = (town.chatbot.clock.now() + timedelta(days=12)).date().isoformat()
    words = "20" if "amount" in block["block_id"] else "Words about it"
    kinds: dict[str, tuple[str, str, Any]] = {
        "plain_text_input": ("value", "initial_value", words),
        "number_input": ("value", "initial_value", element.get("min_value", "1")),
        "datepicker": ("selected_date", "initial_date", day),
        "timepicker": ("selected_time", "initial_time", "10:00"),
        "static_select": ("selected_option", "initial_option", next(iter(last), None)),
        "radio_buttons": ("selected_option", "initial_option", next(iter(last), None)),
        "checkboxes": ("selected_options", "initial_options", last),
        "multi_static_select": ("selected_options", "initial_options", last),
        "users_select": ("selected_user", "initial_user", ANA),
        "multi_users_select": ("selected_users", "initial_users", [ANA]),
        "conversations_select": ("selected_conversation", "initial_conversation", "C0GENERAL"),
    }
    held, initial, new = kinds[element["type"]]
    nothing: Any = [] if held in ("selected_options", "selected_users") else None
    return {held: element.get(initial) or (nothing if block.get("optional") else new)}
