"""Who is asked to come instead, and how many at a time. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from chatbot.people.model import Notice, Person, Preferences, Role
from chatbot.signups.cover.model import Cover
from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import Occasion
from chatbot.signups.times import begins, is_the_day, when_to_ask

BATCH, BATCH_ON_THE_DAY = 2, 4
"""How many are asked at once: enough to find somebody, few enough that nobody feels they need not answer."""

PAUSE, PAUSE_ON_THE_DAY = timedelta(minutes=45), timedelta(minutes=10)
"""How long they have before more are asked."""


def is_next_due(cover: Cover, occasion: Occasion, now: datetime) -> bool:
    """Whether more people should be asked: nobody was yet, all who were asked declined, or they had their time."""
    if cover.asked_at is None or cover.asked <= cover.declined:
        return True
    return now - cover.asked_at >= (PAUSE_ON_THE_DAY if is_the_day(occasion.when, now) else PAUSE)


def batch(occasion: Occasion, now: datetime) -> int:
    return BATCH_ON_THE_DAY if is_the_day(occasion.when, now) else BATCH


def fitting(
    cover: Cover,
    occasion: Occasion,
    people: Iterable[Person],
    chosen: Mapping[int, Preferences],
    *,
    last_asked: Mapping[int, datetime],
    busy: frozenset[int],
    now: datetime,
) -> tuple[list[Person], bool]:
    """Who may be asked now, the first to ask first; and whether more may be asked later, when they are awake.

    Those who wait in line come first, then those who speak a language that helps, then whoever was asked least
    recently. `busy` are those who come to something that day.
    """
    fit = [
        person
        for person in people
        if person.id not in busy | cover.asked | {cover.person_id}
        and not _is_seated(occasion, person)
        and _can(person, chosen[person.id], occasion, cover.role, now)
    ]
    awake = [one for one in fit if when_to_ask(chosen[one.id], occasion, now) <= now]
    line = {one.person_id: place for place, one in enumerate(occasion.roster.line(cover.role))}

    def order(person: Person) -> tuple[int, bool, float, int]:
        asked = last_asked.get(person.id)
        helps = not _speaks(chosen[person.id], occasion)
        return line.get(person.id, len(line)), helps, asked.timestamp() if asked else 0.0, person.id

    return sorted(awake, key=order), len(fit) > len(awake)


def _is_seated(occasion: Occasion, person: Person) -> bool:
    mine = occasion.roster.of(person.id)
    return mine is not None and not mine.waiting


def _can(person: Person, chosen: Preferences, occasion: Occasion, role: SeatRole, now: datetime) -> bool:
    start = begins(occasion.when)
    in_time = start is None or start - now >= timedelta(hours=chosen.minimum_notice)
    near = not chosen.areas or not occasion.area or occasion.area in chosen.areas
    trained = role is not SeatRole.LEAD or person.has(Role.LEAD)
    turn = occasion.first is None or person.id in occasion.first.members
    speaks = role is not SeatRole.INTERPRETER or not occasion.languages or _speaks(chosen, occasion)
    return chosen.wants(Notice.COVER) and in_time and near and trained and speaks and turn


def _speaks(chosen: Preferences, occasion: Occasion) -> bool:
    helpful = occasion.languages.casefold()
    return any(language.casefold() in helpful for language in chosen.speaks)
