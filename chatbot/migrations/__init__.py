"""The schema's history, and the way up from any of it."""

from chatbot.migrations.upgrade import SchemaTooNewError, at_head, knows, migrate

__all__ = ["SchemaTooNewError", "at_head", "knows", "migrate"]
