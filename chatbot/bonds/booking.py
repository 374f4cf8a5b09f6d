"""What every verb that moves money shares: the request to the books before it, and what follows an entry."""

import json
from collections.abc import Iterable
from datetime import date

from chatbot.audit import note
from chatbot.bonds import rules, store
from chatbot.bonds.model import Drive, Posted, State, drive_id_of
from chatbot.bonds.reading import Reading
from chatbot.kit.database import Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.ledger.model import Entry, Posting, Request
from chatbot.ledger.service import Ledger
from chatbot.network.service import Networks
from chatbot.people.model import Person


class Booking:
    """Writes entries for the verbs of this room."""

    def __init__(self, outbox: Outbox, *, networks: Networks, ledger: Ledger, reading: Reading) -> None:
        self.ledger = ledger
        self.reading = reading
        self._outbox = outbox
        self._networks = networks

    async def asked(
        self, tx: Tx, verb: str, *words: object, on: date | None, key: str, by: Person, reason: str = ""
    ) -> Request:
        """The request for an entry. `words` say what was asked for, without a detail about anyone.

        Only a hash of them is kept, yet a name could be guessed from it. Raises `NotYet`.
        """
        day = rules.happened_on(on, await self.reading.today(tx, by.team_id))
        said = json.dumps([verb, *words, on, reason], default=str)
        return Request(team_id=by.team_id, key=key, asked=said, day=day, by_id=by.id, reason=reason)

    async def known(self, tx: Tx, request: Request) -> Posted | None:
        """Hold the books, and what this very request led to when it was written before. Raises `KeyTaken`."""
        entry = await self.ledger.begun(tx, request)
        return None if entry is None else await self.led_to(tx, entry)

    async def post(self, tx: Tx, request: Request, posting: Posting, verb: str) -> Posted:
        """Write the entry, and all that follows from it. Raises what the ledger raises."""
        return await self.follow(tx, await self.ledger.post(tx, request, posting), verb)

    async def follow(self, tx: Tx, entry: Entry, verb: str) -> Posted:
        """One audit line; the cards of the drives; and the goal, when a drive has just reached it."""
        await note(
            tx,
            team_id=entry.team_id,
            actor_id=entry.by_id,
            verb=verb,
            subject=_about(entry),
            detail=str(entry.number),
        )
        posted = await self.led_to(tx, entry)
        for drive in posted.drives:
            await self._outbox.changed(tx, team_id=drive.team_id, subject=drive.subject)
            if drive.state is State.FUNDED:
                await self._celebrate(tx, drive)
        return posted

    async def led_to(self, tx: Tx, entry: Entry) -> Posted:
        """The entry with its drives as they are now."""
        drive_ids = sorted(drives_of(entry))
        return Posted(entry=entry, drives=tuple(await self.reading.by_ids(tx, entry.team_id, drive_ids)))

    async def _celebrate(self, tx: Tx, drive: Drive) -> None:
        channel = await self.channel(tx, drive)
        if channel is not None and await once(tx, team_id=drive.team_id, what=f"{store.GOAL}:{drive.id}"):
            await self._outbox.announce(
                tx, team_id=drive.team_id, channel=channel, view=store.GOAL, ref=str(drive.id), subjects=()
            )

    async def channel(self, tx: Tx, drive: Drive) -> str | None:
        """Where a drive is spoken of."""
        return drive.channel or (await self._networks.joined(tx, drive.team_id)).card_channel


def drives_of(entry: Entry) -> set[int]:
    """The drives whose funds an entry touches."""
    return {number for line in entry.lines if (number := drive_id_of(line.fund)) is not None}


def _about(entry: Entry) -> str:
    """The drive that an entry is about; the books themselves when it is about several or none."""
    funds: Iterable[str] = {line.fund for line in entry.lines}
    return next(iter(funds)) if len(set(funds)) == 1 else "books"
