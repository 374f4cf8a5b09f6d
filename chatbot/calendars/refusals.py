"""What people are told about calendars."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NotInCalendar(Refusal):
    """They do not come to it, or its day is not known yet."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is not in your calendar: you have no seat in it, or its day is open.", code=code))


class NoSuchCalendar(Refusal):
    """Nothing stands behind this address, or not any more."""

    def __init__(self) -> None:
        super().__init__(_("There is no calendar here. You can make a new address in Slack, on your Home."))
