"""The sample network behind a door without a Slack: whoever presses what is answered, and nothing is ever kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from slack_bolt.async_app import AsyncAck, AsyncBoltContext
from sqlalchemy import Row, Table, func, select, text

from chatbot.audit import audit
from chatbot.bootstrap import Chatbot, build
from chatbot.kit import letters
from chatbot.kit.clock import Clock
from chatbot.kit.columns import metadata
from chatbot.kit.database import Database, Tx, Work
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
from handlers.slack.door import Listener
from handlers.slack.facts import ChannelFacts, Facts
from handlers.slack.pace import SLACK
from handlers.slack.press import Press, Reply, Surface
from handlers.slack.speech import Speech
from tests.fixtures.network import EASTERN

T = TypeVar("T")
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


class _Undone(Exception):
    def __init__(self, result: Any) -> None:
        self.result = result


class WhatIf(Database):
    """An SQLite database in which, once it is settled, everything is done and undone again."""

    def __init__(self, real: Database) -> None:
        self._real = real
        self.is_settled = False
        self.written = 0
        """Rows that would have been written, were it not all undone."""
        self.kept: Mapping[str, Sequence[Row[Any]]] = {}
        self.harmed: list[str] = []
        """Tables of which a row of `kept` was changed, by whatever wrote."""
        self.unaudited = 0
        """Transactions that wrote something and no line of the audit."""

    @property
    def is_shared(self) -> bool:
        return False

    async def start(self) -> None:
        await self._real.start()

    async def stop(self) -> None:
        await self._real.stop()

    async def tidy(self, tables: Iterable[Table]) -> None:
        """Nothing is kept here that would have to be tidied away."""

    async def run(self, work: Work[T]) -> T:
        if not self.is_settled:
            return await self._real.run(work)

        async def tried(tx: Tx) -> None:
            before, lines = await _changes(tx), await _lines(tx)
            result = await work(tx)
            rows = await _changes(tx) - before
            self.written += rows
            self.unaudited += bool(rows) and await _lines(tx) == lines
            if rows and self.kept:
                now = await dumped(tx)
                self.harmed += [name for name, old in self.kept.items() if set(old) - set(now[name])]
            raise _Undone(result)

        try:
            await self._real.run(tried)
        except _Undone as undone:
            result: T = undone.result
            return result
        raise AssertionError("what was tried is always undone")


async def _changes(tx: Tx) -> int:
    return int(await tx.scalar(text("SELECT total_changes()")))


async def _lines(tx: Tx) -> int:
    return int(await tx.scalar(select(func.count()).select_from(audit)))


async def dumped(tx: Tx) -> dict[str, Sequence[Row[Any]]]:
    """Every row there is, as the database holds it."""
    tables = metadata.tables.values()
    return {one.name: await tx.all(text(f'SELECT * FROM "{one.name}"')) for one in tables}


class ToldFacts(Facts):
    """A Slack that knows everyone, and whose channels are all private and have the bot in them."""

    def __init__(self, town: "Town", team: str) -> None:
        self._town, self._team = town, team

    async def person(self, account: str) -> Person:
        found = next((one for one in self._town.people.values() if one.account == account), None)
        return found or self._town.people["ana"]

    async def channel(self, channel: str) -> ChannelFacts:
        return ChannelFacts(is_member=bool(channel), is_private=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Touch:
    """Something in Slack that can be touched: a command, a button where it stands, a form as it was filled in."""

    surface: Surface
    name: str
    action: Mapping[str, Any] = field(default_factory=dict)
    view: Mapping[str, Any] | None = None
    text: str = ""

    def body(self, account: str, trigger: str) -> dict[str, Any]:
        """As Slack would send it."""
        if self.surface is Surface.COMMAND:
            where = {"channel_id": "C0GENERAL", "user_id": account}
            return {"command": self.name, "text": self.text, "trigger_id": trigger, **where}
        body: dict[str, Any] = {"user": {"id": account}, "trigger_id": trigger}
        if self.view is not None:
            body["view"] = {"id": "V1", "type": "modal", **self.view}
        if self.surface is Surface.FORM:
            return {"type": "view_submission", **body}
        if self.surface is Surface.SHORTCUT:
            message = {"message": {"text": self.text}} if self.text else {}
            return {"type": "shortcut", "callback_id": self.name, **message, **body}
        here = {} if self.view is not None else {"channel": {"id": "C0GENERAL"}, "response_url": "https://127.0.0.1:9/"}
        return {"type": "block_actions", "actions": [dict(self.action)], **here, **body}


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of it. `rows` is how many the database would have written."""

    reply: Reply = None
    refusal: Refusal | None = None
    rows: int = 0


class Town:
    """The sample network with everyone in it, its listeners, and a second workspace beside it."""

    def __init__(self, chatbot: Chatbot, database: WhatIf) -> None:
        self.chatbot = chatbot
        self.database = database
        self.application = make_application(chatbot, make_client("xoxb-none", "http://127.0.0.1:9/api/"), SLACK)
        self.registered = self.application.door.registered
        self.people: dict[str, Person] = {}
        self.neighbour: Person
        self._touches = 0

    @classmethod
    async def open(cls, database: Database, clock: Clock, ring: KeyRing) -> "Town":
        """The bot on this database, connected."""
        what_if = WhatIf(database)
        await what_if.start()
        return cls(build(clock=clock, database=what_if, sealer=Sealer(ring), zone=EASTERN), what_if)

    async def settle(self) -> None:
        """Settle the sample network in, with people of every kind who have nothing to do with it."""
        for team in (TEAM, NEIGHBOURS):
            await self.chatbot.places.start(team)
        await self._meet_everyone()
        for name, grants in BYSTANDERS.items():
            person = self.people[name]
            await self.chatbot.people.entrust(person_id=person.id, grants=grants, by=self.people["rosa"])
            await self.chatbot.people.agree(version=1, by=person)
        await settle_in(self.chatbot, self.people, {name: f"C0{name.upper().replace('-', '')}" for name in CHANNELS})
        await self.chatbot.people.agree(version=1, by=self.neighbour)
        await self.know_everyone()

    async def know_everyone(self) -> None:
        """Know everyone as they are by now; from here on, whatever is done is undone."""
        await self._meet_everyone()
        self.database.is_settled = True

    async def _meet_everyone(self) -> None:
        for one in sample_network().people:
            self.people[one.name] = await self._meets(one.id, one.name, is_owner=bool(one.is_owner))
        for number, name in enumerate(BYSTANDERS):
            self.people[name] = await self._meets(f"U-BY{number}", name)
        for standing in OUTSIDERS:
            self.people[standing] = await self._meets(f"U-{standing.upper()}", standing, standing=standing)
        self.neighbour = await self._meets("U-NEXT", "neighbour", is_owner=True, team=NEIGHBOURS)

    async def _meets(self, account: str, name: str, *, team: str = TEAM, **known: Any) -> Person:
        return await self.chatbot.people.meet(Sighting(team_id=team, account=account, name=name, **known))

    async def knocks(self, touch: Touch, person: Person) -> tuple[Reply, list[str]]:
        """The touch brought to the door itself: the answer it gives, and the listeners it came to."""
        came: list[str] = []
        answers: list[Reply] = []

        async def listener(press: Press, chatbot: Chatbot) -> Reply:
            came.append(press.action)
            return await self.listener(touch)(press, chatbot)

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

    def listener(self, touch: Touch) -> Listener:
        kinds = {
            Surface.COMMAND: self.registered.commands,
            Surface.FORM: self.registered.forms,
            Surface.SHORTCUT: self.registered.shortcuts,
        }
        return kinds.get(touch.surface, self.registered.actions)[touch.name]

    async def does(self, touch: Touch, person: Person) -> Outcome:
        """What the listener makes of it; a mistake of ours is raised. Nothing is kept."""
        self.database.written = 0
        try:
            reply = await self.listener(touch)(self.press(touch, person), self.chatbot)
        except Repeat:
            return Outcome()
        except Refusal as refusal:
            return Outcome(refusal=refusal, rows=self.database.written)
        return Outcome(reply=reply, rows=self.database.written)

    def home_press(self, person: Person) -> Press:
        """Someone opens their Home."""
        return replace(self.press(Touch(surface=Surface.COMMAND, name="home"), person), surface=Surface.HOME)

    async def letters(self) -> list[Letter]:
        """Everything that waits to be said."""
        said = select(outbox, posts.c.ref, posts.c.channel, posts.c.ts).outerjoin(posts, posts.c.id == outbox.c.post_id)
        return [letters._letter(row, 1) for row in await self.chatbot.database.run(lambda tx: tx.all(said))]
