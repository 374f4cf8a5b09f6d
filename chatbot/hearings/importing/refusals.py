"""What coordinators are told about spreadsheets."""

from collections.abc import Sequence

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


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
