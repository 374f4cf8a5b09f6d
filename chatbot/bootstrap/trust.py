"""Trust: the keys, and the audit that nobody changes unnoticed."""

from dataclasses import dataclass

from chatbot.audit.service import Audit
from chatbot.bootstrap.base import Base
from chatbot.kit.i18n import _
from chatbot.schedule import Entry
from chatbot.sealing.service import Keys


@dataclass(frozen=True, kw_only=True, slots=True)
class TrustRoom:
    """What sees to it that private details stay private."""

    keys: Keys
    audit: Audit
    entries: tuple[Entry, ...]


def trust_room(base: Base) -> TrustRoom:
    keys = Keys(base.database, base.sealer, base.clock, networks=base.networks)
    audit = Audit(base.database)
    return TrustRoom(
        keys=keys,
        audit=audit,
        entries=(
            Entry(
                name="audit.chain",
                when=_("At every tick the new lines of the audit are put into the chain of hashes."),
                do=audit.chain,
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
