"""Reading what people typed into a form: one kind sentence for each input that cannot be taken."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Invalid

Form = TypeVar("Form", bound=BaseModel)


def wrong(sentence: Text) -> PydanticCustomError:
    """What a validator of a form raises."""
    return PydanticCustomError("sentence", "refused", {"sentence": sentence})


def read(form: type[Form], typed: Mapping[str, object]) -> Form:
    """The form with its values; an empty input counts as not filled in. Raises `Invalid` with a sentence an input."""
    filled = {name: value for name, value in typed.items() if value not in (None, "", [], ())}
    try:
        return form.model_validate(filled)
    except ValidationError as error:
        problems = {str(one["loc"][0]) if one["loc"] else "": _sentence(one) for one in error.errors()}
    raise Invalid(problems)


def _sentence(error: ErrorDetails) -> Text:
    context: Mapping[str, Any] = error.get("ctx", {})
    sentence = context.get("sentence")
    if isinstance(sentence, Text):
        return sentence
    kinds = {
        "missing": _("Please fill this in."),
        "int_parsing": _("Please write a whole number, such as 2."),
        "greater_than_equal": _("Please choose {least} or more.", least=context.get("ge")),
        "less_than_equal": _("Please choose {most} or less.", most=context.get("le")),
        "string_too_long": _("Please shorten this to {most} characters.", most=context.get("max_length")),
        "too_short": _("Please choose at least one."),
        "enum": _("Please choose one of the list."),
    }
    return kinds.get(error["type"], _("Please check this."))
