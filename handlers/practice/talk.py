"""What people type: words, mentions and slash commands."""

import re
from dataclasses import dataclass

from handlers.practice.answers import Answer
from handlers.practice.backstage import Backstage
from handlers.practice.channels import Channel
from handlers.practice.deliver import NotDelivered, Parcel
from handlers.practice.exchange import Exchange
from handlers.practice.hooks_door import Hall
from handlers.practice.ids import new_id
from handlers.practice.network import JSON, Person
from handlers.practice.payloads import Payloads
from handlers.practice.post_office import PostOffice
from handlers.practice.posts import Message
from handlers.practice.validation import problems_in_ack

_MENTION = re.compile(r"(?<![\w<])@([\w.-]+)")
_CHANNEL = re.compile(r"(?<![\w<])#([\w-]+)")


@dataclass(kw_only=True)
class Talk:
    slack: Backstage
    post: PostOffice
    payloads: Payloads
    hall: Hall

    async def types(self, person: Person, text: str, channel: Channel) -> Answer:
        """A line in the message box, sent."""
        if person.id not in channel.members or channel.is_archived:
            return Answer(ok=False, error="not_in_channel")
        if channel.kind == "im" and self.slack.manifest.messages_read_only:
            return self._fails(person, "read_only", "Sending messages to this app has been turned off.")
        if text.startswith("/"):
            return await self.command(person, text, channel)
        return await self.says(person, text, channel)

    async def command(self, person: Person, line: str, channel: Channel) -> Answer:
        word, _, rest = line.partition(" ")
        command = self.slack.manifest.command(word)
        if command is None or person.is_stranger:
            return self._fails(
                person,
                "unknown_command",
                f"{word} is not a valid command. In Slack, all messages that start with the “/” character are "
                "interpreted as commands.",
            )
        text = _escaped(rest.strip())
        if command.should_escape:
            text = self._with_ids(text, named=True)
        exchange = Exchange()
        hook = self.slack.hooks.issue(person.id, channel.id, exchange)
        payload = self.payloads.command(person, channel, word, text, hook=hook)
        try:
            body = await self.post.interact(Parcel(kind="slash_commands", what=word, payload=payload, may_answer=True))
        except NotDelivered as failure:
            error = "operation_timeout" if failure.reason == "timeout" else "dispatch_failed"
            return self._fails(person, error, f"{word} failed with the error “{error}”")
        return self._answered(person, channel, word, body, exchange)

    async def says(self, person: Person, text: str, channel: Channel) -> Answer:
        message = Message(
            ts=self.slack.clock.stamp(), channel=channel.id, user=person.id, text=self._with_ids(_escaped(text))
        )
        self.slack.workspace.put(message)
        bot = self.slack.workspace.bot.user_id
        if bot not in channel.members:
            return Answer()
        event = self._event(person, message)
        kind = {"im": "im", "group": "groups"}.get(channel.type_in_events, "channels")
        if self.slack.manifest.hears(f"message.{kind}"):
            await self._announce({**event, "type": "message", "channel_type": channel.type_in_events}, channel)
        if f"<@{bot}>" in message.text and channel.kind != "im" and self.slack.manifest.hears("app_mention"):
            await self._announce({**event, "type": "app_mention"}, channel)
        return Answer()

    def _answered(self, person: Person, channel: Channel, word: str, body: JSON, exchange: Exchange) -> Answer:
        if not body or not (body.get("text") or body.get("blocks") or body.get("attachments")):
            return Answer(exchange=exchange)
        problems = problems_in_ack(body)
        if problems:
            self.slack.complaints.add(f"acknowledgement of {word}", problems)
            return self._fails(person, "dispatch_failed", f"{word} failed with the error “dispatch_failed”")
        self.hall.say(body, user=person.id, channel=channel.id, exchange=exchange)
        return Answer(exchange=exchange)

    def _fails(self, person: Person, error: str, sentence: str) -> Answer:
        self.slack.bulletin.notice(person.id, sentence)
        return Answer(ok=False, error=error, more={"notice": sentence})

    async def _announce(self, event: JSON, channel: Channel) -> None:
        payload = self.payloads.event(event, channel.id)
        await self.post.announce(Parcel(kind="events_api", what=event["type"], payload=payload))

    def _event(self, person: Person, message: Message) -> JSON:
        return {
            "client_msg_id": new_id("", 32).lower(),
            "text": message.text,
            "user": person.id,
            "ts": message.ts,
            "team": person.team_id or self.slack.team_id,
            "blocks": [_rich_text(message.text)],
            "channel": message.channel,
            "event_ts": message.ts,
        }

    def _with_ids(self, text: str, *, named: bool = False) -> str:
        """`@ana` and `#bonds` as Slack writes them, in commands with the name beside; unknown names stay words."""

        def person(found: re.Match[str]) -> str:
            try:
                known = self.slack.workspace.person(found[1])
            except KeyError:
                return found[0]
            return f"<@{known.id}|{known.name}>" if named else f"<@{known.id}>"

        def channel(found: re.Match[str]) -> str:
            try:
                known = self.slack.workspace.channel(found[1])
            except KeyError:
                return found[0]
            return f"<#{known.id}|{known.name}>" if named else f"<#{known.id}>"

        return _CHANNEL.sub(channel, _MENTION.sub(person, text))


def _escaped(text: str) -> str:
    """Slack keeps three characters for itself; whatever a person types of them arrives as an entity."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _rich_text(text: str) -> JSON:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "block_id": new_id("", 5), "elements": [section]}
