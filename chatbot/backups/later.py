"""What the present database knows of the time after a backup."""

from chatbot.backups import rules, store
from chatbot.backups.model import Later, Manifest
from chatbot.flows.holds.store import on_hold
from chatbot.kit.clock import Clock
from chatbot.kit.database import Tx
from chatbot.kit.looking import Frozen, looking


async def known_of_later(url: str, clock: Clock, manifest: Manifest) -> Later | None:
    """Who was erased since, and where a legal hold stands; None when the database is broken, or is another network's.

    It is only asked, and whatever is wrong with it is no reason not to bring the backup back.
    """
    try:
        async with looking(url) as connection:
            return await Frozen(connection, clock).run(lambda tx: _later(tx, manifest))
    except Exception:  # noqa: BLE001 - it is replaced because something is wrong with it
        return None


async def _later(tx: Tx, manifest: Manifest) -> Later | None:
    ends = {team_id: int(chains.audit.partition(":")[0]) for team_id, chains in manifest.chains.items()}
    if not rules.is_later(manifest, {team_id: await store.hash_at(tx, team_id, end) for team_id, end in ends.items()}):
        return None
    return Later(
        erased=frozenset([(team_id, number) for team_id in ends for number in await store.erased(tx, team_id)]),
        held=frozenset([team_id for team_id in ends if await on_hold(tx, team_id)]),
    )
