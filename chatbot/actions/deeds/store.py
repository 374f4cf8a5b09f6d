"""Tables and queries of what people did, and of who asked to be reminded."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Row,
    String,
    Table,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)

from chatbot.actions.model import Deed, Line, Mine, Outcome, Step, Tally
from chatbot.actions.store import actions
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

action_deeds = Table(
    "action_deeds",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("action_id", RowId, ForeignKey("actions.id", ondelete="CASCADE"), nullable=False),
    Column("target_id", RowId, ForeignKey("action_targets.id"), nullable=False),
    Column("person_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("step", String(8), nullable=False),
    Column("day", Date, nullable=False),
    Column("outcome", String(12)),
    Column("note", String(200), nullable=False),
    Column("done_at", Instant, nullable=False),
    UniqueConstraint("target_id", "person_id", "step", "day"),
    Index("ix_action_deeds_action", "action_id"),
    Index("ix_action_deeds_person", "person_id", "action_id"),
)

action_reminders = Table(
    "action_reminders",
    metadata,
    Column("action_id", RowId, ForeignKey("actions.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("asked_on", Date, nullable=False),
)


async def do(
    tx: Tx,
    *,
    action_id: int,
    target_id: int,
    person_id: int,
    step: Step,
    day: date,
    outcome: Outcome | None,
    note: str,
) -> bool:
    """Count it, unless it is counted already; what is newly said about it is kept. Tells whether it is new."""
    key = {"target_id": target_id, "person_id": person_id, "step": step, "day": day}
    if await tx.insert_new(action_deeds, action_id=action_id, outcome=outcome, note=note, done_at=tx.now, **key):
        return True
    said = {**({"outcome": outcome} if outcome else {}), **({"note": note} if note else {})}
    if said:
        here = [action_deeds.c[name] == value for name, value in key.items()]
        await tx.execute(update(action_deeds).where(*here).values(**said))
    return False


async def undo(tx: Tx, deed_id: int, *, action_id: int, person_id: int, day: date) -> bool:
    """Take back what this person did for an alert on this day; tells whether there was such a thing."""
    here = (
        action_deeds.c.id == deed_id,
        action_deeds.c.action_id == action_id,
        action_deeds.c.person_id == person_id,
        action_deeds.c.day == day,
    )
    return bool((await tx.execute(delete(action_deeds).where(*here))).rowcount)


async def has_counted(tx: Tx, target_id: int) -> bool:
    """Whether anybody turned to this office."""
    return await tx.first(select(action_deeds.c.id).where(action_deeds.c.target_id == target_id).limit(1)) is not None


async def tallies(tx: Tx, action_ids: Collection[int]) -> dict[int, Tally]:
    """How often everything was done, and by how many."""
    here = action_deeds.c.action_id.in_(list(action_ids))
    by_step: defaultdict[int, dict[Step, int]] = defaultdict(dict)
    counts = select(action_deeds.c.action_id, action_deeds.c.step, func.count().label("number")).where(here)
    for row in await tx.all(counts.group_by(action_deeds.c.action_id, action_deeds.c.step)):
        by_step[row.action_id][Step(row.step)] = row.number
    people = select(action_deeds.c.action_id, func.count(action_deeds.c.person_id.distinct()).label("number"))
    return {
        row.action_id: Tally(by_step=by_step[row.action_id], people=row.number)
        for row in await tx.all(people.where(here).group_by(action_deeds.c.action_id))
    }


async def lines(tx: Tx, action_id: int) -> list[Line]:
    """What was done by day, office, kind and outcome, with what was noted; without a name."""
    found: dict[tuple[date, int, Step, Outcome | None], list[str]] = {}
    chosen = select(action_deeds).where(action_deeds.c.action_id == action_id)
    order = (action_deeds.c.day, action_deeds.c.target_id, action_deeds.c.step, action_deeds.c.outcome)
    for row in await tx.all(chosen.order_by(*order, action_deeds.c.note)):
        key = (row.day, row.target_id, Step(row.step), Outcome(row.outcome) if row.outcome else None)
        found.setdefault(key, []).append(row.note)
    return [
        Line(
            day=day,
            target_id=target_id,
            step=step,
            outcome=outcome,
            count=len(notes),
            notes=tuple(note for note in notes if note),
        )
        for (day, target_id, step, outcome), notes in found.items()
    ]


async def took_part(tx: Tx, action_id: int) -> list[int]:
    """The numbers of everyone who did something."""
    chosen = select(action_deeds.c.person_id).where(action_deeds.c.action_id == action_id).distinct()
    return [row.person_id for row in await tx.all(chosen.order_by(action_deeds.c.person_id))]


async def mine(tx: Tx, action_ids: Collection[int], person_id: int, day: date) -> dict[int, Mine]:
    """How this person stands to each of these alerts on this day."""
    deeds: defaultdict[int, list[Deed]] = defaultdict(list)
    chosen = select(action_deeds).where(
        action_deeds.c.action_id.in_(list(action_ids)), action_deeds.c.person_id == person_id
    )
    for row in await tx.all(chosen.order_by(action_deeds.c.id)):
        deeds[row.action_id].append(
            Deed(
                id=row.id,
                action_id=row.action_id,
                target_id=row.target_id,
                step=Step(row.step),
                day=row.day,
                outcome=Outcome(row.outcome) if row.outcome else None,
            )
        )
    asked = select(action_reminders.c.action_id).where(
        action_reminders.c.action_id.in_(list(action_ids)), action_reminders.c.person_id == person_id
    )
    reminded = {row.action_id for row in await tx.all(asked)}
    return {
        number: Mine(
            today=tuple(deed for deed in deeds[number] if deed.day == day),
            total=len(deeds[number]),
            reminded=number in reminded,
        )
        for number in action_ids
    }


def of_person(person_id: int) -> ColumnElement[bool]:
    """Alerts for which this person did something, or of which they want to be reminded."""
    did = select(action_deeds.c.action_id).where(action_deeds.c.person_id == person_id)
    asked = select(action_reminders.c.action_id).where(action_reminders.c.person_id == person_id)
    return actions.c.id.in_(did.union(asked))


async def remind(tx: Tx, action_id: int, person_id: int, day: date) -> None:
    await tx.insert_new(action_reminders, action_id=action_id, person_id=person_id, asked_on=day)


async def forget(tx: Tx, action_id: int, person_id: int | None = None) -> None:
    """Remind this person, or nobody, of it any more."""
    of_action = action_reminders.c.action_id == action_id
    of_one = () if person_id is None else (action_reminders.c.person_id == person_id,)
    await tx.execute(delete(action_reminders).where(of_action, *of_one))


async def reminders(tx: Tx, action_ids: Iterable[int]) -> list[tuple[int, int, date]]:
    """Who wants to be reminded of what, and since when: alert, person, day."""
    chosen = select(action_reminders).where(action_reminders.c.action_id.in_(list(action_ids)))
    order = (action_reminders.c.action_id, action_reminders.c.person_id)
    return [(row.action_id, row.person_id, row.asked_on) for row in await tx.all(chosen.order_by(*order))]


async def done_on(tx: Tx, team_id: str, first: date, before: date) -> list[Row[Any]]:
    """Number of the alert, person and day of everything that was done on these days."""
    chosen = select(action_deeds.c.action_id, action_deeds.c.person_id, action_deeds.c.day)
    here = (actions.c.team_id == team_id, action_deeds.c.day >= first, action_deeds.c.day < before)
    rows = await tx.all(chosen.join(actions, actions.c.id == action_deeds.c.action_id).where(*here))
    return list(rows)
