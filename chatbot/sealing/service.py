"""Renewing: what lives on is sealed under a newer key, and the old key is destroyed, so old backups open to nobody.

What is due is read from the ring itself, so a kill at any moment is made good by the next tick: a value is sealed under
the old key or the new one, and an old key is destroyed only after the commit of a look that found nothing under it.

While a legal hold stands what lives on is sealed anew as ever, and no key is destroyed: it may open a backup.
"""

from collections.abc import Awaitable, Callable, Collection
from functools import partial

from chatbot.audit import note
from chatbot.kit import sealed_rows
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database, Tx
from chatbot.kit.keyring import KeyringFault
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query
from chatbot.network.service import Networks
from chatbot.sealing import rules
from chatbot.sealing.model import KeyUse, Renewed

OnHold = Callable[[Tx], Awaitable[bool]]
"""Whether a legal hold stands in any workspace: the ring is one for all."""


class Keys:
    """The key ring at work."""

    def __init__(
        self, database: Database, sealer: Sealer, clock: Clock, *, networks: Networks, on_hold: OnHold
    ) -> None:
        self.database = database
        self._sealer = sealer
        self._clock = clock
        self._networks = networks
        self._on_hold = on_hold
        self._left_on: str | None = None

    @property
    def newest(self) -> str:
        """The name of the key that was made last."""
        return self._sealer.ring.ids[-1]

    @query
    async def listed(self, tx: Tx) -> list[KeyUse]:
        """Every key the ring has or the database asks for, oldest first."""
        ring = self._sealer.ring.ids
        used = await sealed_rows.uses(tx)
        old = rules.old(ring, tx.now)
        return [
            KeyUse(
                name=name,
                values=sum(use.number for use in used if use.key == name),
                is_there=name in ring,
                is_old=name in old,
                opens=await self._opens(tx, name, used),
            )
            for name in sorted({*ring, *(use.key for use in used if use.key)})
        ]

    async def must_open(self) -> None:
        """Raises `KeyringFault` when something in the database is sealed under a key that is not in the ring."""
        for use in await self.listed():
            if use.opens:
                continue
            why = "is another one" if use.is_there else "is missing"
            raise KeyringFault(
                f"{use.values} private details need the key {use.name}, which {why} in {self._sealer.ring.path}."
                " Bring back the right copy of the ring."
                " If there is none, this gives those details up: uv run bot.py keys rotate --give-up"
            )

    async def renew_old(self) -> Renewed:
        """Seal anew what old keys seal, and destroy them. The clock does this; at most once a day while one stays."""
        now = self._clock.now()
        old = rules.old(self._sealer.ring.ids, now)
        today = now.date().isoformat()
        if not old or self._left_on == today:
            return Renewed()
        done = await self._renewed(old)
        self._left_on = today if done.kept or done.held else None
        return done

    async def rotate(self, *, give_up: bool = False) -> Renewed:
        """Make a new key, seal everything anew under it, and destroy all others, unless a legal hold stands.

        What does not open keeps its key, unless it is given up: then it is emptied.
        """
        before = self._sealer.ring.ids
        lost = {use.name for use in await self.listed() if not use.is_there}
        newest = self._sealer.ring.rotate(self._clock.now().strftime("%Y-%m"))
        return await self._renewed({*before, *lost} - {newest.id}, give_up=give_up)

    async def _renewed(self, old: Collection[str], *, give_up: bool = False) -> Renewed:
        values = unreadable = 0
        for column in sealed_rows.columns():
            after: int | None = 0
            while after is not None:
                renew = partial(
                    sealed_rows.renew, sealer=self._sealer, column=column, old=old, after=after, give_up=give_up
                )
                batch = await self.database.run(renew)
                after, values, unreadable = batch.after, values + batch.renewed, unreadable + batch.unreadable
        kept: list[str] = []
        held: list[str] = []
        destroyed: list[str] = []
        for name in sorted(old):
            remains, on_hold = await self.database.run(partial(self._stays, key=name))
            if remains:
                kept.append(name)
            elif self._sealer.ring.key(name) is None:
                continue
            elif on_hold:
                held.append(name)
            else:
                self._sealer.ring.destroy(name)
                await self._write_down(name)
                destroyed.append(name)
        return Renewed(
            values=values, unreadable=unreadable, destroyed=tuple(destroyed), kept=tuple(kept), held=tuple(held)
        )

    async def _stays(self, tx: Tx, key: str) -> tuple[bool, bool]:
        """Whether something needs this key, and whether a hold keeps it."""
        return await sealed_rows.remains(tx, key), await self._on_hold(tx)

    async def _write_down(self, name: str) -> None:
        line = partial(note, actor_id=None, verb="keys.destroy", subject=f"key:{name}")
        for team_id in await self._networks.teams():
            await self.database.run(partial(line, team_id=team_id))

    async def _opens(self, tx: Tx, name: str, used: Collection[sealed_rows.Use]) -> bool:
        mine = [use for use in used if use.key == name]
        return not mine or any([await sealed_rows.opens(tx, self._sealer, use) for use in mine])
