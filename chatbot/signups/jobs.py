"""What the clock does about seats.

It keeps no timers: at every tick it looks at how things stand, and `once` makes each thing happen once.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from chatbot.kit import once
from chatbot.kit.clock import instant, local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query
from chatbot.people.model import Notice, Preferences
from chatbot.people.service import People
from chatbot.signups import store, times
from chatbot.signups.diary import Diary
from chatbot.signups.lines import Lines
from chatbot.signups.model import Signup
from chatbot.signups.occasions import Occasion
from chatbot.signups.seating import Seating

CONFIRM, REMIND, UNDATED = "signups.still_coming", "signups.today", "signups.undated"

ASK_FOR_DATES = time(10)
"""On Mondays, in the network's zone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """One message to one person about everything of one day, and the names under which it happens once."""

    team_id: str
    person_id: int
    view: str
    day: date
    names: tuple[str, ...]


Asked = tuple[Occasion, Signup, str, bool]
"""A seat, what is asked or told about it, and whether that falls due now."""


class Clockwork:
    """What falls due about seats, in every workspace."""

    def __init__(
        self, database: Database, outbox: Outbox, *, people: People, seating: Seating, lines: Lines, diary: Diary
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._people = people
        self._seating = seating
        self._lines = lines
        self._diary = diary

    async def move_lines(self) -> int:
        """Pass on the offers whose time is over, each occasion in a transaction of its own; returns how many."""
        return sum([await self._pass_on(*one) for one in await self._ended_offers()])

    @query
    async def _ended_offers(self, tx: Tx) -> list[tuple[str, str]]:
        return [(one.team_id, one.code) for one in await self._with_offers(tx, ended=True)]

    @query
    async def _pass_on(self, tx: Tx, team_id: str, code: str) -> int:
        occasion = await self._diary.by_code(tx, team_id, code, to_change=True)
        ended = [one for one in occasion.roster.signups if one.offered_until and one.offered_until <= tx.now]
        for one in ended:
            await store.change(tx, team_id, occasion.subject, one.person_id, lapsed_at=tx.now, **store.NO_OFFER)
            roster = occasion.roster.changed(one.person_id, offered_until=None, told=False, lapsed=True)
            occasion = replace(occasion, roster=roster)
        for role in dict.fromkeys(one.role for one in ended):
            occasion = await self._lines.came_free(tx, occasion, role, anew=False)
        if ended:
            await self._seating.note(tx, "signups.lapse", occasion, None, detail=str(len(ended)))
        return len(ended)

    @query
    async def tell_of_offers(self, tx: Tx) -> int:
        """Tell those whose quiet hours are over of the seats held for them; returns how many."""
        told = 0
        for occasion in await self._with_offers(tx, ended=False):
            waiting = [one for one in occasion.roster.signups if one.offered_until and not one.told]
            chosen = await self._people.choices(tx, [one.person_id for one in waiting])
            for one in waiting:
                if one.offered_until and times.when_to_ask(chosen[one.person_id], occasion, tx.now) <= tx.now:
                    here = (occasion.team_id, occasion.subject, one.person_id)
                    await store.change(tx, *here, told_at=tx.now)
                    await self._lines.tell_of_offer(tx, occasion, one.person_id, one.offered_until)
                    told += 1
        return told

    async def _with_offers(self, tx: Tx, *, ended: bool) -> list[Occasion]:
        found = await store.with_offers(tx, ended_by=tx.now if ended else None)
        return [one for team, some in found.items() for one in await self._diary.of_subjects(tx, team, some)]

    async def ask_still_coming(self) -> int:
        """The day before at eleven, once more at six: still coming? One message a person and day."""
        return await self._say(await self._unsure())

    async def remind(self) -> int:
        """On the day: where and when. One message a person and day."""
        return await self._say(await self._of_today())

    async def ask_for_dates(self) -> int:
        """On Mondays: what has no day or hour yet, to whoever wrote it down. One message a person and week."""
        return await self._say(await self._undated())

    async def _say(self, due: Iterable[Due]) -> int:
        return sum([await self._once(one) for one in due])

    @query
    async def _once(self, tx: Tx, due: Due) -> bool:
        """Whatever falls together is said together; what was said before says nothing."""
        is_new = [await once.once(tx, team_id=due.team_id, what=name) for name in due.names]
        if any(is_new):
            await self._outbox.tell(
                tx, team_id=due.team_id, person_id=due.person_id, view=due.view, day=due.day.toordinal()
            )
        return any(is_new)

    @query
    async def _unsure(self, tx: Tx) -> list[Due]:
        asked: list[Asked] = []
        for occasion, signup, chosen in await self._seats(tx):
            if chosen.wants(Notice.CONFIRMATIONS) and not times.is_sure(signup, occasion.when):
                first = times.confirm_due(chosen, occasion, times.CONFIRM_AT, tx.now)
                again = not first and times.confirm_due(chosen, occasion, times.NUDGE_AT, tx.now)
                asked.append((occasion, signup, "nudge" if again else "confirm", first or again))
        return await self._grouped(tx, asked, CONFIRM)

    @query
    async def _of_today(self, tx: Tx) -> list[Due]:
        told = [
            (occasion, signup, "remind", times.reminder_due(signup, occasion.when, tx.now))
            for occasion, signup, chosen in await self._seats(tx)
            if chosen.wants(Notice.REMINDERS)
        ]
        return await self._grouped(tx, told, REMIND)

    @query
    async def _undated(self, tx: Tx) -> list[Due]:
        if tx.now.weekday() not in (6, 0):
            return []  # nowhere on earth it is ten on a Monday
        names: dict[tuple[str, int, date], str] = {}
        for occasion in await self._diary.undated(tx, tx.now.date() - timedelta(days=1)):
            monday = local_date(tx.now, occasion.home)
            at = instant(monday, ASK_FOR_DATES, occasion.home)
            if monday.weekday() == 0 and at <= tx.now < at + times.LATE:
                names[occasion.team_id, occasion.keeper, monday] = f"{UNDATED}:{occasion.keeper}:{monday}"
        return [
            Due(team_id=team, person_id=keeper, view=UNDATED, day=monday, names=(name,))
            for (team, keeper, monday), name in names.items()
        ]

    async def _seats(self, tx: Tx) -> list[tuple[Occasion, Signup, Preferences]]:
        """The seats of today and tomorrow, wherever that is, of people who can be reached, with what they chose."""
        today, two_days = tx.now.date(), timedelta(days=2)
        by_team = await store.held_between(tx, today - two_days, today + two_days)
        occasions = [
            occasion
            for team, subjects in by_team.items()
            for occasion in await self._diary.of_subjects(tx, team, subjects)
            if times.stands(occasion, tx.now)
        ]
        seats = [(one, signup) for one in occasions for signup in one.roster.seated if signup.reachable]
        chosen = await self._people.choices(tx, {signup.person_id for _, signup in seats})
        return [(occasion, signup, chosen[signup.person_id]) for occasion, signup in seats]

    async def _grouped(self, tx: Tx, found: Iterable[Asked], view: str) -> list[Due]:
        """When the first of a person's seats of one day falls due, all of that day are said; then none again."""
        groups: defaultdict[tuple[str, int, date], list[str]] = defaultdict(list)
        due: set[tuple[str, int, date]] = set()
        for occasion, signup, what, is_due in found:
            if occasion.when.day is not None:
                key = (occasion.team_id, signup.person_id, occasion.when.day)
                groups[key].append(f"signups.{what}:{occasion.subject}:{signup.person_id}:{occasion.when.day}")
                due |= {key} if is_due else set()
        fresh = await once.undone(tx, [(team, name) for team, person, day in due for name in groups[team, person, day]])
        return [
            Due(team_id=key[0], person_id=key[1], view=view, day=key[2], names=tuple(new))
            for key in sorted(due)
            if (new := [name for name in groups[key] if (key[0], name) in fresh])
        ]
