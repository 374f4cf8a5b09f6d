"""The bot's door on a chatbot that stands in, and a row for everything there is that shows something."""

import inspect
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from chatbot.bootstrap import Chatbot
from chatbot.calendars import ics
from chatbot.calendars.model import Entry
from chatbot.kit.i18n import _
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act
from chatbot.kit.refusal import Refusal
from chatbot.people.model import Person
from handlers.slack import blocks, errors, reading
from handlers.slack.application import make_application, make_client
from handlers.slack.door import Drawing, HomePart, Listener
from handlers.slack.facts import Facts
from handlers.slack.pace import SLACK
from handlers.slack.press import Later, Message, Press, Reply, Surface
from handlers.slack.sections import SectionView
from handlers.slack.speech import Speech
from tests.slack.texts import finding, known
from tests.slack.texts.checking import CalendarFile, Sheet, surfaces
from tests.slack.texts.making import Maker
from tests.slack.texts.standing_in import CATALOGUES, StandIn, TellsAll
from tests.slack.texts.touching import Body, Touches

_PRESSED = ("buttons", "button")
"""How views call what is pressed; there may be none."""

Draw = Callable[[Maker], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that shows something. `name` says what kind it is and what it is called."""

    name: str
    draw: Draw


class House:
    """The bot's door on a chatbot that stands in, and all that was seen of it so far."""

    def __init__(self) -> None:
        self.standing_in = StandIn()
        self.chatbot = cast("Chatbot", self.standing_in)
        client = make_client("xoxb-none", "http://127.0.0.1:9/api/")
        self.door = make_application(self.chatbot, client, SLACK).door
        self.touches = Touches()

    def rows(self) -> Iterator[Row]:
        """One for each thing that shows something. What is pressed comes behind what it is seen in."""
        found = self.door.registered
        yield from (Row(f"view {name}", partial(self._called, name, view)) for name, view in finding.views())
        yield from (Row(f"drawing {name}", partial(self._letter, name, one)) for name, one in found.drawings.items())
        for name, view in found.sections.items():
            yield Row(f"section {name}: line", partial(_line, name, view))
            yield Row(f"section {name}: to settle", partial(_to_settle, name, view))
        yield from (Row(f"home {name}", partial(self._home, part)) for name, part in found.home_parts.items())
        yield from (Row(f"refusal {kind.__name__}", partial(self._refused, kind)) for kind in finding.refusals())
        yield from (Row(f"sheet {name}", partial(self._sheet, name, one)) for name, one in finding.sheets())
        yield Row("calendar", partial(self._calendar))
        for name, listener in found.commands.items():
            yield Row(f"command {name}", partial(self._command, name, listener))
        for name, listener in found.shortcuts.items():
            yield Row(f"shortcut {name}", partial(self._shortcut, name, listener))
        for name, listener in found.actions.items():
            yield Row(f"action {name}", partial(self._action, name, listener))
        for name, listener in found.forms.items():
            yield Row(f"form {name}", partial(self._form, name, listener))

    async def drawn(self, row: Row, number: int) -> object:
        """The row as that number makes it."""
        for attempt in range(known.ATTEMPTS):
            maker = self.standing_in.maker = Maker(number + attempt * known.FAR)
            shown = await row.draw(maker)
            if surfaces(shown):
                break
        self.touches.see(shown)
        return shown

    async def _called(self, name: str, view: Callable[..., object], maker: Maker) -> object:
        made = {key: self._argument(name, key, hint, maker) for key, hint in finding.arguments(view).items()}
        positional: list[object] = []
        for key, one in inspect.signature(view).parameters.items():
            if one.kind is one.VAR_POSITIONAL:
                positional += [made.pop(key)] * maker.any_of((1, 1, 0 if key in _PRESSED else 1))
            elif one.kind is not one.KEYWORD_ONLY:
                positional.append(made.pop(key))
        shown = view(*positional, **made)
        return list(shown) if isinstance(shown, Iterator) else shown

    def _argument(self, view: str, name: str, hint: Any, maker: Maker) -> Any:
        if f"{view}.{name}" in known.ARGUMENTS:
            return known.ARGUMENTS[f"{view}.{name}"]
        if name in _PRESSED and hint in (dict[str, Any], dict[str, Any] | None):
            return blocks.button("Press", "x.pressed", "1")
        if hint is Press:
            return self._press(maker.any_of(list(Surface)), "x.pressed", {}, maker)
        if hint in (Mapping[str, SectionView], dict[str, SectionView]):
            return self.door.registered.sections
        if hint is Facts:
            return TellsAll(maker)
        return _("Something for you.") if name == "notification" else maker.make(hint, name)

    async def _sheet(self, name: str, one: Callable[..., object], maker: Maker) -> Sheet:
        return Sheet(await self._called(name, one, maker))

    async def _calendar(self, maker: Maker) -> CalendarFile:
        entries = maker.several(Entry, "entries", 0) or [maker.make(Entry)]
        return CalendarFile(ics.written(entries, CATALOGUES.tongue(maker.make(str, "language")).say))

    async def _letter(self, name: str, drawing: Drawing, maker: Maker) -> Message | None:
        maker.settles = name == "digests.weekly"
        letter = Letter(
            id=1,
            team_id="T1",
            act=Act.POST,
            view=name,
            ref=known.REFS.get(name, "1"),
            blanks=known.Blanks(),
            conversation="C01",
            channel="C01",
            ts=None,
            post_id=1,
            person_id=maker.make(int, "person_id"),
            attempts=1,
            may_repeat=True,
        )
        return await drawing(letter, self.chatbot, maker.make(Speech))

    async def _home(self, part: HomePart, maker: Maker) -> object:
        return await part(self._press(Surface.HOME, "home", {}, maker), self.chatbot)

    async def _refused(self, kind: type[Refusal], maker: Maker) -> Reply:
        refusal = maker.refusal(kind)

        async def refuses(_press: Press, _chatbot: object) -> Reply:
            raise refusal

        surface = maker.any_of((Surface.MESSAGE, Surface.FORM))
        inputs = [{"type": "input", "block_id": "title"}] if surface is Surface.FORM else []
        view = {"type": "modal", "blocks": inputs, "private_metadata": known.METADATA}
        body = {"view": view} if surface is not Surface.MESSAGE else {}
        return await self._heard(surface, "hearings.claim", refuses, body, maker)

    async def _command(self, name: str, listener: Listener, maker: Maker) -> Reply:
        words = maker.any_of((*known.WORDS, maker.text()))
        body = {"command": name, "text": words, "channel_id": "C01"}
        return await self._heard(Surface.COMMAND, name, listener, body, maker)

    async def _shortcut(self, name: str, listener: Listener, maker: Maker) -> Reply:
        body = {"type": "shortcut", "message": {"text": maker.text()}}
        return await self._heard(Surface.SHORTCUT, name, listener, body, maker)

    async def _action(self, name: str, listener: Listener, maker: Maker) -> Reply:
        return await self._heard(Surface.MESSAGE, name, listener, self.touches.pressed(name, maker), maker)

    async def _form(self, name: str, listener: Listener, maker: Maker) -> Reply:
        return await self._heard(Surface.FORM, name, listener, self.touches.submitted(name, maker), maker)

    async def _heard(self, surface: Surface, name: str, listener: Listener, body: Body, maker: Maker) -> Reply:
        """As the door hears it: read, decided, and a refusal in its own window."""
        press = self._press(surface, name, body, maker)
        try:
            reply = await self.door._decided(press, listener, body)
        except Refusal as refusal:
            reply = errors.refused(press, refusal, reading.inputs(body))
        return await reply.make() if isinstance(reply, Later) else reply

    def _press(self, surface: Surface, name: str, body: Body, maker: Maker) -> Press:
        person = replace(maker.make(Person), account="U01")
        speech = maker.make(Speech)
        whole = {"user": {"id": "U01"}, "trigger_id": "1.2", **body}
        facts: Any = TellsAll(maker)
        return reading.by(reading.nobody(surface, name, whole, speech, facts), person, speech)


async def _line(name: str, view: SectionView, maker: Maker) -> object:
    item = maker.make(maker.any_of(known.LISTED[name]))
    return view.line(item, maker.make(Speech), person_id=maker.any_of((None, 1, 2)))


async def _to_settle(name: str, view: SectionView, maker: Maker) -> object:
    return view.to_settle(maker.make(maker.any_of(known.SETTLED[name])), maker.make(Speech))
