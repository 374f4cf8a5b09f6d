"""The whole timetable on one screen.

Every entry is asked at every tick and decides for itself, from rows, whether something fell due; so it does not matter
how often the clock ticks, whether a tick was missed, or how many instances tick.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from chatbot.bonds.jobs import BondJobs
from chatbot.calendars.service import Calendars
from chatbot.digests.jobs import DigestJobs
from chatbot.digests.service import Digests
from chatbot.hearings.importing.service import Imports
from chatbot.hearings.ladder.service import Ladder
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reporting.service import Reporting
from chatbot.hearings.service import Hearings
from chatbot.kit import inbox, once, outbox
from chatbot.kit.database import Database
from chatbot.kit.i18n import Text, _
from chatbot.needs.jobs import NeedJobs
from chatbot.rooms.jobs import RoomJobs
from chatbot.signups.cover.service import Covers
from chatbot.signups.jobs import Clockwork
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
        covers: Covers,
        seats: Clockwork,
        imports: Imports,
        calendars: Calendars,
        reporting: Reporting,
        ladder: Ladder,
        rooms: RoomJobs,
        bonds: BondJobs,
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
                name="signups.move_lines",
                when=_("When an offer from the waitlist has run out, the next in line is asked."),
                do=seats.move_lines,
            ),
            Entry(
                name="signups.tell_of_offers",
                when=_("When someone's quiet hours end, they hear of the seat that is held for them."),
                do=seats.tell_of_offers,
            ),
            Entry(
                name="signups.ask_for_cover",
                when=_("A few more people are asked every 45 minutes, on the day every 10, until one takes the seat."),
                do=covers.ask_more,
            ),
            Entry(
                name="signups.ask_still_coming",
                when=_("The day before at 11:00 where it takes place, and once more at 18:00, until they answer."),
                do=seats.ask_still_coming,
            ),
            Entry(
                name="signups.remind",
                when=_("On the day at 7:00 where it takes place, earlier when it starts before 9:00."),
                do=seats.remind,
            ),
            Entry(
                name="signups.ask_for_dates",
                when=_("On Mondays at 10:00 in the network's zone, while something has no day or hour yet."),
                do=seats.ask_for_dates,
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
                name="imports.carry_on",
                when=_("At once for an import that was confirmed or undone; after a restart where it had stopped."),
                do=imports.carry_on_to_the_end,
            ),
            Entry(
                name="imports.forget_old",
                when=_("Rows nobody confirmed are forgotten after an hour, how an import went after thirty days."),
                do=imports.forget_old,
            ),
            Entry(
                name="stays.expire",
                when=_("When nobody has answered for two days, or six hours when it is urgent; never at night."),
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
                name="bonds.remind_donors",
                when=_("At ten, 1, 8 and 22 days after the day a drive wanted its pledges, while they are to come."),
                do=bonds.remind_donors,
            ),
            Entry(
                name="bonds.remind_treasurers",
                when=_("At ten: after 14 and 30 days and then monthly while a refund waits; addresses every 90 days."),
                do=bonds.remind_treasurers,
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

    async def tick(self) -> list[tuple[str, Exception]]:
        """Do everything that has fallen due by now. What fails holds up nothing else; it is named in what returns."""
        failures: list[tuple[str, Exception]] = []
        for entry in self.entries:
            try:
                await entry.do()
            except Exception as fault:  # noqa: BLE001 - it is handed to whoever ticks
                failures.append((entry.name, fault))
        return failures
