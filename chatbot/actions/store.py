"""Tables and queries of alerts, their offices and their scripts."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    update,
)

from chatbot.actions.forms import TargetForm
from chatbot.actions.model import Draft, Office, State, Target
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

actions = Table(
    "actions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("title", String(80), nullable=False),
    Column("why", Text, nullable=False),
    Column("bills", String(120), nullable=False),
    Column("steps", String(40), nullable=False),
    Column("links", Text, nullable=False),
    Column("goal", Integer),
    Column("ends_on", Date, nullable=False),
    Column("channel", String(32)),
    Column("state", String(8), nullable=False),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    Index("ix_actions_state", "team_id", "state", "ends_on"),
)

action_targets = Table(
    "action_targets",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("action_id", RowId, ForeignKey("actions.id", ondelete="CASCADE"), nullable=False),
    Column("office", String(12), nullable=False),
    Column("name", String(80), nullable=False),
    Column("phone", String(40), nullable=False),
    Column("email", String(120), nullable=False),
    Index("ix_action_targets_action", "action_id"),
)

action_scripts = Table(
    "action_scripts",
    metadata,
    Column("action_id", RowId, ForeignKey("actions.id", ondelete="CASCADE"), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("words", Text, nullable=False),
)

ActionRow = Row[Any]
Where = ColumnElement[bool]

CARD = "actions.card"
"""The live view that shows one alert in a channel."""

GOAL = "actions.goal"
"""What the channel hears once, when the goal is reached."""

THANKS = "actions.thanks"
"""What the channel hears once, when an alert is closed."""

_BY_CODE = select(actions).where(actions.c.team_id == bindparam("team_id"), actions.c.code == bindparam("code"))
_BY_CODE_TO_CHANGE = _BY_CODE.with_for_update()


async def add(tx: Tx, team_id: str, code: str, draft: Draft, *, by: int) -> int:
    return await tx.number(
        actions, team_id=team_id, code=code, state=State.DRAFT, created_by=by, created_at=tx.now, **_values(draft)
    )


async def change(tx: Tx, action_id: int, draft: Draft) -> None:
    await tx.execute(update(actions).where(actions.c.id == action_id).values(**_values(draft)))


async def say(tx: Tx, action_id: int, **values: object) -> None:
    """Write down its state, and what else changes with it."""
    await tx.execute(update(actions).where(actions.c.id == action_id).values(**values))


async def discard(tx: Tx, action_id: int) -> None:
    """Take a draft away, with its offices and scripts."""
    await tx.execute(delete(actions).where(actions.c.id == action_id))


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> ActionRow | None:
    """The alert's row; locked until the end of the transaction when it, or what is counted for it, is to change."""
    return await tx.first(_BY_CODE_TO_CHANGE if to_change else _BY_CODE, team_id=team_id, code=code)


async def by_ids(tx: Tx, team_id: str, action_ids: Collection[int]) -> Sequence[ActionRow]:
    return await tx.all(_some(team_id, actions.c.id.in_(list(action_ids))))


async def count(tx: Tx, team_id: str, *where: Where) -> int:
    return int(await tx.scalar(select(func.count()).select_from(actions).where(actions.c.team_id == team_id, *where)))


async def page(tx: Tx, team_id: str, *where: Where, first: int, size: int, newest_first: bool) -> Sequence[ActionRow]:
    """So many alerts from the `first` on: those that end first, or the newest, at the top."""
    chosen = select(actions).where(actions.c.team_id == team_id, *where)
    order = (actions.c.id.desc(),) if newest_first else (actions.c.ends_on, actions.c.id)
    return await tx.all(chosen.order_by(*order).offset(first).limit(size))


async def every(tx: Tx, team_id: str, *where: Where) -> Sequence[ActionRow]:
    """Those that end first at the top."""
    return await tx.all(_some(team_id, *where))


def in_state(*states: State) -> Where:
    return actions.c.state.in_(states)


def on_or_after(day: date) -> Where:
    """Alerts whose last day is not over."""
    return actions.c.ends_on >= day


def before(day: date) -> Where:
    return actions.c.ends_on < day


async def targets(tx: Tx, action_ids: Collection[int]) -> dict[int, tuple[Target, ...]]:
    """The offices of each alert, in the order they were added."""
    found: defaultdict[int, list[Target]] = defaultdict(list)
    chosen = select(action_targets).where(action_targets.c.action_id.in_(list(action_ids)))
    for row in await tx.all(chosen.order_by(action_targets.c.id)):
        target = Target(id=row.id, office=Office(row.office), name=row.name, phone=row.phone, email=row.email)
        found[row.action_id].append(target)
    return {number: tuple(some) for number, some in found.items()}


async def add_target(tx: Tx, action_id: int, form: TargetForm) -> int:
    return await tx.number(action_targets, action_id=action_id, **form.model_dump())


async def change_target(tx: Tx, target_id: int, form: TargetForm) -> None:
    await tx.execute(update(action_targets).where(action_targets.c.id == target_id).values(**form.model_dump()))


async def remove_target(tx: Tx, target_id: int) -> None:
    await tx.execute(delete(action_targets).where(action_targets.c.id == target_id))


async def scripts(tx: Tx, action_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The words of each alert, by language."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    chosen = select(action_scripts).where(action_scripts.c.action_id.in_(list(action_ids)))
    for row in await tx.all(chosen.order_by(action_scripts.c.language)):
        found[row.action_id][row.language] = row.words
    return dict(found)


async def set_script(tx: Tx, action_id: int, language: str, words: str) -> None:
    """The words in one language; none take them away."""
    here = (action_scripts.c.action_id == action_id, action_scripts.c.language == language)
    if not words:
        await tx.execute(delete(action_scripts).where(*here))
    elif not await tx.insert_new(action_scripts, action_id=action_id, language=language, words=words):
        await tx.execute(update(action_scripts).where(*here).values(words=words))


def _some(team_id: str, *where: Where) -> Any:
    return select(actions).where(actions.c.team_id == team_id, *where).order_by(actions.c.ends_on, actions.c.id)


def _values(draft: Draft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "why": draft.why,
        "bills": draft.bills,
        "steps": " ".join(draft.steps),
        "links": "\n".join(draft.links),
        "goal": draft.goal,
        "ends_on": draft.ends_on,
        "channel": draft.channel,
    }
