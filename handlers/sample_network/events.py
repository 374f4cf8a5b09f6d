"""The invented gatherings a practice workspace opens with."""

from collections.abc import Mapping
from datetime import date, timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.people.model import Person
from chatbot.signups.model import SeatRole


async def plan(chatbot: Chatbot, people: Mapping[str, Person], *, owner: Person) -> None:
    """A weekly walk of which one date is moved, and a talk by video whose link opens for those who come."""
    network = await chatbot.networks.get(owner.team_id)
    today = local_date(chatbot.clock.now(), network.zone)
    saturday = today + timedelta(days=(5 - today.weekday()) % 7 or 7)
    walk = await chatbot.events.add({**_walk(saturday), "repeats": "weekly"}, by=owner)
    for handle in ("jonah", "marie", "mei"):
        await chatbot.signups.claim(walk.code, SeatRole.GUEST, by=people[handle], anyway=True)
    later = (await chatbot.events.open_details(walk.code, by=owner)).others[0]
    await chatbot.events.change(later.code, {**_walk(saturday + timedelta(days=8)), "start": "16:00"}, by=owner)
    talk = await chatbot.events.add(
        {
            "title": "What to expect at a check-in",
            "host": "The accompaniment team",
            "spot": "By video",
            "day": (today + timedelta(days=4)).isoformat(),
            "start": "19:00",
            "end": "20:00",
            "link": "https://video.example.org/what-to-expect",
            "closed": True,
            "limit": "30",
            "languages": "English, Spanish",
            "note": "For everyone who wants to come along for the first time.",
        },
        by=owner,
    )
    await chatbot.signups.claim(talk.code, SeatRole.GUEST, by=people["ruth"], anyway=True)


def _walk(day: date) -> dict[str, object]:
    return {
        "title": "Saturday walk",
        "host": "Four congregations together",
        "spot": "Castle Island, at the playground",
        "day": day.isoformat(),
        "start": "17:30",
        "note": "Families, children and dogs are welcome. We walk slowly.",
    }
