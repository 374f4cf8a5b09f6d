"""What stays behind of a journey: in Slack, in the database and in the log."""

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import Any

import structlog
from sqlalchemy import Row, Table, select

from chatbot.audit import audit
from chatbot.bootstrap import Chatbot
from chatbot.kit.logs import configure
from chatbot.kit.outbox import outbox
from tests.slack.scene import Scene


@contextmanager
def everything_logged() -> Iterator[StringIO]:
    """Log everything there is into what is handed out, and as before afterwards."""
    root, ours = logging.getLogger(), logging.getLogger("alongside")
    before = root.handlers[:], root.level, ours.level
    log = StringIO()
    configure("DEBUG", "json")
    structlog.configure(cache_logger_on_first_use=False)
    root.handlers[0].setStream(log)  # type: ignore[attr-defined]
    try:
        yield log
    finally:
        structlog.reset_defaults()
        root.handlers[:] = before[0]
        root.setLevel(before[1])
        ours.setLevel(before[2])


async def said(scene: Scene) -> str:
    """Calls to Slack, answers to it, the outbox and the audit. Windows are left out: Slack keeps none of them."""
    calls = [
        entry.body if entry.way == "in" else entry.answer
        for entry in scene.practice.traffic
        if not (entry.way == "in" and entry.what.startswith("views."))
        and not (isinstance(entry.answer, dict) and "response_action" in entry.answer)
    ]
    rows = [tuple(row) for table in (outbox, audit) for row in await everything(scene.chatbot, table)]
    return json.dumps(calls, ensure_ascii=False, default=str) + repr(rows)


def windows(scene: Scene) -> str:
    """What was shown in windows, where private details belong."""
    return json.dumps(
        [entry.body for entry in scene.practice.traffic if entry.what.startswith("views.")], ensure_ascii=False
    )


async def everything(chatbot: Chatbot, table: Table) -> Sequence[Row[Any]]:
    """All rows of a table, oldest first."""
    return await chatbot.database.run(lambda tx: tx.all(select(table).order_by(table.c.id)))


async def openings(scene: Scene, *verbs: str) -> list[tuple[str, str]]:
    """Who opened what, by the audit: names and the verbs of this list, oldest first."""
    rows = [row for row in await everything(scene.chatbot, audit) if row.verb in verbs]
    people = [
        await scene.chatbot.people.by_id(team_id=scene.practice.team_id, person_id=row.actor_id or 0) for row in rows
    ]
    return [(person.name if person else "", row.verb) for person, row in zip(people, rows, strict=True)]
