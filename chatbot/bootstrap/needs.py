"""Needs: rides, letters, supplies, and whatever else a family needs."""

from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.bootstrap.seats import SeatsRoom
from chatbot.clusters.families.ties import Ties
from chatbot.kit.i18n import _
from chatbot.needs.gifts.service import Gifts
from chatbot.needs.jobs import NeedJobs
from chatbot.needs.matters import Matters
from chatbot.needs.occasions import NeedOccasions
from chatbot.needs.reading import Reading as NeedsReading
from chatbot.needs.rides.carrying import Carrying
from chatbot.needs.rides.service import Rides
from chatbot.needs.section import NeedsSection
from chatbot.needs.service import Needs
from chatbot.needs.writing import Writing as NeedsWriting
from chatbot.schedule import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class NeedsRoom:
    """Everything that is needed beside a hearing, a bed and a bond."""

    needs: Needs
    rides: Rides
    gifts: Gifts
    jobs: NeedJobs
    section: NeedsSection
    entries: tuple[Entry, ...]


def needs_room(
    base: Base,
    *,
    reading: NeedsReading,
    occasions: NeedOccasions,
    seats: SeatsRoom,
    matters: Matters,
    carrying: Carrying,
    ties: Ties,
) -> NeedsRoom:
    """`matters` are what a need can hang on."""
    database, outbox, sealer, people = base.database, base.outbox, base.sealer, base.people
    writing = NeedsWriting(
        outbox,
        sealer,
        networks=base.networks,
        places=base.places,
        seating=seats.seating,
        reading=reading,
        matters=matters,
        ties=ties,
    )
    jobs = NeedJobs(database, outbox, reading=reading, people=people, ties=ties, writing=writing)
    rides = Rides(
        database,
        sealer,
        people=people,
        reading=reading,
        writing=writing,
        seating=seats.seating,
        occasions=occasions,
        carrying=carrying,
    )
    return NeedsRoom(
        needs=Needs(database, outbox, sealer, people=people, reading=reading, writing=writing),
        rides=rides,
        gifts=Gifts(database, reading=reading, writing=writing),
        jobs=jobs,
        section=NeedsSection(reading),
        entries=(
            Entry(
                name="needs.remind_givers",
                when=_("At ten, three days and one day before what was promised is due, and on the day."),
                do=jobs.remind_givers,
            ),
            Entry(
                name="needs.ask_miles",
                when=_("At ten on the day after a ride, unless the miles are written down."),
                do=jobs.ask_miles,
            ),
            Entry(
                name="needs.open_to_all",
                when=_("When a family's clusters have had their turn, the card of its need goes to everyone."),
                do=jobs.open_to_all,
            ),
        ),
    )
