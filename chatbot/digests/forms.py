"""The form that sets a channel's digest."""

from datetime import time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chatbot.digests.model import Plan
from chatbot.digests.rules import LONGEST_HORIZON
from chatbot.kit.clock import known_zone
from chatbot.kit.forms import wrong
from chatbot.kit.i18n import _


def _zone(name: str) -> str:
    if known_zone(name) is None:
        raise wrong(_("I do not know this time zone. Please choose one of the list."))
    return name


class DigestForm(BaseModel):
    """What was typed, as strings."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    at: time
    weekdays: Annotated[tuple[Annotated[int, Field(ge=0, le=6)], ...], Field(min_length=1)]
    zone: Annotated[str, AfterValidator(_zone)]
    horizon: Annotated[int, Field(ge=1, le=LONGEST_HORIZON)]

    def plan(self) -> Plan:
        return Plan(at=self.at, weekdays=frozenset(self.weekdays), zone=ZoneInfo(self.zone), horizon=self.horizon)
