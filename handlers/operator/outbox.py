"""`bot.py outbox`: what waits to be said."""

from sqlalchemy.exc import SQLAlchemyError

from chatbot.kit.backlog import backlog
from chatbot.kit.clock import Clock
from chatbot.kit.logs import configure
from handlers.operator.going import give_up, go, read_settings, until


def what_waits() -> None:
    """Show what waits to be said and why: numbers, kinds and codes, no text and no names. It only reads."""
    settings = read_settings()
    configure("ERROR", settings.log_format)

    async def look() -> None:
        try:
            async for line in backlog(settings.database_url.get_secret_value(), Clock()):
                print(line)
        except SQLAlchemyError as fault:
            give_up(f"The database cannot be read ({type(fault).__name__}). Run: uv run bot.py check")

    go(lambda stop: until(stop, look()))
