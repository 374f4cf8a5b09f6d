"""What coordinators are told about spreadsheets."""

from collections.abc import Sequence

from chatbot.hearings.importing.words import heading
from chatbot.kit.i18n import _, n_
from chatbot.kit.refusal import Refusal


class NoTable(Refusal):
    """The file is not a table of hearings."""

    def __init__(self, missing: Sequence[str]) -> None:
        headings = [heading(column) for column in missing]
        super().__init__(_("The file needs a first line with headings. Missing: {headings}.", headings=headings))


class NotATable(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This cannot be read as a table. Save it as CSV, and look for a quotation mark that never ends.")
        )


class TooLong(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(_("That is too much at once. Please bring at most {most} rows, in a CSV file.", most=most))


class NoRows(Refusal):
    """Nothing in it can be imported."""

    def __init__(self) -> None:
        super().__init__(_("There is no row that can be imported."))


class RowsAmiss(Refusal):
    """Some rows cannot be taken, and nobody said to leave them out."""

    def __init__(self, count: int) -> None:
        super().__init__(
            n_(
                "{count} row cannot be taken; nothing was imported.",
                "{count} rows cannot be taken; nothing was imported.",
                count,
            )
        )


class UnknownPlace(Refusal):
    """A sheet names a place that is not in the directory, or that could be several."""

    def __init__(self, name: str) -> None:
        sentence = _("The directory has no place, or more than one, that is called “{name}”.", name=name[:80])
        super().__init__(sentence, field="place")


class NoSuchImport(Refusal):
    """The link was used up or is too old, or it belongs to someone else."""

    def __init__(self) -> None:
        super().__init__(_("This import is over. Type /hearings import to begin a new one."))


class AlreadyClaimed(Refusal):
    """Someone comes to one of the imported hearings, so the import stays."""

    def __init__(self, codes: Sequence[str]) -> None:
        shown = ", ".join(codes[:5])
        sentence = _("People have signed up already ({codes}). Cancel single hearings instead.", codes=shown)
        super().__init__(sentence)
