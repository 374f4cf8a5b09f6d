"""Builds one Chatbot from its parts. Tests call it with a clock of their own."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from chatbot.bonds.booking import Booking
from chatbot.bonds.bookkeeping import Bookkeeping
from chatbot.bonds.digest import BondsSection
from chatbot.bonds.jobs import BondJobs
from chatbot.bonds.posted import PostedBonds
from chatbot.bonds.reading import Reading as BondsReading
from chatbot.bonds.service import Bonds
from chatbot.bonds.telling import Telling as TreasurersTold
from chatbot.bonds.treasury import Treasury
from chatbot.calendars.service import Calendars
from chatbot.digests.gathering import Gathering
from chatbot.digests.jobs import ClosedChannels, DigestJobs, PersonalDigests, WeeklyReports
from chatbot.digests.service import Digests
from chatbot.hearings.detention.service import Detentions
from chatbot.hearings.digest import HearingsSection
from chatbot.hearings.exporting import Exports
from chatbot.hearings.importing.service import Imports
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
from chatbot.kit.address import Address
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database
from chatbot.kit.i18n import Catalogues
from chatbot.kit.outbox import Outbox
from chatbot.kit.sealed import Sealer
from chatbot.ledger.service import Ledger
from chatbot.needs.gifts.service import Gifts
from chatbot.needs.jobs import NeedJobs
from chatbot.needs.matters import Matters
from chatbot.needs.occasions import NeedOccasions
from chatbot.needs.reading import Reading as NeedsReading
from chatbot.needs.rides.service import Rides
from chatbot.needs.section import NeedsSection
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
from chatbot.signups.cover.service import Covers
from chatbot.signups.diary import Diary
from chatbot.signups.jobs import Clockwork
from chatbot.signups.lines import Lines
from chatbot.signups.rosters import Rosters
from chatbot.signups.seating import Seating
from chatbot.signups.section import SeatsSection
from chatbot.signups.service import Signups
from chatbot.undelivered.service import Undelivered


@dataclass(frozen=True, kw_only=True, slots=True)
class Chatbot:
    """Everything the network does, behind no door yet."""

    clock: Clock
    address: Address
    database: Database
    outbox: Outbox
    catalogues: Catalogues
    people: People
    networks: Networks
    places: Places
    signups: Signups
    covers: Covers
    hearings: Hearings
    moving: Moving
    verifying: Verifying
    imports: Imports
    exports: Exports
    calendars: Calendars
    reporting: Reporting
    detentions: Detentions
    watching: Watching
    ladder: Ladder
    rooms: Rooms
    stays: Stays
    hosting: Hosting
    stay_notes: Notes
    room_jobs: RoomJobs
    ledger: Ledger
    bonds: Bonds
    treasury: Treasury
    posted_bonds: PostedBonds
    bookkeeping: Bookkeeping
    bond_jobs: BondJobs
    needs: Needs
    rides: Rides
    gifts: Gifts
    need_jobs: NeedJobs
    digests: Digests
    digest_jobs: DigestJobs
    undelivered: Undelivered
    schedule: Schedule


def build(
    *,
    clock: Clock,
    database: Database,
    sealer: Sealer,
    zone: ZoneInfo,
    first_admins: frozenset[str] = frozenset(),
    address: Address | None = None,
) -> Chatbot:
    """One Chatbot. `zone` is where a workspace lives until it says otherwise; `address` where our pages are reached."""
    outbox, catalogues = Outbox(), Catalogues()
    people = People(database, first_admins=first_admins)
    networks = Networks(database, zone=zone)
    places = Places(database, outbox)
    rosters = Rosters()
    reading, asking = Reading(places, rosters), NeedsReading(places, rosters)
    need_occasions = NeedOccasions(asking, networks)
    diary = Diary(HearingOccasions(reading, networks), need_occasions)
    lines = Lines(outbox, people)
    seating = Seating(outbox, lines, diary)
    signups = Signups(database, people=people, seating=seating, lines=lines, diary=diary)
    covers = Covers(database, outbox, people=people, seating=seating, lines=lines, diary=diary)
    clockwork = Clockwork(database, outbox, people=people, seating=seating, lines=lines, diary=diary)
    writing = Writing(outbox, sealer, networks=networks, places=places, seating=seating, reading=reading)
    imports = Imports(
        database, outbox, sealer, catalogues, people=people, places=places, rosters=rosters, writing=writing
    )
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
    ledger = Ledger(database)
    drives = BondsReading(ledger, networks)
    booking = Booking(outbox, networks=networks, ledger=ledger, reading=drives)
    told = TreasurersTold(outbox, people)
    bond_jobs = BondJobs(database, outbox, networks=networks, people=people, reading=drives, telling=told)
    calendars = Calendars(database, catalogues, people=people, places=places, diary=diary, rosters=rosters)
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
        [
            HearingsSection(reading, moving=moving, verifying=verifying, reporting=reporting),
            SeatsSection(diary),
            NeedsSection(asking),
            BondsSection(drives, ledger),
            RoomsSection(),
        ]
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
        matters=Matters({"H": reading.subject_of, "S": finding.subject_of, "B": drives.subject_of}),
    )
    need_jobs = NeedJobs(database, outbox, reading=asking, people=people)
    room_jobs = RoomJobs(database, outbox, networks=networks, people=people, telling=telling)
    return Chatbot(
        clock=clock,
        address=address or Address(),
        database=database,
        outbox=outbox,
        catalogues=catalogues,
        people=people,
        networks=networks,
        places=places,
        signups=signups,
        covers=covers,
        hearings=hearings,
        moving=moving,
        verifying=verifying,
        imports=imports,
        exports=Exports(database, networks=networks, reading=reading),
        calendars=calendars,
        reporting=reporting,
        detentions=detentions,
        watching=watching,
        ladder=ladder,
        rooms=Rooms(database, outbox, sealer, reading=finding),
        stays=Stays(database, sealer, reading=finding, telling=telling),
        hosting=Hosting(database, sealer, reading=finding, telling=telling),
        stay_notes=Notes(database, sealer, reading=finding, telling=telling),
        room_jobs=room_jobs,
        ledger=ledger,
        bonds=Bonds(database, outbox, reading=drives, booking=booking),
        treasury=Treasury(database, outbox, sealer, booking=booking),
        posted_bonds=PostedBonds(database, outbox, booking=booking, telling=told),
        bookkeeping=Bookkeeping(database, ledger=ledger, reading=drives),
        bond_jobs=bond_jobs,
        needs=Needs(database, outbox, sealer, people=people, reading=asking, writing=asked),
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
            covers=covers,
            seats=clockwork,
            imports=imports,
            calendars=calendars,
            reporting=reporting,
            ladder=ladder,
            rooms=room_jobs,
            needs=need_jobs,
            undelivered=undelivered,
            bonds=bond_jobs,
        ),
    )
