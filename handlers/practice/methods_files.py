"""files.getUploadURLExternal and files.completeUploadExternal"""

import mimetypes
from typing import Any

from handlers.practice.arguments import Arguments
from handlers.practice.backstage import Backstage
from handlers.practice.composing import Body, composed
from handlers.practice.finding import writable_channel
from handlers.practice.network import JSON
from handlers.practice.posts import Message
from handlers.practice.refusal import ApiError, explained
from handlers.practice.uploads import Upload

LARGEST = 20_000_000


def get_upload_url(slack: Backstage, args: Arguments) -> JSON:
    length = args.number("length", usual=0)
    if length <= 0:
        raise explained("invalid_arguments", ["must be greater than 0 [json-pointer:/length]"])
    if length > LARGEST:
        raise ApiError("file_upload_size_restricted")
    secret, upload = slack.uploads.expect(args.text("filename"), length, args.text("alt_txt"))
    return {"upload_url": f"{slack.url}/upload/{secret}", "file_id": upload.file_id}


def complete_upload(slack: Backstage, args: Arguments) -> JSON:
    """With a channel, the files become a message of the bot there."""
    asked: Any = args.structure("files", "invalid_arguments")
    if not isinstance(asked, list) or not asked or not all(isinstance(each, dict) for each in asked):
        raise explained("invalid_arguments", ["must be a list of objects [json-pointer:/files]"])
    target = args.text("channel_id") or args.text("channels")
    channel = writable_channel(slack, target) if target else None
    body = _body(args)
    files = []
    for each in asked:
        upload = slack.uploads.finish(str(each.get("id")))
        if upload is None:
            raise ApiError("file_not_found")
        file = _shown(slack, upload, each.get("title") or upload.name)
        slack.workspace.files[upload.file_id] = (file, upload.content or b"")
        files.append(file)
    if channel is not None:
        slack.workspace.put(
            Message(
                ts=slack.clock.stamp(),
                channel=channel.id,
                user=slack.workspace.bot.user_id,
                bot=True,
                text=body.text or "",
                blocks=body.blocks or [],
                files=tuple(files),
                thread_ts=args.text("thread_ts") or None,
            )
        )
    return {"files": files}


def _body(args: Arguments) -> Body:
    if "blocks" not in args and "initial_comment" not in args:
        return Body(text=None, blocks=None, attachments=None)
    given = {"text": args.given.get("initial_comment"), "blocks": args.given.get("blocks")}
    return composed(Arguments(given))


def _shown(slack: Backstage, upload: Upload, title: str) -> JSON:
    mimetype = mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
    return {
        "id": upload.file_id,
        "name": upload.name,
        "title": title,
        "mimetype": mimetype,
        "size": upload.length,
        "alt": upload.alt,
        "url": f"/files/{upload.file_id}",
        "url_private": f"{slack.url}/files/{upload.file_id}",
        "user": slack.workspace.bot.user_id,
    }


SERVED = {
    "files.getUploadURLExternal": get_upload_url,
    "files.completeUploadExternal": complete_upload,
}
