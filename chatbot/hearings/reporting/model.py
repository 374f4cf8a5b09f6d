"""What reporting back led to."""

from dataclasses import dataclass

from chatbot.hearings.model import Hearing, Report


@dataclass(frozen=True, kw_only=True, slots=True)
class Reported:
    """The hearing, what was reported, and the hearing that was drafted from it, if one was."""

    hearing: Hearing
    report: Report
    next: Hearing | None
    alarmed: bool
    """Whether the response team was alerted by it."""
