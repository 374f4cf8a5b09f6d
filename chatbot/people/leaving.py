"""What a room does when someone is about to be erased: whatever they still hold is given up in good order."""

from typing import Protocol

from chatbot.kit.database import Tx
from chatbot.kit.i18n import Text
from chatbot.people.model import Person


class Leaving(Protocol):
    """One room's part; `bootstrap` lists them. Both run inside a verb."""

    async def reason_to_stay(self, tx: Tx, person: Person) -> Text | None:
        """Why they cannot be erased just now, as a sentence that says until when; None when they can."""
        ...

    async def leave(self, tx: Tx, person: Person) -> None:
        """Give up what they hold, telling whom it concerns, and have messages that show their name drawn anew."""
        ...
