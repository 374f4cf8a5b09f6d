"""What is said when someone cannot be erased."""

from chatbot.kit.i18n import Text
from chatbot.kit.refusal import Refusal


class StillNeeded(Refusal):
    """Others rely on what would go."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
