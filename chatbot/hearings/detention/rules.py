"""Who may raise the alarm, and who may take it back. Pure: `now` is an argument."""

from datetime import datetime, timedelta

from chatbot.hearings.detention.model import Alarm, Line, Task
from chatbot.hearings.detention.refusals import NotTheDay, TakenByAnother, TaskDone
from chatbot.hearings.model import Hearing, State
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.hearings.rules import takes_part
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import _
from chatbot.people.model import Person
from chatbot.people.refusals import NotAllowed
from chatbot.signups.occasions import When


def is_the_day(when: When, now: datetime) -> bool:
    """The day of the hearing and the one after it: news can come late."""
    today = local_date(now, when.zone)
    return when.day is not None and when.day <= today <= when.day + timedelta(days=1)


def must_be_raisable(hearing: Hearing, person: Person, now: datetime) -> None:
    """Raises `NoSuchHearing`, `NotAllowed`, `NotTheDay`."""
    if hearing.state is State.DRAFT:
        raise NoSuchHearing(hearing.code)
    if not takes_part(hearing, person):
        raise NotAllowed(_("those who hold a seat, and coordinators"))
    if not is_the_day(hearing.when, now):
        raise NotTheDay(hearing.code)


def require_undoer(alarm: Alarm, hearing: Hearing, person: Person) -> None:
    """Raises `NotAllowed` unless they raised it or coordinate the area."""
    if person.id != alarm.raised_by and not person.coordinates(hearing.place.area):
        raise NotAllowed(_("whoever raised the alarm, and coordinators"))


def may_do(alarm: Alarm, task: Task, person: Person) -> Line:
    """The task, which is free or their own. Raises `TaskDone`, `TakenByAnother`."""
    line = alarm.line(task)
    if line.done_at is not None:
        raise TaskDone
    if line.taken_by not in (None, person.id):
        raise TakenByAnother(line.name)
    return line
