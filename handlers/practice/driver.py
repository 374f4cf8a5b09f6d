"""One person of the workspace at the keyboard, for tests: the same steps the page takes, without the page."""

from collections.abc import Mapping
from typing import Any

from handlers.practice.answers import Answer
from handlers.practice.channels import Channel
from handlers.practice.desk import Desk
from handlers.practice.drafts import drafted, option_named
from handlers.practice.furnishing import controls
from handlers.practice.network import JSON
from handlers.practice.posts import Message
from handlers.practice.reading import Surface, label_of
from handlers.practice.state_values import HOLDS
from handlers.practice.views import View


class Someone:
    """`in_` may be a message or view seen earlier: what is touched is its present state.

    None may stand for it too, so that `fills(ana.modal, …)` needs no assertion before: it fails by itself.
    """

    def __init__(self, desk: Desk, user: str) -> None:
        self._desk = desk
        self._workspace = desk.workspace
        self.id = user

    @property
    def name(self) -> str:
        return self._workspace.people[self.id].name

    # What this person sees.

    @property
    def modals(self) -> list[View]:
        """The open modal's views, the top one last."""
        return list(self._workspace.stack(self.id))

    @property
    def modal(self) -> View | None:
        return self.modals[-1] if self.modals else None

    @property
    def home(self) -> View | None:
        return self._workspace.homes.get(self.id)

    def sees(self, channel: str) -> list[Message]:
        """Everyone's messages and this person's own ephemeral ones, oldest first."""
        found = self._workspace.channel(channel)
        return found.seen_by(self.id) if self.id in found.members else []

    def ephemerals(self, channel: str) -> list[Message]:
        return [message for message in self.sees(channel) if message.ephemeral]

    def direct_messages(self) -> list[Message]:
        """What the bot wrote in their direct conversation."""
        return [message for message in self._dm.messages if message.bot]

    # What this person does.

    async def types(self, line: str, channel: str) -> Answer:
        """A slash command, or words; `channel` may be "dm" for the conversation with the bot."""
        return await self._desk.say(self.id, self._place(channel).id, line)

    async def says(self, words: str, channel: str) -> Answer:
        return await self.types(words, channel)

    async def presses(
        self, label: str, in_: Surface | None, *, block_id: str | None = None, value: str | None = None
    ) -> Answer:
        """The button with this visible label or action_id. AssertionError tells the labels when there is none."""
        surface = self._now(in_)
        for block, element in controls(surface.blocks):
            fits = element["type"] == "button" and label in (label_of(block, element), element["action_id"])
            if fits and block_id in (None, block["block_id"]) and value in (None, element.get("value")):
                return await self._desk.press(self.id, surface, block["block_id"], element, self._draft(surface))
        raise AssertionError(f"no button {label!r}; there are {_labels(surface)}")

    async def presses_stale(self, label: str, in_: Surface) -> Answer:
        """A press on a message or view as it was when this person last looked, whatever became of it since."""
        block, element = next(found for found in controls(in_.blocks) if label_of(*found) == label)
        return await self._desk.press(self.id, in_, block["block_id"], element, {})

    async def forges(self, in_: Surface, action: JSON) -> Answer:
        """A press that no client of Slack's would send: of a button with a value that was made up."""
        return await self._desk.forge(self.id, in_, action)

    async def selects(self, named: str, option: Any, in_: Surface | None, *, block_id: str | None = None) -> Answer:
        """A menu, a date, a box. Inside an input that does not dispatch it is only filled in."""
        surface = self._now(in_)
        block, element = _control(surface, named, block_id)
        fetched = await self._fetched(surface, block, element, option)
        if element["type"] == "overflow":
            chosen = {"selected_option": option_named(element["options"], str(option))}
        else:
            chosen = drafted(element, option, self._workspace, fetched)
            self._desk.fill(self.id, surface, block["block_id"], element["action_id"], chosen)
        if block["type"] == "input" and not block.get("dispatch_action"):
            return Answer()
        action = {**element, **chosen}
        return await self._desk.press(self.id, surface, block["block_id"], action, self._draft(surface))

    async def fills(self, view: View | None, values: Mapping[str, Any]) -> None:
        """By label, block_id or action_id. None empties an input."""
        surface = self._now(view)
        for named, value in values.items():
            block, element = _control(surface, named, None)
            fetched = await self._fetched(surface, block, element, value)
            state = drafted(element, value, self._workspace, fetched)
            self._desk.fill(self.id, surface, block["block_id"], element["action_id"], state)

    async def submits(self, view: View | None = None) -> Answer:
        view = view or self.modal
        if view is None:
            raise AssertionError("no modal is open")
        return await self._desk.submit(self.id, view.id, self._draft(self._now(view)))

    async def closes(self, view: View | None = None, *, everything: bool = False) -> Answer:
        view = view or self.modal
        if view is None:
            raise AssertionError("no modal is open")
        return await self._desk.close(self.id, view.id, everything=everything)

    async def opens_home(self) -> Answer:
        return await self._desk.open_tab(self.id, "home")

    async def opens_messages_tab(self) -> Answer:
        return await self._desk.open_tab(self.id, "messages")

    async def shortcut(self, callback_id: str, message: Message | None = None) -> Answer:
        return await self._desk.shortcut(self.id, callback_id, message)

    async def looks_up(self, named: str, typed: str, in_: Surface | None) -> list[JSON]:
        """The options an external menu offers for what was typed."""
        surface = self._now(in_)
        block, element = _control(surface, named, None)
        return _offered(await self._desk.suggest(self.id, surface, block["block_id"], element["action_id"], typed))

    @property
    def _dm(self) -> Channel:
        return self._workspace.dm_with(self.id)

    def _place(self, channel: str) -> Channel:
        return self._dm if channel == "dm" else self._workspace.channel(channel)

    def _now(self, surface: Surface | None) -> Surface:
        present = None if surface is None else self._desk.present(self.id, surface)
        if present is None:
            raise AssertionError("it is not on the screen" + ("" if surface is None else " any more"))
        return present

    def _draft(self, surface: Surface) -> JSON:
        return self._desk.draft(self.id, surface)

    async def _fetched(self, surface: Surface, block: JSON, element: JSON, value: Any) -> list[JSON] | None:
        if "external" not in element["type"] or value is None:
            return None
        many = value if isinstance(value, list | tuple) else [value]
        found: list[JSON] = []
        for each in many:
            found += _offered(
                await self._desk.suggest(self.id, surface, block["block_id"], element["action_id"], str(each))
            )
        return found


def _offered(answer: Answer) -> list[JSON]:
    grouped = [option for group in answer.more.get("option_groups", []) for option in group["options"]]
    return [*answer.more.get("options", []), *grouped]


def _control(surface: Surface, named: str, block_id: str | None) -> tuple[JSON, JSON]:
    for block, element in controls(surface.blocks):
        usable = element["type"] in HOLDS or element["type"] == "overflow"
        names = (label_of(block, element), element["action_id"], block["block_id"])
        if usable and named in names and block_id in (None, block["block_id"]):
            return block, element
    raise AssertionError(f"nothing to fill in is called {named!r}; there are {_labels(surface)}")


def _labels(surface: Surface) -> list[str]:
    return [label_of(block, element) for block, element in controls(surface.blocks)]
