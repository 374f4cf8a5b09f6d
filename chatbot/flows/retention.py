"""What is forgotten of legal holds: their reasons, once they are lifted."""

from chatbot.flows.holds.store import legal_holds
from chatbot.kit.i18n import _
from chatbot.kit.retention import About, Matter, Part, Private
from chatbot.people.authorship import authored

HOLD = Matter(kind="hold", table=legal_holds, over_on=legal_holds.c.ended_at)

HOLDS = Part(
    room="flows",
    title=_("Legal holds"),
    matters=(HOLD,),
    private=(Private(matter=HOLD, columns=(legal_holds.c.reason,)),),
    about=(
        About(column=legal_holds.c.set_by, told=authored, shown=(legal_holds.c.set_at,)),
        About(column=legal_holds.c.ended_by, told=authored, shown=(legal_holds.c.ended_at,)),
    ),
)
