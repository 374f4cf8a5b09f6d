"""Walking through Slack with a word of its own in every private input, and watching who gets to read it."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from chatbot.kit import sealed_rows
from handlers.practice.posts import Message
from handlers.practice.reading import Surface, labels_of, text_of
from handlers.practice.views import View
from tests.slack.scene import Scene

CHANNEL = "general"
"""Where commands are typed, so that cards and answers do not get mixed up."""


def words() -> dict[str, str]:
    """A canary for each sealed column there is, by its name; nobody has to remember a new one."""
    number = count()
    return {f"{one.table.name}.{one.name}": f"Zanzacanario{next(number):02}quetzal" for one in sealed_rows.columns()}


@dataclass(kw_only=True)
class Walk:
    """The scene, the words, and what came of it."""

    scene: Scene
    words: dict[str, str] = field(default_factory=words)
    read: set[tuple[str, str]] = field(default_factory=set)
    """Who had which word in an open window: a handle and the column."""

    def word(self, column: str) -> str:
        return self.words[column]

    async def settles(self) -> None:
        """Until everything is answered and said; then look over everybody's shoulder."""
        await self.scene.settle()
        for person in self.scene.practice.people:
            shown = json.dumps([view.blocks for view in self.scene.someone(person.id).modals], ensure_ascii=False)
            self.read |= {(person.name, column) for column, word in self.words.items() if word in shown}

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
        await self.scene.practice.move_clock(by=timedelta(**time))
        await self.scene.running.caught_up()
        await self.settles()

    def told(self, handle: str, about: str = "", button: str = "") -> Message:
        """The newest word of the bot to them that says this, or has this button."""
        mine = reversed(self.scene.someone(handle).direct_messages())
        return next(one for one in mine if about in text_of(one) and (not button or button in labels_of(one)))

    def card(self, code: str, channel: str = "court-boston", button: str = "") -> Message:
        """The newest live message about this, with this button, as everyone sees it."""
        shown = reversed(self.scene.practice.channel(channel).messages)
        cards = (one for one in shown if one.bot and not one.ephemeral and (not button or button in labels_of(one)))
        return next(one for one in cards if code in text_of(one))
