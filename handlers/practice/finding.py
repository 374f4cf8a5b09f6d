"""Conversations as the bot may see them."""

from handlers.practice.backstage import Backstage
from handlers.practice.channels import Channel
from handlers.practice.network import Person
from handlers.practice.refusal import ApiError

KIND_SCOPES = {"channel": "channels:read", "private": "groups:read", "im": "im:read"}


def require_scope(slack: Backstage, scope: str) -> None:
    if scope not in slack.manifest.scopes:
        raise ApiError("missing_scope", needed=scope, provided=",".join(sorted(slack.manifest.scopes)))


def visible_channel(slack: Backstage, channel_id: str) -> Channel:
    """By id. A private channel without the bot does not exist for it."""
    channel = slack.workspace.channels.get(channel_id)
    if channel is None or (channel.kind != "channel" and slack.workspace.bot.user_id not in channel.members):
        raise ApiError("channel_not_found")
    return channel


def readable_channel(slack: Backstage, channel_id: str) -> Channel:
    """Visible, and of a kind the scopes let the app read about."""
    channel = visible_channel(slack, channel_id)
    require_scope(slack, KIND_SCOPES[channel.kind])
    return channel


def known_person(slack: Backstage, user_id: str) -> Person:
    person = slack.workspace.people.get(user_id)
    if person is None:
        raise ApiError("user_not_found")
    return person


def writable_channel(slack: Backstage, target: str, *, user_is_dm: bool = True) -> Channel:
    """Where the bot may post: a conversation it is in, or the DM with a person named by id."""
    workspace = slack.workspace
    if user_is_dm and target in workspace.people:
        channel = _dm(slack, workspace.people[target])
    else:
        channel = visible_channel(slack, target)
    if channel.is_archived:
        raise ApiError("is_archived")
    if workspace.bot.user_id not in channel.members:
        raise ApiError("not_in_channel")
    if channel.partner is not None:
        _dm(slack, workspace.people[channel.partner])
    return channel


def _dm(slack: Backstage, person: Person) -> Channel:
    if person.is_bot:
        raise ApiError("channel_not_found")
    if person.deleted:
        raise ApiError("user_disabled")
    if not slack.manifest.messages_tab:
        raise ApiError("messages_tab_disabled")
    return slack.workspace.dm_with(person.id)
