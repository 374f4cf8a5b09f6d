"""The names of the endings."""

from chatbot.hearings.model import Ending
from chatbot.kit.i18n import Text, _


def ending_name(ending: Ending) -> Text:
    match ending:
        case Ending.HAPPENED:
            return _("It took place")
        case Ending.CONTINUED:
            return _("Continued to another day")
        case Ending.DECIDED:
            return _("Decided")
        case Ending.CALLED_OFF:
            return _("Called off on the spot")
        case Ending.NOBODY_CAME:
            return _("None of us was there")
        case Ending.DETAINED:
            return _("Someone was detained")
