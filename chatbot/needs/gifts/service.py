"""The verbs about what is collected."""

from collections.abc import Mapping

from chatbot.kit.database import Database, Tx
from chatbot.kit.verbs import verb
from chatbot.needs import rules as needs
from chatbot.needs.gifts import rules, store
from chatbot.needs.gifts.forms import counted
from chatbot.needs.model import Need
from chatbot.needs.reading import Reading
from chatbot.needs.refusals import NotAGift
from chatbot.needs.writing import Writing
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator


class Gifts:
    """Letters and supplies of every workspace."""

    def __init__(self, database: Database, *, reading: Reading, writing: Writing) -> None:
        self.database = database
        self._reading = reading
        self._writing = writing

    @verb
    async def promise(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Need:
        """Say how many of each item one brings in all; zero takes a promise back.

        `typed` holds a number for each `Item.input`. Raises `Invalid`, `NoSuchNeed`, `NeedClosed`, `NotAGift`,
        `NotSoMany`, `AlreadyReceived`, `MembersFirst`.
        """
        need = await self._gift(tx, code, by)
        needs.must_stand(need, tx.now)
        needs.must_be_their_turn(need, by, tx.now)
        counts = counted(typed, [item.input for item in need.items])
        for item in need.items:
            mine = item.of(by.id)
            count = counts.get(item.input)
            if count is not None and count != (mine.promised if mine else 0):
                rules.may_promise(item, by.id, count)
                await store.promise(tx, item.id, by.id, count)
        await self._writing.note(tx, "needs.promise", need, by)
        return await self._reading.by_code(tx, by.team_id, code)

    @verb
    async def receive(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Need:
        """Write down how many of everyone's promises have arrived; again to correct it.

        `typed` holds a number for each `Item.share_input`. Raises `NotAllowed`, `Invalid`, `NoSuchNeed`, `NotAGift`,
        `NotSoMany`.
        """
        need = await self._gift(tx, code, by)
        require_coordinator(by, need.area)
        shares = [(item, share) for item in need.items for share in item.shares]
        counts = counted(typed, [item.share_input(share) for item, share in shares])
        for item, share in shares:
            count = counts.get(item.share_input(share))
            if count is not None and count != share.received:
                rules.may_receive(item, share, count)
                await store.receive(tx, item.id, share.person_id, count)
        await self._writing.note(tx, "needs.receive", need, by)
        return await self._reading.by_code(tx, by.team_id, code)

    async def _gift(self, tx: Tx, code: str, by: Person) -> Need:
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if not need.items:
            raise NotAGift(need.code)
        return need
