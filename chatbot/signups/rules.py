"""What a press about a seat means, decided from the occasion and its roster. Pure."""

from datetime import datetime, timedelta

from chatbot.clusters.families.rules import must_be_their_turn
from chatbot.people.model import Notice, Person, Preferences, Role
from chatbot.people.rules import require_coordinator
from chatbot.signups.messages import role_name
from chatbot.signups.model import AlreadyYours, InLine, Outcome, Roster, SeatRole, Yours
from chatbot.signups.occasions import Occasion, When
from chatbot.signups.refusals import (
    AgreementMissing,
    Cancelled,
    NotBegun,
    Over,
    RoleNotNeeded,
    TooManySeated,
    TrainingNeeded,
)
from chatbot.signups.times import begins, has_begun, is_over


def must_stand(occasion: Occasion, now: datetime) -> None:
    """Raises `Cancelled` or `Over`."""
    if occasion.cancelled:
        raise Cancelled(occasion.code)
    if is_over(occasion.when, now):
        raise Over(occasion.code, occasion.command)


def may_sign_up(occasion: Occasion, person: Person, now: datetime) -> None:
    """Raises `Cancelled`, `Over`, `MembersFirst`, or `AgreementMissing` for someone who has not agreed yet.

    Whoever a coordinator has signed up, also for the line, may come whosever turn it is.
    """
    must_stand(occasion, now)
    if occasion.roster.of(person.id) is None:
        must_be_their_turn(occasion.first, person.id, code=occasion.code, zone=occasion.when.zone, now=now)
    if person.agreed_version < occasion.agreement:
        raise AgreementMissing(occasion.agreement)


def may_come_as(occasion: Occasion, person: Person, role: SeatRole) -> None:
    """Raises `RoleNotNeeded`, or `TrainingNeeded` for a lead who was not trained."""
    if role not in occasion.roster.seats:
        raise RoleNotNeeded(role_name(role), occasion.code)
    if role is SeatRole.LEAD and not person.has(Role.LEAD):
        raise TrainingNeeded


def decide(roster: Roster, person_id: int, role: SeatRole) -> Outcome:
    """What the roster would answer this person. The role must be one the roster has seats for.

    Someone has at most one role in one thing: pressing again, also for another role, answers with the one they have;
    only someone who waits may take a seat that is free, or the one that is held for them.
    """
    mine = roster.of(person_id)
    if mine is not None and not mine.waiting:
        return AlreadyYours(role=mine.role)
    if roster.left(role) or (mine is not None and mine.role is role and mine.offered):
        return Yours(role=role)
    ahead = len(roster.line(role))
    if mine is not None and mine.role is role:
        ahead = roster.place_in_line(person_id) - 1
    return InLine(role=role, place=ahead + 1)


def may_hold(roster: Roster, role: SeatRole, maximum: int, *, field: str) -> None:
    """Raises `TooManySeated` when more people hold the role's seats than the new maximum allows."""
    seated = roster.holders(role)
    if len(seated) > maximum:
        raise TooManySeated(field, tuple(one for one in seated), maximum)


def may_be_offered(chosen: Preferences, when: When, now: datetime) -> bool:
    """Whether someone in line wants to hear of a seat now."""
    start = begins(when)
    in_time = start is None or start - now >= timedelta(hours=chosen.minimum_notice)
    return chosen.wants(Notice.OFFERS) and in_time


def leads(occasion: Occasion, person: Person) -> bool:
    """Whether they look after the people who come: a lead of this occasion, or a coordinator of its area."""
    mine = occasion.roster.of(person.id)
    is_lead = mine is not None and not mine.waiting and mine.role is SeatRole.LEAD
    return is_lead or (person.has(Role.COORDINATOR) and person.coordinates(occasion.area))


def may_mark(occasion: Occasion, person: Person, now: datetime) -> None:
    """Raises `NotAllowed`, `Cancelled`, or `NotBegun` while nobody can know who came."""
    if not leads(occasion, person):
        require_coordinator(person, occasion.area)
    if occasion.cancelled:
        raise Cancelled(occasion.code)
    if not has_begun(occasion.when, now):
        raise NotBegun(occasion.code)
