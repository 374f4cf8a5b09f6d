"""What the clock does for the house itself."""

from chatbot.calendars.service import Calendars
from chatbot.kit import inbox, once, outbox
from chatbot.kit.database import Database
from chatbot.kit.i18n import _
from chatbot.schedule import Entry
from chatbot.undelivered.service import Undelivered


def housekeeping(database: Database, *, calendars: Calendars, undelivered: Undelivered) -> tuple[Entry, ...]:
    return (
        Entry(
            name="undelivered.ask",
            when=_("Two minutes after a message whose fate is unknown; after three hours all coordinators."),
            do=undelivered.ask,
        ),
        Entry(
            name="undelivered.tell",
            when=_("When a message could not be delivered; once a day for each reason."),
            do=undelivered.tell,
        ),
        Entry(
            name="calendars.forget_old",
            when=_("What calendars were told of days long over is forgotten after ninety days."),
            do=calendars.forget_old,
        ),
        Entry(
            name="inbox.forget_old",
            when=_("Keys of events are forgotten two days after the event."),
            do=lambda: database.run(inbox.forget_old),
        ),
        Entry(
            name="once.forget_old",
            when=_("What the clock did once is remembered for 800 days."),
            do=lambda: database.run(once.forget_old),
        ),
        Entry(
            name="outbox.forget_old",
            when=_("What was said is forgotten after seven days, what somebody was asked about after thirty."),
            do=lambda: database.run(outbox.forget_old),
        ),
    )
