"""Reading how many: a number for each input, and one sentence for each that cannot be taken."""

from collections.abc import Iterable, Mapping

from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Invalid
from chatbot.needs.gifts.rules import MOST


def counted(typed: Mapping[str, object], inputs: Iterable[str]) -> dict[str, int]:
    """The numbers typed into these inputs; an empty one is zero, one that was not on the form is left out.

    Raises `Invalid`.
    """
    found: dict[str, int] = {}
    problems: dict[str, Text] = {}
    for name in inputs:
        if name not in typed:
            continue
        text = str(typed[name] or "0").strip()
        if not text.isdecimal() or not text.isascii():
            problems[name] = _("Please write a whole number, such as 2.")
        elif len(text) > len(str(MOST)) or int(text) > MOST:
            problems[name] = _("Please choose {most} or less.", most=MOST)
        else:
            found[name] = int(text)
    if problems:
        raise Invalid(problems)
    return found
