"""What one network has decided for itself."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

CHECK_DAYS = 14
"""Days ahead within which dates are checked again, unless a network chose otherwise."""

PRIVATE_DAYS = 30
"""Days after a matter is over until what is private about it is wiped, unless a network chose otherwise."""

RECORD_MONTHS = 12
"""Calendar months after the month in which it was over until its record goes, unless a network chose otherwise."""
OPENINGS_A_DAY = 40
"""Records whose private details one person may open in a day, unless a network chose otherwise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Network:
    """The settings of one workspace. Channels are the chat platform's ids; None where none is chosen yet."""

    team_id: str
    agreement: str | None
    """The network's own words; None while it uses the ones that come with the bot."""
    agreement_version: int
    card_channel: str | None
    response_channel: str | None
    zone: ZoneInfo
    language: str
    check_days: int = CHECK_DAYS
    """So many days before a hearing its date has to be confirmed, and again every week until then."""
    private_days: int = PRIVATE_DAYS
    record_months: int = RECORD_MONTHS
    openings_a_day: int = OPENINGS_A_DAY
    """Of so many records one person may open the private details in a day; admins hear of half as many."""
