"""Hearings: cards, moves, dates to check, sheets, reports, alarms, the ladder."""

from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.bootstrap.seats import SeatsRoom
from chatbot.clusters.families.ties import Ties
from chatbot.hearings.detention.leaving import AlarmsLeft
from chatbot.hearings.detention.service import Detentions
from chatbot.hearings.digest import HearingsSection
from chatbot.hearings.exporting import Exports
from chatbot.hearings.importing.service import Imports
from chatbot.hearings.keepers import Keepers
from chatbot.hearings.ladder.service import Ladder
from chatbot.hearings.ladder.watching import Watching
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reading import Reading
from chatbot.hearings.reporting.service import Reporting
from chatbot.hearings.service import Hearings
from chatbot.hearings.verifying.service import Verifying
from chatbot.hearings.writing import Writing
from chatbot.kit.i18n import _
from chatbot.schedule import Entry
from chatbot.signups.rosters import Rosters


@dataclass(frozen=True, kw_only=True, slots=True)
class HearingsRoom:
    """Everything about hearings."""

    hearings: Hearings
    moving: Moving
    verifying: Verifying
    imports: Imports
    exports: Exports
    reporting: Reporting
    detentions: Detentions
    watching: Watching
    ladder: Ladder
    section: HearingsSection
    leaving: AlarmsLeft
    entries: tuple[Entry, ...]


def hearings_room(base: Base, *, reading: Reading, rosters: Rosters, seats: SeatsRoom, ties: Ties) -> HearingsRoom:
    database, outbox, sealer = base.database, base.outbox, base.sealer
    people, networks, places = base.people, base.networks, base.places
    writing = Writing(
        outbox, sealer, networks=networks, places=places, seating=seats.seating, reading=reading, ties=ties
    )
    imports = Imports(
        database, outbox, sealer, base.catalogues, people=people, places=places, rosters=rosters, writing=writing
    )
    moving = Moving(database, outbox, networks=networks, places=places, reading=reading)
    hearings = Hearings(
        database,
        outbox,
        sealer,
        networks=networks,
        places=places,
        signups=seats.signups,
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
    ladder = Ladder(database, outbox, networks=networks, people=people, reading=reading, writing=writing)
    return HearingsRoom(
        hearings=hearings,
        moving=moving,
        verifying=verifying,
        imports=imports,
        exports=Exports(database, networks=networks, reading=reading),
        reporting=reporting,
        detentions=detentions,
        watching=Watching(database, places=places, reading=reading),
        ladder=ladder,
        section=HearingsSection(reading, moving=moving, verifying=verifying, reporting=reporting),
        leaving=AlarmsLeft(outbox),
        entries=(
            Entry(
                name="hearings.hang_missing_cards",
                when=_("For what was written down before a channel was chosen, or after a family's clusters' turn."),
                do=hearings.hang_missing_cards,
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
        ),
    )
