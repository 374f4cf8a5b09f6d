"""What came of an alert, as a CSV file for coordinators; nobody's name is in it."""

from collections.abc import Callable, Iterable

from chatbot.actions.messages import office_name, outcome_name, step_name
from chatbot.actions.model import Action, Line
from chatbot.kit.i18n import Text
from chatbot.kit.sheets import written

COLUMNS = ("day", "office", "of", "what", "outcome", "count", "notes")


def sheet(action: Action, lines: Iterable[Line], say: Callable[[Text], str]) -> str:
    """A row for every day, office, kind and outcome."""
    return written([COLUMNS, *(_row(action, line, say) for line in lines)])


def _row(action: Action, line: Line, say: Callable[[Text], str]) -> tuple[str, ...]:
    target = action.target(line.target_id)
    return (
        line.day.isoformat(),
        target.name if target else "",
        say(office_name(target.office)) if target else "",
        say(step_name(line.step)),
        say(outcome_name(line.outcome)) if line.outcome else "",
        str(line.count),
        " | ".join(line.notes),
    )
