"""What is forgotten of impact: nothing but who asked for the monthly message. Sums name nobody."""

from chatbot.impact.store import impact_channels
from chatbot.kit.i18n import _
from chatbot.kit.retention import About, Part
from chatbot.people.authorship import authored

IMPACT = Part(
    room="impact",
    title=_("What we did together"),
    about=(
        About(
            column=impact_channels.c.set_by,
            told=authored,
            shown=(impact_channels.c.channel, impact_channels.c.since),
        ),
    ),
)
