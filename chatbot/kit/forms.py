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
    match error["type"]:
        case "sentence":
            sentence = context["sentence"]
            return sentence if isinstance(sentence, Text) else _("Please check this.")
        case "missing":
            return _("Please fill this in.")
        case "int_parsing" | "int_from_float" | "int_type":
            return _("Please write a whole number, such as 2.")
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            return (
                _("Please choose a number up to {bound}.", bound=bound)
                if "le" in context
                else _("Please choose {bound} or more.", bound=bound)
            )
        case "string_too_long":
            return _("Please shorten this to {count} characters.", count=context["max_length"])
        case "enum" | "literal_error":
            return _("Please choose one of the list.")
        case _:
            return _("Please check this.")
