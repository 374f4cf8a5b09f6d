"""Tables and queries of digests."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Time,
    delete,
    select,
    update,
)

from chatbot.digests.model import Digest, Filters, Outcome, Plan
from chatbot.kit.columns import Instant, RowId, Zone, metadata
from chatbot.kit.database import Tx

digests = Table(
    "digests",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("at", Time, nullable=False),
    Column("weekdays", JSON, nullable=False),
    Column("zone", Zone, nullable=False),
    Column("horizon", Integer, nullable=False),
    Column("sections", JSON, nullable=False),
    Column("place_ids", JSON, nullable=False),
    Column("kinds", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("cluster_ids", JSON, nullable=False),
    Column("language", String(8)),
    Column("skip_empty", Boolean, nullable=False),
    Column("set_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("paused_at", Instant),
    Column("stopped_at", Instant),
    Index("ix_digests_channel", "team_id", "channel"),
)

digest_runs = Table(
    "digest_runs",
    metadata,
    Column("digest_id", RowId, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("outcome", String(8), nullable=False),
    Column("at", Instant, nullable=False),
)

digest_parts = Table(
    "digest_parts",
    metadata,
    Column("digest_id", RowId, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("part", Integer, nullable=False),
)

_STANDING = digests.c.stopped_at.is_(None)


async def all_of(tx: Tx) -> list[Digest]:
    """The digests of every workspace that were not stopped."""
    return [_digest(row) for row in await tx.all(select(digests).where(_STANDING).order_by(digests.c.id))]


async def of_channel(tx: Tx, team_id: str, channel: str, *, stopped: bool = False) -> list[Digest]:
    """The digests of a channel, or those that were stopped there."""
    here = (digests.c.team_id == team_id, digests.c.channel == channel)
    chosen = select(digests).where(*here, digests.c.stopped_at.is_not(None) if stopped else _STANDING)
    return [_digest(row) for row in await tx.all(chosen.order_by(digests.c.at, digests.c.id))]


async def by_id(tx: Tx, digest_id: int, *, team_id: str | None = None, to_change: bool = False) -> Digest | None:
    """The digest, unless it was stopped; of whatever workspace for the clock alone."""
    chosen = select(digests).where(digests.c.id == digest_id, _STANDING)
    if team_id is not None:
        chosen = chosen.where(digests.c.team_id == team_id)
    row = await tx.first(chosen.with_for_update() if to_change else chosen)
    return _digest(row) if row else None


async def in_hand(tx: Tx, digest_id: int) -> Digest | None:
    """The digest for this transaction alone; None when it was stopped, or another one has it in hand just now."""
    chosen = select(digests).where(digests.c.id == digest_id, _STANDING).with_for_update(skip_locked=True)
    row = await tx.first(chosen)
    return _digest(row) if row else None


async def add(tx: Tx, team_id: str, channel: str, plan: Plan, *, by: int) -> int:
    return await tx.number(digests, team_id=team_id, channel=channel, set_by=by, set_at=tx.now, **_values(plan))


async def change(tx: Tx, digest_id: int, plan: Plan, *, by: int) -> None:
    await _write(tx, digest_id, set_by=by, set_at=tx.now, **_values(plan))


async def pause(tx: Tx, digest_id: int) -> None:
    await _write(tx, digest_id, paused_at=tx.now)


async def resume(tx: Tx, digest_id: int, *, by: int) -> None:
    await _write(tx, digest_id, paused_at=None, set_by=by, set_at=tx.now)


async def stop(tx: Tx, digest_id: int) -> None:
    await _write(tx, digest_id, stopped_at=tx.now)


async def begin(tx: Tx, digest_id: int, day: date, outcome: Outcome) -> bool:
    """Write down what becomes of this digest of this local date; False when that was settled before.

    What was given up as late is not settled for good.
    """
    if await tx.insert_new(digest_runs, digest_id=digest_id, day=day, outcome=outcome, at=tx.now):
        return True
    given_up = (digest_runs.c.digest_id == digest_id, digest_runs.c.day == day, digest_runs.c.outcome == Outcome.LATE)
    if outcome is Outcome.LATE:
        return False
    redeemed = await tx.execute(update(digest_runs).where(*given_up).values(outcome=outcome, at=tx.now))
    return bool(redeemed.rowcount)


async def outcomes(tx: Tx, digest_ids: Iterable[int], *, since: date) -> dict[int, dict[date, Outcome]]:
    """What became of these digests from that local date on."""
    ids = list(digest_ids)
    chosen = select(digest_runs).where(digest_runs.c.digest_id.in_(ids), digest_runs.c.day >= since)
    found: dict[int, dict[date, Outcome]] = {digest_id: {} for digest_id in ids}
    for row in await tx.all(chosen):
        found[row.digest_id][row.day] = Outcome(row.outcome)
    return found


async def parts(tx: Tx, digest_id: int, day: date) -> dict[str, int]:
    """The subjects that stand in a further message of this digest, and in which."""
    chosen = select(digest_parts).where(digest_parts.c.digest_id == digest_id, digest_parts.c.day == day)
    return {row.subject: row.part for row in await tx.all(chosen)}


async def move_on(tx: Tx, digest_id: int, day: date, subjects: Iterable[str], *, part: int) -> None:
    """From now on these stand in that message of the digest."""
    for subject in subjects:
        key = {"digest_id": digest_id, "day": day, "subject": subject}
        if not await tx.insert_new(digest_parts, **key, part=part):
            where = [digest_parts.c[name] == value for name, value in key.items()]
            await tx.execute(update(digest_parts).where(*where).values(part=part))


async def forget_parts(tx: Tx, digest_id: int, *, before: date) -> None:
    """Forget how old digests were parted: they are drawn no more."""
    old = digest_parts.c.day < before - timedelta(days=7)
    await tx.execute(delete(digest_parts).where(digest_parts.c.digest_id == digest_id, old))


async def _write(tx: Tx, digest_id: int, **values: object) -> None:
    await tx.execute(update(digests).where(digests.c.id == digest_id).values(**values))


def _values(plan: Plan) -> dict[str, Any]:
    return {
        "at": plan.at,
        "weekdays": sorted(plan.weekdays),
        "zone": plan.zone,
        "horizon": plan.horizon,
        "sections": sorted(plan.filters.sections),
        "place_ids": sorted(plan.filters.place_ids),
        "kinds": sorted(plan.filters.kinds),
        "languages": sorted(plan.filters.languages),
        "cluster_ids": sorted(plan.filters.cluster_ids),
        "language": plan.language,
        "skip_empty": plan.skip_empty,
    }


def _digest(row: Row[Any]) -> Digest:
    filters = Filters(
        sections=frozenset(row.sections),
        place_ids=frozenset(row.place_ids),
        kinds=frozenset(row.kinds),
        languages=frozenset(row.languages),
        cluster_ids=frozenset(row.cluster_ids),
    )
    plan = Plan(
        at=row.at,
        weekdays=frozenset(row.weekdays),
        zone=row.zone,
        horizon=row.horizon,
        filters=filters,
        language=row.language,
        skip_empty=row.skip_empty,
    )
    return Digest(
        id=row.id,
        team_id=row.team_id,
        channel=row.channel,
        plan=plan,
        set_by=row.set_by,
        set_at=row.set_at,
        paused=row.paused_at is not None,
    )
