"""The Slack door. `register` is the visible list of everything people can do here."""

from handlers.slack import digests, hearings, people
from handlers.slack.door import Door


def register(door: Door) -> None:
    hearings.register(door)
    people.register(door)
    digests.register(door)
    door.meet_people()
    door.close()
