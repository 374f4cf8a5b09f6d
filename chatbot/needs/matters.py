"""What a need may hang on: a hearing, a stay, a bond. Needs know only its code and its subject."""

from collections.abc import Awaitable, Callable, Mapping

from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.kit.refusal import Refusal
from chatbot.needs.refusals import NoSuchMatter

Find = Callable[[Tx, str, str], Awaitable[str]]
"""Answers the subject of a code in a workspace; raises the capability's own refusal when there is none."""


class Matters:
    """Finds the subject behind a code, by its letter. `bootstrap` says which capabilities there are."""

    def __init__(self, by_letter: Mapping[str, Find]) -> None:
        self._by_letter = by_letter

    async def subject(self, tx: Tx, team_id: str, code: str) -> str | None:
        """The subject of what was typed; None when nothing was. Raises `NoSuchMatter`."""
        if not code:
            return None
        found = parse_code(code)
        find = self._by_letter.get(found[0]) if found else None
        if found is None or find is None:
            raise NoSuchMatter(code)
        try:
            return await find(tx, team_id, found)
        except Refusal:
            raise NoSuchMatter(code) from None
