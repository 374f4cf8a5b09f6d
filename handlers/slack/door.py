"""The door between Bolt and the listeners: every event is acknowledged, identified, done once and answered."""

import hashlib
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.bootstrap import Chatbot
from chatbot.kit import inbox
from chatbot.kit.i18n import Text, value
from chatbot.kit.letters import Letter
from chatbot.kit.refusal import Refusal, Repeat
from handlers.slack import errors, reading
from handlers.slack.answers import Answers
from handlers.slack.blocks import Block
from handlers.slack.facts import Facts
from handlers.slack.hints import text
from handlers.slack.homes import Homes
from handlers.slack.identity import Identity, sighting
from handlers.slack.press import Message, Press, Reply, Surface
from handlers.slack.receipts import Receipt, receipt
from handlers.slack.sections import SectionNames, SectionView
from handlers.slack.speech import Speech
from handlers.slack.work import Work

Listener = Callable[[Press, Chatbot], Awaitable[Reply]]
Drawing = Callable[[Letter, Chatbot, Speech], Awaitable[Message | None]]
"""Draws a live message from the present state; None when there is nothing to say any more."""

HomePart = Callable[[Press, Chatbot], Awaitable[list[Block]]]
"""What a capability shows on someone's Home; nothing when it has nothing for them. At most forty blocks."""

Bound = Callable[[AsyncAck, dict[str, Any], AsyncWebClient, AsyncBoltContext], Awaitable[None]]
"""A listener as the door calls it."""

RefusalView = Callable[[Press, Refusal, Chatbot], Awaitable[Reply]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Registered:
    """Everything that was registered, by name; the tests and the docs read it."""

    commands: dict[str, Listener]
    actions: dict[str, Listener]
    forms: dict[str, Listener]
    shortcuts: dict[str, Listener]
    drawings: dict[str, Drawing]
    names: dict[str, Text]
    """What people call the messages of these drawings."""
    sections: dict[str, SectionView]
    section_names: dict[str, SectionNames]
    home_parts: dict[str, HomePart]


class Door:
    """Where the rooms hang their listeners."""

    def __init__(self, app: AsyncApp, chatbot: Chatbot, work: Work) -> None:
        self.chatbot = chatbot
        self.registered = Registered(
            commands={},
            actions={},
            forms={},
            shortcuts={},
            drawings={},
            names={},
            sections={},
            section_names={},
            home_parts={},
        )
        self.identity = Identity(chatbot.people)
        self._app = app
        self._work = work
        self._answers = Answers(work)
        self._homes = Homes(chatbot, self._answers, work)
        self._refusals: dict[type[Refusal], RefusalView] = {}
        self._commands: dict[str, Bound] = {}
        self._actions: dict[str, Bound] = {}
        self._forms: dict[str, Bound] = {}
        self._shortcuts: dict[str, Bound] = {}

    def command(self, name: str, listener: Listener) -> None:
        """A slash command, such as `/hearings`."""
        self.registered.commands[name] = listener
        self._commands[name] = self._bound(Surface.COMMAND, name, listener)

    def action(self, name: str, listener: Listener) -> None:
        """A button or a menu; `capability.verb`, unique in the whole bot."""
        self.registered.actions[name] = listener
        self._actions[name] = self._bound(Surface.MESSAGE, name, listener)

    def form(self, name: str, listener: Listener) -> None:
        """A modal that was submitted, by its callback id."""
        self.registered.forms[name] = listener
        self._forms[name] = self._bound(Surface.FORM, name, listener)

    def shortcut(self, name: str, listener: Listener) -> None:
        """An entry of Slack's menu of shortcuts, global or on a message, by its callback id."""
        self.registered.shortcuts[name] = listener
        self._shortcuts[name] = self._bound(Surface.SHORTCUT, name, listener)

    def section(
        self,
        name: str,
        view: SectionView,
        *,
        called: Text | None = None,
        kinds: Mapping[str, Text] | None = None,
        in_channels: bool = True,
    ) -> None:
        """How the section of that name looks in digests and in the weekly report.

        `called` is its name where a digest is set up; `kinds` the words of `Scope.kinds` that one can choose there.
        One that is not `in_channels` is for the weekly report alone.
        """
        self.registered.sections[name] = view
        self.registered.section_names[name] = SectionNames(
            name=called or value(name.capitalize()), kinds=kinds or {}, in_channels=in_channels
        )

    def home_part(self, name: str, part: HomePart) -> None:
        """A part of everyone's Home, in the order the capabilities register."""
        self.registered.home_parts[name] = part

    def home(self, listener: Listener) -> None:
        """How someone's Home is drawn: when they open it, and after whatever they pressed on it or in a modal above."""
        bound = self._bound(Surface.HOME, "home.opened", self._homes.drawn_by(listener))

        async def opened(
            ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext
        ) -> None:
            if body.get("event", {}).get("tab") == "home":
                await bound(ack, body, client, context)
            else:
                await ack()

        self._app.event("app_home_opened")(opened)

    def drawing(self, view: str, drawing: Drawing, *, called: Text | None = None) -> None:
        """How a live message, or a word to a person, is drawn when it is delivered.

        `called` is what a coordinator is told it is, when it did not arrive: "the card of a hearing".
        """
        self.registered.drawings[view] = drawing
        if called is not None:
            self.registered.names[view] = called

    def refusal(self, kind: type[Refusal], view: RefusalView) -> None:
        """What to show for a refusal that needs more than its sentence."""
        self._refusals[kind] = view

    def meet_people(self) -> None:
        """Keep up with members who join, leave or change."""

        async def changed(ack: AsyncAck, event: dict[str, Any], context: AsyncBoltContext) -> None:
            user, team = event.get("user"), text(context.team_id)
            with self._work.under_way():
                if isinstance(user, Mapping) and (account := text(user.get("id"))) and team and not user.get("is_bot"):
                    await self.chatbot.people.meet(sighting(user, team_id=team, account=account))
                await ack()

        self._app.event("user_change")(changed)
        self._app.event("team_join")(changed)

    def close(self) -> None:
        """After everything is registered: let Bolt hand over, and acknowledge what nobody listens for.

        Bolt asks one listener after the other whether it is meant, which took longer than most answers; so it knows one
        for each kind, and the name is looked up here. What is not acknowledged, Slack would repeat.
        """
        anything = re.compile(".*", re.DOTALL)
        self._app.action(anything)(_by_name(self._actions, reading.action_id))
        self._app.view(anything)(_by_name(self._forms, reading.form_id))
        self._app.command(anything)(_by_name(self._commands, reading.command))
        self._app.shortcut(anything)(_by_name(self._shortcuts, reading.shortcut_id))
        for kind in (self._app.view_closed, self._app.options, self._app.event):
            kind(anything)(_nobody)

    def _bound(self, surface: Surface, name: str, listener: Listener) -> Bound:
        async def bound(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext) -> None:
            team: object = context.team_id
            if not isinstance(team, str | None):
                await ack()  # Slack never sends this, and its client would not know what to do with it
                return
            with self._work.under_way():
                await self._take(surface, name, listener, ack=ack, body=body, client=client, context=context)

        return bound

    async def _take(
        self,
        surface: Surface,
        name: str,
        listener: Listener,
        *,
        ack: AsyncAck,
        body: Mapping[str, Any],
        client: AsyncWebClient,
        context: AsyncBoltContext,
    ) -> None:
        authorized = context.authorize_result
        team = (authorized.team_id if authorized else None) or context.team_id or ""
        facts = Facts(client, self.identity, team)
        press = reading.nobody(surface, name, body, Speech(self.chatbot.catalogues.tongue("en")), facts)
        try:
            person = await self.identity.of(client, team_id=team, account=reading.account(body))
            press = reading.by(press, person, Speech(self.chatbot.catalogues.tongue(person.language)))
            with inbox.event(_key(team, body)):
                reply = await self._decided(press, listener, body)
        except Refusal as outsider:
            reply = errors.refused(press, outsider, reading.inputs(body))
        except Exception as mistake:  # noqa: BLE001 - the last guard: whatever it is, the person gets an answer
            reply = errors.apology(press.speech, errors.write_down(mistake, name))
        await self._answers.give(press, reply, ack, client)
        self._homes.follow(press, reply, client)
        if (found := receipt(body)) is not None and press.person.id:
            self._work.begin(self._seen(found, press))

    async def _seen(self, found: Receipt, press: Press) -> None:
        """A press in a message says that it arrived, if that was not known."""
        try:
            await self.chatbot.undelivered.seen(found.letter_id, channel=found.channel, ts=found.ts, by=press.person)
        except Exception as mistake:  # noqa: BLE001 - whoever pressed has their answer already
            errors.write_down(mistake, "receipt")

    async def _decided(self, press: Press, listener: Listener, body: Mapping[str, Any]) -> Reply:
        """What the listener answers, or what its refusal looks like; nothing for an event that was taken before."""
        try:
            return await listener(press, self.chatbot)
        except Repeat:
            return None
        except Refusal as refusal:
            view = self._refusals.get(type(refusal))
            if view is not None:
                return await view(press, refusal, self.chatbot)
            return errors.refused(press, refusal, reading.inputs(body))


async def _nobody(ack: AsyncAck) -> None:
    await ack()


def _by_name(bound: Mapping[str, Bound], named: Callable[[Mapping[str, Any]], str]) -> Bound:
    """One listener for Bolt, which hands over to the one of that name."""

    async def handed_over(
        ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        listener = bound.get(named(body))
        await (_nobody(ack) if listener is None else listener(ack, body, client, context))

    return handed_over


def _key(team: str, body: Mapping[str, Any]) -> str:
    """What is the same when Slack, or a network, delivers the same event again, and different for every other one."""
    actions = body.get("actions")
    first = actions[0] if isinstance(actions, list) and actions else {}
    parts = (
        body.get("type") or body.get("command"),
        body.get("event_id"),
        body.get("trigger_id"),
        reading.account(body),
        first.get("action_id"),
        first.get("action_ts"),
    )
    return hashlib.sha256(repr((team, *parts)).encode()).hexdigest()
