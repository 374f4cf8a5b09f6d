"""Bringing a listener's reply to the person, whatever surface they pressed on."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.errors import apology, log, write_down
from handlers.slack.press import (
    Errors,
    GoBack,
    Later,
    Open,
    Press,
    PublishHome,
    Reply,
    Say,
    SendFile,
    Surface,
    Update,
)
from handlers.slack.replies import said
from handlers.slack.uploading import hand_in, show
from handlers.slack.work import Work

Ack = Callable[..., Awaitable[Any]]

_TOO_LATE = "expired_trigger_id"
_MOVED_ON = {_TOO_LATE, "exchanged_trigger_id", "not_found", "hash_conflict"}
"""The person closed the modal, or Slack's three seconds for opening one were over."""


class Answers:
    """Acknowledges and answers. Whatever needs a further call to Slack happens beside the acknowledgement."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def give(self, press: Press, reply: Reply, ack: Ack, client: AsyncWebClient) -> None:
        match press.surface:
            case Surface.COMMAND if isinstance(reply, Say):
                message = reply.message
                await ack(response_type="ephemeral", text=message.text, blocks=list(message.blocks))
            case Surface.COMMAND if isinstance(reply, SendFile):
                await ack(
                    response_type="ephemeral", text=press.speech.plain(_("The file is in your messages with me."))
                )
                self._work.begin(self.bring(press, reply, client))
            case Surface.FORM:
                await self._end_form(press, reply, ack)
                if isinstance(reply, SendFile) or (isinstance(reply, GoBack) and press.beneath):
                    self._work.begin(self.bring(press, reply, client))
            case _:
                await ack()
                if reply is not None:
                    self._work.begin(self.bring(press, reply, client))

    async def _end_form(self, press: Press, reply: Reply, ack: Ack) -> None:
        match reply:
            case Errors():
                await ack(response_action="errors", errors=dict(reply.problems))
            case Say():
                await ack(response_action="update", view=notice(press, reply))
            case GoBack() if press.beneath:
                await ack()
            case Update() | GoBack():
                await ack(response_action="update", view=reply.view)
            case Open():
                await ack(response_action="push", view=reply.view)
            case _:
                await ack()

    async def bring(self, press: Press, reply: Reply, client: AsyncWebClient) -> None:
        """Answer by a call to Slack. What was decided is decided: an answer it does not take is noted by its code."""
        try:
            await self._further(press, await _made(press, reply), client)
        except SlackApiError as fault:
            code = str(fault.response.get("error")) if hasattr(fault.response, "get") else "unknown"
            if code == _TOO_LATE and press.response_url:
                self._work.begin(self.bring(press, _too_late(press), client))
            (log.info if code in _MOVED_ON else log.error)("answer not taken", action=press.action, code=code)
        except (aiohttp.ClientError, OSError, TimeoutError) as fault:
            log.warning("answer not delivered", action=press.action, kind=type(fault).__name__)

    async def _further(self, press: Press, reply: Reply, client: AsyncWebClient) -> None:
        match reply:
            case Say() if press.response_url and press.surface in (Surface.MESSAGE, Surface.COMMAND):
                await AsyncWebhookClient(press.response_url, session=client.session).send(
                    text=reply.message.text,
                    blocks=list(reply.message.blocks),
                    response_type="ephemeral",
                    replace_original=reply.replace and press.is_ephemeral,
                )
            case Say() if press.surface is Surface.MODAL and reply.replace and press.view_id:
                await client.views_update(view_id=press.view_id, view=notice(press, reply))
            case Say() if press.surface is Surface.HOME and not press.trigger_id:
                await client.views_publish(user_id=press.account, view=blocks.home(reply.message.blocks))
            case Say() if press.trigger_id:
                await _show(press, notice(press, reply), client)
            case Open() if press.trigger_id:
                await _show(press, reply.view, client)
            case Update() if press.view_id:
                await client.views_update(view_id=press.view_id, view=reply.view)
            case GoBack() if press.beneath:
                await client.views_update(view_id=press.beneath, view=reply.view)
            case SendFile():
                await _hand_over(press, reply, client)
            case PublishHome():
                await client.views_publish(user_id=press.account, view=reply.view)
            case _:
                log.error("answer without a way", action=press.action)


async def _made(press: Press, reply: Reply) -> Reply:
    """What was to be made later, now. A mistake of ours on the way is said like any other."""
    if not isinstance(reply, Later):
        return reply
    try:
        return await reply.make()
    except Exception as mistake:  # noqa: BLE001 - whatever it is, the person gets an answer
        return apology(press.speech, write_down(mistake, press.action))


def _too_late(press: Press) -> Say:
    """Where they pressed or typed, and nothing would happen otherwise."""
    return said(press.speech, _("That took me longer than Slack lets me open a window. Please try once more."))


async def _hand_over(press: Press, file: SendFile, client: AsyncWebClient) -> None:
    """Slack takes a file in three steps; the last one makes it a message of the bot's own conversation with them."""
    opened = await client.conversations_open(users=press.account)
    await show(client, file, await hand_in(client, file), channel=str(opened["channel"]["id"]))


async def _show(press: Press, view: blocks.Block, client: AsyncWebClient) -> None:
    show = client.views_push if press.surface is Surface.MODAL else client.views_open
    await show(trigger_id=press.trigger_id, view=view)


def notice(press: Press, reply: Say) -> blocks.Block:
    """A small modal that says the same as the message."""
    return blocks.modal(reply.title, reply.message.blocks, close=press.speech.plain(_("Close")))
