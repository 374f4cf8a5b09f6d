"""The verbs about finding somebody who comes instead. The seat is never empty: it changes hands, or it does not."""

from dataclasses import replace

from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.service import People
from chatbot.signups import rules, store
from chatbot.signups.cover import rules as who
from chatbot.signups.cover import store as covers
from chatbot.signups.cover.model import Cover, Searching, State, Taken
from chatbot.signups.cover.refusals import CoverOver, NobodyMissing
from chatbot.signups.diary import Diary
from chatbot.signups.lines import Lines
from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import Occasion
from chatbot.signups.refusals import NoSeat, SeatIsYours
from chatbot.signups.seating import Seating
from chatbot.signups.times import stands

ASKED, FOUND, CHANGED, SPENT = (
    "signups.cover_asked",
    "signups.cover_found",
    "signups.cover_changed",
    "signups.cover_spent",
)


class Covers:
    """The searches for cover of every workspace."""

    def __init__(
        self, database: Database, outbox: Outbox, *, people: People, seating: Seating, lines: Lines, diary: Diary
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._people = people
        self._seating = seating
        self._lines = lines
        self._diary = diary

    @query
    async def get(self, tx: Tx, cover_id: int, *, team_id: str) -> tuple[Cover, Occasion] | None:
        """A search, and what it is for."""
        cover = await covers.by_id(tx, team_id, cover_id)
        found = await self._diary.of_subjects(tx, team_id, [cover.subject]) if cover else []
        return (cover, found[0]) if cover and found else None

    @query
    async def asked(self, tx: Tx, *, by: Person) -> list[tuple[Cover, Occasion]]:
        """The searches that go on for which someone was asked, in the order the occasions happen."""
        mine = {cover.subject: cover for cover in await covers.asked_of(tx, by.team_id, by.id)}
        found = await self._diary.of_subjects(tx, by.team_id, mine)
        return [(mine[one.subject], one) for one in found if stands(one, tx.now)]

    @verb
    async def ask(self, tx: Tx, code: str, *, by: Person) -> Searching:
        """Look for somebody who comes instead; they stay responsible until somebody does. Asking again changes nothing.

        Raises `NoSuchOccasion`, `Cancelled`, `Over`, `NoSeat`, and `NobodyMissing` for a gathering.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.must_stand(occasion, tx.now)
        mine = occasion.roster.of(by.id)
        if mine is None or mine.waiting:
            raise NoSeat(occasion.code)
        if occasion.is_gathering:
            raise NobodyMissing(occasion.code)
        going_on = [one for one in await covers.open_of(tx, by.team_id, [occasion.subject]) if one.person_id == by.id]
        if going_on:
            return Searching(occasion=occasion, asked=len(going_on[0].asked))
        number = await covers.begin(tx, by.team_id, occasion.subject, by.id, mine.role)
        cover = await covers.by_id(tx, by.team_id, number)
        asked = await self._ask_more(tx, cover, occasion, by_clock=False) if cover else 0
        await self._seating.note(tx, "signups.ask_cover", occasion, by)
        return Searching(occasion=occasion, asked=asked)

    @verb
    async def withdraw(self, tx: Tx, code: str, *, by: Person) -> Occasion:
        """Come after all. Raises `NoSuchOccasion`, and `CoverOver` when nobody is looked for (any more)."""
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        if not await covers.withdraw(tx, by.team_id, occasion.subject, by.id):
            raise CoverOver
        await self._seating.note(tx, "signups.withdraw_cover", occasion, by)
        return occasion

    @verb
    async def take(self, tx: Tx, cover_id: int, *, by: Person, anyway: bool = False) -> Taken:
        """Take over the seat of someone who looks for cover. The first to say yes has it.

        Raises `CoverOver` for everyone later and for those who were not asked, `SeatIsYours`, and what `Signups.claim`
        raises.
        """
        cover = await self._asked_for(tx, cover_id, by)
        (known,) = await self._diary.of_subjects(tx, by.team_id, [cover.subject])
        occasion = await self._diary.by_code(tx, by.team_id, known.code, to_change=True)
        cover = await self._asked_for(tx, cover_id, by)
        rules.may_sign_up(occasion, by, tx.now)
        rules.may_come_as(occasion, by, cover.role)
        mine = occasion.roster.of(by.id)
        if mine is not None and not mine.waiting:
            raise SeatIsYours(occasion.code)
        await self._seating.must_fit(tx, occasion, by, cover.role, anyway=anyway)
        giver = occasion.roster.of(cover.person_id)
        if giver is None or giver.waiting:
            raise CoverOver
        after = replace(occasion, roster=occasion.roster.without(giver.person_id))
        await store.end(tx, by.team_id, occasion.subject, giver.person_id)
        if mine is not None:
            await store.end(tx, by.team_id, occasion.subject, by.id)
        after = await self._seating.put(tx, after, by, cover.role, waiting=False)
        if mine is not None and mine.offered:
            after = await self._lines.came_free(tx, after, mine.role, anew=False)
        await covers.take(tx, cover, by.id)
        await self._seating.note(tx, "signups.take_cover", after, by)
        await self._seating.tell(tx, after, giver, FOUND, cover=cover.id)
        for lead in after.roster.holders(SeatRole.LEAD):
            if lead.person_id not in (by.id, giver.person_id):
                await self._seating.tell(tx, after, lead, CHANGED, cover=cover.id)
        return Taken(occasion=after, role=cover.role, instead_of=giver.name)

    @verb
    async def decline(self, tx: Tx, cover_id: int, *, by: Person) -> Occasion:
        """Say that one cannot step in; when nobody is left to answer, the next are asked. Raises `CoverOver`."""
        cover = await self._asked_for(tx, cover_id, by)
        (known,) = await self._diary.of_subjects(tx, by.team_id, [cover.subject])
        occasion = await self._diary.by_code(tx, by.team_id, known.code, to_change=True)
        cover = await self._asked_for(tx, cover_id, by)
        await covers.decline(tx, cover, by.id)
        await self._seating.note(tx, "signups.decline_cover", occasion, by)
        after = replace(cover, declined=cover.declined | {by.id})
        if stands(occasion, tx.now) and who.is_next_due(after, occasion, tx.now):
            await self._ask_more(tx, after, occasion, by_clock=True)
        return occasion

    async def ask_more(self) -> int:
        """What the clock does: ask the next people where those asked before had their time. Returns how many."""
        return sum([await self._go_on(cover) for cover in await self._all_open()])

    @query
    async def _all_open(self, tx: Tx) -> list[Cover]:
        return await covers.all_open(tx)

    @query
    async def _go_on(self, tx: Tx, before: Cover) -> int:
        found = await self._diary.of_subjects(tx, before.team_id, [before.subject])
        if not found or not stands(found[0], tx.now) or not who.is_next_due(before, found[0], tx.now):
            return 0
        occasion = await self._diary.by_code(tx, before.team_id, found[0].code, to_change=True)
        cover = await covers.by_id(tx, before.team_id, before.id)
        if cover is None or cover.state is not State.OPEN or not who.is_next_due(cover, occasion, tx.now):
            return 0
        return await self._ask_more(tx, cover, occasion, by_clock=True)

    async def _asked_for(self, tx: Tx, cover_id: int, by: Person) -> Cover:
        cover = await covers.by_id(tx, by.team_id, cover_id)
        if cover is None or cover.state is not State.OPEN or by.id not in cover.asked:
            raise CoverOver
        return cover

    async def _ask_more(self, tx: Tx, cover: Cover, occasion: Occasion, *, by_clock: bool) -> int:
        """Ask the next few; returns how many.

        When there is nobody left, whoever looks for cover hears it once: at their own press the answer says so, by the
        clock a message.
        """
        people = await self._people.agreed(tx, cover.team_id, version=occasion.agreement)
        day = occasion.when.day
        fit, more_later = who.fitting(
            cover,
            occasion,
            people,
            await self._people.choices(tx, [person.id for person in people]),
            last_asked=await covers.last_asked(tx, cover.team_id),
            busy=frozenset(await store.seated_on(tx, cover.team_id, day)) if day else frozenset(),
            now=tx.now,
        )
        chosen = [person.id for person in fit[: who.batch(occasion, tx.now)]]
        if chosen:
            await covers.ask(tx, cover, chosen)
        for person_id in chosen:
            await self._outbox.tell(
                tx, team_id=cover.team_id, person_id=person_id, view=ASKED, subject=cover.subject, cover=cover.id
            )
        spent = not chosen and not more_later and await once(tx, team_id=cover.team_id, what=f"{SPENT}:{cover.id}")
        if spent and by_clock:
            await self._outbox.tell(
                tx, team_id=cover.team_id, person_id=cover.person_id, view=SPENT, subject=cover.subject, cover=cover.id
            )
        return len(chosen)
