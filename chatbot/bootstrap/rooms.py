"""Rooms: offers, stays, matches, hand-over notes."""

from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.kit.i18n import _
from chatbot.rooms.digest import RoomsSection
from chatbot.rooms.hosting.service import Hosting
from chatbot.rooms.jobs import RoomJobs
from chatbot.rooms.leaving import RoomsLeft
from chatbot.rooms.notes.service import Notes
from chatbot.rooms.reading import Reading as RoomsReading
from chatbot.rooms.service import Rooms
from chatbot.rooms.stays.service import Stays
from chatbot.rooms.telling import Telling
from chatbot.schedule import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class RoomsRoom:
    """Everything about hospitality at home."""

    rooms: Rooms
    stays: Stays
    hosting: Hosting
    notes: Notes
    jobs: RoomJobs
    reading: RoomsReading
    section: RoomsSection
    leaving: RoomsLeft
    entries: tuple[Entry, ...]


def rooms_room(base: Base) -> RoomsRoom:
    database, outbox, sealer, networks = base.database, base.outbox, base.sealer, base.networks
    reading, telling = RoomsReading(networks), Telling(outbox)
    jobs = RoomJobs(database, outbox, networks=networks, people=base.people, telling=telling)
    return RoomsRoom(
        rooms=Rooms(database, outbox, sealer, people=base.people, reading=reading),
        stays=Stays(database, sealer, reading=reading, telling=telling),
        hosting=Hosting(database, sealer, reading=reading, telling=telling),
        notes=Notes(database, sealer, reading=reading, telling=telling),
        jobs=jobs,
        reading=reading,
        section=RoomsSection(),
        leaving=RoomsLeft(outbox, reading),
        entries=(
            Entry(
                name="stays.expire",
                when=_("When nobody has answered for two days, or six hours when it is urgent; never at night."),
                do=jobs.expire,
            ),
            Entry(
                name="stays.check_in",
                when=_("At ten on the day after the first night, and a week after it; up to three hours late."),
                do=jobs.check_in,
            ),
            Entry(
                name="rooms.ask_renewal",
                when=_("At ten, a week before an offer has stood for 90 days, and when it has."),
                do=jobs.ask_renewal,
            ),
        ),
    )
