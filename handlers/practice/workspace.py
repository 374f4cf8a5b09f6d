"""The state of the practice workspace: who is there, what was said, which views stand open. No wire, no waiting."""

from handlers.practice.bulletin import Bulletin
from handlers.practice.channels import Channel
from handlers.practice.clock import Clock
from handlers.practice.network import JSON, Network, Person
from handlers.practice.people import bot_person, user_to_page
from handlers.practice.posts import Message
from handlers.practice.views import View


class Workspace:
    """Every change of it is told on the bulletin, so that pages and waiting tests hear of it."""

    def __init__(self, network: Network, app_name: str, clock: Clock, bulletin: Bulletin) -> None:
        self._app_name = app_name
        self.clock = clock
        self.bulletin = bulletin
        self.fill(network)

    def fill(self, network: Network) -> None:
        """Back to the beginning: only what the network brings along."""
        self.team, self.bot = network.team, network.bot
        everyone = (*network.people, bot_person(network.bot, self._app_name))
        self.people: dict[str, Person] = {person.id: person for person in everyone}
        self.channels: dict[str, Channel] = {}
        self.homes: dict[str, View] = {}
        self.stacks: dict[str, list[View]] = {}
        self.files: dict[str, tuple[JSON, bytes]] = {}
        began = int(self.clock.seconds()) - 90 * 86400
        for place in network.places:
            members = [self.person(handle).id for handle in place.members]
            if place.with_bot:
                members.append(self.bot.user_id)
            self.channels[place.id] = Channel(
                id=place.id, name=place.name, kind=place.kind, topic=place.topic, is_shared=place.is_shared,
                is_archived=place.is_archived, members=members, created=began,
            )  # fmt: skip
        for person in network.people:
            if not person.deleted and not person.is_stranger:
                self.dm_with(person.id)
        for hello in network.hellos:
            ts = self.clock.stamp_at(self.clock.seconds() - 60 * hello.minutes_ago)
            channel = self.channel(hello.channel)
            user = self.person(hello.person).id
            channel.posts[ts] = Message(ts=ts, channel=channel.id, user=user, text=hello.text)

    def person(self, who: str) -> Person:
        """By id or handle; KeyError for a stranger to this workspace."""
        if who in self.people:
            return self.people[who]
        handle = who.removeprefix("@")
        for person in self.people.values():
            if person.name == handle:
                return person
        raise KeyError(who)

    def channel(self, which: str) -> Channel:
        """By id or name; KeyError if there is none."""
        if which in self.channels:
            return self.channels[which]
        name = which.removeprefix("#")
        for channel in self.channels.values():
            if channel.kind != "im" and channel.name == name:
                return channel
        raise KeyError(which)

    def dm_with(self, user: str) -> Channel:
        """The conversation of the bot and this person; there is only ever one."""
        dm_id = "D" + user[1:]
        if dm_id not in self.channels:
            self.channels[dm_id] = Channel(
                id=dm_id, name=self.people[user].name, kind="im", members=[user, self.bot.user_id], partner=user,
                created=int(self.clock.seconds()),
            )  # fmt: skip
            self.tell_channels(user)
        return self.channels[dm_id]

    def channels_of(self, user: str) -> list[Channel]:
        return [channel for channel in self.channels.values() if user in channel.members]

    def put(self, message: Message) -> None:
        """A new message, or a new state of one that has the same `ts`."""
        channel = self.channels[message.channel]
        shelf = channel.whispers if message.ephemeral else channel.posts
        shelf[message.ts] = message
        name = self.people[message.user].name if message.user in self.people else message.user
        self.bulletin.tell(
            "message", self._readers(channel, message.only_for), channel=channel.id, message=message.to_page(name)
        )

    def take_away(self, message: Message) -> None:
        channel = self.channels[message.channel]
        shelf = channel.whispers if message.ephemeral else channel.posts
        shelf.pop(message.ts, None)
        self.bulletin.tell(
            "message_deleted", self._readers(channel, message.only_for), channel=channel.id, ts=message.ts
        )

    def message(self, channel: Channel, ts: str) -> Message | None:
        return channel.posts.get(ts) or channel.whispers.get(ts)

    def publish_home(self, user: str, view: View) -> None:
        self.homes[user] = view
        self.bulletin.tell("home", frozenset({user}), view=view.to_page())

    def stack(self, user: str) -> list[View]:
        return self.stacks.setdefault(user, [])

    def set_stack(self, user: str, views: list[View]) -> None:
        self.stacks[user] = views
        self.bulletin.tell("modals", frozenset({user}), views=[view.to_page() for view in views])

    def change_view(self, view: View) -> None:
        """A new state of a view that stands open."""
        if view.type == "home":
            self.publish_home(view.owner, view)
            return
        self.set_stack(view.owner, [view if each.id == view.id else each for each in self.stack(view.owner)])

    def open_view(self, view_id: str) -> View | None:
        for stack in self.stacks.values():
            for view in stack:
                if view.id == view_id:
                    return view
        return next((home for home in self.homes.values() if home.id == view_id), None)

    def change_person(self, person: Person) -> None:
        self.people[person.id] = person
        self.bulletin.tell("people", people=[user_to_page(each, self.team) for each in self.people.values()])

    def tell_channels(self, user: str) -> None:
        self.bulletin.tell(
            "channels", frozenset({user}), channels=[channel.to_page() for channel in self.channels_of(user)]
        )

    def _readers(self, channel: Channel, only_for: str | None) -> frozenset[str]:
        return frozenset({only_for}) if only_for else frozenset(channel.members)
