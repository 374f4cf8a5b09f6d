"""Who has what to do with which record of the town, in the words of docs/permissions.md."""

import re
from collections.abc import Mapping

from handlers.slack.privacy.views import ME
from tests.slack.permissions.touches import Touch

LOOKS_AT: Mapping[str, tuple[str, ...]] = {
    "daniel": (
        *("B107", "H102", "N101", "N102", "N104", "N105", "N106", "S101", "S102", "S103", "S104", "S105", "S106"),
        *("R101", "R104", "R105", "B101", "B102", "B103", "B104", "E101"),
    ),
    "rosa": ("H112", "H102", "A102", "A103", "N104"),
    "sam": ("B101", "B102", "B103", "B104", "B105", "B106", "B107", "N106"),
    "ruth": ("A101", "H102", "R101", "S103", "S105", "N101", "B101"),
    "mei": ("H101", "H103", "H108", "H111", "E101"),
    "jonah": ("A101", "H102", "H106", "H111", "H107", "H110", "N102", "B101"),
    "marie": ("R102", "S102", "S104", "N106", "H103", "H107", "H110", "B101"),
    "ana": ("B101", "N105"),
}
"""Where they begin: the codes they type."""

_COMES = {
    "H101": ("mei",),
    "H102": ("jonah", "ruth"),
    "H103": ("marie", "mei"),
    "H106": ("jonah",),
    "H108": ("mei", "marie"),
    "H110": ("marie",),
    "H111": ("mei", "jonah"),
    "E101": ("jonah", "marie", "mei"),
    "E107": ("ruth",),
    "N101": ("ruth",),
    "N106": ("marie",),
}
_HOSTS = {
    "R101": ("ruth",),
    "R102": ("marie",),
    "R103": ("jonah",),
    "R105": ("daniel",),
    "S102": ("marie",),
    "S103": ("ruth",),
    "S104": ("marie",),
    "S105": ("ruth",),
}

RELATED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "those with a seat": {**_COMES, "notice 1": ("jonah",)},
    "those in line": {"H107": ("jonah", "ruth")},
    "leads of it": dict.fromkeys(("H101", "H103", "H108", "H111"), ("mei",)),
    "those who were asked": {"cover 1": ("daniel", "marie")},
    "whoever looks for cover": {"H102": ("jonah",)},
    "who helps": {"N101": ("ruth",), "N106": ("marie",)},
    "drivers": {"N101": ("ruth",)},
    "who pledged": {"B101": ("ana", "jonah", "ruth", "marie"), "B102": ("mei", "tiago"), "B103": ("ruth", "jonah")},
    "the host": _HOSTS,
    "the host who is asked": {"S102": ("marie",), "S104": ("marie",), "S105": ("ruth",)},
    "who leads it": {"C101": ("ruth",)},
    "members of the cluster": {"C101": ("ruth", "jonah", "marie")},
    "whoever did it": {"A101 6": ("jonah",)},
    "whoever raised it": {"alarm 1": ("mei",), "alarm 2": ("mei",)},
    "whoever took the task": {"alarm 2 locate": ("jonah",)},
    "whoever began the import": {"import 1": ("rosa",), "import 2": ("daniel",)},
    "whose it is": {"": (*LOOKS_AT, "tiago")},
}
"""Everyone else is nobody to that record. A stranger to the code reads the furnishing to see that it is so."""

_NUMBERED = {
    "hearings.keep": "notice",
    "hearings.import_confirm": "import",
    "hearings.import_undo": "import",
    "signups.take_cover": "cover",
    "signups.decline_cover": "cover",
    **dict.fromkeys(("alarms.take", "alarms.done", "alarms.hand_back", "alarms.undo", "alarms.undo_form"), "alarm"),
}
_WHOLE = ("actions.undo", "alarms.hand_back")
"""Where everything that is carried along says what it is about, not its first word alone."""


def record(touch: Touch) -> str:
    """What the touch is about; nothing where it is about whoever touches it."""
    if touch.carries == ME:
        return ""
    about = touch.carries if touch.name in _WHOLE else touch.carries.partition(" ")[0]
    return about if re.match("[A-Z]", about) else f"{_NUMBERED.get(touch.name, '')} {about}".strip()
