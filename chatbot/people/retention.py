"""What is kept about people as such. Their own row is emptied, not deleted: the books and the audit hold its number."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.outbox import posts
from chatbot.kit.retention import About, Erased, Part
from chatbot.people.store import grants, people, preferences


def _account(_count: int) -> Text:
    return _("your Slack account, your display name and language, and which agreement you accepted")


def _roles(count: int) -> Text:
    return n_("{count} role", "{count} roles", count)


def _preferences(_count: int) -> Text:
    return _("your preferences")


def _told(count: int) -> Text:
    return n_("{count} message from me to you", "{count} messages from me to you", count)


PEOPLE = Part(
    room="people",
    title=_("You"),
    about=(
        About(
            column=people.c.id,
            told=_account,
            shown=(people.c.account, people.c.name, people.c.language, people.c.agreed_version, people.c.agreed_at),
        ),
        About(column=grants.c.person_id, told=_roles, erased=Erased.ROWS, shown=(grants.c.role, grants.c.area)),
        About(
            column=preferences.c.person_id,
            told=_preferences,
            erased=Erased.ROWS,
            shown=tuple(column for column in preferences.c if column.name != "person_id"),
        ),
        About(column=posts.c.person_id, told=_told, erased=Erased.NAME, shown=(posts.c.view, posts.c.posted_at)),
    ),
)
