"""The other rooms: money, gatherings, alerts, the directory, congregations, and what the bot does for the network."""

from chatbot.people.model import Grant, Role
from handlers.practice.reading import labels_of
from tests.slack.canaries.walker import Walk
from tests.slack.doors.signing import at  # noqa: F401

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
    for entry in ("settings.places", "settings.people", "settings.channels", "settings.agreement", "settings.dates"):
        await walk.presses("rosa", entry)
        await walk.scene.someone("rosa").closes()
        await walk.types("rosa", "/alongside settings")
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


async def calendar(walk: Walk) -> str:
    """Ana's file of one date, and the secret of her address."""
    await walk.opens_home("ana")
    await walk.presses("ana", "Calendar", walk.scene.someone("ana").home)
    await walk.presses("ana", "Make my address")
    secret = str(walk.modal("ana").blocks).partition("/calendar/")[2].partition(".ics")[0]
    await walk.closes("ana")
    return secret


async def trust(walk: Walk) -> None:
    """A legal hold with its reason; what is kept about somebody, a copy, an erasure; figures; the audit."""
    await walk.types("rosa", "/alongside privacy")
    await walk.presses("rosa", "privacy.hold")
    await walk.sends("rosa", reason=walk.word("legal_holds.reason"))
    await walk.closes("rosa")
    await walk.types("rosa", "/alongside privacy")
    await walk.presses("rosa", "privacy.hold")
    await walk.presses("rosa", "privacy.lift")
    await walk.closes("rosa")
    for handle in ("ruth", "ana"):
        await walk.types(handle, "/alongside privacy")
        await walk.presses(handle, "privacy.copy")
        await walk.closes(handle)
    await walk.types("jonah", "/alongside privacy")
    await walk.presses("jonah", "privacy.erase")
    await walk.sends("jonah")
    await walk.closes("jonah")
    shown = await walk.types("ana", "/impact year")
    assert shown is not None
    for button in ("Picture", "Table"):
        if button in labels_of(shown):
            await walk.presses("ana", button, shown)
    await walk.types("ana", "/alongside help")
    await walk.types("rosa", "/alongside audit")
    await walk.types("rosa", "/alongside audit h101")
    await walk.closes("rosa")
