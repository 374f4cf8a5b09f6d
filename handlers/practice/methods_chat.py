"""chat.*"""

from dataclasses import replace

from handlers.practice.arguments import Arguments
from handlers.practice.backstage import Backstage
from handlers.practice.channels import Channel
from handlers.practice.composing import composed
from handlers.practice.finding import known_person, visible_channel, writable_channel
from handlers.practice.network import JSON
from handlers.practice.posts import Message
from handlers.practice.refusal import ApiError

UPDATE_TEXT_MOST = 4000


def post_message(slack: Backstage, args: Arguments) -> JSON:
    body = composed(args)
    channel = writable_channel(slack, args.text("channel"))
    message = Message(
        ts=slack.clock.stamp(),
        channel=channel.id,
        user=slack.workspace.bot.user_id,
        bot=True,
        text=body.text or "",
        blocks=body.blocks or [],
        attachments=body.attachments or [],
        thread_ts=_thread(channel, args),
        metadata=args.structure("metadata", "invalid_metadata_format"),
    )
    slack.workspace.put(message)
    return {"channel": channel.id, "ts": message.ts, "message": _shown(slack, message)}


def post_ephemeral(slack: Backstage, args: Arguments) -> JSON:
    body = composed(args)
    channel = writable_channel(slack, args.text("channel"))
    reader = slack.workspace.people.get(args.text("user"))
    if reader is None or reader.id not in channel.members:
        raise ApiError("user_not_in_channel")
    message = Message(
        ts=slack.clock.stamp(),
        channel=channel.id,
        user=slack.workspace.bot.user_id,
        bot=True,
        only_for=reader.id,
        text=body.text or "",
        blocks=body.blocks or [],
        attachments=body.attachments or [],
    )
    slack.workspace.put(message)
    return {"message_ts": message.ts}


def update(slack: Backstage, args: Arguments) -> JSON:
    """Text without blocks takes the old blocks away and is marked as edited; with blocks nothing is marked."""
    body = composed(args, text_most=UPDATE_TEXT_MOST)
    message = _own(slack, args, "cant_update_message")
    if slack.workspace.channels[message.channel].is_archived:
        raise ApiError("is_archived")
    kept = message.blocks if body.text is None else []
    changed = replace(
        message,
        text=message.text if body.text is None else body.text,
        blocks=kept if body.blocks is None else body.blocks,
        attachments=message.attachments if body.attachments is None else body.attachments,
        edited=message.edited if body.blocks else slack.clock.stamp(),
    )
    slack.workspace.put(changed)
    return {
        "channel": message.channel,
        "ts": message.ts,
        "text": changed.text,
        "message": _shown(slack, changed),
    }


def delete(slack: Backstage, args: Arguments) -> JSON:
    message = _own(slack, args, "cant_delete_message")
    slack.workspace.take_away(message)
    return {"channel": message.channel, "ts": message.ts}


def get_permalink(slack: Backstage, args: Arguments) -> JSON:
    channel = visible_channel(slack, args.text("channel"))
    if args.text("message_ts") not in channel.posts:
        raise ApiError("message_not_found")
    bare = args.text("message_ts").replace(".", "")
    address = f"https://{slack.workspace.team.domain}.slack.com/archives/{channel.id}/p{bare}"
    return {"channel": channel.id, "permalink": address}


def _own(slack: Backstage, args: Arguments, refusal: str) -> Message:
    """A message of the bot itself that everyone sees; nothing else may be changed."""
    channel = visible_channel(slack, args.text("channel"))
    message = slack.workspace.message(channel, args.text("ts"))
    if message is None:
        raise ApiError("message_not_found")
    if message.ephemeral or message.user != known_person(slack, slack.workspace.bot.user_id).id:
        raise ApiError(refusal)
    return message


def _thread(channel: Channel, args: Arguments) -> str | None:
    thread = args.text("thread_ts") or None
    if thread is not None and thread not in channel.posts:
        raise ApiError("invalid_thread_ts")
    return thread


def _shown(slack: Backstage, message: Message) -> JSON:
    return message.to_slack(slack.team_id, slack.workspace.bot)


SERVED = {
    "chat.postMessage": post_message,
    "chat.postEphemeral": post_ephemeral,
    "chat.update": update,
    "chat.delete": delete,
    "chat.getPermalink": get_permalink,
}
