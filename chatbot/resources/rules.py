"""What holds for entries of the directory. Pure: `today` is an argument."""

from collections.abc import Mapping
from datetime import date, timedelta

from chatbot.kit.guard import Exposure, look
from chatbot.kit.i18n import _
from chatbot.kit.plain import plain
from chatbot.kit.private import refuse_private
from chatbot.kit.refusal import Invalid
from chatbot.resources.model import Facts, Resource

PAGE = 5
"""How many entries a list shows at once: what fits a telephone without scrolling for long."""


def same_as(facts: Facts) -> str:
    """What two entries have in common when they are the same."""
    return f"{plain(facts.name)} | {plain(facts.town)}"


def is_stale(resource: Resource, today: date, *, days: int) -> bool:
    """Whether somebody has to check it again. A sample has never been checked here."""
    if resource.is_archived:
        return False
    checked = None if resource.is_sample else resource.checked_on
    return checked is None or checked + timedelta(days=days) <= today


def refuse_what_belongs_elsewhere(texts: Mapping[str, str]) -> None:
    """Raises `Invalid` for free text that holds what has an input of its own, or what belongs nowhere.

    How to reach an organisation is public, and stands in its own inputs; in free text the same may be about a person.
    """
    refuse_private(texts, Exposure.PRIVATE)
    sentence = _("A telephone number, an e-mail or a street address has its own input here. Please put it there.")
    problems = {name: sentence for name, text in texts.items() if text and look(text, Exposure.PUBLIC)}
    if problems:
        raise Invalid(problems)
