"""The form in which someone chooses for themselves. Inputs that were left empty mean the bot's own habit."""

from datetime import time
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from chatbot.kit.forms import Hour, wrong
from chatbot.kit.i18n import LANGUAGES, _
from chatbot.people.model import Notice, Preferences

MOST_NOTICE = 72
"""Hours. Someone who needs three days' notice is asked early; more would mean never."""

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


def _spoken(language: str | None) -> str | None:
    if language is not None and language not in LANGUAGES:
        raise wrong(_("Please choose one of the list."))
    return language


class PreferencesForm(BaseModel):
    """What was chosen. `wanted` names the notices that stay on."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    wanted: tuple[Notice, ...] = ()
    minimum_notice: Annotated[int, Field(ge=0, le=MOST_NOTICE)] = 0
    quiet_from: Hour = time(21)
    quiet_until: Hour = time(8)
    speaks: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""
    areas: tuple[Word, ...] = ()
    digest_at: Hour | None = None
    language: Annotated[str | None, AfterValidator(_spoken)] = None

    def preferences(self) -> Preferences:
        return Preferences(
            muted=frozenset(Notice) - frozenset(self.wanted),
            minimum_notice=self.minimum_notice,
            quiet_from=self.quiet_from,
            quiet_until=self.quiet_until,
            speaks=frozenset(part.strip() for part in self.speaks.split(",") if part.strip()),
            areas=frozenset(self.areas),
            digest_at=self.digest_at,
        )
