"""Asking Slack, while someone waits: about a channel that was chosen, or an account."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.people.model import Person, Standing
from chatbot.people.refusals import NotAPerson
from handlers.slack.identity import PATIENCE, Identity

UNTOLD = {"unknown_method", "missing_scope"}
"""Codes with which a Slack says that it never tells the bot about channels; waiting would not help."""


class SlackSilent(Refusal):
    """Slack did not answer in time, so the channel could not be looked at."""

    def __init__(self) -> None:
        super().__init__(_("Slack is slow at the moment and I could not check this. Please try again in a minute."))


@dataclass(frozen=True, kw_only=True, slots=True)
class ChannelFacts:
    """What Slack says about a channel. One it does not show to the bot is nobody's: the bot is no member."""

    is_member: bool = False
    is_private: bool = False
    is_shared: bool = False
    is_archived: bool = False


class Facts:
    """What Slack says about the workspace of one press."""

    def __init__(self, client: AsyncWebClient, identity: Identity, team_id: str) -> None:
        self._client = client
        self._identity = identity
        self._team_id = team_id

    async def person(self, account: str) -> Person:
        """The member behind an account. Raises `NotAPerson` for guests, bots and people of other workspaces."""
        person = await self._identity.met(self._client, team_id=self._team_id, account=account)
        if person.standing is not Standing.MEMBER:
            raise NotAPerson
        return person

    async def channel(self, channel: str) -> ChannelFacts:
        """What Slack shows the bot of a channel. Raises `SlackSilent`.

        Where Slack never tells, the bot counts as a member, and the channel as one that everyone can read.
        """
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await self._client.conversations_info(channel=channel)
        except SlackApiError as fault:
            if fault.response.get("error") == "channel_not_found":
                return ChannelFacts()
            if fault.response.get("error") in UNTOLD:
                return ChannelFacts(is_member=True)
            raise SlackSilent from fault
        except (aiohttp.ClientError, OSError, TimeoutError) as fault:
            raise SlackSilent from fault
        found = answer.get("channel") or {}
        return ChannelFacts(
            is_member=found.get("is_member") is True,
            is_private=found.get("is_private") is True,
            is_shared=bool(found.get("is_ext_shared") or found.get("is_pending_ext_shared")),
            is_archived=found.get("is_archived") is True,
        )

    async def must_be_open(self, chosen: Mapping[str, object], *, private: Collection[str] = ()) -> None:
        """Raises `Invalid`, a sentence for each input whose channel the bot cannot post to.

        The inputs named in `private` must hold a private channel of this workspace alone.
        """
        asked = {name: channel for name, channel in chosen.items() if isinstance(channel, str) and channel}
        found = await asyncio.gather(*(self.channel(channel) for channel in asked.values()))
        problems = {
            name: problem
            for name, facts in zip(asked, found, strict=True)
            if (problem := _problem(facts, must_be_private=name in private))
        }
        if problems:
            raise Invalid(problems)


def _problem(facts: ChannelFacts, *, must_be_private: bool) -> Text | None:
    if not facts.is_member:
        return _("I am not in that channel yet. Invite me first: type /invite @alongside there, then save again.")
    if facts.is_archived:
        return _("That channel is archived. Please choose another one.")
    if must_be_private and not facts.is_private:
        return _("Everyone in the workspace can read that channel. Please choose a private one.")
    if must_be_private and facts.is_shared:
        return _("Another workspace can read that channel too. Please choose one that is only yours.")
    return None
