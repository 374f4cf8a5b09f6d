"""The rooms of the people who accompany, drive and take in: hearings, needs, rooms and stays."""

from chatbot.people.model import Grant, Role
from handlers.practice.reading import text_of
from tests.slack.canaries.walker import CONTROL, Walk, secret_in

SHEET = "alias,kind,place,day,start,companions,contact\nP.,check-in,Boston,{day},9:30 AM,2,{word}\n"


async def hearings(walk: Walk) -> None:
    """Written down, changed, claimed, opened, checked, imported and exported."""
    scene = walk.scene
    await scene.agrees("ana")
    await scene.agrees("mei")
    await scene.trusts("marie", Grant(role=Role.VERIFIER))
    await walk.types("daniel", "/hearings add")
    private = {name: walk.word(f"hearings.{name}") for name in ("contact", "attorney", "meeting", "notes")}
    form = {"kind": "ICE check-in", "alias": "M.R.", "place": "Boston Immigration Court", "companions": "2"}
    await walk.sends("daniel", **form, **private, day=scene.day(2), start="09:00")
    await walk.presses("daniel", "Edit")
    await walk.sends("daniel", alias=CONTROL)
    await walk.closes("daniel")
    await walk.presses("ana", "Claim", walk.card("H101", button="Claim"))
    await walk.presses("ana", "Details", walk.card("H101"))
    await walk.presses("jonah", "Details", walk.card("H101"))
    await walk.presses("ana", "Find cover")
    await walk.closes("ana", "jonah")
    await walk.presses("mei", "Claim", walk.card("H101", button="Claim"))

    for handle, shortcut in (("daniel", "hearings.add"), ("jonah", "needs.ask_for_help")):
        await walk.scene.someone(handle).shortcut(shortcut)
        await walk.closes(handle)
    await walk.scene.someone("mei").says("Can someone help with a move?", "general")
    asked = walk.scene.practice.channel("general").messages[-1]
    await walk.scene.someone("daniel").shortcut("needs.make", asked)
    await walk.closes("daniel")
    due = await walk.types("marie", "/hearings check")
    await walk.chooses("marie", "hearings.confirm", "the hotline or the court's page", due)
    await walk.types("daniel", "/hearings import")
    walk.secrets["import"] = secret_in(walk.modal("daniel"), "import")
    await walk.sends("daniel", rows=SHEET.format(day=scene.day(30), word=walk.word("imports.rows")))
    await walk.presses("daniel", "Import 1 hearing")
    await walk.closes("daniel")
    await walk.presses("daniel", "Details", walk.card("H102"))
    await walk.presses("daniel", "Who comes")
    await walk.presses("daniel", "Sign someone up")
    await walk.sends("daniel", name="Sister Agnes")
    await walk.closes("daniel")
    for line in ("/hearings export", "/hearings", "/hearings H101", "/hearings mine", "/hearings help"):
        await walk.types("daniel", line)
        await walk.types("ana", line)


async def reports(walk: Walk) -> None:
    """Fifty hours later: how it went, said twice; somebody was detained."""
    await walk.presses("ana", "Report", walk.told("ana", button="Report"))
    await walk.sends("ana", ending="Someone was detained", note=walk.word("hearing_reports.note"))
    await walk.closes("ana")
    await walk.presses("daniel", "Details", walk.card("H101", button="Report"))
    await walk.presses("daniel", "Report", walk.card("H101", button="Report"))
    await walk.sends("daniel", ending="Continued to another day", day=walk.scene.day(40))
    await walk.closes("daniel")
    await walk.presses("daniel", "Post it", walk.told("daniel", button="Post it"))
    alarm = walk.card("H101", "response-team")
    await walk.presses("rosa", "I do this", alarm, value="1 attorney")
    await walk.presses("rosa", "Details", alarm)
    await walk.closes("rosa")
    await walk.presses("rosa", "False alarm", walk.card("H101", "response-team"))
    await walk.sends("rosa", reason="They came out by another door")
    await walk.closes("rosa")


async def needs(walk: Walk) -> None:
    """A ride with a rider, and a list of things to bring."""
    scene = walk.scene
    hidden = {"contact": walk.word("needs.contact"), "notes": walk.word("needs.notes")}
    for kind, filled in (
        ("Ride", {"town": "Plymouth", "day": scene.day(9), "start": "09:00", **hidden}),
        ("Food and supplies", {"items": "6 diapers", "address": walk.word("needs.address")}),
    ):
        await walk.types("daniel", "/needs add")
        await walk.chooses("daniel", "needs.kind", kind)
        await walk.sends("daniel", title="Something", alias="Blue house", **filled)
        await walk.closes("daniel")
    await walk.presses("daniel", "Details", walk.card("N101"))
    await walk.presses("daniel", "Add a rider")
    rider = {"alias": "Uncle", "town": "Lynn", "seats": "1", "address": walk.word("need_riders.address")}
    await walk.sends("daniel", **rider)
    await walk.closes("daniel")
    await scene.agrees("jonah")
    await walk.presses("jonah", "I drive", walk.card("N101"))
    await walk.sends("jonah", seats="3")
    await walk.closes("jonah")
    await walk.presses("jonah", "I bring something", walk.card("N102"))
    await walk.sends("jonah", **{"item-1": "2"})
    await walk.closes("jonah")
    for code in ("N101", "N102"):
        for handle in ("jonah", "mei"):
            await walk.presses(handle, "Details", walk.card(code))
            await walk.closes(handle)
    for line in ("/needs", "/needs N101", "/needs mine", "/needs help"):
        await walk.types("mei", line)


async def rooms(walk: Walk) -> None:
    """A home, a family, a question, an answer, both say yes; a hand-over note."""
    scene = walk.scene
    await walk.types("ruth", "/rooms offer")
    home = {name: walk.word(f"room_offers.{name}") for name in ("address", "phone", "arrival")}
    await walk.sends("ruth", town="Lowell", beds="4", lengths=["Short stay: up to four weeks"], **home)
    await walk.presses("ruth", "Edit")
    await walk.sends("ruth", beds="5")
    await walk.closes("ruth")
    await walk.types("daniel", "/rooms R101")
    await walk.presses("daniel", "Vet host")
    await walk.closes("daniel")
    await walk.types("daniel", "/rooms ask")
    nights = {"first": scene.day(7), "until": scene.day(14)}
    stay = {"alias": "Family of four", "adults": "2", "children": "2", "town": "Lowell", **nights}
    await walk.sends("daniel", **stay, contact=walk.word("stays.contact"))
    await walk.presses("daniel", "Find a room")
    await walk.presses("daniel", "Propose", value="S101 R101")
    await walk.closes("daniel")
    await walk.presses("ruth", "Ask", walk.told("ruth", button="Ask"))
    await walk.sends("ruth", words=f"Is {walk.word('stay_notes.words')} all right?")
    await walk.closes("ruth")
    await walk.presses("daniel", "Notes", walk.told("daniel", button="Notes"))
    await walk.presses("daniel", "Answer the host")
    await walk.sends("daniel", words="Yes, they say")
    await walk.closes("daniel")
    await walk.presses("ruth", "Accept", walk.told("ruth", button="Accept"))
    await walk.presses("daniel", "They say yes", walk.told("daniel", button="They say yes"))
    await walk.presses("ruth", "Contacts", walk.told("ruth", button="Contacts"))
    await walk.closes("ruth")
    await walk.types("daniel", "/rooms S101")
    assert walk.word("room_offers.address") in await walk.presses("daniel", "Contacts")
    await walk.closes("daniel")
    for line in ("/rooms", "/rooms stays", "/rooms help", "/rooms R101", "/rooms S101"):
        for handle in ("ruth", "daniel", "jonah"):
            await walk.types(handle, line)
            await walk.closes(handle)
    assert "Lowell" in text_of(await walk.types("ruth", "/rooms"))
