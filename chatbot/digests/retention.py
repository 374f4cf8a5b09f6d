"""What is forgotten of digests: nothing but who set them up."""

from chatbot.digests.store import digests
from chatbot.kit.i18n import _
from chatbot.kit.retention import About, Part
from chatbot.people.authorship import authored

DIGESTS = Part(
    room="digests",
    title=_("Digests"),
    about=(About(column=digests.c.set_by, told=authored, shown=(digests.c.channel, digests.c.set_at)),),
)
