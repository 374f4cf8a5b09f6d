"""What people are told about alarms."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NotTheDay(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(
            _("{code} is not today. If someone was detained, please call a coordinator at once.", code=code)
        )


class NoSuchAlarm(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is no such alarm."))


class AlarmUndone(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("The alarm about {code} was taken back. There is nothing more to do.", code=code))


class TakenByAnother(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(_("{name} is doing this already. Thank you!", name=name))


class NotTaken(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nobody is doing this yet, so there is nothing to hand back."))


class TaskDone(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This is done already. Thank you!"))
