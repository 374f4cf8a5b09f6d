"""Who is behind a Slack account: asked of Slack once in a while, decided by the network at every press."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal
from chatbot.people.model import Person, Sighting, Standing
from chatbot.people.rules import require_member
from chatbot.people.service import People
from handlers.slack.hints import text

PATIENCE = 2.0
"""Seconds for asking Slack something: whoever pressed is waiting, and Slack gives up on us after three."""


class NotRecognised(Refusal):
    """Slack would not say who this is, so nothing may be decided about them."""

    def __init__(self) -> None:
        super().__init__(
            _("Slack is slow at the moment and I could not check who you are. Please try again in a minute.")
        )


class Identity:
    """Turns Slack accounts into people."""

    def __init__(self, people: People) -> None:
        self._people = people

    async def of(self, client: AsyncWebClient, *, team_id: str, account: str) -> Person:
        """The member behind an account. Raises `Outsider` for anybody else, `NotRecognised` when Slack does not say."""
        person = await self.met(client, team_id=team_id, account=account)
        require_member(person)
        return person

    async def met(self, client: AsyncWebClient, *, team_id: str, account: str) -> Person:
        """Whoever is behind an account, member or not. Raises `NotRecognised` when Slack does not say."""
        person = await self._people.known(team_id=team_id, account=account)
        if person is not None:
            return person
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await client.users_info(user=account, include_locale=True)
        except (SlackApiError, aiohttp.ClientError, OSError, TimeoutError) as fault:
            raise NotRecognised from fault
        return await self._people.meet(sighting(answer.get("user") or {}, team_id=team_id, account=account))

    async def meet_everyone(self, client: AsyncWebClient, *, team_id: str) -> int:
        """Read the workspace's list of members, so that a burst of first presses needs no question to Slack."""
        met = 0
        async for page in await client.users_list(limit=200, include_locale=True):
            for user in page.get("members") or []:
                if not user.get("is_bot") and user.get("id") not in (None, "USLACKBOT"):
                    await self._people.meet(sighting(user, team_id=team_id, account=str(user["id"])))
                    met += 1
        return met


def sighting(user: Mapping[str, Any], *, team_id: str, account: str) -> Sighting:
    """What Slack's `user` object says. Whatever it leaves out counts against the account."""
    told = user.get("profile")
    profile = told if isinstance(told, Mapping) else {}
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    return Sighting(
        team_id=team_id,
        account=account,
        name=next(filter(None, map(text, names)), account),
        standing=_standing(user, team_id),
        is_owner=bool(user.get("is_owner") or user.get("is_primary_owner")),
        language=(text(user.get("locale")) or "en").split("-")[0].lower()[:8],
    )


def _standing(user: Mapping[str, Any], team_id: str) -> Standing:
    if user.get("deleted") or user.get("is_bot"):
        return Standing.GONE
    if user.get("is_stranger") or user.get("team_id", team_id) != team_id or not user.get("id"):
        return Standing.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Standing.GUEST
    return Standing.MEMBER
