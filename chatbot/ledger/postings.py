"""What each thing that happens does to the accounts. The only place that knows which side is which."""

from collections.abc import Iterable, Mapping

from chatbot.kit.money import Money
from chatbot.ledger.model import Account, Line, Posting, What


def received(gifts: Iterable[tuple[str, str, Money]]) -> Posting:
    """Money came in: what each party gave to which fund, as (fund, party, amount)."""
    lines: list[Line] = []
    for fund, party, amount in gifts:
        lines += _moved(Account.BANK, Account.GIFTS, amount, fund, credit_party=party)
    return Posting(what=What.RECEIVED, lines=tuple(lines))


def paid(fund: str, obligor: str, amount: Money) -> Posting:
    """A bond was posted with the government by an obligor."""
    lines = _moved(Account.DEPOSITS, Account.BANK, amount, fund, debit_party=obligor)
    return Posting(what=What.PAID, lines=lines)


def fees_paid(fund: str, amount: Money) -> Posting:
    """Legal fees were paid."""
    return Posting(what=What.FEES_PAID, lines=_moved(Account.FEES, Account.BANK, amount, fund))


def refunded(fund: str, deposits: Mapping[str, Money], interest: Money) -> Posting:
    """A bond came back, with interest; `deposits` says how much of which obligor's."""
    lines: list[Line] = []
    for obligor, amount in deposits.items():
        lines += _moved(Account.BANK, Account.DEPOSITS, amount, fund, credit_party=obligor)
    if interest:
        lines += _moved(Account.BANK, Account.INTEREST, interest, fund)
    return Posting(what=What.REFUNDED, lines=tuple(lines))


def breached(fund: str, deposits: Mapping[str, Money]) -> Posting:
    """A bond was lost."""
    lines: list[Line] = []
    for obligor, amount in deposits.items():
        lines += _moved(Account.LOSSES, Account.DEPOSITS, amount, fund, credit_party=obligor)
    return Posting(what=What.BREACHED, lines=tuple(lines))


def returned(gifts: Iterable[tuple[str, str, Money]]) -> Posting:
    """Money went back to those who gave it: from which fund to which party, as (fund, party, amount)."""
    lines: list[Line] = []
    for fund, party, amount in gifts:
        lines += _moved(Account.RETURNED, Account.BANK, amount, fund, debit_party=party)
    return Posting(what=What.RETURNED, lines=tuple(lines))


def rolled_over(from_fund: str, to_fund: str, amount: Money) -> Posting:
    """Money that one fund has is another one's from now on."""
    lines = (
        *_moved(Account.TRANSFERS, Account.BANK, amount, from_fund),
        *_moved(Account.BANK, Account.TRANSFERS, amount, to_fund),
    )
    return Posting(what=What.ROLLED_OVER, lines=lines)


def _moved(
    debit: Account, credit: Account, amount: Money, fund: str, *, debit_party: str = "", credit_party: str = ""
) -> tuple[Line, Line]:
    return (
        Line(account=debit, fund=fund, party=debit_party, cents=amount.cents),
        Line(account=credit, fund=fund, party=credit_party, cents=-amount.cents),
    )
