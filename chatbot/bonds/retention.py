"""What is forgotten of drives. The books say what was raised for them, so their records stay.

What was noted about a donor goes with the drive; for a gift to the general fund with the year it was given in, when
receipts have been written.
"""

from chatbot.bonds.store import bonds, pledges
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Matter, Part, Private
from chatbot.ledger.store import ledger_entries
from chatbot.people.authorship import authored


def _pledges(count: int) -> Text:
    return n_("{count} pledge", "{count} pledges", count)


DRIVE = Matter(
    kind="bond", table=bonds, over_on=bonds.c.closed_on, stays_because="the books say what was raised for it"
)
GIFT = Matter(kind="gift", table=pledges, over_on=pledges.c.closed_on, stays_because="the books name it")

BONDS = Part(
    room="bonds",
    title=_("Bonds"),
    matters=(DRIVE, GIFT),
    private=(
        Private(matter=DRIVE, columns=(pledges.c.donor,), path=(pledges.c.drive_id,)),
        Private(matter=GIFT, columns=(pledges.c.donor,)),
    ),
    about=(
        About(
            column=pledges.c.person_id,
            told=_pledges,
            shown=(pledges.c.amount, pledges.c.fund_amount, pledges.c.withdrawn, pledges.c.made_at),
        ),
        About(column=bonds.c.created_by, told=authored, shown=(bonds.c.code, bonds.c.created_at)),
        About(column=ledger_entries.c.by_id, told=authored, shown=(ledger_entries.c.number, ledger_entries.c.at)),
    ),
)
