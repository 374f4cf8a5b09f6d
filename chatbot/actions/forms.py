"""The forms of alerts, as they come from a door: every value is a string, a tuple of strings, or missing."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from chatbot.actions.model import Draft, Office, Outcome, Step
from chatbot.actions.rules import BLANKS, unknown_blanks
from chatbot.kit.forms import wrong
from chatbot.kit.i18n import LANGUAGES, _

TITLE = 80
WHY = 1200
BILLS = 120
NAME = 80
SCRIPT = 2000
"""Two minutes on the telephone; what is longer nobody reads out."""

NOTE = 200
MOST_LINKS = 5
HIGHEST_GOAL = 1_000_000

_LINK = re.compile(r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?")
_PHONE = re.compile(
    r"(?:\+?1[ .-]?)?\(?([2-9][0-9]{2})\)?[ .-]{0,2}([2-9][0-9]{2})[ .-]?([0-9]{4})(?: ?(?:x|ext\.?) ?([0-9]{1,6}))?"
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}")


def _links(typed: object) -> object:
    """An address a line."""
    if not isinstance(typed, str):
        return typed
    found = tuple(dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip()))
    if len(found) > MOST_LINKS:
        raise wrong(_("Please give at most {most} addresses.", most=MOST_LINKS))
    for link in found:
        if len(link) > 300 or not _LINK.fullmatch(link):
            raise wrong(_("Please give whole addresses that begin with https://, one a line."))
    return found


def _phoned(typed: str) -> str:
    """The number of an office as everyone writes it; nothing else passes."""
    found = _PHONE.fullmatch(typed)
    if not typed:
        return ""
    if found is None:
        raise wrong(_("Please give the office's number with its area code, such as 617-555-0134."))
    area, exchange, line, extension = found.groups()
    return f"{area}-{exchange}-{line}" + (f" ext. {extension}" if extension else "")


def _mailed(typed: str) -> str:
    if typed and not _EMAIL.fullmatch(typed):
        raise wrong(_("Please give one e-mail address of the office, and nothing else."))
    return typed


def _fillable(script: str) -> str:
    if unknown_blanks(script):
        blanks = ", ".join(f"{{{name}}}" for name in BLANKS)
        raise wrong(_("I can fill in these blanks only: {blanks}", blanks=blanks))
    return script


def _spoken(language: str) -> str:
    if language not in LANGUAGES:
        raise wrong(_("Please choose one of the list."))
    return language


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class ActionForm(_Form):
    """What was typed about an alert."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE)]
    why: Annotated[str, StringConstraints(strip_whitespace=True, max_length=WHY)] = ""
    bills: Annotated[str, StringConstraints(strip_whitespace=True, max_length=BILLS)] = ""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    links: Annotated[tuple[str, ...], BeforeValidator(_links)] = ()
    goal: Annotated[int, Field(ge=1, le=HIGHEST_GOAL)] | None = None
    ends_on: date
    channel: Annotated[str, StringConstraints(max_length=32)] | None = None

    def draft(self) -> Draft:
        return Draft(
            title=self.title,
            why=self.why,
            bills=self.bills,
            steps=tuple(step for step in Step if step in self.steps),
            links=self.links,
            goal=self.goal,
            ends_on=self.ends_on,
            channel=self.channel,
        )


class TargetForm(_Form):
    """An office. Telephone and e-mail take nothing but a telephone number and an e-mail address."""

    office: Office
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME)]
    phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), AfterValidator(_phoned)] = ""
    email: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), AfterValidator(_mailed)] = ""


class ScriptForm(_Form):
    """The words in one language; none take them away."""

    language: Annotated[str, AfterValidator(_spoken)]
    words: Annotated[str, StringConstraints(strip_whitespace=True, max_length=SCRIPT), AfterValidator(_fillable)] = ""


class DayForm(_Form):
    """A new last day."""

    ends_on: date


class DeedForm(_Form):
    """What somebody did. `outcome` says how a call went."""

    targets: Annotated[tuple[int, ...], Field(min_length=1)]
    step: Step
    outcome: Outcome | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NOTE)] = ""
