"""What the network says no to about alerts, and why."""

from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Refusal


class NoSuchAction(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("There is no alert {code}. Type /actions to see what is open.", code=code))


class NotOpen(Refusal):
    """It has not begun, or it is over."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is not open, so nothing is counted for it now.", code=code))


class NotNow(Refusal):
    """The alert is not where this can be done."""

    def __init__(self, code: str, named: Text) -> None:
        super().__init__(_("This cannot be done now: {code} is {state}.", code=code, state=named))


class NotAsked(Refusal):
    """The alert does not ask for this."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} does not ask for this.", code=code))


class NoTargets(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please add at least one office first: people need to know whom to turn to."))


class NoSuchTarget(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This office is not on the alert any more. Please open it again."), field="targets")


class TooManyTargets(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(_("An alert takes at most {most} offices.", most=most))


class TargetCounted(Refusal):
    def __init__(self) -> None:
        super().__init__(_("People have turned to this office already, so it stays. You can still change it."))


class InThePast(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This day is over. Please choose one that is still to come."), field="ends_on")


class NothingToUndo(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is nothing of today to take back. What counted on an earlier day stays."))


class NoChannel(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is no channel for its card yet. Please choose one under Edit."))
