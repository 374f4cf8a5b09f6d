"""What the guard's findings mean for someone who typed them: a refusal that says what to do instead."""

from collections.abc import Mapping

from chatbot.kit.guard import Exposure, Kind, look
from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Invalid

LONGEST = 3000
"""The longest text taken anywhere, which is also the longest a Slack input takes."""


def refuse_private(fields: Mapping[str, str | None], exposure: Exposure) -> None:
    """Raises `Invalid`, one sentence a field, when a text holds what must not be stored or shown there.

    The sentence names the kind of detail and never repeats it.
    """
    problems = {name: problem for name, text in fields.items() if text and (problem := _problem(text, exposure))}
    if problems:
        raise Invalid(problems)


def _problem(text: str, exposure: Exposure) -> Text | None:
    if len(text) > LONGEST:
        return _("This text is too long. Please keep it under 3,000 characters.")
    found = look(text, exposure)
    return _sentence(found[0].kind) if found else None


def _sentence(kind: Kind) -> Text:
    match kind:
        case Kind.A_NUMBER:
            return _("This looks like an A-number. Alongside never keeps those. Please take it out.")
        case Kind.SSN:
            return _("This looks like a social security number. Alongside never keeps those. Please take it out.")
        case Kind.CARD:
            return _("This looks like a payment card number. Alongside never takes those. Please take it out.")
        case Kind.PHONE:
            return _("This looks like a phone number, and everyone can read this text. Put it into the private part.")
        case Kind.EMAIL:
            return _(
                "This looks like an e-mail address, and everyone can read this text. Put it into the private part."
            )
        case _:
            return _("This looks like a street address, and everyone can read this text. Put it into the private part.")
