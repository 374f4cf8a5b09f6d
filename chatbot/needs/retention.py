"""What is forgotten of needs. A need is over after its day, and when it was met or cancelled."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Erased, Matter, Part, Private, Record, either
from chatbot.needs.gifts.store import need_items, need_shares
from chatbot.needs.model import State
from chatbot.needs.rides.store import need_cars, need_riders, need_trips
from chatbot.needs.store import SEALED, need_steps, needs
from chatbot.people.authorship import authored


def _cars(count: int) -> Text:
    return n_("your car on {count} ride", "your car on {count} rides", count)


def _trips(count: int) -> Text:
    return n_("miles and tolls of {count} drive", "miles and tolls of {count} drives", count)


def _gifts(count: int) -> Text:
    return n_("{count} promise to bring something", "{count} promises to bring something", count)


NEED = Matter(
    kind="need",
    table=needs,
    over_on=either(needs.c.state.in_((State.DONE, State.CANCELLED)), needs.c.closed_on, needs.c.day),
)

NEEDS = Part(
    room="needs",
    title=_("Needs"),
    matters=(NEED,),
    private=(
        Private(matter=NEED, columns=tuple(needs.c[name] for name in SEALED)),
        Private(matter=NEED, columns=(need_riders.c.address,), path=(need_riders.c.need_id,)),
    ),
    records=(
        Record(matter=NEED, path=(need_shares.c.item_id, need_items.c.need_id)),
        *(
            Record(matter=NEED, path=(table.c.need_id,))
            for table in (need_items, need_riders, need_cars, need_trips, need_steps)
        ),
    ),
    about=(
        About(
            column=need_cars.c.person_id,
            told=_cars,
            erased=Erased.ROWS,
            shown=(need_cars.c.seats, need_cars.c.child_seats, need_cars.c.told_at),
        ),
        About(
            column=need_trips.c.person_id,
            told=_trips,
            shown=(need_trips.c.driven_on, need_trips.c.tenths, need_trips.c.tolls_cents),
        ),
        About(
            column=need_shares.c.person_id,
            told=_gifts,
            erased=Erased.ROWS,
            only=need_shares.c.received == 0,
            shown=(need_shares.c.promised, need_shares.c.received, need_shares.c.promised_at),
        ),
        About(column=need_riders.c.driver_id, told=_cars, erased=Erased.NAME),
        About(column=needs.c.created_by, told=authored, shown=(needs.c.code, needs.c.created_at)),
        About(column=need_steps.c.done_by, told=authored, shown=(need_steps.c.step, need_steps.c.done_at)),
    ),
)
