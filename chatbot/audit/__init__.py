"""The append-only record of who did what and who saw what. It holds numbers of records, never what stood in them."""

from chatbot.audit.record import audit, note

__all__ = ["audit", "note"]
