"""The payloads Slack sends to an app, field by field."""

from handlers.practice.backstage import Backstage
from handlers.practice.channels import Channel
from handlers.practice.ids import new_id
from handlers.practice.network import JSON, Person
from handlers.practice.posts import Message
from handlers.practice.state_values import present_state
from handlers.practice.views import View


class Payloads:
    def __init__(self, slack: Backstage) -> None:
        self._slack = slack

    def command(self, person: Person, channel: Channel, command: str, text: str, *, hook: str) -> JSON:
        workspace = self._slack.workspace
        return {
            "token": self._slack.credentials.verification_token,
            "team_id": workspace.team.id,
            "team_domain": workspace.team.domain,
            "channel_id": channel.id,
            "channel_name": channel.name_in_payloads,
            "user_id": person.id,
            "user_name": person.name,
            "command": command,
            "text": text,
            "api_app_id": workspace.bot.app_id,
            "is_enterprise_install": "false",
            "response_url": self._hook_url(hook),
            "trigger_id": self._slack.triggers.issue(person.id),
        }

    def press_in_message(self, person: Person, message: Message, action: JSON, given: JSON, *, hook: str) -> JSON:
        channel = self._slack.workspace.channels[message.channel]
        container: JSON = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": message.ephemeral,
        }
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        payload = {
            **self._about("block_actions", person),
            "container": container,
            "trigger_id": self._slack.triggers.issue(person.id),
            "channel": {"id": channel.id, "name": channel.name_in_payloads},
            "state": {"values": present_state(message.blocks, given)},
            "response_url": self._hook_url(hook),
            "actions": [{**action, "action_ts": self._slack.clock.stamp()}],
        }
        if not message.ephemeral:
            payload["message"] = message.to_slack(self._slack.team_id, self._slack.workspace.bot)
        return payload

    def press_in_view(self, person: Person, view: View, action: JSON, given: JSON) -> JSON:
        return {
            **self._about("block_actions", person),
            "container": {"type": "view", "view_id": view.id},
            "trigger_id": self._slack.triggers.issue(person.id, in_view=view.id if view.type == "modal" else None),
            "view": self._view(view, given),
            "actions": [{**action, "action_ts": self._slack.clock.stamp()}],
        }

    def submission(self, person: Person, view: View, given: JSON) -> JSON:
        return {
            **self._about("view_submission", person),
            "trigger_id": self._slack.triggers.issue(person.id, in_view=view.id),
            "view": self._view(view, given),
            "response_urls": [],
        }

    def closing(self, person: Person, view: View, *, is_cleared: bool) -> JSON:
        return {**self._about("view_closed", person), "view": self._view(view, {}), "is_cleared": is_cleared}

    def suggestion(self, person: Person, where: Message | View, block_id: str, action_id: str, value: str) -> JSON:
        payload = {
            **self._about("block_suggestion", person),
            "action_id": action_id,
            "block_id": block_id,
            "value": value,
        }
        if isinstance(where, View):
            container = {"type": "view", "view_id": where.id}
            return {**payload, "container": container, "view": self._view(where, {})}
        channel = self._slack.workspace.channels[where.channel]
        container = {"type": "message", "message_ts": where.ts, "channel_id": channel.id}
        payload |= {
            "container": {**container, "is_ephemeral": where.ephemeral},
            "channel": {"id": channel.id, "name": channel.name_in_payloads},
        }
        if not where.ephemeral:
            payload["message"] = where.to_slack(self._slack.team_id, self._slack.workspace.bot)
        return payload

    def shortcut(self, person: Person, callback_id: str) -> JSON:
        return {
            **self._about("shortcut", person),
            "action_ts": self._slack.clock.stamp(),
            "callback_id": callback_id,
            "trigger_id": self._slack.triggers.issue(person.id),
        }

    def message_shortcut(self, person: Person, callback_id: str, message: Message, *, hook: str) -> JSON:
        channel = self._slack.workspace.channels[message.channel]
        return {
            **self.shortcut(person, callback_id),
            "type": "message_action",
            "response_url": self._hook_url(hook),
            "message_ts": message.ts,
            "channel": {"id": channel.id, "name": channel.name_in_payloads},
            "message": message.to_slack(self._slack.team_id, self._slack.workspace.bot),
        }

    def event(self, event: JSON, context: str = "") -> JSON:
        workspace = self._slack.workspace
        return {
            "token": self._slack.credentials.verification_token,
            "team_id": workspace.team.id,
            "context_team_id": workspace.team.id,
            "context_enterprise_id": None,
            "api_app_id": workspace.bot.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": new_id("Ev"),
            "event_time": int(self._slack.clock.seconds()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team.id,
                    "user_id": workspace.bot.user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": self._is_shared(context),
            "event_context": f"1-{event['type']}-{workspace.team.id}-{context}",
        }

    def _about(self, type_: str, person: Person) -> JSON:
        team = self._slack.workspace.team
        return {
            "type": type_,
            "team": {"id": team.id, "domain": team.domain},
            "user": {
                "id": person.id,
                "username": person.name,
                "name": person.name,
                "team_id": person.team_id or team.id,
            },
            "api_app_id": self._slack.workspace.bot.app_id,
            "token": self._slack.credentials.verification_token,
            "is_enterprise_install": False,
            "enterprise": None,
        }

    def _view(self, view: View, given: JSON) -> JSON:
        return view.to_slack(self._slack.workspace.team, self._slack.workspace.bot, given)

    def _hook_url(self, secret: str) -> str:
        return f"{self._slack.url}/hooks/{secret}"

    def _is_shared(self, channel_id: str) -> bool:
        channel = self._slack.workspace.channels.get(channel_id)
        return channel is not None and channel.is_shared
