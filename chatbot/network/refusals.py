"""What people are told when they opened enough for a day."""

from chatbot.kit.i18n import n_
from chatbot.kit.refusal import Refusal


class TooManyOpened(Refusal):
    """As many private details as one may open in a day."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            n_(
                "You have opened the private details of {count} record today, which is the most for one day."
                " If you need more, ask an admin of the network.",
                "You have opened the private details of {count} records today, which is the most for one day."
                " If you need more, ask an admin of the network.",
                limit,
            )
        )
