"""Bonds and the books they are kept in."""

from dataclasses import dataclass

from chatbot.bonds.booking import Booking
from chatbot.bonds.bookkeeping import Bookkeeping
from chatbot.bonds.digest import BondsSection
from chatbot.bonds.jobs import BondJobs
from chatbot.bonds.leaving import PledgesLeft
from chatbot.bonds.posted import PostedBonds
from chatbot.bonds.reading import Reading as BondsReading
from chatbot.bonds.service import Bonds
from chatbot.bonds.telling import Telling as TreasurersTold
from chatbot.bonds.treasury import Treasury
from chatbot.bootstrap.base import Base
from chatbot.kit.i18n import _
from chatbot.ledger.service import Ledger
from chatbot.schedule import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class BondsRoom:
    """Everything about money."""

    ledger: Ledger
    bonds: Bonds
    treasury: Treasury
    posted: PostedBonds
    bookkeeping: Bookkeeping
    jobs: BondJobs
    reading: BondsReading
    section: BondsSection
    leaving: PledgesLeft
    entries: tuple[Entry, ...]


def bonds_room(base: Base) -> BondsRoom:
    database, outbox, networks = base.database, base.outbox, base.networks
    ledger = Ledger(database)
    reading = BondsReading(ledger, networks)
    booking = Booking(outbox, networks=networks, ledger=ledger, reading=reading)
    told = TreasurersTold(outbox, base.people)
    jobs = BondJobs(database, outbox, networks=networks, people=base.people, reading=reading, telling=told)
    return BondsRoom(
        ledger=ledger,
        bonds=Bonds(database, outbox, reading=reading, booking=booking),
        treasury=Treasury(database, outbox, base.sealer, booking=booking),
        posted=PostedBonds(database, outbox, booking=booking, telling=told),
        bookkeeping=Bookkeeping(database, ledger=ledger, reading=reading),
        jobs=jobs,
        reading=reading,
        section=BondsSection(reading, ledger),
        leaving=PledgesLeft(outbox, reading),
        entries=(
            Entry(
                name="bonds.remind_donors",
                when=_("At ten, 1, 8 and 22 days after the day a drive wanted its pledges, while they are to come."),
                do=jobs.remind_donors,
            ),
            Entry(
                name="bonds.remind_treasurers",
                when=_("At ten: after 14 and 30 days and then monthly while a refund waits; addresses every 90 days."),
                do=jobs.remind_treasurers,
            ),
        ),
    )
