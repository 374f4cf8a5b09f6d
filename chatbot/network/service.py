"""The verbs about a workspace's own settings."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.network import store
from chatbot.network.forms import CheckingForm, LimitsForm, OpeningsForm
from chatbot.network.model import Network
from chatbot.people.model import Person
from chatbot.people.rules import require_admin


class Networks:
    """The settings of every workspace."""

    def __init__(self, database: Database, *, zone: ZoneInfo) -> None:
        self.database = database
        self._zone = zone

    @query
    async def get(self, tx: Tx, team_id: str) -> Network:
        """The settings; a workspace seen for the first time gets the ones that come with the bot."""
        return await self.joined(tx, team_id)

    async def joined(self, tx: Tx, team_id: str, *, to_change: bool = False) -> Network:
        """The same inside a verb; locked when they are going to change."""
        network = await store.find(tx, team_id, to_change=to_change)
        if network is None:
            await store.join(tx, team_id, self._zone)
            network = await store.get(tx, team_id)
        return network

    async def began(self, tx: Tx, team_id: str) -> datetime:
        """When the workspace was first seen, inside a verb: what was due before concerns nobody there."""
        await self.joined(tx, team_id)
        return await store.began(tx, team_id)

    @query
    async def teams(self, tx: Tx) -> list[str]:
        """Every workspace there is."""
        return await store.teams(tx)

    @verb
    async def set_channels(
        self, tx: Tx, *, card_channel: str | None, response_channel: str | None, language: str, by: Person
    ) -> Network:
        """Choose where cards go, where the response team meets, and the language of channels. Raises `NotAllowed`."""
        require_admin(by)
        await self.joined(tx, by.team_id)
        await store.change(
            tx, by.team_id, card_channel=card_channel, response_channel=response_channel, language=language
        )
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="network.set_channels", subject="network")
        return await store.get(tx, by.team_id)

    @verb
    async def set_check_days(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Network:
        """Choose how many days before a hearing its date is asked for again. Raises `NotAllowed`, `Invalid`."""
        require_admin(by)
        await self.joined(tx, by.team_id)
        await store.change(tx, by.team_id, check_days=read(CheckingForm, typed).check_days)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="network.set_check_days", subject="network")
        return await store.get(tx, by.team_id)

    @verb
    async def set_limits(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Network:
        """Choose how long what is private, and records, are kept. Raises `NotAllowed`, `Invalid`."""
        require_admin(by)
        await self.joined(tx, by.team_id)
        chosen = read(LimitsForm, typed)
        await store.change(tx, by.team_id, private_days=chosen.private_days, record_months=chosen.record_months)
        detail = f"{chosen.private_days} {chosen.record_months}"
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="network.set_limits", subject="network", detail=detail)
        return await store.get(tx, by.team_id)

    @verb
    async def set_openings(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Network:
        """Choose of how many records one person may open the private details in a day.

        Raises `NotAllowed`, `Invalid`.
        """
        require_admin(by)
        await self.joined(tx, by.team_id)
        chosen = read(OpeningsForm, typed).openings_a_day
        await store.change(tx, by.team_id, openings_a_day=chosen)
        await note(
            tx, team_id=by.team_id, actor_id=by.id, verb="network.set_openings", subject="network", detail=str(chosen)
        )
        return await store.get(tx, by.team_id)

    @verb
    async def set_agreement(self, tx: Tx, *, words: str | None, by: Person) -> Network:
        """Give the agreement the network's own words, or the bot's again with None; a new one is shown to everyone.

        Raises `NotAllowed`, and `Invalid` when the words hold a detail about a person.
        """
        require_admin(by)
        now = await self.joined(tx, by.team_id, to_change=True)
        refuse_private({"agreement": words}, Exposure.PUBLIC)
        if words != now.agreement:
            await store.change(tx, by.team_id, agreement=words, agreement_version=now.agreement_version + 1)
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="network.set_agreement", subject="network")
        return await store.get(tx, by.team_id)
