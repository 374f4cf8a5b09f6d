"""The invented needs a practice workspace opens with."""

from collections.abc import Mapping
from datetime import timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.people.model import Person


async def ask(chatbot: Chatbot, people: Mapping[str, Person], *, owner: Person) -> None:
    """A ride with two riders and one driver, a list of supplies filled in part, and letters."""
    network = await chatbot.networks.get(owner.team_id)
    today = local_date(chatbot.clock.now(), network.zone)
    ride = await chatbot.needs.add(
        {
            "kind": "ride",
            "title": "Visit on Sunday",
            "alias": "Family of the blue house",
            "town": "Plymouth",
            "day": (today + timedelta(days=3)).isoformat(),
            "start": "12:30",
            "way": "wait",
            "people": "2",
            "languages": "Portuguese",
            "note": "The visit takes an hour; there is a cafe nearby to wait in.",
            "contact": "Ask the coordinator on duty",
        },
        by=owner,
    )
    for rider in (
        {
            "alias": "Mother and child",
            "town": "Lynn",
            "seats": "2",
            "child_seats": "1",
            "address": "Behind the library",
        },
        {"alias": "Uncle", "town": "Salem", "seats": "1", "address": "At the station"},
        {"alias": "Grandparents", "town": "Lynn", "seats": "2", "address": "The house with the red door"},
    ):
        await chatbot.rides.add_rider(ride.code, rider, by=owner)
    await chatbot.rides.drive(ride.code, {"seats": "3", "child_seats": "1"}, by=people["ruth"])
    supplies = await chatbot.needs.add(
        {
            "kind": "supplies",
            "title": "Things for a baby",
            "alias": "A. and baby",
            "town": "Chelsea",
            "day": (today + timedelta(days=5)).isoformat(),
            "items": "4 packs of diapers, size 2\n1 stroller\n10 jars of baby food",
            "address": "The church office takes them",
        },
        by=owner,
    )
    first, second, _third = supplies.items
    await chatbot.gifts.promise(supplies.code, {first.input: "3", second.input: "1"}, by=people["jonah"])
    letters = await chatbot.needs.add(
        {
            "kind": "letters",
            "title": "Letter for the judge",
            "alias": "Teacher",
            "day": (today + timedelta(days=8)).isoformat(),
            "wanted": "40",
            "note": "A page about what the community gains. Ask for the guide.",
        },
        by=owner,
    )
    for handle, count in (("marie", "4"), ("mei", "2"), ("jonah", "5")):
        await chatbot.gifts.promise(letters.code, {letters.items[0].input: count}, by=people[handle])
