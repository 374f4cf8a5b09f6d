"""What no type says: what letters refer to, what sections list, and arguments that are the bot's own words."""

from typing import Any

from chatbot.actions.section import Running
from chatbot.bonds.model import Drive, Pledge
from chatbot.bonds.statements import Books
from chatbot.events.section import Coming
from chatbot.hearings.model import Hearing, Matter
from chatbot.kit.i18n import Text, _
from chatbot.needs.section import Asked
from chatbot.resources.section import Waiting
from chatbot.rooms.digest import HostItem, StayItem
from chatbot.signups.risk import AtRisk
from tests.slack.parts import NOW
from tests.slack.texts.making import HELD_UNTIL, Maker

TOOLS = {"handlers.slack.blocks", "handlers.slack.speech"}
"""What views are made with."""

LISTED: dict[str, tuple[type, ...]] = {
    "actions": (Running,),
    "bonds": (Drive, Pledge),
    "events": (Coming,),
    "hearings": (Hearing,),
    "needs": (Asked,),
    "resources": (Waiting,),
    "rooms": (StayItem,),
    "signups": (AtRisk,),
}
"""What the sections of digests list."""

SETTLED: dict[str, tuple[type, ...]] = {
    **LISTED,
    "bonds": (Drive, Pledge, Books),
    "hearings": (Hearing, Matter),
    "rooms": (StayItem, HostItem),
}
"""What they list in the weekly report."""

REFS = {
    "digests.daily": "1:2026-03-02:1",
    "impact.monthly": "2026-02-01",
    "signups.open_seat": "hearing:1:companion",
}
"""What live messages are about, where that is not a number."""

WORDS = ("", "help", "add", "mine", "import", "export", "all", "free", "books", "people", "H12")
"""What is typed behind commands, beside what means nothing."""


class Blanks(dict[str, Any]):
    """The blanks of any letter."""

    def __missing__(self, name: str) -> Any:
        known = {"subject": "hearing:3", "until": int(HELD_UNTIL.timestamp()), "day": NOW.date().toordinal()}
        return known.get(name, 1)

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ARG002
        return self[name]


def argument(view: str, name: str, hint: Any, maker: Maker) -> Any:
    """What a view is given for this argument."""
    if hint is Text and name == "notification":
        return _("Something for you.")
    return maker.make(hint, name)
