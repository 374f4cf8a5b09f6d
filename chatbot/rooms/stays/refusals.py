"""What people are told about stays."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NoSuchStay(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("There is no stay {code}.", code=code))


class StayWithdrawn(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is closed: no room is looked for any more.", code=code))


class StayOver(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("The nights of {code} are over.", code=code))


class AlreadyAsked(Refusal):
    """A match is out already; one host at a time is asked."""

    def __init__(self, code: str, offer: str) -> None:
        sentence = _(
            "{code} is already with the host of {offer}. Take that back first, or wait for the answer.",
            code=code,
            offer=offer,
        )
        super().__init__(sentence)


class AlreadyAgreed(Refusal):
    def __init__(self, code: str, offer: str) -> None:
        super().__init__(_("{code} has its room already: {offer}.", code=code, offer=offer))


class NothingAsked(Refusal):
    """The question was answered, taken back or expired before."""

    def __init__(self, code: str) -> None:
        super().__init__(_("This question about {code} is not open any more. Nothing changed.", code=code))


class NotAsked(Refusal):
    """Someone else's stay, or one they were never asked about."""

    def __init__(self) -> None:
        super().__init__(_("Only the host who was asked can answer this."))


class ContactsClosed(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("The contacts of {code} open once the host and the guests have both said yes.", code=code))


class ContactsClosedAgain(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is over, so its contacts are closed again.", code=code))


class NotLonger(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please choose a day after the one that is agreed now."), field="until")


class NotEarlier(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please choose a day before the one that is agreed now."), field="day")


class NotAgreedYet(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} has no agreed room.", code=code))


class OwnGuests(Refusal):
    """One person would be both sides' voice."""

    def __init__(self) -> None:
        super().__init__(_("You answer for this home. Please let another coordinator do this."))


class NotACoordinator(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Only someone who coordinates can look after a stay."), field="person")
