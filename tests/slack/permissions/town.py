"""The sample network behind a door without a Slack: whoever presses what is answered, and nothing is ever kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncBoltContext
from sqlalchemy import Row, select

from chatbot.bootstrap import Chatbot, build
from chatbot.kit import letters
from chatbot.kit.address import Address
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database
from chatbot.kit.keyring import KeyRing
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import outbox, posts
from chatbot.kit.refusal import Refusal, Repeat
from chatbot.kit.sealed import Sealer
from chatbot.people.model import Grant, Person, Role, Sighting, Standing
from handlers.practice.sample import sample_network
from handlers.sample_network import settle_in
from handlers.slack import reading
from handlers.slack.application import make_application, make_client
from handlers.slack.blocks import Block
from handlers.slack.door import Listener
from handlers.slack.facts import ChannelFacts, Facts
from handlers.slack.pace import SLACK
from handlers.slack.press import Press, PublishHome, Reply, Surface
from handlers.slack.speech import Speech
from tests.fixtures.network import EASTERN
from tests.slack.permissions.touches import Key, Outcome, Touch
from tests.slack.permissions.what_if import WhatIf, dumped

TEAM, NEIGHBOURS = "T1", "T2"
CHANNELS = (
    *("general", "announcements", "court-boston", "court-chelmsford", "check-ins", "bonds", "first-street"),
    "response-team",
)
BYSTANDERS = {
    "a volunteer": (),
    "a lead": (Grant(role=Role.LEAD),),
    "a verifier": (Grant(role=Role.VERIFIER),),
    "a treasurer": (Grant(role=Role.TREASURER),),
    "a coordinator of elsewhere": (Grant(role=Role.COORDINATOR, area="Elsewhere"),),
    "a coordinator": (Grant(role=Role.COORDINATOR),),
    "an admin": (Grant(role=Role.ADMIN),),
}
"""People who have nothing to do with any record, by what the network entrusts them with."""

OUTSIDERS = (Standing.GUEST, Standing.STRANGER, Standing.GONE)


class ToldFacts(Facts):
    """A Slack that knows everyone, and whose channels are all private and have the bot in them."""

    def __init__(self, town: "Town", team: str) -> None:
        self._town, self._team = town, team

    async def person(self, account: str) -> Person:
        found = next((one for one in self._town.people.values() if one.account == account), None)
        return found or self._town.people["ana"]

    async def channel(self, channel: str) -> ChannelFacts:
        return ChannelFacts(is_member=bool(channel), is_private=True)


class Town:
    """The sample network with everyone in it, its listeners, and a second workspace beside it."""

    def __init__(self, chatbot: Chatbot, database: WhatIf) -> None:
        self.chatbot = chatbot
        self.database = database
        self.application = make_application(chatbot, make_client("xoxb-none", "http://127.0.0.1:9/api/"), SLACK)
        self.registered = self.application.door.registered
        self.people: dict[str, Person] = {}
        self.neighbour: Person
        self.open_windows: list[tuple[str, Touch]] = []
        """What stands open in front of whom since before."""
        self._touches = 0

    @classmethod
    async def open(cls, database: Database, clock: Clock, ring: KeyRing) -> "Town":
        """The bot on this database, connected."""
        what_if = WhatIf(database)
        await what_if.start()
        ours = Address("https://alongside.example.org")
        return cls(build(clock=clock, database=what_if, sealer=Sealer(ring), zone=EASTERN, address=ours), what_if)

    async def settle(self) -> None:
        """Settle the sample network in, with people of every kind who have nothing to do with it."""
        for team in (TEAM, NEIGHBOURS):
            await self.chatbot.places.start(team)
        await self.meet_everyone()
        for name, grants in BYSTANDERS.items():
            person = self.people[name]
            await self.chatbot.people.entrust(person_id=person.id, grants=grants, by=self.people["rosa"])
            await self.chatbot.people.agree(version=1, by=person)
        await settle_in(self.chatbot, self.people, {name: f"C0{name.upper().replace('-', '')}" for name in CHANNELS})
        await self.chatbot.people.agree(version=1, by=self.neighbour)
        await self.meet_everyone()

    async def know_everyone(self) -> None:
        """From here on, whatever is done is undone."""
        await self.meet_everyone()
        self.database.is_settled = True

    async def meet_everyone(self) -> None:
        """Know everyone as they are by now."""
        for one in sample_network().people:
            self.people[one.name] = await self.meets(one.id, one.name, is_owner=bool(one.is_owner))
        for number, name in enumerate(BYSTANDERS):
            self.people[name] = await self.meets(f"U-BY{number}", name)
        for standing in OUTSIDERS:
            self.people[standing] = await self.meets(f"U-{standing.upper()}", standing, standing=standing)
        self.neighbour = await self.meets("U-NEXT", "neighbour", is_owner=True, team=NEIGHBOURS)

    async def meets(self, account: str, name: str, *, team: str = TEAM, **known: Any) -> Person:
        return await self.chatbot.people.meet(Sighting(team_id=team, account=account, name=name, **known))

    async def knocks(self, touch: Touch, person: Person) -> tuple[Reply, list[str]]:
        """The touch brought to the door itself: the answer it gives, and the listeners it came to."""
        came: list[str] = []
        answers: list[Reply] = []

        async def listener(press: Press, chatbot: Chatbot) -> Reply:
            came.append(press.action)
            return await self.listeners(touch.surface)[touch.name](press, chatbot)

        async def give(press: Press, reply: Reply, *_way: object) -> None:
            answers.append(reply)

        door = self.application.door
        door._answers.give = give  # type: ignore[assignment,method-assign]
        self._touches += 1
        await door._take(
            touch.surface,
            touch.name,
            listener,
            ack=AsyncAck(),  # type: ignore[no-untyped-call]
            body=touch.body(person.account or "", f"T{self._touches}"),
            client=self.application.client,
            context=AsyncBoltContext({"team_id": person.team_id}),
        )
        return answers[0], came

    def press(self, touch: Touch, person: Person) -> Press:
        """The touch as the door reads it, and as this person's."""
        self._touches += 1
        speech = Speech(self.chatbot.catalogues.tongue(person.language))
        body = touch.body(person.account or "", f"T{self._touches}")
        surface = Surface.MESSAGE if touch.surface in (Surface.MODAL, Surface.HOME) else touch.surface
        press = reading.nobody(surface, touch.name, body, speech, ToldFacts(self, person.team_id))
        return reading.by(press, person, speech)

    def listeners(self, surface: Surface) -> dict[str, Listener]:
        """What listens there, by name."""
        kinds = {
            Surface.COMMAND: self.registered.commands,
            Surface.FORM: self.registered.forms,
            Surface.SHORTCUT: self.registered.shortcuts,
        }
        return kinds.get(surface, self.registered.actions)

    async def does(self, touch: Touch, person: Person) -> Outcome:
        """What the listener makes of it; a mistake of ours is raised. Nothing is kept."""
        self.database.written = 0
        try:
            press = self.press(touch, person)
            reply = await self.listeners(touch.surface)[touch.name](press, self.chatbot)
        except Repeat:
            return Outcome()
        except Refusal as refusal:
            view = self.application.door._refusals.get(type(refusal))
            shown = await view(press, refusal, self.chatbot) if view else None
            return Outcome(refusal=refusal, shown=shown, rows=self.database.written)
        return Outcome(reply=reply, rows=self.database.written)

    def home_press(self, person: Person) -> Press:
        """Someone opens their Home."""
        return replace(self.press(Touch(surface=Surface.COMMAND, name="home"), person), surface=Surface.HOME)

    async def home(self, person: Person) -> Block:
        """Their Home, as it is drawn when they open it."""
        listener = self.application.door._homes._listener
        assert listener is not None
        reply = await listener(self.home_press(person), self.chatbot)
        assert isinstance(reply, PublishHome)
        return reply.view

    async def everything_kept(self) -> dict[str, Sequence[Row[Any]]]:
        """Every row of our network, but the counters, which are those of both."""
        rows = await self.chatbot.database.run(dumped)
        ours = {
            name: [row for row in there if row._mapping.get("team_id", TEAM) == TEAM] for name, there in rows.items()
        }
        return {name: there for name, there in ours.items() if name not in ("counters", "alembic_version")}

    async def letters(self) -> list[Letter]:
        """Everything that waits to be said."""
        said = select(outbox, posts.c.ref, posts.c.channel, posts.c.ts).outerjoin(posts, posts.c.id == outbox.c.post_id)
        return [letters._letter(row, 1) for row in await self.chatbot.database.run(lambda tx: tx.all(said))]


@contextmanager
def forgetting(town: Town, key: Key, who: str) -> Iterator[None]:
    """Meanwhile this listener takes everybody for that person."""
    surface, name = key
    there = town.listeners(surface)
    true = there[name]

    async def forgetful(press: Press, chatbot: Chatbot) -> Reply:
        return await true(replace(press, person=town.people[who]), chatbot)

    there[name] = forgetful
    try:
        yield
    finally:
        there[name] = true
