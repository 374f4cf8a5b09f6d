"""What is forgotten of events. An event is over after its day or when it was cancelled, a series when it ended."""

from chatbot.events.model import State
from chatbot.events.series.store import event_series
from chatbot.events.store import event_moves, events
from chatbot.kit.i18n import _
from chatbot.kit.retention import About, Matter, Part, Private, Record, either
from chatbot.people.authorship import authored

EVENT = Matter(
    kind="event", table=events, over_on=either(events.c.state == State.CANCELLED, events.c.closed_on, events.c.day)
)
SERIES = Matter(kind="series", table=event_series, over_on=event_series.c.ended_at)

EVENTS = Part(
    room="events",
    title=_("Events"),
    matters=(SERIES, EVENT),
    private=(
        Private(matter=EVENT, columns=(events.c.link,)),
        Private(matter=SERIES, columns=(event_series.c.link,)),
    ),
    records=(
        Record(matter=EVENT, path=(event_moves.c.event_id,)),
        Record(matter=SERIES, path=(events.c.series_id,), only_loosened=True),
    ),
    about=(
        About(column=events.c.created_by, told=authored, shown=(events.c.code, events.c.created_at)),
        About(column=event_series.c.created_by, told=authored, shown=(event_series.c.created_at,)),
    ),
)
