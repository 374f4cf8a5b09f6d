"""The names of the roles."""

from chatbot.kit.i18n import Text, _
from chatbot.signups.model import SeatRole


def role_name(role: SeatRole) -> Text:
    """One person of the role."""
    match role:
        case SeatRole.LEAD:
            return _("lead")
        case SeatRole.COMPANION:
            return _("companion")
        case SeatRole.INTERPRETER:
            return _("interpreter")
        case SeatRole.DRIVER:
            return _("driver")
        case SeatRole.OBSERVER:
            return _("observer")


def roles_name(role: SeatRole) -> Text:
    """The heading over the people of the role."""
    match role:
        case SeatRole.LEAD:
            return _("Lead")
        case SeatRole.COMPANION:
            return _("Companions")
        case SeatRole.INTERPRETER:
            return _("Interpreter")
        case SeatRole.DRIVER:
            return _("Driver")
        case SeatRole.OBSERVER:
            return _("Observers")
