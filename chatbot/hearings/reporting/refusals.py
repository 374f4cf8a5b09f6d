"""What people are told about reports and about hearings that follow."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NotYet(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} has not begun yet. You can report once it has.", code=code))


class PostedBefore(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} has been posted already.", code=code))
