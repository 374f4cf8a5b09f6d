"""Hearings leave the house as a table: what everyone may read, and every cell inert."""

from datetime import date, timedelta

from chatbot.audit import note
from chatbot.hearings.importing.words import PUBLIC, heading
from chatbot.hearings.messages import access_name, kind_name, mode_name
from chatbot.hearings.model import Filter, Hearing, Kind
from chatbot.hearings.reading import Reading
from chatbot.hearings.words import Say
from chatbot.kit.database import Database, Tx
from chatbot.kit.i18n import _
from chatbot.kit.sheets import written
from chatbot.kit.verbs import verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.signups.messages import role_name
from chatbot.signups.model import SeatRole, Seats

NONE = Seats(minimum=0, maximum=0)


class Exports:
    """Tables of the hearings of every workspace."""

    def __init__(self, database: Database, *, networks: Networks, reading: Reading) -> None:
        self.database = database
        self._networks = networks
        self._reading = reading

    @verb
    async def sheet(self, tx: Tx, wanted: Filter, *, say: Say, by: Person) -> str:
        """The wanted hearings as CSV, in the reader's words, which an import takes again. Raises `NotAllowed`."""
        require_coordinator(by)
        network = await self._networks.joined(tx, by.team_id)
        found = await self._reading.coming(tx, wanted, zone=network.zone, by=by)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="hearings.export", subject="hearings")
        head = [say(_("Code")), *(say(heading(column)) for column in PUBLIC), say(_("Signed up"))]
        return written([head, *(_row(hearing, say) for hearing in found)])


def template(say: Say, place: str, today: date) -> str:
    """The headings, and a row to be written over: a day four weeks from today."""
    example = {
        "kind": say(kind_name(Kind.CHECK_IN)),
        "alias": "M.R.",
        "place": place,
        "day": (today + timedelta(weeks=4)).isoformat(),
        "start": "9:00",
        "companions": "2",
        "at_least": "1",
    }
    columns = [*PUBLIC, "contact", "attorney", "meeting", "notes"]
    return written([[say(heading(column)) for column in columns], [example.get(column, "") for column in columns]])


def _row(hearing: Hearing, say: Say) -> list[str]:
    when, seats = hearing.when, hearing.roster.seats
    start, end = (at.astimezone(when.zone).strftime("%H:%M") if at else "" for at in (when.starts_at, when.ends_at))
    companions = seats.get(SeatRole.COMPANION, NONE)
    shown = {
        "kind": say(kind_name(hearing.kind)),
        "alias": hearing.alias,
        "place": hearing.place.name,
        "day": when.day.isoformat() if when.day else "",
        "start": start,
        "end": end,
        "mode": say(mode_name(hearing.mode)),
        "access": say(access_name(hearing.access)),
        "companions": str(companions.maximum),
        "at_least": str(companions.minimum),
        "roles": ", ".join(say(role_name(role)) for role in seats if role is not SeatRole.COMPANION),
        "languages": hearing.languages,
        "note": hearing.note,
    }
    signed_up = sum(not one.waiting for one in hearing.roster.signups)
    return [hearing.code, *(shown[column] for column in PUBLIC), str(signed_up)]
