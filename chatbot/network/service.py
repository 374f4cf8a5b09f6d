"""The verbs about a workspace's own settings."""

from zoneinfo import ZoneInfo

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.network import store
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

    async def joined(self, tx: Tx, team_id: str) -> Network:
        """The same inside a verb."""
        await store.join(tx, team_id, self._zone)
        return await store.get(tx, team_id)

    @query
    async def teams(self, tx: Tx) -> list[str]:
        return await store.teams(tx)

    @verb
    async def change(
        self,
        tx: Tx,
        *,
        card_channel: str | None,
        response_channel: str | None,
        agreement: str | None,
        language: str,
        by: Person,
    ) -> Network:
        """Set the network's channels, language and agreement. A new agreement is shown again to everyone.

        Raises `NotAllowed`, and `Refusal` when the agreement holds a detail about a person.
        """
        require_admin(by)
        now = await self.joined(tx, by.team_id)
        refuse_private({"agreement": agreement}, Exposure.PUBLIC)
        version = now.agreement_version + (agreement != now.agreement)
        await store.change(
            tx,
            by.team_id,
            card_channel=card_channel,
            response_channel=response_channel,
            agreement=agreement,
            agreement_version=version,
            language=language,
        )
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="network.change", subject="network")
        return await store.get(tx, by.team_id)
