"""Builds one Chatbot from its parts. Tests call it with a clock of their own."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from chatbot.digests.gathering import Gathering
from chatbot.digests.jobs import ClosedChannels, DigestJobs, PersonalDigests, WeeklyReports
from chatbot.digests.service import Digests
from chatbot.hearings.detention.service import Detentions
from chatbot.hearings.digest import HearingsSection
from chatbot.hearings.keepers import Keepers
from chatbot.hearings.ladder.service import Ladder
from chatbot.hearings.ladder.watching import Watching
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.occasions import HearingOccasions
from chatbot.hearings.reading import Reading
from chatbot.hearings.reporting.service import Reporting
from chatbot.hearings.service import Hearings
from chatbot.hearings.verifying.service import Verifying
from chatbot.hearings.writing import Writing
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database, database_file, is_sqlite
from chatbot.kit.i18n import Catalogues
from chatbot.kit.keyring import KeyRing, KeyringFault, misplaced
from chatbot.kit.outbox import Outbox
from chatbot.kit.postgres import PostgresDatabase
from chatbot.kit.sealed import Sealer
from chatbot.kit.sqlite import SqliteDatabase
from chatbot.migrations import migrate
from chatbot.needs.gifts.service import Gifts
from chatbot.needs.jobs import NeedJobs
from chatbot.needs.matters import Matters
from chatbot.needs.occasions import NeedOccasions
from chatbot.needs.reading import Reading as NeedsReading
from chatbot.needs.rides.service import Rides
from chatbot.needs.service import Needs
from chatbot.needs.writing import Writing as NeedsWriting
from chatbot.network.service import Networks
from chatbot.people.service import People
from chatbot.places.service import Places
from chatbot.rooms.digest import RoomsSection
from chatbot.rooms.hosting.service import Hosting
from chatbot.rooms.jobs import RoomJobs
from chatbot.rooms.notes.service import Notes
from chatbot.rooms.reading import Reading as RoomsReading
from chatbot.rooms.service import Rooms
from chatbot.rooms.stays.service import Stays
from chatbot.rooms.telling import Telling
from chatbot.schedule import Schedule
from chatbot.settings import Settings
from chatbot.signups.diary import Diary
from chatbot.signups.rosters import Rosters
from chatbot.signups.seating import Seating
from chatbot.signups.service import Signups
from chatbot.undelivered.service import Undelivered


@dataclass(frozen=True, kw_only=True, slots=True)
class Chatbot:
    """Everything the network does, behind no door yet."""

    clock: Clock
    database: Database
    outbox: Outbox
    catalogues: Catalogues
    people: People
    networks: Networks
    places: Places
    signups: Signups
    hearings: Hearings
    moving: Moving
    verifying: Verifying
    reporting: Reporting
    detentions: Detentions
    watching: Watching
    ladder: Ladder
    rooms: Rooms
    stays: Stays
    hosting: Hosting
    stay_notes: Notes
    room_jobs: RoomJobs
    needs: Needs
    rides: Rides
    gifts: Gifts
    need_jobs: NeedJobs
    digests: Digests
    digest_jobs: DigestJobs
    undelivered: Undelivered
    schedule: Schedule


def open_database(url: str, clock: Clock) -> Database:
    """The database behind the URL; it is not connected yet."""
    return SqliteDatabase(url, clock) if is_sqlite(url) else PostgresDatabase(url, clock)


class KeyRingMissingError(Exception):
    """There are sealed details in the database and no key ring to open them with."""


async def open_chatbot(settings: Settings, clock: Clock) -> Chatbot:
    """The Chatbot of these settings on its database, migrated and connected; close it with `chatbot.database.stop()`.

    A network that is just beginning gets a key ring; one that has begun must bring its own. Raises
    `KeyRingMissingError`, `KeyringFault`, `SchemaTooNewError`, and whatever the database says when it is out of reach.
    """
    url = settings.database_url.get_secret_value()
    _must_lie_apart(settings.keyring_file, url)
    await migrate(url)
    database = open_database(url, clock)
    await database.start()
    try:
        begun = bool(await Networks(database, zone=settings.zone).teams())
        ring = _ring(settings.keyring_file, begun=begun)
    except BaseException:
        await database.stop()
        raise
    return build(
        clock=clock, database=database, sealer=Sealer(ring), zone=settings.zone, first_admins=settings.admin_users
    )


def _must_lie_apart(ring: Path, url: str) -> None:
    """Raises `KeyringFault` when a copy of the data's folder would hold the keys as well."""
    file = database_file(url)
    if file is not None and misplaced(ring, file.parent):
        raise KeyringFault(f"Move {ring} out of the folder of the database and set KEYRING_FILE to where it is then.")


def _ring(path: Path, *, begun: bool) -> KeyRing:
    if path.exists():
        return KeyRing.load(path)
    if begun:
        raise KeyRingMissingError(str(path))
    try:
        return KeyRing.create(path)
    except KeyringFault:
        if not path.exists():
            raise
        return KeyRing.load(path)  # another instance was beginning at the same moment


def build(
    *, clock: Clock, database: Database, sealer: Sealer, zone: ZoneInfo, first_admins: frozenset[str] = frozenset()
) -> Chatbot:
    """One Chatbot. `zone` is where a workspace lives until it says otherwise."""
    outbox = Outbox()
    people = People(database, first_admins=first_admins)
    networks = Networks(database, zone=zone)
    places = Places(database, outbox)
    reading, asking = Reading(places, Rosters()), NeedsReading(places, Rosters())
    seating = Seating(outbox)
    need_occasions = NeedOccasions(asking, networks)
    signups = Signups(database, seating, Diary(HearingOccasions(reading, networks), need_occasions))
    writing = Writing(outbox, sealer, networks=networks, places=places, seating=seating, reading=reading)
    moving = Moving(database, outbox, networks=networks, places=places, reading=reading)
    hearings = Hearings(
        database,
        outbox,
        sealer,
        networks=networks,
        places=places,
        signups=signups,
        reading=reading,
        writing=writing,
        moving=moving,
    )
    verifying = Verifying(database, outbox, networks=networks, reading=reading, writing=writing, moving=moving)
    keepers = Keepers(people)
    detentions = Detentions(database, outbox, networks=networks, reading=reading, keepers=keepers)
    reporting = Reporting(
        database,
        outbox,
        sealer,
        networks=networks,
        people=people,
        reading=reading,
        writing=writing,
        keepers=keepers,
        detentions=detentions,
    )
    watching = Watching(database, places=places, reading=reading)
    ladder = Ladder(database, outbox, networks=networks, people=people, reading=reading, writing=writing)
    gathering = Gathering(
        [HearingsSection(reading, moving=moving, verifying=verifying, reporting=reporting), RoomsSection()]
    )
    digests = Digests(database, outbox, gathering)
    digest_jobs = DigestJobs(
        personal=PersonalDigests(database, outbox, networks=networks, people=people, gathering=gathering),
        weekly=WeeklyReports(database, outbox, networks=networks, people=people, places=places, gathering=gathering),
        closing=ClosedChannels(database, outbox, networks=networks),
    )
    finding, telling = RoomsReading(networks), Telling(outbox)
    undelivered = Undelivered(database, outbox, networks=networks)
    asked = NeedsWriting(
        outbox,
        sealer,
        networks=networks,
        places=places,
        seating=seating,
        reading=asking,
        matters=Matters({"H": reading.subject_of, "S": finding.subject_of}),
    )
    need_jobs = NeedJobs(database, outbox, reading=asking, people=people)
    room_jobs = RoomJobs(database, outbox, networks=networks, people=people, telling=telling)
    return Chatbot(
        clock=clock,
        database=database,
        outbox=outbox,
        catalogues=Catalogues(),
        people=people,
        networks=networks,
        places=places,
        signups=signups,
        hearings=hearings,
        moving=moving,
        verifying=verifying,
        reporting=reporting,
        detentions=detentions,
        watching=watching,
        ladder=ladder,
        rooms=Rooms(database, outbox, sealer, reading=finding),
        stays=Stays(database, sealer, reading=finding, telling=telling),
        hosting=Hosting(database, sealer, reading=finding, telling=telling),
        stay_notes=Notes(database, sealer, reading=finding, telling=telling),
        room_jobs=room_jobs,
        needs=Needs(database, outbox, sealer, reading=asking, writing=asked),
        rides=Rides(database, sealer, reading=asking, writing=asked, seating=seating, occasions=need_occasions),
        gifts=Gifts(database, reading=asking, writing=asked),
        need_jobs=need_jobs,
        digests=digests,
        digest_jobs=digest_jobs,
        undelivered=undelivered,
        schedule=Schedule(
            database,
            digests=digests,
            digest_jobs=digest_jobs,
            hearings=hearings,
            moving=moving,
            reporting=reporting,
            ladder=ladder,
            rooms=room_jobs,
            needs=need_jobs,
            undelivered=undelivered,
        ),
    )
