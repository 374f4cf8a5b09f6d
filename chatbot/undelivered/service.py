"""The verbs about messages that did not simply arrive, and what the clock does about them."""

from collections import defaultdict
from datetime import timedelta

from chatbot.audit import note
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.people.store import admins, trusted
from chatbot.undelivered import rules, store
from chatbot.undelivered.model import Answer, Parked

NOBODY_ANSWERED = timedelta(hours=3)
"""How long one coordinator has for an answer before all the others are asked."""

BY_WORD, BY_PRESS = "said to be there", "seen by a press"
"""How it is known of an unsure message that it arrived."""


class Undelivered:
    """What is unsure is asked about, what failed is told, and nothing is sent twice unless somebody wants it."""

    def __init__(self, database: Database, outbox: Outbox, *, networks: Networks) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks

    @query
    async def one(self, tx: Tx, *, team_id: str, letter_id: int) -> Parked | None:
        """The message of this number, whatever became of it."""
        return await store.one(tx, team_id, letter_id)

    @query
    async def open_questions(self, tx: Tx, *, by: Person) -> list[Parked]:
        """What nobody has answered yet, oldest first. Raises `NotAllowed` for those who do not coordinate."""
        require_coordinator(by)
        return await store.open_questions(tx, by.team_id)

    @verb
    async def it_is_there(self, tx: Tx, letter_id: int, attempt: int, *, by: Person) -> Answer:
        """Somebody looked, and the message is there. `attempt` is the one that was asked about. Raises `NotAllowed`."""
        require_coordinator(by)
        letter = await store.held(tx, by.team_id, letter_id)
        if letter is None or not rules.is_open(letter, attempt):
            return rules.settled_before(letter)
        await store.arrived(tx, letter, how=BY_WORD)
        await self._note(tx, letter, "undelivered.there", by)
        return Answer.THERE

    @verb
    async def send_again(self, tx: Tx, letter_id: int, attempt: int, *, by: Person) -> Answer:
        """Somebody looked, and the message is not there: it is sent once more, drawn anew. Raises `NotAllowed`."""
        require_coordinator(by)
        letter = await store.held(tx, by.team_id, letter_id)
        if letter is None or not rules.is_open(letter, attempt):
            return rules.settled_before(letter)
        await store.send_again(tx, letter)
        self._outbox.woken_by(tx)
        await self._note(tx, letter, "undelivered.again", by)
        return Answer.AGAIN

    @query
    async def seen(self, tx: Tx, letter_id: int, *, channel: str, ts: str, by: Person) -> None:
        """Somebody pressed a button in the message `ts`: if it was unsure, this is the receipt.

        From then on it follows its subjects again, or is taken down at once if it should have been meanwhile. It is no
        event of its own, and changes nothing when it repeats.
        """
        letter = await store.held(tx, by.team_id, letter_id)
        if letter is None or not letter.may_turn_up or not rules.is_where(letter, channel, by):
            return
        post = await store.arrived(tx, letter, how=BY_PRESS, channel=channel, ts=ts)
        if post is not None and letter.was_taken_down:
            await self._outbox.take_down(tx, post)
        elif post is not None:
            await self._outbox.redraw(tx, post_id=post)
        await note(tx, team_id=by.team_id, actor_id=None, verb="undelivered.seen", subject=_subject(letter))

    async def ask(self) -> None:
        """Ask a coordinator about each message that must have settled; when they do not answer, all of them."""
        await self.database.run(self._ask)

    async def tell(self) -> None:
        """Tell the admins of what could not be delivered: once a day for each reason, however many messages it met."""
        await self.database.run(self._tell)

    async def _ask(self, tx: Tx) -> None:
        fresh = await store.to_ask(tx)
        overdue = await store.asked_before(tx, tx.now - NOBODY_ANSWERED)
        for letter in fresh:
            asked = rules.to_ask(letter, await trusted(tx, letter.team_id))
            await self._write(tx, letter, "undelivered.question", asked[:1])
        await store.asked(tx, fresh)
        for letter in overdue:
            what = f"undelivered.ask_all:{letter.id}:{letter.attempts}"
            if await once(tx, team_id=letter.team_id, what=what):
                asked = rules.to_ask(letter, await trusted(tx, letter.team_id))
                await self._write(tx, letter, "undelivered.question", asked[1:])

    async def _tell(self, tx: Tx) -> None:
        failed = await store.to_tell(tx)
        alike: dict[tuple[str, str], list[Parked]] = defaultdict(list)
        for letter in failed:
            if not letter.view.startswith(store.OURS):
                alike[letter.team_id, letter.kind_of_fault].append(letter)
        for (team, fault), letters in alike.items():
            network = await self._networks.joined(tx, team)
            today = local_date(tx.now, network.zone)
            if await once(tx, team_id=team, what=f"undelivered.tell:{fault}:{today}"):
                people = sorted(await admins(tx, team))
                await self._write(tx, letters[0], "undelivered.set_aside", people, count=len(letters))
        await store.asked(tx, failed)

    async def _write(self, tx: Tx, letter: Parked, view: str, people: list[int], **blanks: int) -> None:
        blanks = {"letter": letter.id, "attempt": letter.attempts, **blanks}
        for person_id in people:
            await self._outbox.tell(
                tx, team_id=letter.team_id, person_id=person_id, view=view, may_repeat=True, **blanks
            )

    async def _note(self, tx: Tx, letter: Parked, verb: str, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb, subject=_subject(letter))


def _subject(letter: Parked) -> str:
    return f"letter:{letter.id}"
