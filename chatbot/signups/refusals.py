"""What people are told about seats."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.refusal import Refusal
from chatbot.signups.model import SeatRole, Signup


class NoSuchOccasion(Refusal):
    """Nothing people sign up for has this code. A capability has a kind of its own, with its own sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(_("I know nothing with the code {code}.", code=code))


class Cancelled(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} was cancelled. Thank you for being ready to come.", code=code))


class Over(Refusal):
    def __init__(self, code: str, command: str) -> None:
        super().__init__(_("{code} is over. Type {command} to see what is coming up.", code=code, command=command))


class NotBegun(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} has not begun yet. Who came can be noted afterwards.", code=code))


class AgreementMissing(Refusal):
    """They have not agreed to the network's agreement yet; the door shows it and then claims for them."""

    def __init__(self, version: int) -> None:
        super().__init__(_("Please read and accept the accompaniment agreement first."))
        self.version = version


class NoSeat(Refusal):
    """They hold nothing that could be released."""

    def __init__(self, what: str) -> None:
        super().__init__(_("You have no seat in {what}, so there is nothing to release.", what=what))


class NotSignedUp(Refusal):
    def __init__(self, what: str) -> None:
        super().__init__(_("You are not signed up for {what} any more.", what=what))


class OfferEnded(Refusal):
    """The offer passed on to the next in line before they answered."""

    def __init__(self, code: str, place: int) -> None:
        super().__init__(
            n_(
                "This offer has ended, and the seat in {code} went to the next. You are still first in line.",
                "This offer has ended, and the seat in {code} went to the next. You are still number {count} in line.",
                place,
                code=code,
            )
        )


class SeatIsYours(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("You have a seat in {code}. If you cannot come, press Release.", code=code))


class RoleNotNeeded(Refusal):
    def __init__(self, role: Text, what: str) -> None:
        super().__init__(_("{what} does not need anyone as {role}.", what=what, role=role))


class TrainingNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Leads are trained first. You are welcome as a companion; ask a coordinator about the next training.")
        )


class SameHour(Refusal):
    """Nobody can be in two places at once."""

    def __init__(self, code: str, other: str) -> None:
        super().__init__(
            _(
                "You come to {other} at the same hour. Release that seat first to come to {code}.",
                code=code,
                other=other,
            )
        )


class TooLittleTime(Refusal):
    """They may come to both, but it will be tight; the door asks whether they want to anyway."""

    def __init__(self, code: str, other: str, role: SeatRole) -> None:
        super().__init__(
            _("You also come to {other} that day, and the time between the two is short.", code=code, other=other)
        )
        self.code = code
        self.role = role


class NobodyNamed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please choose someone, or write a name."), field="person")


class TooManySeated(Refusal):
    """A maximum may not go below the number of people already coming; the door asks who is let go."""

    def __init__(self, field: str, seated: tuple[Signup, ...], maximum: int) -> None:
        count = len(seated) - maximum
        super().__init__(
            n_(
                "{count} person more than that already comes. Choose whom to let go, or raise the number.",
                "{count} people more than that already come. Choose whom to let go, or raise the number.",
                count,
            ),
            field=field,
        )
        self.seated = seated
        self.over = count
