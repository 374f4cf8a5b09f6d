"""The verbs about what is collected."""

from collections.abc import Mapping

from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.verbs import verb
from chatbot.needs import rules as needs
from chatbot.needs.forms import GiftForm
from chatbot.needs.gifts import rules, store
from chatbot.needs.gifts.model import Item
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
        """Say how many of an item one brings in all; zero takes the promise back.

        Raises `Invalid`, `NoSuchNeed`, `NeedClosed`, `NotAGift`, `NotSoMany`, `AlreadyReceived`.
        """
        form = read(GiftForm, typed)
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        needs.must_stand(need, tx.now)
        item = _item(need, form.item)
        rules.may_promise(item, by.id, form.count)
        await store.promise(tx, item.id, by.id, form.count)
        await self._writing.note(tx, "needs.promise", need, by)
        return await self._reading.by_code(tx, by.team_id, code)

    @verb
    async def receive(self, tx: Tx, code: str, typed: Mapping[str, object], *, person_id: int, by: Person) -> Need:
        """Write down how many of someone's promise have arrived; again to correct it.

        Raises `NotAllowed`, `Invalid`, `NoSuchNeed`, `NotAGift`, `NotSoMany`.
        """
        form = read(GiftForm, typed)
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, need.area)
        item = _item(need, form.item)
        rules.received(item, person_id, form.count)
        await store.receive(tx, item.id, person_id, form.count)
        await self._writing.note(tx, "needs.receive", need, by)
        return await self._reading.by_code(tx, by.team_id, code)


def _item(need: Need, number: int) -> Item:
    item = next((item for item in need.items if item.id == number), None)
    if item is None:
        raise NotAGift(need.code)
    return item
