"""A pass leads one coordinator to the page for bringing in a spreadsheet, for an hour. Nothing about it is stored."""

import base64
import binascii
import json
from datetime import datetime, timedelta

from chatbot.kit.database import Database, Tx
from chatbot.kit.refusal import Refusal
from chatbot.kit.sealed import Sealer, Unreadable
from chatbot.kit.verbs import query
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People
from chatbot.resources.refusals import PassOver

OPEN_FOR = timedelta(hours=1)

_PLACE = {"table": "resources", "column": "pass", "row": "page"}


class Passes:
    """Whom a sealed word of ours lets in, and until when."""

    def __init__(self, database: Database, sealer: Sealer, *, people: People) -> None:
        self.database = database
        self._sealer = sealer
        self._people = people

    @query
    async def make(self, tx: Tx, *, by: Person) -> str:
        """A word that fits into an address. Raises `NotAllowed`."""
        require_coordinator(by)
        words = json.dumps([by.team_id, by.id, (tx.now + OPEN_FOR).isoformat()])
        sealed = self._sealer.seal(words, month=tx.now.strftime("%Y-%m"), **_PLACE)
        return base64.urlsafe_b64encode(sealed).decode("ascii")

    @query
    async def holder(self, tx: Tx, word: str) -> Person:
        """Whose pass it is, as they stand now. Raises `PassOver`, also when they may not bring anything in any more."""
        try:
            sealed = base64.b64decode(word.encode("ascii"), altchars=b"-_", validate=True)
            team_id, person_id, until = json.loads(self._sealer.open(sealed, **_PLACE))
        except (UnicodeEncodeError, binascii.Error, Unreadable):
            raise PassOver from None
        person = await self._people.numbered(tx, team_id, person_id)
        if person is None or datetime.fromisoformat(until) < tx.now:
            raise PassOver
        try:
            require_coordinator(person)
        except Refusal:
            raise PassOver from None
        return person
