"""What people are told about confirming dates."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class OnlyTheAttorney(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The hotline and the court's page do not list bond hearings. Please ask the attorney."), field="how"
        )


class NoDay(Refusal):
    """There is no date that could be confirmed."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} has no day yet. Press Changed… to set it.", code=code))
