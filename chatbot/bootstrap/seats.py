"""Seats: who has one, who waits, who is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.kit.i18n import _
from chatbot.schedule import Entry
from chatbot.signups.cover.service import Covers
from chatbot.signups.diary import Diary
from chatbot.signups.jobs import Clockwork
from chatbot.signups.leaving import SeatsLeft
from chatbot.signups.lines import Lines
from chatbot.signups.occasions import Occasions
from chatbot.signups.seating import Follow, Seating
from chatbot.signups.section import SeatsSection
from chatbot.signups.service import Signups


@dataclass(frozen=True, kw_only=True, slots=True)
class SeatsRoom:
    """What the rooms with seats share."""

    signups: Signups
    covers: Covers
    diary: Diary
    seating: Seating
    section: SeatsSection
    leaving: SeatsLeft
    entries: tuple[Entry, ...]


def seats_room(base: Base, *occasions: Occasions, follows: Mapping[str, Follow]) -> SeatsRoom:
    """The seats of everything in `occasions`; `follows` has to know when those of its kind change."""
    database, outbox, people = base.database, base.outbox, base.people
    diary = Diary(*occasions)
    lines = Lines(outbox, people)
    seating = Seating(outbox, lines, diary, follows)
    covers = Covers(database, outbox, people=people, seating=seating, lines=lines, diary=diary)
    clockwork = Clockwork(database, outbox, people=people, seating=seating, lines=lines, diary=diary)
    return SeatsRoom(
        signups=Signups(database, people=people, seating=seating, lines=lines, diary=diary),
        covers=covers,
        diary=diary,
        seating=seating,
        section=SeatsSection(diary),
        leaving=SeatsLeft(outbox, seating=seating, diary=diary),
        entries=(
            Entry(
                name="signups.move_lines",
                when=_("When an offer from the waitlist has run out, the next in line is asked."),
                do=clockwork.move_lines,
            ),
            Entry(
                name="signups.tell_of_offers",
                when=_("When someone's quiet hours end, they hear of the seat that is held for them."),
                do=clockwork.tell_of_offers,
            ),
            Entry(
                name="signups.ask_for_cover",
                when=_("A few more people are asked every 45 minutes, on the day every 10, until one takes the seat."),
                do=covers.ask_more,
            ),
            Entry(
                name="signups.ask_still_coming",
                when=_("The day before at 11:00 where it takes place, and once more at 18:00, until they answer."),
                do=clockwork.ask_still_coming,
            ),
            Entry(
                name="signups.remind",
                when=_("On the day at 7:00 where it takes place, earlier when it starts before 9:00."),
                do=clockwork.remind,
            ),
            Entry(
                name="signups.ask_for_dates",
                when=_("On Mondays at 10:00 in the network's zone, while something has no day or hour yet."),
                do=clockwork.ask_for_dates,
            ),
        ),
    )
