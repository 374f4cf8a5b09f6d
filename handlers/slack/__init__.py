"""The Slack door. `register` is the visible list of everything people can do here."""

from handlers.slack import (
    actions,
    alongside,
    bonds,
    calendars,
    clusters,
    digests,
    events,
    hearings,
    home,
    impact,
    needs,
    people,
    places,
    privacy,
    resources,
    rooms,
    signups,
    trail,
    undelivered,
)
from handlers.slack.door import Door


def register(door: Door) -> None:
    hearings.register(door)
    signups.register(door)
    bonds.register(door)
    calendars.register(door)
    rooms.register(door)
    needs.register(door)
    events.register(door)
    resources.register(door)
    actions.register(door)
    impact.register(door)
    people.register(door)
    digests.register(door)
    places.register(door)
    trail.register(door)
    clusters.register(door)
    undelivered.register(door)
    privacy.register(door)
    alongside.register(door)
    home.register(door)
    door.meet_people()
    door.close()
