"""What is forgotten of seats: they go with the record of what people signed up for."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Erased, Part
from chatbot.people.authorship import authored
from chatbot.signups.cover.store import cover_asks, covers
from chatbot.signups.store import capacities, signups


def _seats(count: int) -> Text:
    return n_("{count} seat or place in line, past ones too", "{count} seats or places in line, past ones too", count)


def _asked(count: int) -> Text:
    return n_("asked {count} time to step in for someone", "asked {count} times to step in for someone", count)


def _covered(count: int) -> Text:
    return n_(
        "{count} time you could not come and someone was looked for",
        "{count} times you could not come and someone was looked for",
        count,
    )


SIGNUPS = Part(
    room="signups",
    title=_("Seats"),
    subjects=(signups.c.subject, capacities.c.subject, covers.c.subject),
    about=(
        About(
            column=signups.c.person_id,
            told=_seats,
            shown=(
                signups.c.subject,
                signups.c.role,
                signups.c.waiting,
                signups.c.day,
                signups.c.since,
                signups.c.ended_at,
                signups.c.attendance,
            ),
        ),
        About(column=covers.c.person_id, told=_covered, shown=(covers.c.subject, covers.c.opened_at, covers.c.state)),
        About(column=covers.c.taken_by, told=authored, erased=Erased.NAME, shown=(covers.c.subject, covers.c.ended_at)),
        About(
            column=cover_asks.c.person_id,
            told=_asked,
            erased=Erased.ROWS,
            shown=(cover_asks.c.asked_at, cover_asks.c.declined_at),
        ),
    ),
)
