"""Everything a person can do, told once: the page and the tests' driver both come through here."""

from dataclasses import dataclass, field

from handlers.practice.answers import Answer
from handlers.practice.modals import Modals
from handlers.practice.network import JSON, Person
from handlers.practice.posts import Message
from handlers.practice.state_values import present_state
from handlers.practice.talk import Talk
from handlers.practice.touch import Touch
from handlers.practice.views import View
from handlers.practice.workspace import Workspace

Surface = Message | View


@dataclass(kw_only=True)
class Desk:
    """Keeps the drafts: what each person has filled in and not sent. The page sends its own."""

    workspace: Workspace
    talk: Talk
    touch: Touch
    modals: Modals
    _drafts: dict[tuple[str, str], JSON] = field(default_factory=dict)

    async def say(self, user: str, channel_id: str, text: str) -> Answer:
        return await self.talk.types(self._person(user), text, self.workspace.channels[channel_id])

    async def press(self, user: str, where: Surface, block_id: str, action: JSON, given: JSON) -> Answer:
        return await self.touch.press(self._person(user), where, block_id, action, given)

    async def forge(self, user: str, where: Surface, action: JSON) -> Answer:
        return await self.touch.forge(self._person(user), where, action)

    async def suggest(self, user: str, where: Surface, block_id: str, action_id: str, value: str) -> Answer:
        return await self.touch.suggest(self._person(user), where, block_id, action_id, value)

    async def submit(self, user: str, view_id: str, given: JSON) -> Answer:
        return await self.modals.submit(self._person(user), view_id, given)

    async def close(self, user: str, view_id: str, *, everything: bool) -> Answer:
        return await self.modals.close(self._person(user), view_id, everything=everything)

    async def shortcut(self, user: str, callback_id: str, message: Message | None) -> Answer:
        return await self.touch.shortcut(self._person(user), callback_id, message)

    async def open_tab(self, user: str, tab: str) -> Answer:
        return await self.touch.opens_tab(self._person(user), tab, self.workspace.dm_with(user))

    def present(self, user: str, surface: Surface) -> Surface | None:
        """The present state of a message or view, if this person can still see it."""
        if isinstance(surface, View):
            view = self.workspace.open_view(surface.id)
            return view if view is not None and view.owner == user else None
        return self.message(user, surface.channel, surface.ts)

    def message(self, user: str, channel_id: str, ts: str) -> Message | None:
        channel = self.workspace.channels.get(channel_id)
        if channel is None or user not in channel.members:
            return None
        found = self.workspace.message(channel, ts)
        return found if found is not None and found.only_for in (None, user) else None

    def view(self, user: str, view_id: str) -> View | None:
        found = self.workspace.open_view(view_id)
        return found if found is not None and found.owner == user else None

    def fill(self, user: str, surface: Surface, block_id: str, action_id: str, state: JSON) -> None:
        draft = self._drafts.setdefault((user, _key(surface)), {})
        draft.setdefault(block_id, {})[action_id] = state

    def draft(self, user: str, surface: Surface) -> JSON:
        """What was filled in, as far as the surface still asks for it."""
        return present_state(surface.blocks, self._drafts.get((user, _key(surface)), {}))

    def forget_drafts(self) -> None:
        self._drafts.clear()

    def _person(self, user: str) -> Person:
        """Someone who can sit here; ValueError for an account that was deactivated."""
        person = self.workspace.people[user]
        if person.deleted:
            raise ValueError(f"{person.name}'s account is deactivated")
        return person


def _key(surface: Surface) -> str:
    return surface.id if isinstance(surface, View) else f"{surface.channel} {surface.ts}"
