"""What is said when a legal hold stands in the way."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class OnHold(Refusal):
    """Nothing may be erased now."""

    def __init__(self) -> None:
        super().__init__(
            _("A legal hold stands: nothing may be erased until an admin lifts it. Please ask them when that will be.")
        )
