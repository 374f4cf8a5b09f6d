"""Walking through Slack with a word of its own in every private input, and watching who gets to read it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

import aiohttp
from sqlalchemy import select

from chatbot.audit.record import OPENING, audit
from chatbot.kit import sealed_rows
from chatbot.kit.outbox import outbox
from chatbot.people.store import people
from handlers.practice.posts import Message
from handlers.practice.reading import Surface, labels_of, text_of
from handlers.practice.views import View
from tests.slack.scene import Scene
from tests.slack.traces import everything

CONTROL = "Zinzocontrol99tordo"
"""What everyone may read: it is found where the others are not."""

CHANNEL = "general"
"""Where commands are typed, so that cards and answers do not get mixed up."""


def words() -> dict[str, str]:
    """A canary for each sealed column there is, by its name; nobody has to remember a new one."""
    number = count()
    return {f"{one.table.name}.{one.name}": f"Zanzacanario{next(number):02}quetzal" for one in sealed_rows.columns()}


STRAYS = (
    *("refused by the guard", "a heading of a sheet", "a row of the bank"),
    *("in an exception", "in a statement", "in a drawing", "in a page", "on the way to a mistake"),
)


def strays() -> dict[str, str]:
    """Words that are typed, or stand in an exception of ours, and are kept nowhere at all."""
    return {name: f"Zonzocanario{number:02}cenzontle" for number, name in enumerate(STRAYS)}


def secret_in(view: View, page: str) -> str:
    """What follows `/page/` in the address that a window shows."""
    return json.dumps(view.blocks).partition(f"/{page}/")[2].partition('"')[0]


@dataclass(kw_only=True)
class Walk:
    """The scene, the words, and what came of it."""

    scene: Scene
    words: dict[str, str] = field(default_factory=words)
    read: set[tuple[str, str]] = field(default_factory=set)
    """Who had which word in an open window: a handle and the column."""
    strays: dict[str, str] = field(default_factory=strays)
    secrets: dict[str, str] = field(default_factory=dict)
    """What stands in the addresses that somebody was given, by the page they lead to."""
    pages: str = ""
    """What the bot's own pages answered."""
    strayed: set[str] = field(default_factory=set)
    """Which of those stood in a window all the same."""
    unwritten: list[tuple[str, str]] = field(default_factory=list)
    """Whose window showed a word without a line of the audit that says so: a handle and the title."""
    _seen: set[tuple[str, str]] = field(default_factory=set)
    said: set[tuple[str, str]] = field(default_factory=set)
    """What went through the outbox, which forgets it after a week: views and blanks."""
    _line: int = 0

    def word(self, column: str) -> str:
        return self.words[column]

    async def settles(self) -> None:
        """Until everything is answered and said; then look over everybody's shoulder, and into the audit."""
        await self.scene.settle()
        opened = await self._openings()
        rows = await everything(self.scene.chatbot, outbox)
        self.said |= {(row.view, json.dumps(row.blanks, ensure_ascii=False)) for row in rows}
        for person in self.scene.practice.people:
            for view in self.scene.someone(person.id).modals:
                shown = json.dumps(view.blocks, ensure_ascii=False)
                found = {(person.name, column) for column, word in self.words.items() if word in shown}
                is_new = (view.id, view.hash) not in self._seen
                self._seen.add((view.id, view.hash))
                self.read |= found
                self.strayed |= {name for name, word in self.strays.items() if word in shown + str(view.errors)}
                if found and is_new and person.id not in opened:
                    self.unwritten.append((person.name, text_of(view).splitlines()[0]))

    async def _openings(self) -> set[str]:
        """Who opened something since the last look, by the audit; a copy of what is one's own opens it as well."""
        lines = select(audit.c.id, audit.c.verb, people.c.account).join(people, people.c.id == audit.c.actor_id)
        rows = await self.scene.chatbot.database.run(lambda tx: tx.all(lines.where(audit.c.id > self._line)))
        self._line = max((row.id for row in rows), default=self._line)
        return {row.account for row in rows if OPENING in row.verb or row.verb == "person.copy"}

    def modal(self, handle: str) -> View:
        return self.scene.modal(handle)

    async def types(self, handle: str, line: str, channel: str = CHANNEL) -> Message | None:
        """A command; what they alone see there then."""
        await self.scene.someone(handle).types(line, channel=channel)
        await self.settles()
        return next(reversed(self.scene.someone(handle).ephemerals(channel)), None)

    async def presses(self, handle: str, label: str, in_: Surface | None = None, **which: str) -> str:
        """A button, in the window that is open unless told where; what the window that is open then says."""
        await self.scene.someone(handle).presses(label, in_ or self.modal(handle), **which)
        await self.settles()
        return text_of(self.scene.someone(handle).modal)

    async def chooses(self, handle: str, menu: str, option: Any, in_: Surface | None = None) -> None:
        await self.scene.someone(handle).selects(menu, option, in_ or self.modal(handle))
        await self.settles()

    async def sends(self, handle: str, **filled: Any) -> str:
        """The form that is open, filled in and taken; what the window that is open then says."""
        someone = self.scene.someone(handle)
        await someone.fills(someone.modal, filled)
        answer = await someone.submits()
        assert answer.errors == {}, answer.errors
        await self.settles()
        return text_of(someone.modal)

    async def closes(self, *handles: str) -> None:
        """All their windows."""
        for handle in handles:
            if self.scene.someone(handle).modal is not None:
                await self.scene.someone(handle).closes(everything=True)
        await self.settles()

    async def opens_home(self, *handles: str) -> None:
        for handle in handles:
            await self.scene.someone(handle).opens_home()
            await self.settles()
            assert self.scene.someone(handle).home is not None

    async def passes(self, **time: float) -> None:
        """Time goes by at once, and what fell due meanwhile is done."""
        self.scene.machine.passes(timedelta(**time))
        await self.scene.running.caught_up()
        await self.settles()

    async def visits(self, *paths: str) -> None:
        """A browser, or a calendar program, that knows nothing but these addresses."""
        async with aiohttp.ClientSession(f"http://127.0.0.1:{self.scene.running.port}") as session:
            for path in paths:
                async with session.get(path) as answer:
                    self.pages += f"{answer.status} {dict(answer.headers)} {await answer.text()}"

    def told(self, handle: str, about: str = "", button: str = "") -> Message:
        """The newest word of the bot to them that says this, or has this button."""
        mine = reversed(self.scene.someone(handle).direct_messages())
        return _first(one for one in mine if about in text_of(one) and (not button or button in labels_of(one)))

    def card(self, code: str, channel: str = "court-boston", button: str = "") -> Message:
        """The newest live message about this, with this button, as everyone sees it."""
        shown = reversed(self.scene.practice.channel(channel).messages)
        cards = (one for one in shown if one.bot and not one.ephemeral and (not button or button in labels_of(one)))
        return _first(one for one in cards if code in text_of(one))


def _first(found: Iterator[Message]) -> Message:
    message = next(found, None)
    assert message is not None, "nothing says so"
    return message
