"""Walking through everything that can be touched: from the commands, Homes and messages into whatever they open."""

from collections import Counter, deque
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from handlers.practice.furnishing import controls
from handlers.slack.blocks import Block
from handlers.slack.press import GoBack, Message, Open, PublishHome, Reply, Say, Surface, Update
from handlers.slack.speech import Speech
from tests.fixtures.size import quick_or_full
from tests.slack.permissions.relations import LOOKS_AT, record
from tests.slack.permissions.touches import Key, Touch
from tests.slack.permissions.town import Town

HOME: Mapping[str, Any] = {"type": "home"}

CHANNELS = ("C0GENERAL", "C0COURTBOSTON", "C0CHECKINS", "C0BONDS")
"""Where commands are typed: in the first, and in all where what one finds is the channel's."""

CODES = {
    "/hearings": "H",
    "/bonds": "B",
    "/rooms": "RS",
    "/needs": "N",
    "/events": "E",
    "/resources": "W",
    "/actions": "A",
}
"""The letters of the codes that may stand behind a command."""

WALKERS = ("daniel", "sam", "rosa", "ruth", "mei", "jonah", "marie", "ana", "tiago")
"""A coordinator, the treasurer, an admin, a host who leads a cluster, a lead of hearings, and volunteers."""

ANA = "U07ANA5PKD"
"""Whom they choose, when somebody is to be chosen."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "/hearings": ("", "mine", "add", "import", "export"),
    "/bonds": ("", "all", "mine", "books", "add"),
    "/rooms": ("", "offer", "free", "stays", "ask"),
    "/needs": ("", "add"),
    "/events": ("", "add"),
    "/resources": ("", "check", "archived", "suggestions", "add", "import", "export"),
    "/actions": ("", "add", "drafts", "closed"),
    "/impact": ("", "all"),
    "/alongside": ("", "settings", "audit", "preferences", "privacy", "clusters"),
}
"""What is typed behind a command, besides the codes of what one has to do with."""

LEADS_ON = ("details", "s.open", "books", "menu", "pledges", "check", "bonds.close")
"""Endings of what everyone walks into for themselves: what one finds there is not the same for all."""

TYPED: Mapping[tuple[str, str], dict[str, Any]] = {
    ("bonds.add_form", "amount"): {"value": "1500"},
    ("bonds.paid_form", "obligor"): {"value": "O7"},
    ("bonds.rate_form", "rate"): {"value": "2.75"},
    ("bonds.roll_form", "amount"): {"value": "20"},
    ("bonds.reconcile_form", "rows"): {"value": "date,amount\n2026-03-01,50.00"},
    ("needs.trip_form", "miles"): {"value": "12"},
    ("hearings.import_form", "rows"): {"value": "alias,kind,place,day,companions\nP.Q.,check-in,Boston,4/14/2027,2"},
    ("resources.import_form", "rows"): {"value": "name,topics,town\nThe Warm Corner,Food,Lowell"},
    ("stays.longer_form", "until"): {"selected_date": "2026-05-04"},
    ("stays.note_form", "person"): {"selected_user": "U07ROSA4QX"},
}
"""What is typed where not any words will do."""

EACH = quick_or_full(1, 3)
"""How often what has the same name is touched."""


@dataclass(kw_only=True)
class Walk:
    """What was found: touches by the listener they lead to, and all that was drawn on the way."""

    touches: dict[Key, list[Touch]] = field(default_factory=dict)
    let_in: dict[Key, dict[str, list[Touch]]] = field(default_factory=dict)
    """What was touched by whom, and answered with more than a refusal."""
    views: list[Block] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)


async def walk(town: Town, own: Collection[Key]) -> Walk:
    """People press whatever they see, and send every form that opens.

    What is `own` belongs to someone: everyone presses it for themselves, beginning at what they have to do with.
    """
    found = Walk()
    drawn = [drawn async for drawn in _drawn(town)]
    round_ = _Round(town=town, own=own, found=found)
    for handle in WALKERS:
        person = town.people[handle]
        everywhere = CHANNELS if handle == WALKERS[0] else CHANNELS[:1]
        waiting = deque(_beginnings(town, LOOKS_AT.get(handle, ()), everywhere))
        waiting.extend(in_blocks((await town.home(person))["blocks"], HOME))
        for reader, message in drawn:
            if reader in (None, person.id):
                waiting.extend(in_blocks(message.blocks, None))
        waiting.extend(touch for whose, touch in town.open_windows if whose == handle)
        while waiting:
            waiting.extend(await round_.touched(waiting.popleft(), handle))
    for where, by_whom in found.let_in.items():
        first = sorted((touch for each in by_whom.values() for touch in each), key=lambda touch: not touch.carries)
        found.touches[where] = [*first, *(one for one in found.touches[where] if one not in first)][:EACH]
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class _Round:
    """One walk: what was touched before is not touched again."""

    town: Town
    own: Collection[Key]
    found: Walk
    seen: Counter[tuple[str, Surface, str]] = field(default_factory=Counter)
    before: set[tuple[str, Key, str]] = field(default_factory=set)

    async def touched(self, touch: Touch, handle: str) -> Iterable[Touch]:
        """Whatever can be touched next."""
        where = _where(touch)
        by, most = self._how_often(where, handle, record(touch))
        this = f"{touch.carries} {touch.channel}"
        before = {(by, where, this), (handle, where, this)}
        if self.seen[by, *where] >= most or before & self.before:
            return ()
        outcome = await self.town.does(touch, self.town.people[handle])
        self.before.add((handle, where, this))
        if outcome.is_in:
            self.seen[by, *where] += 1
            self.before.add((by, where, this))
            self.found.let_in.setdefault(where, {}).setdefault(handle, []).append(touch)
        kept = self.found.touches.setdefault(where, [])
        if len(kept) < EACH:
            kept.append(touch)
        next_ = outcome.shown if outcome.refusal else outcome.reply
        return _in_reply(next_, self.found, self.town, touch.channel)

    def _how_often(self, where: Key, handle: str, about: str) -> tuple[str, int]:
        surface, name = where
        if name.endswith("details") and about not in LOOKS_AT.get(handle, ()):
            return f"{handle}, by chance", 2
        if surface is Surface.COMMAND or name.endswith(LEADS_ON):
            return handle, 12
        if name.endswith("claim"):
            return handle, 2
        return (handle, 3) if where in self.own else ("anyone", EACH)


def _where(touch: Touch) -> tuple[Surface, str]:
    surface = Surface.MESSAGE if touch.surface in (Surface.MODAL, Surface.HOME) else touch.surface
    return surface, touch.name


def _beginnings(town: Town, codes: Sequence[str], everywhere: Sequence[str]) -> Iterator[Touch]:
    for name in town.registered.commands:
        mine = [code for code in codes if code[0] in CODES.get(name, "")]
        for words in (*mine, *WORDS.get(name, ("",))):
            for channel in everywhere if name in ("/impact", "/digest") else CHANNELS[:1]:
                yield Touch(surface=Surface.COMMAND, name=name, text=words, channel=channel)
    for name in town.registered.shortcuts:
        yield Touch(surface=Surface.SHORTCUT, name=name, text="Who can drive on Friday?")


async def _drawn(town: Town) -> AsyncIterator[tuple[int | None, Message]]:
    """Every message that waits to be sent, drawn for its reader; for everyone where it is a channel's."""
    speech = Speech(town.chatbot.catalogues.tongue("en"))
    for letter in await town.letters():
        message = await town.registered.drawings[letter.view](letter, town.chatbot, speech)
        if message is not None:
            yield letter.person_id, message


def _in_reply(reply: Reply, found: Walk, town: Town, channel: str) -> Iterator[Touch]:
    if isinstance(reply, Say):
        found.messages.append(reply.message)
        yield from in_blocks(reply.message.blocks, None, channel)
    elif isinstance(reply, Open | Update | GoBack | PublishHome):
        found.views.append(reply.view)
        yield from in_view(reply.view, town)


def in_view(view: Block, town: Town) -> Iterator[Touch]:
    """The buttons of a window and, when it is a form, the form as somebody fills it in."""
    filled = {**view, "state": {"values": dict(_filled(view, town))}}
    yield from in_blocks(view["blocks"], filled)
    if view.get("submit") and view.get("callback_id"):
        yield Touch(surface=Surface.FORM, name=view["callback_id"], view=filled)


def in_blocks(blocks: Sequence[Block], view: Mapping[str, Any] | None, channel: str = CHANNELS[0]) -> Iterator[Touch]:
    """Everything there that somebody can press, or choose from."""
    surface = Surface.MESSAGE if view is None else Surface.HOME if view is HOME else Surface.MODAL
    for block, element in controls(list(blocks)):
        if block["type"] == "input" and not block.get("dispatch_action"):
            continue
        options = [option for group in element.get("option_groups", ()) for option in group["options"]]
        options += element.get("options", [])
        base = {"action_id": element["action_id"], "type": element["type"], "block_id": block.get("block_id", "b")}
        for holds in _pressed(element, options):
            action = {**base, **holds}
            yield Touch(surface=surface, name=element["action_id"], action=action, view=view, channel=channel)


def _pressed(element: Mapping[str, Any], options: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """What Slack sends of an element that somebody presses, or chooses from."""
    match element["type"]:
        case "button":
            yield {"value": element.get("value", "")}
        case "checkboxes":
            yield {"selected_options": options[:1]}
        case "users_select":
            yield {"selected_user": ANA}
        case "static_select" | "overflow" | "radio_buttons":
            yield from ({"selected_option": option} for option in options[:3])


def _filled(view: Block, town: Town) -> Iterator[tuple[str, dict[str, Any]]]:
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            typed = TYPED.get((view.get("callback_id", ""), block["block_id"]))
            value = typed or _value(block, element, town)
            yield block["block_id"], {element.get("action_id", "a"): value}


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
        "conversations_select": ("selected_conversation", "initial_conversation", "C0GENERAL"),
    }
    if element["type"] == "users_select":
        return {"selected_user": ANA}
    if element["type"] == "multi_users_select":
        return {"selected_users": element.get("initial_users") or [ANA]}
    held, initial, new = kinds[element["type"]]
    nothing: Any = [] if held in ("selected_options", "selected_users") else None
    return {held: element.get(initial) or (nothing if block.get("optional") else new)}
