"""Files go to Slack in three steps; only the last one makes a message of them."""

from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.slack.press import Upload


async def hand_in(client: AsyncWebClient, file: Upload) -> str:
    """Give the file to Slack, where nobody sees it yet. Returns its id there. Safe to repeat.

    Raises `SlackApiError`, `aiohttp.ClientError`, `TimeoutError`.
    """
    content = file.content.encode() if isinstance(file.content, str) else file.content
    asked: dict[str, Any] = {"filename": file.name, "length": len(content)}
    place = await client.api_call(
        "files.getUploadURLExternal", params={**asked, "alt_txt": file.alt} if file.alt else asked
    )
    async with (
        aiohttp.ClientSession(trust_env=client.trust_env_in_session) as session,
        session.post(str(place["upload_url"]), data=content) as answer,
    ):
        answer.raise_for_status()
    return str(place["file_id"])


async def show(client: AsyncWebClient, file: Upload, file_id: str, *, channel: str) -> None:
    """Make a message of the bot in the channel of a file that was handed in."""
    await client.api_call(
        "files.completeUploadExternal",
        json={"files": [{"id": file_id, "title": file.name}], "channel_id": channel, "initial_comment": file.about},
    )
