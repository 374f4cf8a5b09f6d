"""The words of the directory, without markup."""

from dataclasses import dataclass

from babel import Locale

from chatbot.kit.i18n import Spoken, Text, _, n_
from chatbot.resources.model import How, Nearness, Topic

_TOPICS = {
    Topic.LEGAL: _("Legal help"),
    Topic.BOND: _("Bonds and detention"),
    Topic.COURT: _("Courts and dates"),
    Topic.URGENT: _("Emergencies and rights"),
    Topic.CITIZENSHIP: _("Citizenship"),
    Topic.PAPERS: _("Papers and translation"),
    Topic.HOUSING: _("Housing"),
    Topic.FOOD: _("Food and clothes"),
    Topic.MONEY: _("Money and rent"),
    Topic.HEALTH: _("Health"),
    Topic.MIND: _("Mental health"),
    Topic.SAFETY: _("Safety from violence"),
    Topic.WORK: _("Work"),
    Topic.ENGLISH: _("English classes"),
    Topic.SCHOOL: _("School and children"),
    Topic.RIDES: _("Getting around"),
    Topic.FAITH: _("Faith communities"),
    Topic.ADVOCACY: _("Advocacy"),
    Topic.OTHER: _("Other help"),
}

_HEADINGS = {
    "code": _("Code"),
    "name": _("Name"),
    "topics": _("Topics"),
    "town": _("Town"),
    "serves": _("Serves"),
    "languages": _("Languages"),
    "phone": _("Telephone"),
    "email": _("E-mail"),
    "website": _("Website"),
    "address": _("Address"),
    "hours": _("Hours"),
    "cost": _("Cost"),
    "checked": _("Last checked"),
    "notes": _("Notes"),
}

_IN_CREOLE = {"en": "angle", "es": "panyòl", "pt": "pòtigè", "ht": "kreyòl ayisyen", "fr": "franse"}


@dataclass(frozen=True, slots=True)
class Language(Spoken):
    """The name of a language, in whatever language is being spoken."""

    code: str

    def said(self, language: str, locale: Locale) -> str:
        """Its name; the code itself where nobody wrote the name down."""
        known = _IN_CREOLE.get(self.code) if language == "ht" else None
        return known or locale.languages.get(self.code) or self.code


def topic_name(topic: Topic) -> Text:
    return _TOPICS[topic]


def near_text(near: Nearness) -> Text | None:
    """Why an entry counts as near; None for one whose place nobody wrote down."""
    match near.how:
        case How.HERE:
            return _("in {place}", place=near.name)
        case How.SERVES:
            return _("serves {place}", place=near.name)
        case How.MILES:
            return n_("{count} mile from {place}", "{count} miles from {place}", near.miles, place=near.name)
        case How.EVERYWHERE:
            return _("for the whole country")
        case _:
            return None


def heading(column: str) -> Text:
    """What a field is called, on cards, in forms and in spreadsheets."""
    return _HEADINGS[column]
