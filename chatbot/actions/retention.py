"""What is forgotten of actions. An action is over after its last day; what people did goes with its record."""

from chatbot.actions.deeds.store import action_deeds, action_reminders
from chatbot.actions.store import action_scripts, action_targets, actions
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.retention import About, Erased, Matter, Part, Record
from chatbot.people.authorship import authored


def _deeds(count: int) -> Text:
    return n_("{count} step you took", "{count} steps you took", count)


ACTION = Matter(kind="action", table=actions, over_on=actions.c.ends_on)

ACTIONS = Part(
    room="actions",
    title=_("Actions"),
    matters=(ACTION,),
    records=tuple(
        Record(matter=ACTION, path=(table.c.action_id,))
        for table in (action_deeds, action_reminders, action_scripts, action_targets)
    ),
    about=(
        About(
            column=action_deeds.c.person_id,
            told=_deeds,
            shown=(action_deeds.c.step, action_deeds.c.day, action_deeds.c.outcome, action_deeds.c.note),
            emptied=(action_deeds.c.note,),
        ),
        About(column=action_reminders.c.person_id, told=_deeds, erased=Erased.ROWS),
        About(column=actions.c.created_by, told=authored, shown=(actions.c.code, actions.c.created_at)),
    ),
)
