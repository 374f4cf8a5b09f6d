"""The words of seats and of times, without markup."""

from chatbot.kit.i18n import Text, _, value
from chatbot.signups.model import Attendance, SeatRole
from chatbot.signups.occasions import When


def role_name(role: SeatRole) -> Text:
    """One person of the role."""
    match role:
        case SeatRole.LEAD:
            return _("lead")
        case SeatRole.COMPANION:
            return _("companion")
        case SeatRole.INTERPRETER:
            return _("interpreter")
        case SeatRole.DRIVER:
            return _("driver")
        case SeatRole.OBSERVER:
            return _("observer")
        case SeatRole.GUEST:
            return _("guest")


def roles_name(role: SeatRole) -> Text:
    """The heading over the people of the role."""
    match role:
        case SeatRole.LEAD:
            return _("Lead")
        case SeatRole.COMPANION:
            return _("Companions")
        case SeatRole.INTERPRETER:
            return _("Interpreter")
        case SeatRole.DRIVER:
            return _("Driver")
        case SeatRole.OBSERVER:
            return _("Observers")
        case SeatRole.GUEST:
            return _("Guests")


def when_text(when: When) -> Text:
    """The time in the place's own zone, whoever reads it and wherever."""
    if when.day is None:
        return _("Date to be announced")
    if when.starts_at is None:
        return _("{day}, hour not known yet", day=when.day)
    start = when.starts_at.astimezone(when.zone)
    if when.ends_at is None:
        return value(start)
    return _("{moment}, until {end}", moment=start, end=when.ends_at.astimezone(when.zone).time())


def attendance_name(attendance: Attendance) -> Text:
    match attendance:
        case Attendance.ATTENDED:
            return _("Came")
        case Attendance.MISSED:
            return _("Did not come")
        case Attendance.EXCUSED:
            return _("Excused")
