"""What is forgotten of rooms and stays.

A stay is over after its last night, or when it was withdrawn. A room is over when its host closed it, after its last
day, or when nobody renewed it; never before the last night that was promised in it.
"""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Erased, Matter, Part, Private, Record, earlier, either, later
from chatbot.people.authorship import authored
from chatbot.rooms.matches.store import last_night_promised, stay_matches
from chatbot.rooms.model import OfferState
from chatbot.rooms.notes.store import stay_notes
from chatbot.rooms.stays.model import StayState
from chatbot.rooms.stays.store import stays
from chatbot.rooms.store import SEALED, room_closed, room_hosts, room_offers


def _offers(count: int) -> Text:
    return n_(
        "{count} room you offer, with its address and your telephone",
        "{count} rooms you offer, with their addresses and your telephone",
        count,
    )


def _host(_count: int) -> Text:
    return _("whether a coordinator vouches for you as a host")


STAY = Matter(
    kind="stay",
    table=stays,
    over_on=either(stays.c.state == StayState.WITHDRAWN, stays.c.closed_on, stays.c.until),
)
OFFER = Matter(
    kind="offer",
    table=room_offers,
    over_on=later(
        either(
            room_offers.c.state == OfferState.CLOSED,
            room_offers.c.closed_on,
            earlier(room_offers.c.good_until, room_offers.c.until),
        ),
        last_night_promised(room_offers.c.id),
    ),
)
_HOME = tuple(room_offers.c[name] for name in SEALED)

ROOMS = Part(
    room="rooms",
    title=_("Rooms"),
    matters=(OFFER, STAY),
    private=(
        Private(matter=OFFER, columns=_HOME),
        Private(matter=STAY, columns=(stays.c.contact,)),
        Private(matter=STAY, columns=(stay_notes.c.words,), path=(stay_notes.c.stay_id,)),
    ),
    records=(
        Record(matter=STAY, path=(stay_notes.c.stay_id,)),
        Record(matter=STAY, path=(stay_matches.c.stay_id,)),
        Record(matter=OFFER, path=(stay_notes.c.match_id, stay_matches.c.offer_id)),
        Record(matter=OFFER, path=(stay_matches.c.offer_id,)),
        Record(matter=OFFER, path=(room_closed.c.offer_id,)),
    ),
    about=(
        About(
            column=room_offers.c.host_id,
            told=_offers,
            shown=(room_offers.c.code, room_offers.c.town, room_offers.c.beds, room_offers.c.note),
            opened=_HOME,
            emptied=(*_HOME, room_offers.c.note, room_offers.c.town),
        ),
        About(column=room_offers.c.keeper_id, told=authored, erased=Erased.NAME, shown=(room_offers.c.code,)),
        About(column=room_hosts.c.person_id, told=_host, erased=Erased.ROWS, shown=(room_hosts.c.vetted,)),
        About(column=room_hosts.c.settled_by, told=authored, erased=Erased.NAME),
        About(column=stays.c.coordinator_id, told=authored, shown=(stays.c.code, stays.c.created_at)),
        About(column=stay_matches.c.proposed_by, told=authored, shown=(stay_matches.c.proposed_at,)),
        About(column=stay_notes.c.author_id, told=authored, shown=(stay_notes.c.kind, stay_notes.c.written_at)),
    ),
)
