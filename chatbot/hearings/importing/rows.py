"""Each row of a table held against the same rules as the form. Pure: `now` is an argument."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chatbot.hearings.forms import HearingForm, guarded
from chatbot.hearings.importing.model import Findings, Good, Key
from chatbot.hearings.importing.refusals import UnknownPlace
from chatbot.hearings.importing.words import COLUMNS, Terms, is_open_day
from chatbot.hearings.model import Draft
from chatbot.hearings.rules import must_make_sense
from chatbot.kit.dates import day_of, hour_of
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import Text, _
from chatbot.kit.plain import plain
from chatbot.kit.private import refuse_private
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.kit.tables import Problem, Table, problems_of
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.places.model import Place
from chatbot.places.rules import named


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What a row is held against."""

    places: Sequence[Place]
    existing: Mapping[Key, str]
    """What is written down already, and its code."""
    terms: Terms
    by: Person
    now: datetime


def looked_at(table: Table, around: Surroundings) -> Findings:
    """Every row: what it comes to, or why it cannot be taken. The second of two equal rows is the one amiss."""
    good: list[Good] = []
    problems: list[Problem] = []
    seen: dict[Key, int] = {}
    for number, row in table.rows:
        try:
            one = _one(number, row, around)
            _must_be_new(one.draft, number, seen, around.existing)
        except Refusal as refusal:
            problems += _problems(number, row, refusal)
        else:
            good.append(one)
    return Findings(
        good=tuple(good),
        problems=tuple(problems),
        ignored=table.ignored,
        places={place.id: place.name for place in around.places},
    )


def key_of(draft: Draft) -> Key:
    return plain(draft.alias), draft.place_id, draft.when.day


def drafted(form: HearingForm, place: Place, by: Person, now: datetime) -> Draft:
    """The hearing a row comes to at this place. Raises `NotAllowed`, and what makes no sense."""
    require_coordinator(by, place.area)
    draft = form.draft(place)
    must_make_sense(draft, now)
    return draft


def _one(number: int, row: Mapping[str, str], around: Surroundings) -> Good:
    typed = _typed(row, around)
    form = guarded(typed)
    place = next(place for place in around.places if place.id == form.place)
    return Good(row=number, typed=typed, draft=drafted(form, place, around.by, around.now))


def _typed(row: Mapping[str, str], around: Surroundings) -> dict[str, object]:
    """A row as the form takes it. Raises `UnknownPlace`, and `Invalid` for days and hours that cannot be read."""
    terms = around.terms
    problems: dict[str, Text] = {}
    day, start, end = row.get("day", ""), row.get("start", ""), row.get("end", "")
    if read_day := day_of(day, language=terms.language):
        day = read_day.isoformat()
    elif day and not is_open_day(day):
        problems["day"] = _("Please write the day like 3/4/2026 or 2026-03-04.")
    hours = {"start": start, "end": end}
    for name, hour in hours.items():
        if read_hour := hour_of(hour):
            hours[name] = read_hour.isoformat("minutes")
        elif hour and not is_open_day(hour):
            problems[name] = _("Please write the hour like 9:00, 9 AM or 13:30.")
    if problems:
        raise Invalid(problems)
    return {
        **{column: row.get(column, "") for column in COLUMNS},
        "kind": terms.kinds.get(plain(row.get("kind", "")), row.get("kind", "")),
        "place": _place(row.get("place", ""), around.places),
        "day": "" if is_open_day(day) else day,
        **{name: "" if is_open_day(hour) else hour for name, hour in hours.items()},
        "mode": terms.modes.get(plain(row.get("mode", "")), row.get("mode", "")),
        "access": terms.access.get(plain(row.get("access", "")), row.get("access", "")),
        "roles": _roles(row.get("roles", ""), terms),
    }


def _place(name: str, places: Sequence[Place]) -> str:
    found = named(places, name)
    if name and len(found) != 1:
        raise UnknownPlace(name)
    return str(found[0].id) if found else ""


def _roles(cell: str, terms: Terms) -> tuple[str, ...]:
    parts = (part.strip() for part in cell.replace(";", ",").split(","))
    return tuple(terms.roles.get(plain(part), part) for part in parts if part)


def _must_be_new(draft: Draft, number: int, seen: dict[Key, int], existing: Mapping[Key, str]) -> None:
    key = key_of(draft)
    if key in existing:
        raise Refusal(_("{code} has the same alias, place and day already.", code=existing[key]))
    if key in seen:
        raise Refusal(_("Row {row} has the same alias, place and day.", row=seen[key]))
    seen[key] = number


def _problems(number: int, row: Mapping[str, str], refusal: Refusal) -> list[Problem]:
    """What to say of a row. A cell that holds what must be nowhere is said to, whatever else is wrong with it."""
    return [_most_private(problem, row) for problem in problems_of(number, refusal)]


def _most_private(problem: Problem, row: Mapping[str, str]) -> Problem:
    column = problem.column or ""
    try:
        refuse_private({column: row.get(column)}, Exposure.PRIVATE)
    except Invalid as private:
        return replace(problem, sentence=private.sentence)
    return problem
