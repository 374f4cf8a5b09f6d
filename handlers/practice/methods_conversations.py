"""conversations.* and users.conversations"""

from handlers.practice.arguments import Arguments
from handlers.practice.backstage import Backstage
from handlers.practice.channels import Channel
from handlers.practice.finding import (
    KIND_SCOPES,
    known_person,
    readable_channel,
    require_scope,
    visible_channel,
)
from handlers.practice.network import JSON
from handlers.practice.paging import page_of
from handlers.practice.refusal import ApiError

KINDS = {"public_channel": "channel", "private_channel": "private", "im": "im", "mpim": "mpim"}
OPEN_MOST = 8


def list_all(slack: Backstage, args: Arguments) -> JSON:
    """Every public channel, and of the others those the bot is in."""
    kinds = _kinds(slack, args)
    bot = slack.workspace.bot.user_id
    found = [
        channel
        for channel in slack.workspace.channels.values()
        if channel.kind in kinds and (channel.kind == "channel" or bot in channel.members)
    ]
    return _listed(slack, args, found)


def of_user(slack: Backstage, args: Arguments) -> JSON:
    """users.conversations: those of the person named, as far as the bot may know, or the bot's own."""
    kinds = _kinds(slack, args)
    bot = slack.workspace.bot.user_id
    user = known_person(slack, args.text("user")).id if "user" in args else bot
    found = [
        channel
        for channel in slack.workspace.channels_of(user)
        if channel.kind in kinds and (channel.kind == "channel" or bot in channel.members)
    ]
    return _listed(slack, args, found)


def info(slack: Backstage, args: Arguments) -> JSON:
    shown = _shown(slack, readable_channel(slack, args.text("channel")))
    if not args.flag("include_num_members"):
        shown.pop("num_members", None)
    return {"channel": shown}


def members(slack: Backstage, args: Arguments) -> JSON:
    channel = readable_channel(slack, args.text("channel"))
    page, more = page_of([{"id": member} for member in channel.members], args, 100)
    return {"members": [each["id"] for each in page], "response_metadata": more}


def join(slack: Backstage, args: Arguments) -> JSON:
    channel = visible_channel(slack, args.text("channel"))
    if channel.kind != "channel":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise ApiError("is_archived")
    bot = slack.workspace.bot.user_id
    answer: JSON = {}
    if bot in channel.members:
        answer = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
    else:
        channel.members.append(bot)
    return {"channel": _shown(slack, channel), **answer}


def open_dm(slack: Backstage, args: Arguments) -> JSON:
    if "channel" in args:
        return {"channel": {"id": readable_channel(slack, args.text("channel")).id}}
    users = [user.strip() for user in args.text("users").split(",") if user.strip()]
    if not users:
        raise ApiError("users_list_not_supplied")
    if len(users) > OPEN_MOST:
        raise ApiError("too_many_users")
    people = [known_person(slack, user) for user in users]
    require_scope(slack, "im:write" if len(people) == 1 else "mpim:write")
    if any(person.deleted for person in people):
        raise ApiError("user_disabled")
    if any(person.is_bot for person in people):
        raise ApiError("cannot_dm_bot")
    if len(people) > 1:
        raise ApiError(
            "invalid_arguments", response_metadata={"messages": ["[ERROR] group DMs are not practised here"]}
        )
    known = set(slack.workspace.channels)
    channel = slack.workspace.dm_with(people[0].id)
    answer: JSON = {"no_op": True, "already_open": True} if channel.id in known else {}
    shown = _shown(slack, channel) if args.flag("return_im") else {"id": channel.id}
    return {**answer, "channel": shown}


def _kinds(slack: Backstage, args: Arguments) -> set[str]:
    """Each kind asked for takes its own scope."""
    asked = [kind.strip() for kind in (args.text("types") or "public_channel").split(",")]
    if any(kind not in KINDS for kind in asked):
        raise ApiError("invalid_types")
    for kind in asked:
        require_scope(slack, KIND_SCOPES.get(KINDS[kind], "mpim:read"))
    return {KINDS[kind] for kind in asked}


def _listed(slack: Backstage, args: Arguments, found: list[Channel]) -> JSON:
    if args.flag("exclude_archived"):
        found = [channel for channel in found if not channel.is_archived]
    page, more = page_of([_shown(slack, channel) for channel in found], args, 100)
    return {"channels": page, "response_metadata": more}


def _shown(slack: Backstage, channel: Channel) -> JSON:
    return channel.to_slack(slack.team_id, slack.workspace.bot.user_id)


SERVED = {
    "conversations.list": list_all,
    "conversations.info": info,
    "conversations.members": members,
    "conversations.join": join,
    "conversations.open": open_dm,
    "users.conversations": of_user,
}
