"""The whole workspace as one person's page first sees it."""

from dataclasses import dataclass

from handlers.practice.backstage import Backstage
from handlers.practice.network import JSON
from handlers.practice.people import user_to_page
from handlers.practice.post_office import PostOffice

ZONE = "America/New_York"


@dataclass(kw_only=True)
class Snapshots:
    slack: Backstage
    post: PostOffice

    def of(self, me: str) -> JSON:
        workspace = self.slack.workspace
        channels = workspace.channels_of(me)
        home = workspace.homes.get(me)
        return {
            "me": me,
            "team": {"id": workspace.team.id, "name": workspace.team.name, "domain": workspace.team.domain},
            "people": [user_to_page(person, workspace.team) for person in workspace.people.values()],
            "channels": [channel.to_page() for channel in channels],
            "messages": {
                channel.id: [message.to_page(self._name(message.user)) for message in channel.seen_by(me)]
                for channel in channels
            },
            "home": home.to_page() if home else None,
            "modals": [view.to_page() for view in workspace.stack(me)],
            "commands": [
                {"command": each.command, "description": each.description, "usage_hint": each.usage_hint}
                for each in self.slack.manifest.commands
            ],
            "shortcuts": [
                {"callback_id": each.callback_id, "type": each.kind, "name": each.name, "description": each.description}
                for each in self.slack.manifest.shortcuts
            ],
            "clock": self.settled("clock"),
            "traffic": [entry.as_json() for entry in self.slack.traffic],
            "bot": self.settled("bot"),
            "faults": self.settled("faults"),
            "can_reset": True,
        }

    def settled(self, what: str) -> JSON:
        """The present state of `clock`, `bot` or `faults`."""
        if what == "clock":
            return self.slack.clock.as_json(ZONE)
        if what == "faults":
            return self.slack.faults.as_json()
        bot = self.slack.workspace.bot
        name = self._name(bot.user_id)
        return {"id": bot.user_id, "name": name, "connected": self.post.connected, "via": self.post.via}

    def _name(self, user: str) -> str:
        person = self.slack.workspace.people.get(user)
        return person.real_name if person is not None and person.is_bot else person.name if person else user
