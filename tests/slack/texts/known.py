"""What no type says: what letters refer to, and what sections list."""

from datetime import timedelta
from typing import Any

from chatbot.actions.section import Running
from chatbot.bonds.model import Drive, Pledge
from chatbot.bonds.statements import Books
from chatbot.events.section import Coming
from chatbot.hearings.model import Hearing, Matter
from chatbot.needs.section import Asked
from chatbot.resources.section import Waiting
from chatbot.rooms.digest import HostItem, StayItem
from chatbot.signups.risk import AtRisk
from tests.slack.parts import NOW

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


ATTEMPTS = 400
"""How often something is made anew until there is anything to show: not every word holds any more."""
FAR = 1_000_003

METADATA = '{"code":"B101","cents":500}'
"""What a form carries along that is refused."""

ARGUMENTS: dict[str, object] = {
    "bonds.forms.amount.name": "amount",
    "bonds.forms.day.name": "day",
    **dict.fromkeys(
        (
            "bonds.forms.money_window.form",
            "bonds.forms.window.form",
            "bonds.treasury_modals.a_day.form",
            "signups.views.question.action",
            "turning.buttons.name",
            "rooms.note_modals.words.callback_id",
        ),
        "x.sent_form",
    ),
    **dict.fromkeys(
        ("needs.views.driver_button.style", "needs.views.trip_button.style", "rooms.parts.offer_button.style"),
        "primary",
    ),
}
"""Arguments of views that are the bot's own words."""

SILENT = {
    "action hearings.import_page": "a link to a page; Slack tells of it all the same",
    "action resources.import_page": "a link to a page; Slack tells of it all the same",
    "action calendars.page": "a link to a page; Slack tells of it all the same",
}
"""What never shows anything, and why."""

HELD_UNTIL = NOW + timedelta(hours=3)
"""Until when every seat is held that is offered."""


class Blanks(dict[str, Any]):
    """The blanks of any letter."""

    def __missing__(self, name: str) -> Any:
        known = {"subject": "hearing:3", "until": int(HELD_UNTIL.timestamp()), "day": NOW.date().toordinal()}
        return known.get(name, 1)

    def get(self, name: str, default: Any = None) -> Any:
        return self[name]
