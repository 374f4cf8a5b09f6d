"""What is forgotten of the directory: suggestions nobody looked after. Its entries are public and stay."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Matter, Part, Private
from chatbot.people.authorship import authored
from chatbot.resources.store import resource_suggestions, resources


def _suggested(count: int) -> Text:
    return n_("{count} suggestion for the directory", "{count} suggestions for the directory", count)


SUGGESTION = Matter(kind="suggestion", table=resource_suggestions, over_on=resource_suggestions.c.made_at)

RESOURCES = Part(
    room="resources",
    title=_("Whom to turn to"),
    matters=(SUGGESTION,),
    private=(Private(matter=SUGGESTION, columns=(resource_suggestions.c.words,)),),
    about=(
        About(
            column=resource_suggestions.c.person_id,
            told=_suggested,
            shown=(resource_suggestions.c.made_at,),
        ),
        About(column=resources.c.checked_by, told=authored, shown=(resources.c.code, resources.c.checked_on)),
    ),
)
