"""What binds hearings and needs to families, inside a verb of the room they belong to.

What belongs to a family is put before the members of its clusters first. How long follows from the present state at
every press: from the clusters and their waits, from when it begins, and from whether a coordinator ended the wait.
"""

from collections.abc import Mapping
from datetime import datetime

from chatbot.clusters.families import rules, store
from chatbot.clusters.families.model import NOBODY, Tie, Turn
from chatbot.clusters.refusals import NoSuchFamily
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.kit.outbox import Outbox


class Ties:
    """The ties of every workspace. The rooms that hang something on a family share it."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def of(self, tx: Tx, team_id: str, begins: Mapping[str, datetime | None]) -> dict[str, Tie]:
        """The ties of these subjects, as far as they have one; each with when it begins."""
        rows = await store.ties(tx, team_id, begins)
        if not rows:
            return {}
        clusters = await store.supporters(tx, {row.family_id for row in rows})
        people = await store.people_of(tx, {one.id for some in clusters.values() for one in some})
        found = {}
        for row in rows:
            some = clusters.get(row.family_id, [])
            first = None
            if row.since is not None and row.opened_at is None and row.hurried_at is None:
                until = rules.opens_at(row.since, [one.wait for one in some], begins[row.subject])
                members = frozenset(person for one in some for person in people.get(one.id, ()))
                first = Turn(members=members, until=until) if tx.now < until else None
            found[row.subject] = Tie(
                subject=row.subject,
                family=row.code,
                channels=tuple(dict.fromkeys(one.channel for one in some)),
                opened=row.opened_at is not None,
                first=first,
            )
        return found

    async def hang(self, tx: Tx, team_id: str, subject: str, family: str | None) -> None:
        """Bind something new to the family of this code; to none for `NOBODY` and None. Raises `NoSuchFamily`."""
        await self._hang(tx, team_id, subject, family, before=None, seen=False)

    async def hang_elsewhere(
        self, tx: Tx, team_id: str, subject: str, family: str | None, *, before: Tie | None, stands: bool
    ) -> bool:
        """The same for what was written down `before`; None leaves it as it is. Tells whether its card is due now.

        While it `stands`, what everyone has seen already stays before everyone. Raises `NoSuchFamily`.
        """
        seen = stands and (before is None or before.first is None)
        moved = await self._hang(tx, team_id, subject, family, before=before, seen=seen)
        return moved and stands and not seen

    async def hang_anew(self, tx: Tx, team_id: str, subject: str, like: str | None) -> None:
        """A new subject belongs to the same family as the one it follows from, or hangs on, if that has one."""
        rows = await store.ties(tx, team_id, [like]) if like else []
        for row in rows:
            await store.tie(tx, team_id, subject, row.family_id, opened=False)

    async def put_forward(
        self, tx: Tx, team_id: str, subject: str, *, begins: datetime | None, view: str, subjects: tuple[str, ...]
    ) -> bool:
        """Put it before its family's clusters, each in its own channel; tell whether it is for them alone at first.

        `view` is the live message that shows it there, as often as `subjects` change.
        """
        if await store.begin(tx, team_id, subject):
            tie = (await self.of(tx, team_id, {subject: begins})).get(subject)
            for channel in tie.channels if tie else ():
                await self._outbox.announce(
                    tx,
                    team_id=team_id,
                    channel=channel,
                    view=view,
                    ref=subject.partition(":")[2],
                    subjects=subjects,
                )
        tie = (await self.of(tx, team_id, {subject: begins})).get(subject)
        return tie is not None and tie.first is not None

    async def opened(self, tx: Tx, team_id: str, subject: str) -> bool:
        """It is put before everyone now, for good; tell whether it had not been. Its messages say so."""
        if not await store.open_up(tx, team_id, subject):
            return False
        await self._outbox.changed(tx, team_id=team_id, subject=subject)
        return True

    async def waiting(self, tx: Tx, kind: str) -> dict[str, list[int]]:
        """The numbers of everything of this kind, in every workspace, that was not put before everyone yet."""
        found: dict[str, list[int]] = {}
        for team_id, subject in await store.unopened(tx):
            of_kind, _, number = subject.partition(":")
            if of_kind == kind:
                found.setdefault(team_id, []).append(int(number))
        return found

    async def held_back(self, tx: Tx, team_id: str) -> set[str]:
        """What is not before everyone yet."""
        return await store.held_back(tx, team_id)

    async def of_clusters(self, tx: Tx, team_id: str, cluster_ids: frozenset[int]) -> set[str]:
        """What belongs to the families of any of these clusters."""
        return await store.subjects_of(tx, team_id, cluster_ids)

    async def _hang(
        self, tx: Tx, team_id: str, subject: str, family: str | None, *, before: Tie | None, seen: bool
    ) -> bool:
        if family is None or family == (before.family if before else NOBODY):
            return False
        if family == NOBODY:
            await store.untie(tx, team_id, subject)
            return True
        found = await store.by_code(tx, team_id, parse_code(family) or "")
        if found is None:
            raise NoSuchFamily
        await store.tie(tx, team_id, subject, found.id, opened=seen)
        return True
