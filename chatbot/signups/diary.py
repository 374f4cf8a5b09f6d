"""Every occasion of every capability, found by its code or its subject."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.signups.occasions import Occasion, Occasions
from chatbot.signups.refusals import NoSuchOccasion


class Diary:
    """The occasions of all capabilities together, inside a verb."""

    def __init__(self, *kinds: Occasions) -> None:
        self._by_letter = {one.letter: one for one in kinds}
        self._by_kind = {one.kind: one for one in kinds}

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Occasion:
        """The occasion of this code, locked when its seats are going to change. Raises `NoSuchOccasion`."""
        found = parse_code(code)
        kind = self._by_letter.get(found[0]) if found else None
        if found is None or kind is None:
            raise NoSuchOccasion(code[:12])
        return await kind.by_code(tx, team_id, found, to_change=to_change)

    async def of_subjects(self, tx: Tx, team_id: str, subjects: Iterable[str]) -> list[Occasion]:
        """The occasions of these subjects, in the order they happen; without a day last."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for subject in subjects:
            kind, _, number = subject.partition(":")
            if kind in self._by_kind:
                numbers[kind].append(int(number))
        found = [one for kind, some in numbers.items() for one in await self._by_kind[kind].numbered(tx, team_id, some)]
        return sorted(found, key=_in_time)

    async def undated(self, tx: Tx, since: date) -> Sequence[Occasion]:
        """Of every workspace, what has no day or no hour yet."""
        return [one for kind in self._by_kind.values() for one in await kind.undated(tx, since)]


_NEVER = datetime.max.replace(tzinfo=UTC)


def _in_time(occasion: Occasion) -> tuple[date, datetime, str]:
    when = occasion.when
    return (when.day or date.max, when.starts_at or _NEVER, occasion.subject)
