"""The table of what is written about stays. The words are sealed."""

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table, select

from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from chatbot.people.store import people
from chatbot.rooms.stays.model import Note, NoteKind, Stay

stay_notes = Table(
    "stay_notes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("stay_id", RowId, ForeignKey("stays.id"), nullable=False, index=True),
    Column("match_id", RowId, ForeignKey("stay_matches.id")),
    Column("kind", String(12), nullable=False),
    Column("author_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("words", LargeBinary),
)


async def write(tx: Tx, sealer: Sealer, stay: Stay, kind: NoteKind, words: str, *, by: int) -> None:
    """Write a note down, sealed. A question and its answer belong to the match they are about."""
    match_id = stay.match.id if stay.match and kind is not NoteKind.HANDOVER else None
    number = await tx.number(stay_notes, stay_id=stay.id, match_id=match_id, kind=kind, author_id=by, written_at=tx.now)
    await sealed_rows.seal(tx, sealer, stay_notes, number, {"words": words})


async def notes(tx: Tx, sealer: Sealer, stay_id: int, *, match_id: int | None = None) -> list[Note]:
    """What was written, oldest first; only about one match when it is named."""
    where = [stay_notes.c.stay_id == stay_id]
    if match_id is not None:
        where.append(stay_notes.c.match_id == match_id)
    rows = await tx.all(
        select(stay_notes, people.c.name)
        .join(people, people.c.id == stay_notes.c.author_id)
        .where(*where, stay_notes.c.words.is_not(None))
        .order_by(stay_notes.c.id)
    )
    return [
        Note(
            kind=NoteKind(row.kind),
            author=row.name,
            written_at=row.written_at,
            words=sealed_rows.opened(sealer, stay_notes, "words", row.id, row.words),
        )
        for row in rows
    ]
