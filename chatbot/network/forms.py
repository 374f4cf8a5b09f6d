"""The forms of a network's own settings."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from chatbot.kit.forms import wrong
from chatbot.kit.i18n import LANGUAGES, _

AGREEMENT = 2500
"""The longest agreement: it is read in one piece, on a telephone, before a claim goes through."""

MOST_CHECK_DAYS = 60
"""Further ahead nearly every date is still going to move."""

MOST_PRIVATE_DAYS, MOST_RECORD_MONTHS = 365, 60
"""Whoever must keep something longer switches a legal hold on."""

MOST_OPENINGS = 1000
"""Enough for whoever enters everything anew after a bad day."""

Channel = Annotated[str, StringConstraints(max_length=32)]


def _spoken(language: str) -> str:
    if language not in LANGUAGES:
        raise wrong(_("Please choose one of the list."))
    return language


class ChannelsForm(BaseModel):
    """Where the bot speaks, and in which language."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    card_channel: Channel | None = None
    response_channel: Channel | None = None
    language: Annotated[str, AfterValidator(_spoken)]


class CheckingForm(BaseModel):
    """How many days before a hearing its date is asked for again."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    check_days: Annotated[int, Field(ge=1, le=MOST_CHECK_DAYS)]


class LimitsForm(BaseModel):
    """How long what is private, and records, are kept."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    private_days: Annotated[int, Field(ge=1, le=MOST_PRIVATE_DAYS)]
    record_months: Annotated[int, Field(ge=1, le=MOST_RECORD_MONTHS)]


class OpeningsForm(BaseModel):
    """Of how many records one person may open the private details in a day."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    openings_a_day: Annotated[int, Field(ge=1, le=MOST_OPENINGS)]


class AgreementForm(BaseModel):
    """The network's own words; none means the agreement that comes with the bot."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    agreement: Annotated[str, StringConstraints(strip_whitespace=True, max_length=AGREEMENT)] = ""
