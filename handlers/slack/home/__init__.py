"""The Home tab: what someone signed up for, and where to begin."""

from handlers.slack.door import Door
from handlers.slack.home import listeners


def register(door: Door) -> None:
    door.home(listeners.home_opened)
