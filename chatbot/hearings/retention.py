"""What is forgotten of hearings. A hearing is over after its day, a cancelled one when it was cancelled."""

from chatbot.hearings.detention.store import alarm_tasks, alarms
from chatbot.hearings.importing.store import imported, imports
from chatbot.hearings.ladder.store import hearing_gaps, hearing_watches
from chatbot.hearings.model import State
from chatbot.hearings.moving.store import hearing_keeps, hearing_moves, hearing_notices
from chatbot.hearings.reporting.store import hearing_reports
from chatbot.hearings.store import SEALED, hearings
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Erased, Matter, Part, Private, Record, either
from chatbot.people.authorship import authored


def _watched(count: int) -> Text:
    return n_("{count} hearing, place or kind you watch", "{count} hearings, places or kinds you watch", count)


def _kept(count: int) -> Text:
    return n_("{count} answer to a changed time", "{count} answers to changed times", count)


def _tasks(count: int) -> Text:
    return n_("{count} task you took at an alarm", "{count} tasks you took at alarms", count)


HEARING = Matter(
    kind="hearing",
    table=hearings,
    over_on=either(hearings.c.state == State.CANCELLED, hearings.c.closed_on, hearings.c.day),
)

_COPIED = (hearings.c.code, hearings.c.created_at)

HEARINGS = Part(
    room="hearings",
    title=_("Hearings"),
    matters=(HEARING,),
    private=(
        Private(matter=HEARING, columns=tuple(hearings.c[name] for name in SEALED)),
        Private(matter=HEARING, columns=(hearing_reports.c.note,), path=(hearing_reports.c.hearing_id,)),
    ),
    records=(
        Record(matter=HEARING, path=(hearing_keeps.c.notice_id, hearing_notices.c.hearing_id)),
        Record(matter=HEARING, path=(hearing_notices.c.hearing_id,)),
        Record(matter=HEARING, path=(hearing_moves.c.hearing_id,)),
        Record(matter=HEARING, path=(hearing_reports.c.next_id,), only_loosened=True),
        Record(matter=HEARING, path=(hearing_reports.c.hearing_id,)),
        Record(matter=HEARING, path=(hearing_gaps.c.hearing_id,)),
        Record(matter=HEARING, path=(alarm_tasks.c.alarm_id, alarms.c.hearing_id)),
        Record(matter=HEARING, path=(alarms.c.hearing_id,)),
        Record(matter=HEARING, path=(imported.c.hearing_id,)),
    ),
    subjects=(hearing_watches.c.what,),
    about=(
        About(
            column=hearing_watches.c.person_id,
            told=_watched,
            erased=Erased.ROWS,
            shown=(hearing_watches.c.what, hearing_watches.c.since),
        ),
        About(column=hearing_keeps.c.person_id, told=_kept, erased=Erased.ROWS, shown=(hearing_keeps.c.at,)),
        About(
            column=alarm_tasks.c.taken_by,
            told=_tasks,
            erased=Erased.ROWS,
            only=alarm_tasks.c.done_at.is_(None),
            shown=(alarm_tasks.c.task, alarm_tasks.c.done_at),
        ),
        About(column=hearings.c.created_by, told=authored, shown=_COPIED),
        About(column=hearings.c.verified_by, told=authored, erased=Erased.NAME, shown=_COPIED),
        About(column=hearing_reports.c.by_id, told=authored, shown=(hearing_reports.c.at, hearing_reports.c.ending)),
        About(column=alarms.c.raised_by, told=authored, shown=(alarms.c.raised_at,)),
        About(column=alarms.c.undone_by, told=authored, shown=(alarms.c.undone_at,)),
        About(column=imports.c.person_id, told=authored, shown=(imports.c.began_at, imports.c.total)),
    ),
    elsewhere=((imports.c.rows, "imports.forget_old"),),
)
