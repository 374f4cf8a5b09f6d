"""Trust: the keys, and the audit that nobody changes unnoticed."""

from dataclasses import dataclass

from chatbot.actions.store import actions
from chatbot.audit.service import Audit
from chatbot.bonds.store import bonds
from chatbot.bootstrap.base import Base
from chatbot.events.store import events
from chatbot.flows.holds.store import on_hold_anywhere
from chatbot.hearings.store import hearings
from chatbot.kit.i18n import _
from chatbot.needs.store import needs
from chatbot.network.jobs import NetworkJobs
from chatbot.resources.store import resources
from chatbot.rooms.stays.store import stays
from chatbot.rooms.store import room_offers
from chatbot.schedule import Entry
from chatbot.sealing.service import Keys
from chatbot.trail.service import Trail

_WITH_CODES = {
    "hearing": hearings,
    "need": needs,
    "offer": room_offers,
    "stay": stays,
    "bond": bonds,
    "event": events,
    "action": actions,
    "resource": resources,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TrustRoom:
    """What sees to it that private details stay private."""

    keys: Keys
    audit: Audit
    trail: Trail
    network_jobs: NetworkJobs
    entries: tuple[Entry, ...]


def trust_room(base: Base) -> TrustRoom:
    keys = Keys(base.database, base.sealer, base.clock, networks=base.networks, on_hold=on_hold_anywhere)
    audit = Audit(base.database)
    trail = Trail(base.database, people=base.people, networks=base.networks, tables=_WITH_CODES)
    network_jobs = NetworkJobs(base.database, base.outbox, networks=base.networks)
    return TrustRoom(
        keys=keys,
        audit=audit,
        trail=trail,
        network_jobs=network_jobs,
        entries=(
            Entry(
                name="audit.chain",
                when=_("At every tick the new lines of the audit are put into the chain of hashes."),
                do=audit.chain,
            ),
            Entry(
                name="network.watch_openings",
                when=_(
                    "When somebody has opened half of the private details they may open in a day, admins hear of it."
                ),
                do=network_jobs.watch_openings,
            ),
            Entry(
                name="keys.renew_old",
                when=_(
                    "When a month begins: what the key of two months ago seals is sealed anew, and that key destroyed."
                ),
                do=keys.renew_old,
            ),
        ),
    )
