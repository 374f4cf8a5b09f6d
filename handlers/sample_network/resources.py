"""The directory a practice workspace opens with: the starter list, and a few invented services near Framingham."""

from chatbot.bootstrap import Chatbot
from chatbot.people.model import Person

_INVENTED = (
    {
        "name": "Lantern Legal Aid (invented)",
        "topics": ("legal", "citizenship"),
        "town": "Framingham",
        "serves": "MetroWest",
        "languages": "Portuguese, Spanish, English",
        "phone": "508-555-0100",
        "email": "help@lantern.example",
        "website": "https://lantern.example",
        "hours": "Mon-Thu 9-5, Tue until 8 in the evening",
        "cost": "free",
        "notes": "Asylum, work permits, citizenship. Bring every paper from the court.",
    },
    {
        "name": "Oak Tree Food Shelf (invented)",
        "topics": ("food",),
        "town": "Natick",
        "serves": "MetroWest",
        "languages": "Portuguese, Spanish",
        "phone": "508-555-0111",
        "hours": "Tuesdays 4-7",
        "cost": "free",
        "notes": "Nobody is asked for papers.",
    },
    {
        "name": "Harbor Immigration Law (invented)",
        "topics": ("legal", "bond"),
        "town": "Boston",
        "serves": "Massachusetts",
        "languages": "Spanish, Haitian Creole",
        "phone": "617-555-0122",
        "website": "https://harbor.example",
        "cost": "by income",
    },
)


async def write_down(chatbot: Chatbot, *, coordinator: Person, neighbour: Person) -> None:
    """The samples stay samples; one neighbour suggests a change."""
    added = [await chatbot.curating.add(typed, by=coordinator) for typed in _INVENTED]
    await chatbot.curating.load_samples(by=coordinator)
    words = {"words": "On Thursdays they are open until eight as well."}
    await chatbot.suggesting.suggest(added[0].code, words, by=neighbour)
