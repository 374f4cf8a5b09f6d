"""Reading what people typed into a form: one kind sentence for each input that cannot be taken."""

from collections.abc import Mapping
from datetime import time
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from chatbot.kit.clock import known_zone
from chatbot.kit.columns import storable
from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Invalid

Form = TypeVar("Form", bound=BaseModel)


def _zone(name: object) -> object:
    zone = known_zone(name) if isinstance(name, str) else name
    if zone is None:
        raise wrong(_("I do not know this time zone. Please choose one of the list."))
    return zone


Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
"""A time zone chosen by its IANA name."""


def _local(hour: time) -> time:
    if hour.tzinfo is not None:
        raise wrong(_("Please check this."))
    return hour


Hour = Annotated[time, AfterValidator(_local)]
"""An hour as the clocks on the spot show it, without a zone of its own."""


def wrong(sentence: Text) -> PydanticCustomError:
    """What a validator of a form raises."""
    return PydanticCustomError("sentence", "refused", {"sentence": sentence})


def read(form: type[Form], typed: Mapping[str, object]) -> Form:
    """The form with its values; an empty input counts as not filled in. Raises `Invalid` with a sentence an input."""
    storables = {name: storable(value) if isinstance(value, str) else value for name, value in typed.items()}
    filled = {name: value for name, value in storables.items() if value not in (None, "", [], ())}
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
        "string_too_short": _("Please fill this in."),
        "too_short": _("Please choose at least one."),
        "enum": _("Please choose one of the list."),
    }
    return kinds.get(error["type"], _("Please check this."))
