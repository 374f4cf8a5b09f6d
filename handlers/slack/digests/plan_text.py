"""A digest's plan in words."""

from collections.abc import Iterator, Mapping

from chatbot.digests.model import Plan
from chatbot.kit.i18n import LANGUAGES, Text, _, n_, value
from handlers.slack.sections import SectionNames
from handlers.slack.speech import Mrkdwn, Speech


def plan_lines(plan: Plan, names: Mapping[str, SectionNames], speech: Speech) -> Iterator[Mrkdwn]:
    """When it comes; then, a line each, what it is narrowed to."""
    yield speech.md(_when(plan))
    only = list(_narrowed(plan, names))
    if only:
        yield speech.md(_("Only: {what}.", what=only))
    if plan.language:
        yield speech.md(_("Written in {language}.", language=LANGUAGES[plan.language]))
    if plan.skip_empty:
        yield speech.md(_("On a day without anything to say, nothing comes."))


def _narrowed(plan: Plan, names: Mapping[str, SectionNames]) -> Iterator[Text]:
    filters = plan.filters
    yield from (names[one].name for one in sorted(filters.sections) if one in names)
    for section, named in names.items():
        yield from (named.kinds[kind] for kind in sorted(filters.kinds_of(section)) if kind in named.kinds)
    if filters.place_ids:
        yield n_("{count} place", "{count} places", len(filters.place_ids))
    if filters.cluster_ids:
        yield n_("{count} cluster", "{count} clusters", len(filters.cluster_ids))
    yield from (value(language) for language in sorted(filters.languages))


def _when(plan: Plan) -> Text:
    zone = plan.zone.key.replace("_", " ")
    if len(plan.weekdays) == len(range(7)):
        return n_(
            "A digest comes here every day at {hour} ({zone}) and looks {count} day ahead.",
            "A digest comes here every day at {hour} ({zone}) and looks {count} days ahead.",
            plan.horizon,
            hour=plan.at,
            zone=zone,
        )
    return n_(
        "A digest comes here at {hour} ({zone}) on {days} and looks {count} day ahead.",
        "A digest comes here at {hour} ({zone}) on {days} and looks {count} days ahead.",
        plan.horizon,
        hour=plan.at,
        zone=zone,
        days=[weekday_name(day) for day in sorted(plan.weekdays)],
    )


def weekday_name(weekday: int) -> Text:
    """The name of a weekday, Monday being 0."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[weekday]
