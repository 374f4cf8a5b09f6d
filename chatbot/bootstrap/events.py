"""Events: gatherings, one by one and in series."""

from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.bootstrap.seats import SeatsRoom
from chatbot.events.jobs import EventJobs
from chatbot.events.occasions import EventOccasions
from chatbot.events.reading import Reading
from chatbot.events.section import EventsSection
from chatbot.events.service import Events
from chatbot.events.writing import Writing
from chatbot.kit.i18n import _
from chatbot.schedule import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class EventsRoom:
    """Everything about gatherings."""

    events: Events
    jobs: EventJobs
    section: EventsSection
    entries: tuple[Entry, ...]


def events_room(base: Base, *, reading: Reading, occasions: EventOccasions, seats: SeatsRoom) -> EventsRoom:
    """The events, on the seats."""
    database, outbox, sealer = base.database, base.outbox, base.sealer
    writing = Writing(
        outbox,
        sealer,
        networks=base.networks,
        places=base.places,
        seating=seats.seating,
        reading=reading,
        occasions=occasions,
    )
    jobs = EventJobs(database, outbox, sealer, people=base.people, reading=reading, writing=writing)
    return EventsRoom(
        events=Events(database, sealer, reading=reading, writing=writing),
        jobs=jobs,
        section=EventsSection(reading),
        entries=(
            Entry(
                name="events.make_dates",
                when=_("When a date of a series is over, so that six of them are always there to sign up for."),
                do=jobs.make_dates,
            ),
            Entry(
                name="events.post_cards",
                when=_("At nine on the day after a date of a series, or later: the card of the next one."),
                do=jobs.post_cards,
            ),
            Entry(
                name="events.ask_who_came",
                when=_("At ten on the day after an event to which people came, unless it is noted who did."),
                do=jobs.ask_who_came,
            ),
        ),
    )
