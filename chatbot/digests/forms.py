"""The form that sets a channel's digest."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from chatbot.digests.model import Filters, Plan
from chatbot.digests.rules import LONGEST_HORIZON
from chatbot.kit.forms import Hour, Zone, wrong
from chatbot.kit.i18n import LANGUAGES, _

Word = Annotated[str, StringConstraints(max_length=64)]


def _spoken(language: str) -> str:
    if language not in LANGUAGES:
        raise wrong(_("Please choose one of the list."))
    return language


class DigestForm(BaseModel):
    """What was typed, as strings. Filters that were left empty let everything pass."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    at: Hour
    weekdays: Annotated[tuple[Annotated[int, Field(ge=0, le=6)], ...], Field(min_length=1)]
    zone: Zone
    horizon: Annotated[int, Field(ge=1, le=LONGEST_HORIZON)]
    sections: tuple[Word, ...] = ()
    places: tuple[int, ...] = ()
    kinds: tuple[Word, ...] = ()
    clusters: tuple[int, ...] = ()
    languages: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""
    language: Annotated[str, AfterValidator(_spoken)] | None = None
    empty: Literal["say", "skip"] = "say"

    def plan(self) -> Plan:
        return Plan(
            at=self.at,
            weekdays=frozenset(self.weekdays),
            zone=self.zone,
            horizon=self.horizon,
            filters=Filters(
                sections=frozenset(self.sections),
                place_ids=frozenset(self.places),
                kinds=frozenset(self.kinds),
                cluster_ids=frozenset(self.clusters),
                languages=frozenset(word.strip() for word in self.languages.split(",") if word.strip()),
            ),
            language=self.language,
            skip_empty=self.empty == "skip",
        )
