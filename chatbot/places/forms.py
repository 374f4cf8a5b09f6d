"""The form of a place, as it comes from a door: every value is a string or missing."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from chatbot.kit.forms import Zone
from chatbot.places.model import PlaceFacts
from chatbot.places.rules import split_aliases

NAME, ADDRESS, ROOM, AREA, ALIASES, NOTES = 120, 200, 80, 60, 3000, 2000
"""The longest of each. Earlier names are never lost, so other names get all the room a form has."""


class PlaceForm(BaseModel):
    """What was typed, read and found to make sense by itself."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME)]
    address: Annotated[str, StringConstraints(strip_whitespace=True, max_length=ADDRESS)] = ""
    room: Annotated[str, StringConstraints(strip_whitespace=True, max_length=ROOM)] = ""
    area: Annotated[str, StringConstraints(strip_whitespace=True, max_length=AREA)] = ""
    zone: Zone
    aliases: Annotated[str, StringConstraints(strip_whitespace=True, max_length=ALIASES)] = ""
    card_channel: Annotated[str, StringConstraints(max_length=32)] | None = None
    notes: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NOTES)] = ""

    def facts(self) -> PlaceFacts:
        return PlaceFacts(
            name=self.name,
            address=self.address,
            room=self.room,
            area=self.area,
            zone=self.zone,
            notes=self.notes,
            aliases=split_aliases(self.aliases),
            card_channel=self.card_channel,
        )
