"""The whole timetable on one screen.

Every entry is asked at every tick and decides for itself, from rows, whether something fell due; so it does not matter
how often the clock ticks, whether a tick was missed, or how many instances tick.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from chatbot.digests.jobs import DigestJobs
from chatbot.digests.service import Digests
from chatbot.hearings.ladder.service import Ladder
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reporting.service import Reporting
from chatbot.hearings.service import Hearings
from chatbot.kit import inbox, once, outbox
from chatbot.kit.database import Database
from chatbot.kit.i18n import Text, _
from chatbot.needs.jobs import NeedJobs
from chatbot.rooms.jobs import RoomJobs
from chatbot.undelivered.service import Undelivered

TICK = timedelta(seconds=15)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Something the clock does: its name, when it falls due, in words, and the doing."""

    name: str
    when: Text
    do: Callable[[], Awaitable[object]]


class Schedule:
    """What the clock does, in this order."""

    def __init__(
        self,
        database: Database,
        *,
        digests: Digests,
        digest_jobs: DigestJobs,
        hearings: Hearings,
        moving: Moving,
        reporting: Reporting,
        ladder: Ladder,
        rooms: RoomJobs,
        needs: NeedJobs,
        undelivered: Undelivered,
    ) -> None:
        self.entries = (
            Entry(
                name="digests.send_due",
                when=_("At the hour each channel chose, on its weekdays, in its zone; up to three hours late."),
                do=digests.send_due,
            ),
            Entry(
                name="digests.send_personal",
                when=_("At the hour each person chose, in the network's zone; up to three hours late."),
                do=digest_jobs.personal.send_due,
            ),
            Entry(
                name="digests.send_weekly",
                when=_("On Monday at eight in the network's zone; up to three hours late."),
                do=digest_jobs.weekly.send_due,
            ),
            Entry(
                name="digests.pause_closed",
                when=_("As soon as a channel with a digest takes no more messages."),
                do=digest_jobs.closing.pause,
            ),
            Entry(
                name="hearings.hang_missing_cards",
                when=_("As soon as a channel for cards is chosen, for the hearings written down before."),
                do=hearings.hang_missing_cards,
            ),
            Entry(
                name="hearings.follow_the_day",
                when=_("Cards are drawn anew when the day of the hearing begins and when it is over."),
                do=hearings.follow_the_day,
            ),
            Entry(
                name="reporting.ask",
                when=_("When a hearing is over the lead is asked how it went; three hours later everyone who came."),
                do=reporting.ask,
            ),
            Entry(
                name="ladder.climb",
                when=_("72, 48 and 24 hours before a hearing that needs people, and at once when it is nearer."),
                do=ladder.climb,
            ),
            Entry(
                name="moving.tell",
                when=_("Two minutes after the last change of a time or place; edits in a row make one notice."),
                do=moving.tell,
            ),
            Entry(
                name="stays.expire",
                when=_("When a host, or the guests, have not answered for two days; six hours when it is urgent."),
                do=rooms.expire,
            ),
            Entry(
                name="stays.check_in",
                when=_("At ten on the day after the first night, and a week after it; up to three hours late."),
                do=rooms.check_in,
            ),
            Entry(
                name="rooms.ask_renewal",
                when=_("At ten, a week before an offer has stood for 90 days, and when it has."),
                do=rooms.ask_renewal,
            ),
            Entry(
                name="needs.remind_givers",
                when=_("At ten, three days and one day before what was promised is due, and on the day."),
                do=needs.remind_givers,
            ),
            Entry(
                name="needs.ask_miles",
                when=_("At ten on the day after a ride, unless the miles are written down."),
                do=needs.ask_miles,
            ),
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

    async def tick(self) -> list[tuple[str, Exception]]:
        """Do everything that has fallen due by now. What fails holds up nothing else; it is named in what returns."""
        failures: list[tuple[str, Exception]] = []
        for entry in self.entries:
            try:
                await entry.do()
            except Exception as fault:  # noqa: BLE001 - it is handed to whoever ticks
                failures.append((entry.name, fault))
        return failures
