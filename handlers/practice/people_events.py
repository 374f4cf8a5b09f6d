"""Accounts that are made or changed, and the events Slack sends of it."""

from dataclasses import dataclass

from handlers.practice.backstage import Backstage
from handlers.practice.channels import Channel
from handlers.practice.deliver import Parcel
from handlers.practice.network import JSON, Person
from handlers.practice.payloads import Payloads
from handlers.practice.people import user_to_slack
from handlers.practice.post_office import PostOffice


@dataclass(frozen=True, kw_only=True)
class PeopleEvents:
    slack: Backstage
    post: PostOffice
    payloads: Payloads

    async def changed(self, person: Person) -> None:
        self.slack.workspace.change_person(person)
        await self._announce("user_change", person)

    async def joined(self, person: Person, channels: list[Channel]) -> None:
        self.slack.workspace.change_person(person)
        for channel in channels:
            channel.members.append(person.id)
        self.slack.workspace.dm_with(person.id)
        await self._announce("team_join", person)

    async def _announce(self, type_: str, person: Person) -> None:
        if not self.slack.manifest.hears(type_):
            return
        now, team = self.slack.clock.now(), self.slack.workspace.team
        user = user_to_slack(person, team, now, with_locale=True)
        event: JSON = {"type": type_, "user": user, "event_ts": self.slack.clock.stamp()}
        if type_ == "user_change":
            event["cache_ts"] = int(now.timestamp())
        await self.post.announce(Parcel(kind="events_api", what=type_, payload=self.payloads.event(event)))
