"""The names of the roles, and what each of them means."""

from chatbot.kit.i18n import Text, _
from chatbot.people.model import Notice, Role


def role_name(role: Role) -> Text:
    """One person of the role."""
    match role:
        case Role.VOLUNTEER:
            return _("Volunteer")
        case Role.LEAD:
            return _("Lead")
        case Role.COORDINATOR:
            return _("Coordinator")
        case Role.VERIFIER:
            return _("Verifier")
        case Role.TREASURER:
            return _("Treasurer")
        case Role.ADMIN:
            return _("Admin")


def roles_name(role: Role) -> Text:
    """The heading over the people of the role."""
    match role:
        case Role.VOLUNTEER:
            return _("Volunteers")
        case Role.LEAD:
            return _("Leads")
        case Role.COORDINATOR:
            return _("Coordinators")
        case Role.VERIFIER:
            return _("Verifiers")
        case Role.TREASURER:
            return _("Treasurers")
        case Role.ADMIN:
            return _("Admins")


def role_hint(role: Role) -> Text:
    """What someone of the role does; short enough to stand beside its box."""
    match role:
        case Role.VOLUNTEER:
            return _("Comes along.")
        case Role.LEAD:
            return _("Knows the routine and may come as lead.")
        case Role.COORDINATOR:
            return _("Writes hearings down, sees their private part, looks after places.")
        case Role.VERIFIER:
            return _("Confirms dates with the court or the attorney.")
        case Role.TREASURER:
            return _("Keeps the books of the bond fund.")
        case Role.ADMIN:
            return _("May do all that coordinators do, and change settings and roles.")


def notice_name(notice: Notice) -> Text:  # noqa: C901, PLR0911
    """What one can switch off; short enough to stand beside its box."""
    match notice:
        case Notice.OFFERS:
            return _("A seat I wait for comes free")
        case Notice.COVER:
            return _("Someone looks for cover")
        case Notice.CONFIRMATIONS:
            return _("The day before: still coming?")
        case Notice.REMINDERS:
            return _("On the day: where and when")
        case Notice.REPORTS:
            return _("Afterwards: how did it go?")
        case Notice.WATCH:
            return _("Something I watch stays uncovered")
        case Notice.PLEDGES:
            return _("Reminders of my pledges")
        case Notice.STAYS:
            return _("Questions about rooms and stays")
        case Notice.NEWS:
            return _("Actions, events and needs")
        case Notice.WEEKLY:
            return _("What to settle this week, on Mondays")
