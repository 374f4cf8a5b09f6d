"""The other rooms: money, gatherings, alerts, the directory, congregations, and what the bot does for the network."""

from chatbot.people.model import Grant, Role
from tests.slack.canaries.walker import Walk

BANK = "date,amount,description\n2026-03-02,40.00,{word}\n"


async def money(walk: Walk) -> None:
    """A drive, a pledge, a gift from outside with whom to thank, the books and their files."""
    scene = walk.scene
    await scene.trusts("sam", Grant(role=Role.TREASURER))
    await walk.types("sam", "/bonds add")
    bond = {"alias": "Uncle of J.", "amount": "1500", "due": scene.day(10), "channel": "bonds"}
    await walk.sends("sam", **bond)
    await walk.closes("sam")
    await walk.presses("ana", "Other amount", walk.card("B101", "bonds"))
    await walk.sends("ana", amount="40")
    await walk.sends("ana")
    await walk.closes("ana")
    await walk.presses("sam", "Details", walk.card("B101", "bonds"))
    await walk.presses("sam", "Money from outside Slack")
    await walk.sends("sam", amount="100", donor=walk.word("pledges.donor"))
    await walk.presses("sam", "Pledges")
    await walk.presses("sam", "Whom to thank")
    await walk.closes("sam")
    await walk.types("sam", "/bonds books")
    await walk.presses("sam", "Export")
    await walk.sends("sam")
    await walk.closes("sam")
    await walk.types("sam", "/bonds books")
    await walk.presses("sam", "Compare with the bank")
    await walk.sends("sam", rows=BANK.format(word=walk.strays["a row of the bank"]))
    await walk.closes("sam")
    for handle in ("sam", "ana", "daniel"):
        for line in ("/bonds", "/bonds B101", "/bonds mine", "/bonds help"):
            await walk.types(handle, line)
            await walk.closes(handle)


async def events(walk: Walk) -> None:
    """A series and a single evening, each with a link for those who come."""
    scene = walk.scene
    walks = {"title": "Evening walk", "spot": "Castle Island", "day": scene.day(3), "start": "18:00", "end": "19:00"}
    for repeats, column in (("every week", "event_series.link"), ("once", "events.link")):
        await walk.types("daniel", "/events add")
        await walk.chooses("daniel", "repeats", repeats)
        link = f"https://meet.example.org/{walk.word(column)}"
        await walk.sends("daniel", **walks, link=link, closed=("yes",))
        await walk.closes("daniel")
    for handle in ("ana", "jonah"):
        for line in ("/events", "/events E101", "/events help"):
            shown = await walk.types(handle, line)
    assert shown is not None
    await walk.presses("ana", "I come", walk.card("E101"))
    await walk.presses("ana", "Details", walk.card("E101"))
    await walk.presses("jonah", "Details", walk.card("E101"))
    await walk.closes("ana", "jonah")


async def directory(walk: Walk) -> None:
    """An entry, and a suggestion that only coordinators read."""
    await walk.types("daniel", "/resources add")
    await walk.sends("daniel", name="Lantern Legal Aid", topics=["Legal help"], town="Framingham")
    await walk.closes("daniel")
    found = await walk.types("ana", "/resources W101")
    assert found is not None
    await walk.presses("ana", "Suggest a change", found)
    await walk.sends("ana", words=walk.word("resource_suggestions.words"))
    await walk.closes("ana")
    await walk.presses("daniel", "Look at it", walk.told("daniel", button="Look at it"))
    await walk.closes("daniel")
    for line in ("/resources", "/resources export", "/resources check", "/resources help"):
        await walk.types("daniel", line)
        await walk.closes("daniel")


async def alerts(walk: Walk) -> None:
    """One with an office and a script, launched, and done by somebody."""
    await walk.types("daniel", "/actions add")
    form = {"title": "Pass the GRACE Act", "why": "It keeps families together.", "steps": ["Call"]}
    await walk.sends("daniel", **form, ends_on=walk.scene.day(20), goal="4")
    await walk.presses("daniel", "Add an office")
    await walk.sends("daniel", office="US Congress", name="Senator Elena Marsh", phone="(202) 555-0142")
    await walk.chooses("daniel", "actions.script", "English")
    await walk.sends("daniel", words="Hello, my name is {name}.")
    await walk.presses("daniel", "Launch")
    await walk.closes("daniel")
    await walk.presses("ana", "actions.called", walk.card("A101"))
    await walk.sends("ana")
    await walk.closes("ana")
    await walk.types("ana", "/actions")


async def congregations(walk: Walk) -> None:
    """A cluster, a family, and a hearing for it."""
    await walk.types("daniel", "/alongside clusters")
    await walk.presses("daniel", "Add a cluster")
    await walk.sends("daniel", name="First Street", channel="check-ins", leads=["jonah"])
    await walk.presses("daniel", "Families")
    await walk.presses("daniel", "Add a family")
    await walk.sends("daniel", alias="Blue house", clusters=["First Street"])
    await walk.closes("daniel")
    await walk.types("daniel", "/hearings add")
    form = {"kind": "ICE check-in", "alias": "Blue house", "place": "Boston Immigration Court", "companions": "2"}
    day = {"day": walk.scene.day(20), "start": "09:00", "contact": walk.word("hearings.contact")}
    await walk.sends("daniel", **form, **day, family="F101 · Blue house")
    await walk.closes("daniel")


async def settings(walk: Walk) -> None:
    """Places, people, channels, preferences; digests for a channel, for oneself and for coordinators."""
    await walk.types("rosa", "/alongside settings")
    for entry in ("settings.channels", "settings.agreement", "settings.dates"):
        await walk.presses("rosa", entry)
        await walk.sends("rosa")
    await walk.presses("rosa", "settings.places")
    await walk.presses("rosa", "Add a place")
    await walk.sends("rosa", name="Worcester probate court", area="Worcester County")
    await walk.closes("rosa")
    await walk.types("rosa", "/alongside settings")
    await walk.presses("rosa", "settings.people")
    await walk.chooses("rosa", "people.choose", "mei")
    await walk.sends("rosa", training=["Lead", "Verifier"])
    await walk.closes("rosa")
    await walk.types("ana", "/alongside preferences")
    await walk.sends("ana", digest_at="8:00 AM")
    await walk.closes("ana")
    shown = await walk.types("daniel", "/digest", channel="court-boston")
    assert shown is not None
    await walk.presses("daniel", "Set up a digest", shown)
    await walk.sends("daniel", at="07:00", horizon="14")
    await walk.closes("daniel")
    await walk.types("daniel", "/digest preview", channel="court-boston")
