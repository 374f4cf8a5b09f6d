"""A room, in a browser: a host offers it, a coordinator meets her and proposes a family, both say yes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.async_api import Browser

from tests.journeys.processes import LENIENT, ROOT, free_port, program
from tests.journeys.visitor import ANA, ROSA, Visitor

EASTERN = ZoneInfo("America/New_York")
ADDRESS = "12 Canary Lane, Lynn"


async def test_a_family_finds_a_room_in_the_practice_workspace(browser: Browser, tmp_path: Path) -> None:
    port = str(free_port())
    bot_py = str(ROOT / "bot.py")
    async with program(bot_py, "practice", "--port", port, "--no-browser", *LENIENT, folder=tmp_path) as bot:
        await bot.says("Alongside is ready")
        url = f"http://127.0.0.1:{port}"
        rosa, ana = await Visitor.arrives(browser, url, ROSA), await Visitor.arrives(browser, url, ANA)
        today = datetime.now(UTC).astimezone(EASTERN).date()

        await ana.goes_to("general")
        await ana.types("/rooms")
        await ana.presses("Offer a room", ana.message("Can you give somebody a room for a while?"))
        form = ana.dialog()
        await form.get_by_label("Town").fill("Lynn")
        await form.get_by_label("How many people can sleep there?").fill("3")
        await form.get_by_label("Short stay").check()
        await form.get_by_label("Children welcome").check()
        await form.get_by_label("Address").fill(ADDRESS)
        await form.get_by_label("Phone").fill("617-555-0142")
        await ana.presses("Offer", form)
        await ana.sees(ana.dialog(), "R104 is offered. Thank you!")
        await ana.presses("Close", ana.dialog())

        await rosa.goes_to("general")
        await rosa.types("/rooms R104")
        await rosa.presses("Vet host", rosa.dialog())
        await rosa.presses("Vet host", rosa.page.get_by_role("alertdialog"))
        await rosa.sees(rosa.dialog(), "You vouch for Ana")
        await rosa.does_not_see(rosa.dialog(), "Canary")
        await rosa.presses("Close", rosa.dialog())
        await rosa.types("/rooms ask")
        form = rosa.dialog()
        await form.get_by_label("Who is it for?").fill("Mother of two")
        await form.get_by_label("Children").fill("2")
        await form.get_by_label("First night").fill((today + timedelta(days=5)).isoformat())
        await form.get_by_label("Until").fill((today + timedelta(days=12)).isoformat())
        await form.get_by_label("Preferred town").fill("Lynn")
        await rosa.presses("Add", form)
        await rosa.presses("Find a room", rosa.dialog())
        await rosa.sees(rosa.dialog(), "in Lynn · Children welcome · for 7 nights")
        await rosa.presses("Propose", rosa.dialog())
        await rosa.presses("Propose", rosa.page.get_by_role("alertdialog"))
        await rosa.sees(rosa.dialog(), "The host of R104 is being asked")
        await rosa.presses("Close", rosa.dialog())

        await ana.page.get_by_role("link", name="Messages to you").click()
        proposal = ana.message("Could you give them a room?")
        await ana.presses("Accept", proposal)
        await ana.sees(ana.message("Only visible to you"), "The guests are being asked now")
        await rosa.page.get_by_role("link", name="Messages to you").click()
        await rosa.presses("They say yes", rosa.message("says yes. Please ask the guests"))
        await rosa.sees(rosa.message("Only visible to you"), "Both have said yes")
        await rosa.presses("Details", rosa.message("Both have said yes"))
        await rosa.presses("Contacts", rosa.dialog())
        await rosa.sees(rosa.dialog(), ADDRESS)
        await rosa.presses("Close all", rosa.dialog())
        await rosa.does_not_see(rosa.page.get_by_role("main"), "Canary")
        await ana.sees(ana.message("They said yes too!"), "Mother of two")
