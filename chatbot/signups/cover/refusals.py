"""What people are told about covering for each other."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class CoverOver(Refusal):
    """Somebody was faster, or it is not needed any more."""

    def __init__(self) -> None:
        super().__init__(_("This seat is in good hands by now. Thank you for being ready to help!"))


class NobodyMissing(Refusal):
    """A gathering goes on without them."""

    def __init__(self, code: str) -> None:
        super().__init__(_("Nobody has to step in for you in {code}. If you cannot come, press Release.", code=code))
