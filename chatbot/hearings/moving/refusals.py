"""What people are told when they answer to a move."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class MovedAgain(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} has changed again since. Please answer in the newest message.", code=code))
