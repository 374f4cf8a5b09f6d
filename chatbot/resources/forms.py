"""The forms of the directory, as they come from a door: every value is a string or missing."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from chatbot.kit.forms import wrong
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import _
from chatbot.kit.private import refuse_private
from chatbot.kit.sheets import unmarked
from chatbot.resources.model import Facts, Topic
from chatbot.resources.rules import refuse_what_belongs_elsewhere

NAME, TOWN, LINE, NOTES = 120, 60, 200, 2000
MOST_DAYS = 730

_PHONE = re.compile(r"\+?[0-9][0-9 ().+/,-]*(?:(?:ext\.?|x) ?[0-9]{1,6})?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s,;<>]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?:/[^\s<>]*)?")


def _phone(text: str) -> str:
    digits = sum(sign.isdigit() for sign in text)
    if text and not (_PHONE.fullmatch(text) and 3 <= digits <= 40):
        raise wrong(_("Please write a telephone number with digits, such as 617-555-0100."))
    return text


def _email(text: str) -> str:
    if text and not _EMAIL.fullmatch(text):
        raise wrong(_("Please write an e-mail address, such as help@example.org."))
    return text


def _website(text: str) -> str:
    bare = text.removeprefix("https://")
    if text and not _HOST.fullmatch(bare):
        raise wrong(_("Please write an address that begins with https://"))
    return f"https://{bare}" if text else ""


def _cleared(text: object) -> object:
    """Without the mark that spreadsheets need, so that what leaves as a sheet comes back the same."""
    return unmarked(" ".join(text.split())) if isinstance(text, str) else text


def _once(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    return tuple(topic for topic in Topic if topic in topics)


Name = Annotated[str, BeforeValidator(_cleared), StringConstraints(min_length=1, max_length=NAME)]
Town = Annotated[str, BeforeValidator(_cleared), StringConstraints(max_length=TOWN)]
Line = Annotated[str, BeforeValidator(_cleared), StringConstraints(max_length=LINE)]


class ResourceForm(BaseModel):
    """What was typed, read and found to make sense by itself."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    name: Name
    topics: Annotated[tuple[Topic, ...], Field(min_length=1), AfterValidator(_once)]
    town: Town = ""
    serves: Line = ""
    languages: Line = ""
    phone: Annotated[Line, AfterValidator(_phone)] = ""
    email: Annotated[Line, AfterValidator(_email)] = ""
    website: Annotated[Line, AfterValidator(_website)] = ""
    address: Line = ""
    hours: Line = ""
    cost: Line = ""
    notes: Annotated[str, AfterValidator(unmarked), StringConstraints(strip_whitespace=True, max_length=NOTES)] = ""

    def facts(self) -> Facts:
        """The facts to write down. Raises `Invalid` for free text that holds what does not belong there."""
        own = {"phone": self.phone, "email": self.email, "website": self.website, "address": self.address}
        refuse_private(own, Exposure.PRIVATE)
        free = ("name", "town", "serves", "languages", "hours", "cost", "notes")
        refuse_what_belongs_elsewhere({name: getattr(self, name) for name in free})
        return Facts(**{name: getattr(self, name) for name in type(self).model_fields})


class SuggestionForm(BaseModel):
    """What someone suggests. It is sealed and read by coordinators, so it may say how to reach an organisation."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NOTES)]


class RecheckForm(BaseModel):
    """After how many days an entry is checked again."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    days: Annotated[int, Field(ge=1, le=MOST_DAYS)]
