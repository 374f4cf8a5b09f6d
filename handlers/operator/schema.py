"""`bot.py migrate`: the database's schema."""

from chatbot.migrations import migrate
from handlers.operator.going import go, read_settings, until


def bring_up() -> None:
    """Bring the database to the newest schema. The bot also does this itself when it starts."""
    settings = read_settings()
    go(lambda stop: until(stop, migrate(settings.database_url.get_secret_value())))
    print("The database has the newest schema.")
