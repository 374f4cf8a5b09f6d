"""What people are told about drives, pledges and money."""

from datetime import date

from chatbot.bonds.model import PledgeState, State
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import Money
from chatbot.kit.refusal import Refusal


class NoSuchDrive(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("There is no drive {code}. Type /bonds to see what is being raised.", code=code))


class DriveOver(Refusal):
    """It takes no pledges any more."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} takes no more pledges. Thank you! Type /bonds to see what else is open.", code=code))


class NoPledge(Refusal):
    """They have no pledge here that could be changed or withdrawn."""

    def __init__(self, code: str) -> None:
        super().__init__(_("You have no open pledge for {code}.", code=code))


class PledgedBefore(Refusal):
    """One open pledge a person and drive; it can be changed. `amount` is what it is now."""

    def __init__(self, code: str, amount: Money) -> None:
        super().__init__(
            _("You pledged {amount} for {code} already. Change your pledge instead.", amount=amount, code=code)
        )
        self.amount = amount


class ReceivedBefore(Refusal):
    """Money came in for this pledge, so only a treasurer can do something about it."""

    def __init__(self, received: Money) -> None:
        super().__init__(_("{received} of this pledge arrived already. Please ask a treasurer.", received=received))


class MoreThanMissing(Refusal):
    """The drive needs less than that. The door asks where the `over` goes and calls again with `rest`."""

    def __init__(self, missing: Money, over: Money) -> None:
        super().__init__(
            _(
                "Only {missing} is missing. May the other {over} go to the general fund, for the next bond?",
                missing=missing,
                over=over,
            ),
            field="amount",
        )
        self.missing = missing
        self.over = over


class OddAmount(Refusal):
    """An amount far from the usual. The door asks once more and calls again with `sure`."""

    def __init__(self, amount: Money) -> None:
        super().__init__(
            _("{amount} is {words}. Is that what you meant?", amount=amount, words=amount.in_words), field="amount"
        )
        self.amount = amount


class MoreThanPledged(Refusal):
    """More came in than was pledged. The door asks where it goes and calls again with `over`."""

    def __init__(self, over: Money) -> None:
        super().__init__(_("This is {over} more than was pledged. Where does it go?", over=over), field="amount")
        self.over = over


class NoSuchPledge(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This pledge is not there any more."), field="pledge")


class PledgeEnded(Refusal):
    """Nothing more can be recorded for a pledge in this state."""

    def __init__(self, state: PledgeState) -> None:
        if state is PledgeState.WITHDRAWN:
            sentence = _("This pledge was withdrawn. Record the money as coming from outside Slack instead.")
        else:
            sentence = _("The money of this pledge went back already.")
        super().__init__(sentence, field="pledge")
        self.state = state


class NothingToCollect(Refusal):
    def __init__(self) -> None:
        super().__init__(_("No pledge waits for its money here. Record it as coming from outside Slack instead."))


class NothingChosen(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please choose at least one pledge and an amount."), field="amount")


class ChosenTwice(Refusal):
    def __init__(self) -> None:
        super().__init__(_("One pledge was chosen twice."), field="pledge")


class NotNow(Refusal):
    """The drive is not where this can be done. `state` is where it is."""

    def __init__(self, code: str, state: State, named: Text) -> None:
        super().__init__(_("This cannot be done now: {code} is {state}.", code=code, state=named))
        self.state = state


class OnlyForBonds(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} raises legal fees; this is done with bonds only.", code=code))


class StillMoney(Refusal):
    """Money is at hand or with the government, so the drive cannot be forgotten about."""

    def __init__(self, amount: Money) -> None:
        super().__init__(_("{amount} still lies here. Return it or roll it over first.", amount=amount))


class ShareTooLarge(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The share cannot be more than the whole amount."), field="share")


class ShareTooSmall(Refusal):
    """People have given or promised more than that."""

    def __init__(self, least: Money) -> None:
        super().__init__(_("{least} is given or promised already.", least=least), field="share")


class BondTooSmall(Refusal):
    def __init__(self, least: Money) -> None:
        super().__init__(_("By law a bond is at least {least}.", least=least), field="amount")


class InThePast(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This day is over. Please choose one that is still to come."), field="due")


class NotYet(Refusal):
    """A day of the books lies in the future."""

    def __init__(self) -> None:
        super().__init__(_("This day is still to come. Please choose the day it happened."), field="on")


class BeforeThat(Refusal):
    """A day lies before another one that it follows."""

    def __init__(self, earlier: date) -> None:
        super().__init__(_("This cannot be before {day}.", day=earlier), field="on")


class NoRate(Refusal):
    """The table of rates lacks a year."""

    def __init__(self, year: int) -> None:
        super().__init__(
            _("There is no interest rate for {year} yet. Add it, or type the interest that was paid.", year=str(year)),
            field="interest",
        )
        self.year = year


class ReasonMissing(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please say in a few words why, so that people understand."), field="reason")


class SameFund(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The money lies there already. Please choose another place for it."), field="to")


class NoBankTable(Refusal):
    """The file is not a table that a bank wrote."""

    def __init__(self, row: int | None = None) -> None:
        if row is None:
            sentence = _("The file needs a first line with the headings date and amount.")
        else:
            sentence = _("Row {row} of the file has no clear date or amount.", row=row)
        super().__init__(sentence, field="file")
