"""What the headings and cells of a spreadsheet are called, in English and in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from chatbot.hearings.messages import access_name, mode_name
from chatbot.hearings.model import Access, Kind, Mode
from chatbot.hearings.words import Say, kinds
from chatbot.kit.i18n import Text, _
from chatbot.kit.plain import plain
from chatbot.signups.messages import role_name, roles_name
from chatbot.signups.model import SeatRole

COLUMNS = (
    "kind",
    "alias",
    "place",
    "day",
    "start",
    "end",
    "mode",
    "access",
    "companions",
    "at_least",
    "roles",
    "languages",
    "note",
    "contact",
    "attorney",
    "meeting",
    "notes",
)
"""The columns a sheet may have, in any order; `kind`, `alias`, `place` and `companions` must be there."""

NEEDED = ("kind", "alias", "place", "companions")

PUBLIC = COLUMNS[: COLUMNS.index("contact")]
"""Those everyone in the workspace may read."""

_OPEN_DAYS = frozenset(("tbd", "tba", "?", "-"))

E = TypeVar("E", bound=StrEnum)


def heading(column: str) -> Text:  # noqa: C901, PLR0911, PLR0912
    """The heading of a column, for templates and exports."""
    match column:
        case "kind":
            return _("Kind")
        case "alias":
            return _("Alias")
        case "place":
            return _("Place")
        case "day":
            return _("Day")
        case "start":
            return _("Start")
        case "end":
            return _("End")
        case "mode":
            return _("How")
        case "access":
            return _("Access")
        case "companions":
            return _("Companions")
        case "at_least":
            return _("At least")
        case "roles":
            return _("Also needed")
        case "languages":
            return _("Languages")
        case "note":
            return _("Note for everyone")
        case "contact":
            return _("Contact")
        case "attorney":
            return _("Attorney")
        case "meeting":
            return _("Meeting point")
        case _:
            return _("Notes")


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """Every word a sheet of one reader may use, made plain, and what it means."""

    language: str
    columns: Mapping[str, str]
    kinds: Mapping[str, Kind]
    modes: Mapping[str, Mode]
    access: Mapping[str, Access]
    roles: Mapping[str, SeatRole]

    @classmethod
    def of(cls, say: Say, language: str) -> "Terms":
        """The words of a language, and of English."""
        headings = {plain(said): column for column in COLUMNS for said in _both(heading(column), say)}
        programs = {plain(written): column for column in COLUMNS for written in (column, column.replace("_", " "))}
        more = {"webex": Mode.WEBEX, "video": Mode.WEBEX, "phone": Mode.TELEPHONE}
        modes = {plain(said): mode for mode in Mode for said in _both(mode_name(mode), say)}
        access = {plain(said): one for one in Access for said in _both(access_name(one), say)}
        roles = {
            plain(said): role
            for role in SeatRole
            for name in (role_name(role), roles_name(role))
            for said in _both(name, say)
        }
        return cls(
            language=language,
            columns={**headings, **programs},
            kinds=kinds(say),
            modes={**modes, **more, **_values(Mode)},
            access={**access, **_values(Access)},
            roles={**roles, **_values(SeatRole)},
        )


def is_open_day(cell: str) -> bool:
    """Whether a cell says that the day or the hour is to be announced."""
    return plain(cell) in _OPEN_DAYS


def _both(text: Text, say: Say) -> tuple[str, str]:
    return text.msgid, say(text)


def _values(of: type[E]) -> dict[str, E]:
    return {plain(written): one for one in of for written in (one.value, one.value.replace("_", " "))}
