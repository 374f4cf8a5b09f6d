"""The forms about drives and money, as they come from a door: every value is a string or missing."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from chatbot.bonds.model import Draft, Purpose
from chatbot.kit.forms import wrong
from chatbot.kit.i18n import _
from chatbot.kit.money import ZERO, Amount, Money, as_amount

HIGHEST_RATE = 300
"""Hundredths of a percent. The law keeps the Treasury's rate for bonds between nothing and three percent."""

_LINK = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:[/?#][^\s<>|\"]*)?", re.IGNORECASE)
_OBLIGOR = re.compile(r"[A-Za-z]{1,6}-?[0-9]{1,6}")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_NOTHING = re.compile(r"\$? ?0(?:\.00)?")
_RATE = re.compile(r"([0-9])(?:\.([0-9]{1,2}))? ?%?")

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=3000)]

Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


def _some(text: str) -> str:
    if not text:
        raise wrong(_("Please give an alias or initials, never a full name."))
    return text


def _linked(link: str) -> str:
    if link and not _LINK.fullmatch(link):
        raise wrong(_("Please give a whole address that begins with https://."))
    return link


def _referred(reference: str) -> str:
    if reference and not _OBLIGOR.fullmatch(reference):
        raise wrong(_("Please give the obligor's internal reference, such as O7, never a name."))
    return reference.upper()


def _monthly(month: object) -> object:
    if not isinstance(month, str):
        return month
    found = _MONTH.fullmatch(month.strip())
    if found is None:
        raise wrong(_("Please write a month as 2026-03."))
    return date(int(found[1]), int(found[2]), 1)


def _rated(rate: object) -> object:
    if not isinstance(rate, str):
        return rate
    found = _RATE.fullmatch(rate.strip())
    points = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else HIGHEST_RATE + 1
    if points > HIGHEST_RATE:
        raise wrong(_("Please write a rate from 0 to 3 percent, such as 2.75."))
    return points


def _maybe_nothing(typed: object) -> object:
    return ZERO if isinstance(typed, str) and _NOTHING.fullmatch(typed.strip()) else as_amount(typed)


Link = Annotated[Address, AfterValidator(_linked)]


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True, arbitrary_types_allowed=True)


class DriveForm(_Form):
    """What was typed about a drive, read and found to make sense by itself."""

    purpose: Purpose = Purpose.BOND
    alias: Annotated[Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)], AfterValidator(_some)]
    amount: Amount
    share: Amount | None = None
    due: date | None = None
    story: Long = ""
    link: Link = ""
    channel: Annotated[str, StringConstraints(max_length=32)] | None = None

    def draft(self) -> Draft:
        return Draft(
            purpose=self.purpose,
            alias=self.alias,
            amount=self.amount,
            share=self.share or self.amount,
            due=self.due,
            story=self.story,
            link=self.link,
            channel=self.channel,
        )


class DayForm(_Form):
    """The day something happened; today when it was left empty."""

    on: date | None = None


class ReceiptForm(DayForm):
    """Money that came in for pledges; all that is outstanding when no amount is given."""

    pledges: tuple[int, ...] = ()
    amount: Amount | None = None


class OutsideForm(DayForm):
    """Money that came in from someone outside of Slack."""

    amount: Amount
    donor: Short = ""


class PaidForm(DayForm):
    amount: Amount
    obligor: Annotated[Short, AfterValidator(_referred)] = ""


class RefundForm(DayForm):
    """`interest` is what came; by the table of rates when it was left empty."""

    interest: Annotated[Money | None, BeforeValidator(_maybe_nothing)] = None


class PartForm(DayForm):
    """A part of an amount, or all of it when it was left empty."""

    amount: Amount | None = None


class RollForm(PartForm):
    to: Short


class MonthForm(_Form):
    month: Annotated[date, BeforeValidator(_monthly)] | None = None


class SpanForm(_Form):
    first: date | None = None
    last: date | None = None


class PolicyForm(_Form):
    odd_above: Amount


class RateForm(_Form):
    year: Annotated[int, Field(ge=1990, le=2100)]
    rate: Annotated[int, BeforeValidator(_rated)]
