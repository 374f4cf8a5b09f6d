"""What people are told about needs."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.refusal import Refusal
from chatbot.signups.refusals import NoSuchOccasion


class NoSuchNeed(NoSuchOccasion):
    def __init__(self, code: str) -> None:
        Refusal.__init__(self, _("There is no need {code}. Type /needs to see what is asked for.", code=code))


class NoSuchMatter(Refusal):
    """It shall hang on something that is not there."""

    def __init__(self, code: str) -> None:
        super().__init__(
            _("There is no {code}. Write the code of a hearing, a stay or a bond, or leave this empty.", code=code),
            field="about",
        )


class NeedClosed(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is closed. There is nothing more to do.", code=code))


class NotAGift(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("Nothing is collected for {code}.", code=code))


class NotSoMany(Refusal):
    """More than is missing, or more than was promised."""

    def __init__(self, what: str, room: int, *, field: str) -> None:
        super().__init__(
            n_(
                "Only {count} of {what} is left to give. Please choose {count} or fewer.",
                "Only {count} of {what} are left to give. Please choose {count} or fewer.",
                room,
                what=what,
            ),
            field=field,
        )


class AlreadyReceived(Refusal):
    def __init__(self, count: int, *, field: str) -> None:
        super().__init__(
            n_(
                "{count} has arrived already. Please choose {count} or more.",
                "{count} have arrived already. Please choose {count} or more.",
                count,
            ),
            field=field,
        )


class ItemsNeeded(Refusal):
    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence, field="items")


class NotARide(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is not a ride.", code=code))


class NotYourRide(Refusal):
    """Miles are written down by who drove."""

    def __init__(self, code: str) -> None:
        super().__init__(_("You did not drive {code}, so there are no miles to write down.", code=code))
