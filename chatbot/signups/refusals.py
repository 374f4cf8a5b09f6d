"""What people are told about seats."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.refusal import Refusal


class NoSuchOccasion(Refusal):
    """Nothing people sign up for has this code. A capability has a kind of its own, with its own sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(_("I know nothing with the code {code}.", code=code))


class Cancelled(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} was cancelled. Thank you for being ready to come.", code=code))


class Over(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is over. Type /hearings to see what is coming up.", code=code))


class AgreementMissing(Refusal):
    """They have not agreed to the network's agreement yet; the door shows it and then claims for them."""

    def __init__(self, version: int) -> None:
        super().__init__(_("Please read and accept the accompaniment agreement first."))
        self.version = version


class NoSeat(Refusal):
    """They hold nothing that could be released."""

    def __init__(self, what: str) -> None:
        super().__init__(_("You have no seat in {what}, so there is nothing to release.", what=what))


class RoleNotNeeded(Refusal):
    def __init__(self, role: Text, what: str) -> None:
        super().__init__(_("{what} does not need anyone as {role}.", what=what, role=role))


class TrainingNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Leads are trained first. You are welcome as a companion; ask a coordinator about the next training.")
        )


class TooManySeated(Refusal):
    """A maximum may not go below the number of people already coming."""

    def __init__(self, field: str, count: int) -> None:
        super().__init__(
            n_(
                "{count} person already holds this seat. Ask them to release first.",
                "{count} people already hold these seats. Ask someone to release first.",
                count,
            ),
            field=field,
        )
