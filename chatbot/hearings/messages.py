"""The words of hearings, without markup."""

from chatbot.hearings.model import Access, How, Kind, Mode
from chatbot.kit.i18n import Text, _


def kind_name(kind: Kind) -> Text:  # noqa: PLR0911
    match kind:
        case Kind.MASTER:
            return _("Master calendar hearing")
        case Kind.INDIVIDUAL:
            return _("Individual hearing")
        case Kind.BOND:
            return _("Bond hearing")
        case Kind.CHECK_IN:
            return _("ICE check-in")
        case Kind.ISAP:
            return _("ISAP appointment")
        case Kind.BIOMETRICS:
            return _("Biometrics")
        case Kind.USCIS:
            return _("USCIS interview")
        case Kind.STATE_COURT:
            return _("State or family court")
        case Kind.OTHER:
            return _("Other appointment")


def kind_hint(kind: Kind) -> Text:  # noqa: PLR0911
    """What someone who has never been to one should know."""
    match kind:
        case Kind.MASTER:
            return _("Short, with many people in the room. Most of the time is waiting.")
        case Kind.INDIVIDUAL:
            return _("The main hearing of the case. It can take hours.")
        case Kind.BOND:
            return _("Decides whether someone can leave detention on a bond. The hotline does not list these dates.")
        case Kind.CHECK_IN:
            return _("Companions may be asked to wait outside. People have been detained at check-ins.")
        case Kind.ISAP:
            return _("An appointment with the company that runs the ankle monitors and the phone app.")
        case Kind.BIOMETRICS:
            return _("Fingerprints and a photograph. Usually short.")
        case Kind.USCIS:
            return _("An interview about an application.")
        case Kind.STATE_COURT:
            return _("A court of the state, not an immigration court.")
        case Kind.OTHER:
            return _("Ask the coordinator what to expect.")


def mode_name(mode: Mode) -> Text:
    match mode:
        case Mode.IN_PERSON:
            return _("In person")
        case Mode.WEBEX:
            return _("By Webex")
        case Mode.TELEPHONE:
            return _("By telephone")


def how_name(how: How) -> Text:
    match how:
        case How.NOTICE:
            return _("the court's notice")
        case How.HOTLINE:
            return _("the hotline or the court's page")
        case How.ATTORNEY:
            return _("the attorney")


def access_name(access: Access) -> Text:
    match access:
        case Access.OPEN:
            return _("Open to companions")
        case Access.ASK_FIRST:
            return _("Ask before going in")
        case Access.CLOSED:
            return _("Companions wait outside")
