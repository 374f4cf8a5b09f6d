"""The Home tab: what each capability has for someone, and where to begin."""

from handlers.slack.door import Door
from handlers.slack.home import listeners


def register(door: Door) -> None:
    door.home(listeners.HomeTab(door.registered.home_parts).opened)
