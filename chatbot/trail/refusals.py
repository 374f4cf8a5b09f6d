"""What admins are told when there is nothing of the kind."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NoSuchRecord(Refusal):
    """Nothing has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(_("There is nothing with the code {code}.", code=code[:12].upper()))
