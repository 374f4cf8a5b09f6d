"""What those who run a network are told: that somebody opens unusually much, or that a backup was brought back."""

from datetime import datetime
from functools import partial

from chatbot.audit.store import who_opened
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.network.openings import since_midnight
from chatbot.network.service import Networks
from chatbot.people.model import Role
from chatbot.people.store import admins, trusted


class NetworkJobs:
    """The watch over openings, and the word after a backup was brought back."""

    def __init__(self, database: Database, outbox: Outbox, *, networks: Networks) -> None:
        self._database = database
        self._outbox = outbox
        self._networks = networks

    async def watch_openings(self) -> int:
        """Tell admins once a day of each person who has opened half of what one may. Returns of how many."""
        teams = await self._networks.teams()
        return sum([await self._database.run(partial(self._watch, team_id=team_id)) for team_id in teams])

    async def tell_of_backup(self, *, team_id: str, made_at: datetime) -> None:
        """Tell everyone who coordinates from when the network is now; what was done since is lost."""
        await self._database.run(partial(self._tell_of_backup, team_id=team_id, moment=int(made_at.timestamp())))

    async def _tell_of_backup(self, tx: Tx, *, team_id: str, moment: int) -> None:
        for person in await trusted(tx, team_id):
            if person.account is not None and person.has(Role.COORDINATOR):
                await self._outbox.tell(
                    tx, team_id=team_id, person_id=person.id, view="network.restored", may_repeat=True, moment=moment
                )

    async def _watch(self, tx: Tx, *, team_id: str) -> int:
        network = await self._networks.joined(tx, team_id)
        day, told = local_date(tx.now, network.zone), 0
        many = max(1, network.openings_a_day // 2)
        for opened in await who_opened(tx, team_id=team_id, since=since_midnight(network, tx.now), at_least=many):
            if await once(tx, team_id=team_id, what=f"openings:{opened.person_id}:{day}"):
                told += 1
                for admin in sorted(await admins(tx, team_id)):
                    await self._outbox.tell(
                        tx, team_id=team_id, person_id=admin, view="openings.many", person=opened.person_id, many=many
                    )
        return told
