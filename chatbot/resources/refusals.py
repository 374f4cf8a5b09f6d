"""What people are told about the directory."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NoSuchResource(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("There is no {code} in the directory. Type /resources to see what there is.", code=code))


class AlreadyThere(Refusal):
    """The same name in the same town."""

    def __init__(self, code: str) -> None:
        super().__init__(
            _("{code} has the same name and town already. Type /resources {code} to see it.", code=code), field="name"
        )


class Archived(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is archived. A coordinator can bring it back.", code=code))


class SharedToday(Refusal):
    """Its card stands in that channel since today."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} was shared in this channel today already.", code=code))


class Settled(Refusal):
    """Somebody looked after the suggestion already."""

    def __init__(self) -> None:
        super().__init__(_("Somebody has looked after this suggestion already."))


class PassOver(Refusal):
    """The link is too old, or whoever it was made for may not bring anything in any more."""

    def __init__(self) -> None:
        super().__init__(_("This link is over. Type /resources import to get a new one."))
