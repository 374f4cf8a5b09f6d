"""What a treasurer is told when the books do not allow it."""

from datetime import date

from chatbot.kit.i18n import _
from chatbot.kit.money import Money
from chatbot.kit.refusal import Refusal
from chatbot.ledger.model import Account


class NotEnough(Refusal):
    """An account would fall below zero. `left` is what it holds."""

    def __init__(self, account: Account, left: Money) -> None:
        if account is Account.BANK:
            sentence = _("There is only {left} at hand for this.", left=left)
        else:
            sentence = _("The books hold only {left} of this. Later entries may have to be reversed first.", left=left)
        super().__init__(sentence, field="amount")
        self.account = account
        self.left = left


class KeyTaken(Refusal):
    """The key of this entry was used for another one."""

    def __init__(self) -> None:
        super().__init__(_("This form was used for another entry already. Please open it again."))


class NoSuchEntry(Refusal):
    def __init__(self, number: int) -> None:
        super().__init__(_("The books have no entry {number}.", number=number), field="entry")


class ReversedBefore(Refusal):
    """An entry is reversed once, and a reversal never."""

    def __init__(self, number: int) -> None:
        super().__init__(_("Entry {number} was reversed, or is a reversal itself.", number=number), field="entry")


class MonthClosed(Refusal):
    """The day lies in a month that was closed."""

    def __init__(self, through: date) -> None:
        super().__init__(_("The books are closed through {day}. Please choose a later day.", day=through), field="on")
