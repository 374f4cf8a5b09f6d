"""The form that sets a channel's digest."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from chatbot.digests.model import Plan
from chatbot.digests.rules import LONGEST_HORIZON
from chatbot.kit.forms import Hour, Zone


class DigestForm(BaseModel):
    """What was typed, as strings."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    at: Hour
    weekdays: Annotated[tuple[Annotated[int, Field(ge=0, le=6)], ...], Field(min_length=1)]
    zone: Zone
    horizon: Annotated[int, Field(ge=1, le=LONGEST_HORIZON)]

    def plan(self) -> Plan:
        return Plan(at=self.at, weekdays=frozenset(self.weekdays), zone=self.zone, horizon=self.horizon)
