"""Retention, legal holds, and what is kept about one person. Here every room's part is listed."""

from collections.abc import Sequence
from dataclasses import dataclass

from chatbot.actions.retention import ACTIONS
from chatbot.bonds.retention import BONDS
from chatbot.bootstrap.base import Base
from chatbot.calendars.retention import CALENDARS
from chatbot.clusters.retention import CLUSTERS
from chatbot.digests.retention import DIGESTS
from chatbot.events.retention import EVENTS
from chatbot.flows.forgetting.service import Forgetting
from chatbot.flows.holds.service import Holds
from chatbot.flows.person.erasing import Erasing
from chatbot.flows.person.service import Personal
from chatbot.flows.retention import HOLDS
from chatbot.hearings.retention import HEARINGS
from chatbot.impact.retention import IMPACT
from chatbot.kit.figures import Keeping
from chatbot.kit.i18n import _
from chatbot.needs.retention import NEEDS
from chatbot.people.leaving import Leaving
from chatbot.people.retention import PEOPLE
from chatbot.resources.retention import RESOURCES
from chatbot.rooms.retention import ROOMS
from chatbot.schedule import Entry
from chatbot.signups.retention import SIGNUPS

PARTS = (
    PEOPLE,
    HEARINGS,
    SIGNUPS,
    NEEDS,
    ROOMS,
    BONDS,
    CALENDARS,
    DIGESTS,
    RESOURCES,
    EVENTS,
    CLUSTERS,
    ACTIONS,
    IMPACT,
    HOLDS,
)
"""What each room says of itself: how long it keeps what, and what of it is about people."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivacyRoom:
    """Everything about forgetting."""

    holds: Holds
    personal: Personal
    entries: tuple[Entry, ...]


def privacy_room(base: Base, leaving: Sequence[Leaving], figures: Keeping) -> PrivacyRoom:
    """`leaving` is what the rooms do when someone is erased; `figures` outlive the records."""
    database, networks, people = base.database, base.networks, base.people
    holds = Holds(database, base.outbox, base.sealer, networks=networks, people=people)
    erasing = Erasing(PARTS, leaving, base.outbox, catalogues=base.catalogues, networks=networks, people=people)
    forgetting = Forgetting(
        database, base.outbox, PARTS, networks=networks, people=people, erasing=erasing, figures=figures
    )
    return PrivacyRoom(
        holds=holds,
        personal=Personal(database, base.sealer, PARTS, networks=networks, people=people, erasing=erasing),
        entries=(
            Entry(
                name="retention.forget",
                when=_("At three at night, unless a legal hold stands: what was kept for as long as the limits say."),
                do=forgetting.forget_due,
            ),
            Entry(
                name="holds.remind",
                when=_("On Mondays at eight, while a legal hold stands: admins are told so."),
                do=holds.remind,
            ),
        ),
    )
