"""The Chatbot: everything the doors may ask."""

from dataclasses import dataclass

from chatbot.actions.deeds.service import Deeds
from chatbot.actions.jobs import ActionJobs
from chatbot.actions.service import Actions
from chatbot.audit.service import Audit
from chatbot.bonds.bookkeeping import Bookkeeping
from chatbot.bonds.jobs import BondJobs
from chatbot.bonds.posted import PostedBonds
from chatbot.bonds.service import Bonds
from chatbot.bonds.treasury import Treasury
from chatbot.calendars.service import Calendars
from chatbot.clusters.families.service import Families
from chatbot.clusters.service import Clusters
from chatbot.digests.jobs import DigestJobs
from chatbot.digests.service import Digests
from chatbot.events.jobs import EventJobs
from chatbot.events.service import Events
from chatbot.flows.holds.service import Holds
from chatbot.flows.person.service import Personal
from chatbot.hearings.detention.service import Detentions
from chatbot.hearings.exporting import Exports
from chatbot.hearings.importing.service import Imports
from chatbot.hearings.ladder.service import Ladder
from chatbot.hearings.ladder.watching import Watching
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reporting.service import Reporting
from chatbot.hearings.service import Hearings
from chatbot.hearings.verifying.service import Verifying
from chatbot.impact.service import Impacts
from chatbot.kit.address import Address
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database
from chatbot.kit.i18n import Catalogues
from chatbot.kit.outbox import Outbox
from chatbot.ledger.service import Ledger
from chatbot.needs.gifts.service import Gifts
from chatbot.needs.jobs import NeedJobs
from chatbot.needs.rides.service import Rides
from chatbot.needs.service import Needs
from chatbot.network.jobs import NetworkJobs
from chatbot.network.service import Networks
from chatbot.people.service import People
from chatbot.places.service import Places
from chatbot.resources.curating.service import Curating
from chatbot.resources.service import Resources
from chatbot.resources.sheets.passes import Passes
from chatbot.resources.sheets.service import Sheets
from chatbot.resources.suggesting.service import Suggesting
from chatbot.rooms.hosting.service import Hosting
from chatbot.rooms.jobs import RoomJobs
from chatbot.rooms.notes.service import Notes
from chatbot.rooms.service import Rooms
from chatbot.rooms.stays.service import Stays
from chatbot.schedule import Schedule
from chatbot.sealing.service import Keys
from chatbot.signups.cover.service import Covers
from chatbot.signups.service import Signups
from chatbot.trail.service import Trail
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
    clusters: Clusters
    families: Families
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
    events: Events
    event_jobs: EventJobs
    resources: Resources
    curating: Curating
    suggesting: Suggesting
    resource_sheets: Sheets
    passes: Passes
    actions: Actions
    deeds: Deeds
    action_jobs: ActionJobs
    impacts: Impacts
    digests: Digests
    digest_jobs: DigestJobs
    undelivered: Undelivered
    holds: Holds
    personal: Personal
    keys: Keys
    audit: Audit
    trail: Trail
    network_jobs: NetworkJobs
    schedule: Schedule
