"""Everything there is that shows something, found in the code itself: one row each, drawn from a number."""

import importlib
import inspect
import pkgutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, get_args, get_type_hints

import handlers.slack
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act
from chatbot.kit.refusal import Refusal
from chatbot.people.model import Person
from handlers.slack import reading
from handlers.slack.application import make_application, make_client
from handlers.slack.blocks import Choice, Confirm
from handlers.slack.door import Drawing, HomePart, Listener
from handlers.slack.pace import SLACK
from handlers.slack.press import Later, Message, Press, Reply, Say, SendFile, Surface, Upload
from handlers.slack.sections import SectionView
from handlers.slack.speech import Mrkdwn, Speech
from tests.slack.texts import exceptions
from tests.slack.texts.making import Maker
from tests.slack.texts.standing_in import StandIn, TellsAll
from tests.slack.texts.touching import Body, Touches

Draw = Callable[[Maker], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that shows something. `name` says what kind it is and what it is called."""

    name: str
    draw: Draw


class House:
    """The bot's door on a chatbot that stands in, and all that was seen of it so far."""

    def __init__(self) -> None:
        self.chatbot: Any = StandIn()
        self.door = make_application(self.chatbot, make_client("xoxb-none", "http://127.0.0.1:9/api/"), SLACK).door
        self.touches = Touches()

    def rows(self) -> Iterator[Row]:
        """One for each thing that shows something. What is pressed comes behind what it is seen in."""
        known = self.door.registered
        yield from (Row(f"view {name}", partial(_called, name, view)) for name, view in views())
        yield from (Row(f"drawing {name}", partial(self._letter, name, one)) for name, one in known.drawings.items())
        for name, view in known.sections.items():
            yield Row(f"section {name}: line", partial(_line, name, view))
            yield Row(f"section {name}: to settle", partial(_to_settle, name, view))
        yield from (Row(f"home {name}", partial(self._home, part)) for name, part in known.home_parts.items())
        yield from (Row(f"refusal {kind.__name__}", partial(self._refused, kind)) for kind in refusals())
        for name, listener in known.commands.items():
            yield Row(f"command {name}", partial(self._command, name, listener))
        for name, listener in known.shortcuts.items():
            yield Row(f"shortcut {name}", partial(self._shortcut, name, listener))
        for name, listener in known.actions.items():
            yield Row(f"action {name}", partial(self._action, name, listener))
        for name, listener in known.forms.items():
            yield Row(f"form {name}", partial(self._form, name, listener))

    async def drawn(self, row: Row, number: int) -> object:
        """The row as that number makes it."""
        maker = self.chatbot.maker = Maker(number)
        shown = await row.draw(maker)
        self.touches.see(shown)
        return shown

    async def _letter(self, name: str, drawing: Drawing, maker: Maker) -> Message | None:
        letter = Letter(
            id=1,
            team_id="T1",
            act=Act.POST,
            view=name,
            ref=exceptions.REFS.get(name, "1"),
            blanks=exceptions.Blanks(),
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
        refusal = kind(**{key: maker.make(hint, key) for key, hint in _arguments(kind.__init__).items()})

        async def refuses(_press: Press, _chatbot: object) -> Reply:
            raise refusal

        surface = maker.any_of((Surface.MESSAGE, Surface.MODAL, Surface.FORM))
        inputs = {"view": {"blocks": [{"type": "input", "block_id": "title"}]}} if surface is Surface.FORM else {}
        return await self._heard(surface, "refused", refuses, inputs, maker)

    async def _command(self, name: str, listener: Listener, maker: Maker) -> Reply:
        words = maker.any_of((*exceptions.WORDS, maker.text()))
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
        reply = await self.door._decided(self._press(surface, name, body, maker), listener, body)
        return await reply.make() if isinstance(reply, Later) else reply

    def _press(self, surface: Surface, name: str, body: Body, maker: Maker) -> Press:
        person = replace(maker.make(Person), account="U01")
        speech = maker.make(Speech)
        whole = {"user": {"id": "U01"}, "trigger_id": "1.2", **body}
        facts: Any = TellsAll(maker)
        return reading.by(reading.nobody(surface, name, whole, speech, facts), person, speech)


async def _called(name: str, view: Callable[..., object], maker: Maker) -> object:
    made = {key: exceptions.argument(name, key, hint, maker) for key, hint in _arguments(view).items()}
    positional: list[object] = []
    for key, one in inspect.signature(view).parameters.items():
        if one.kind is one.VAR_POSITIONAL:
            positional += maker.any_of(([], [made.pop(key)]))
        elif one.kind is not one.KEYWORD_ONLY:
            positional.append(made.pop(key))
    return view(*positional, **made)


async def _line(name: str, view: SectionView, maker: Maker) -> object:
    item = maker.make(maker.any_of(exceptions.LISTED[name]))
    return view.line(item, maker.make(Speech), person_id=maker.any_of((None, 1, 2)))


async def _to_settle(name: str, view: SectionView, maker: Maker) -> object:
    return view.to_settle(maker.make(maker.any_of(exceptions.SETTLED[name])), maker.make(Speech))


def views() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every function of the door that makes something to look at from values alone."""
    for module in modules():
        if module.__name__ not in exceptions.TOOLS:
            for name, one in vars(module).items():
                if inspect.isfunction(one) and one.__module__ == module.__name__ and not name.startswith("_"):
                    if not inspect.iscoroutinefunction(one) and _shows(get_type_hints(one)["return"]):
                        yield f"{module.__name__.removeprefix('handlers.slack.')}.{name}", one


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(handlers.slack.__path__, "handlers.slack."):
        yield importlib.import_module(found.name)


_SHOWN = {Message, Say, Upload, SendFile, Mrkdwn, Confirm, Choice, dict[str, Any], *get_args(Reply)} - {type(None)}


def _shows(hint: Any) -> bool:
    return hint in _SHOWN or any(_shows(one) for one in get_args(hint) if get_args(hint) and hint not in _SHOWN)


def refusals() -> list[type[Refusal]]:
    """Every kind of refusal there is."""
    list(modules())
    found, waiting = set[type[Refusal]](), [Refusal]
    while waiting:
        waiting += (below := waiting.pop().__subclasses__())
        found.update(below)
    return sorted((kind for kind in found if kind.__module__.startswith(("chatbot.", "handlers."))), key=str)


def _arguments(called: Callable[..., object]) -> dict[str, Any]:
    return {key: hint for key, hint in get_type_hints(called).items() if key not in ("return", "self")}
