"""Builds one Chatbot from its parts, one file for each room. Tests call it with a clock of their own."""

from zoneinfo import ZoneInfo

from chatbot.actions.figures import ActionFigures
from chatbot.bonds.figures import BondFigures
from chatbot.bootstrap.actions import actions_room
from chatbot.bootstrap.base import Base
from chatbot.bootstrap.bonds import bonds_room
from chatbot.bootstrap.chatbot import Chatbot
from chatbot.bootstrap.clusters import clusters_room
from chatbot.bootstrap.digests import digests_room
from chatbot.bootstrap.events import events_room
from chatbot.bootstrap.hearings import hearings_room
from chatbot.bootstrap.housekeeping import housekeeping
from chatbot.bootstrap.impact import impact_room
from chatbot.bootstrap.needs import needs_room
from chatbot.bootstrap.privacy import privacy_room
from chatbot.bootstrap.resources import resources_room
from chatbot.bootstrap.rooms import rooms_room
from chatbot.bootstrap.seats import seats_room
from chatbot.bootstrap.trust import trust_room
from chatbot.calendars.service import Calendars
from chatbot.events.occasions import EventOccasions
from chatbot.events.reading import Reading as EventsReading
from chatbot.hearings.figures import HearingFigures
from chatbot.hearings.occasions import HearingOccasions
from chatbot.hearings.reading import Reading
from chatbot.kit.address import Address
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database
from chatbot.kit.i18n import Catalogues
from chatbot.kit.outbox import Outbox
from chatbot.kit.sealed import Sealer
from chatbot.needs.figures import NeedFigures
from chatbot.needs.matters import Matters
from chatbot.needs.occasions import NeedOccasions
from chatbot.needs.reading import Reading as NeedsReading
from chatbot.needs.rides.carrying import Carrying
from chatbot.network.service import Networks
from chatbot.people.service import People
from chatbot.places.service import Places
from chatbot.resources.towns import Towns
from chatbot.rooms.figures import RoomFigures
from chatbot.schedule import Schedule
from chatbot.signups.rosters import Rosters
from chatbot.undelivered.service import Undelivered

__all__ = ["Chatbot", "build"]


def build(
    *,
    clock: Clock,
    database: Database,
    sealer: Sealer,
    zone: ZoneInfo,
    first_admins: frozenset[str] = frozenset(),
    address: Address | None = None,
    towns: Towns | None = None,
) -> Chatbot:
    """One Chatbot. `zone` is where a workspace lives until it says otherwise; `address` where our pages are reached.

    `towns` are the places it knows; those that come with the program when None.
    """
    outbox = Outbox()
    base = Base(
        clock=clock,
        address=address or Address(),
        database=database,
        outbox=outbox,
        sealer=sealer,
        catalogues=Catalogues(),
        people=People(database, first_admins=first_admins),
        networks=Networks(database, zone=zone),
        places=Places(database, outbox),
    )
    rosters, clusters = Rosters(), clusters_room(base)
    ties = clusters.ties
    heard, asked = Reading(base.places, rosters, ties), NeedsReading(base.places, rosters, ties)
    need_occasions = NeedOccasions(asked, base.networks)
    carrying = Carrying(outbox, asked, base.people)
    gathering = EventsReading(base.places, rosters)
    event_occasions = EventOccasions(gathering, base.networks)
    seats = seats_room(
        base,
        HearingOccasions(heard, base.networks),
        need_occasions,
        event_occasions,
        follows={need_occasions.kind: carrying.seats_changed},
    )
    hearings = hearings_room(base, reading=heard, rosters=rosters, seats=seats, ties=ties)
    rooms = rooms_room(base)
    bonds = bonds_room(base)
    matters = Matters({"H": heard.subject_of, "S": rooms.reading.subject_of, "B": bonds.reading.subject_of})
    needs = needs_room(
        base, reading=asked, occasions=need_occasions, seats=seats, matters=matters, carrying=carrying, ties=ties
    )
    events = events_room(base, reading=gathering, occasions=event_occasions, seats=seats)
    resources = resources_room(base, towns or Towns.read())
    actions = actions_room(base)
    asked_for = (needs.section, actions.section, events.section, bonds.section, rooms.section)
    sections = (hearings.section, seats.section, *asked_for, resources.section)
    digests = digests_room(base, sections, clusters=clusters)
    impact = impact_room(
        base, (HearingFigures(), NeedFigures(), BondFigures(), RoomFigures(rooms.reading), ActionFigures())
    )
    calendars = Calendars(
        database, base.catalogues, people=base.people, places=base.places, diary=seats.diary, rosters=rosters
    )
    undelivered = Undelivered(database, outbox, networks=base.networks)
    privacy = privacy_room(base, [seats.leaving, hearings.leaving, rooms.leaving, bonds.leaving], impact.figures)
    trust = trust_room(base)
    return Chatbot(
        clock=clock,
        address=base.address,
        database=database,
        outbox=outbox,
        catalogues=base.catalogues,
        people=base.people,
        networks=base.networks,
        places=base.places,
        clusters=clusters.clusters,
        families=clusters.families,
        signups=seats.signups,
        covers=seats.covers,
        hearings=hearings.hearings,
        moving=hearings.moving,
        verifying=hearings.verifying,
        imports=hearings.imports,
        exports=hearings.exports,
        calendars=calendars,
        reporting=hearings.reporting,
        detentions=hearings.detentions,
        watching=hearings.watching,
        ladder=hearings.ladder,
        rooms=rooms.rooms,
        stays=rooms.stays,
        hosting=rooms.hosting,
        stay_notes=rooms.notes,
        room_jobs=rooms.jobs,
        ledger=bonds.ledger,
        bonds=bonds.bonds,
        treasury=bonds.treasury,
        posted_bonds=bonds.posted,
        bookkeeping=bonds.bookkeeping,
        bond_jobs=bonds.jobs,
        needs=needs.needs,
        rides=needs.rides,
        gifts=needs.gifts,
        need_jobs=needs.jobs,
        events=events.events,
        event_jobs=events.jobs,
        resources=resources.resources,
        curating=resources.curating,
        suggesting=resources.suggesting,
        resource_sheets=resources.sheets,
        passes=resources.passes,
        actions=actions.actions,
        deeds=actions.deeds,
        action_jobs=actions.jobs,
        impacts=impact.impacts,
        digests=digests.digests,
        digest_jobs=digests.jobs,
        undelivered=undelivered,
        holds=privacy.holds,
        personal=privacy.personal,
        keys=trust.keys,
        audit=trust.audit,
        trail=trust.trail,
        network_jobs=trust.network_jobs,
        schedule=Schedule(
            *digests.entries,
            *seats.entries,
            *hearings.entries,
            *rooms.entries,
            *bonds.entries,
            *needs.entries,
            *events.entries,
            *trust.entries,
            *actions.entries,
            *privacy.entries,
            *impact.entries,
            *housekeeping(database, calendars=calendars, undelivered=undelivered),
        ),
    )
