"""The verbs that bring the directory in from a spreadsheet, and take it out as one."""

import asyncio
from datetime import date

from chatbot.audit import note
from chatbot.kit import sheets
from chatbot.kit.database import Database, Tx
from chatbot.kit.i18n import Catalogues
from chatbot.kit.ids import next_codes
from chatbot.kit.tables import NoRows, RowsAmiss, decoded, read_table
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.resources import store
from chatbot.resources.curating.service import turn
from chatbot.resources.messages import heading
from chatbot.resources.model import CODE
from chatbot.resources.reading import Reading
from chatbot.resources.rules import same_as
from chatbot.resources.sheets.rows import COLUMNS, NEEDED, Findings, Say, Terms, looked_at, written


class Sheets:
    """Spreadsheets of every workspace's directory.

    Nothing waits here between looking and writing: whoever confirms sends the same table again.
    """

    def __init__(self, database: Database, catalogues: Catalogues, *, reading: Reading) -> None:
        self.database = database
        self._catalogues = catalogues
        self._reading = reading

    async def look(self, content: bytes, *, by: Person) -> Findings:
        """Look at a table without writing anything down. Raises `NotAllowed`, `NoTable`, `NotATable`, `TooLong`."""
        require_coordinator(by)
        twins, today = await self._known(by.team_id)
        terms = Terms.of(self._catalogues.tongue(by.language).say, by.language)
        needed = {column: heading(column) for column in NEEDED}

        def work() -> Findings:
            return looked_at(read_table(decoded(content), terms.columns, needed), terms, twins, today)

        return await asyncio.to_thread(work)

    async def bring_in(self, content: bytes, *, only_good: bool = False, by: Person) -> int:
        """Look again, and write the good rows down; with rows amiss only when someone said so. Returns how many.

        What became the same as an entry in between is left out. Raises what `look` raises, and `NoRows`, `RowsAmiss`.
        """
        findings = await self.look(content, by=by)
        if not findings.good:
            raise NoRows
        if findings.bad and not only_good:
            raise RowsAmiss(findings.bad)
        return await self._write(findings, by=by)

    @verb
    async def sheet(self, tx: Tx, *, say: Say, by: Person) -> str:
        """The whole directory as CSV, in the reader's words, which `bring_in` takes again. Raises `NotAllowed`."""
        require_coordinator(by)
        found = await store.listed(tx, by.team_id)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="resources.export", subject="resources")
        head = [say(heading(column)) for column in ("code", *COLUMNS)]
        return sheets.written([head, *(written(one, say) for one in found)])

    @query
    async def _known(self, tx: Tx, team_id: str) -> tuple[dict[str, str], date]:
        return await store.twins(tx, team_id), await self._reading.today(tx, team_id)

    @verb
    async def _write(self, tx: Tx, findings: Findings, *, by: Person) -> int:
        await tx.in_turn(turn(by.team_id))
        twins = await store.twins(tx, by.team_id)
        fresh = [good for good in findings.good if same_as(good.facts) not in twins]
        codes = await next_codes(tx, by.team_id, CODE, len(fresh))
        rows = [
            {**store.values(good.facts), "code": code, "checked_on": good.checked_on}
            for code, good in zip(codes, fresh, strict=True)
        ]
        await store.add_all(tx, by.team_id, rows)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="resources.import", subject="resources")
        return len(fresh)


def template(say: Say) -> str:
    """The headings, and an invented row to be written over."""
    example = {
        "name": "Lantern Legal Aid",
        "topics": "legal, citizenship",
        "town": "Framingham",
        "serves": "MetroWest",
        "languages": "Portuguese, Spanish",
        "phone": "508-555-0100",
        "website": "https://lantern.example",
        "hours": "Mon-Fri 9-5",
        "cost": "free",
    }
    return sheets.written(
        [[say(heading(column)) for column in COLUMNS], [example.get(column, "") for column in COLUMNS]]
    )
