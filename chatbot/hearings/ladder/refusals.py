"""What people are told about watching."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NothingToWatch(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please name a place or a kind, such as /hearings watch boston."))
