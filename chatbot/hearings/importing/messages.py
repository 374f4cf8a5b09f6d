"""The words of imports, without markup."""

from chatbot.hearings.importing.model import Findings, Good, Import, State
from chatbot.hearings.importing.words import heading
from chatbot.kit import tables
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.tables import Problem, counted
from chatbot.signups.messages import when_text


def problem_text(problem: Problem) -> Text:
    """`Row 5, Day: This day is over.`"""
    return tables.problem_text(problem, heading)


def good_text(good: Good, findings: Findings) -> Text:
    """What a row comes to, its day in words and with the year, so that a slip is seen."""
    draft = good.draft
    place = findings.places.get(draft.place_id, "")
    when, day = when_text(draft.when), draft.when.day
    if day is None:
        return _("Row {row}: {alias}, {place}, {when}", row=good.row, alias=draft.alias, place=place, when=when)
    return _(
        "Row {row}: {alias}, {place}, {when}, {year}",
        row=good.row,
        alias=draft.alias,
        place=place,
        when=when,
        year=day.year,
    )


def progress(one: Import) -> Text:  # noqa: PLR0911
    """How far it has come."""
    match one.state:
        case State.OPEN:
            return _("Nothing has been looked at yet.")
        case State.READY:
            return counted(one.total, one.bad)
        case State.RUNNING:
            return _("{looked} of {total} rows are written down…", looked=one.looked, total=one.total)
        case State.UNDOING:
            return _("{looked} of {total} are taken back…", looked=one.looked, total=one.total)
        case State.UNDONE:
            return _("The import is undone.")
        case _ if one.left_out:
            rows = [str(row) for row in one.left_out[:20]]
            return _(
                "{done} These rows could not be taken any more: {rows}.",
                done=_imported(one.added),
                rows=", ".join(rows),
            )
        case _:
            return _imported(one.added)


def _imported(count: int) -> Text:
    return n_(
        "{count} hearing is imported. Its card is on its way.",
        "{count} hearings are imported. Their cards are on their way.",
        count,
    )
