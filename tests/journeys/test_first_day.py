"""The first day with Alongside, in a browser: by the practice workspace, by signed HTTP and by Socket Mode."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, expect

from tests.journeys.processes import LENIENT, ROOT, desk_alone, free_port, program
from tests.journeys.visitor import ANA, ROSA, Visitor

EASTERN = ZoneInfo("America/New_York")


async def first_day(browser: Browser, url: str) -> None:
    """Rosa adds a hearing; Ana lists it, claims it, reads the details and releases; the morning brings one digest."""
    rosa = await Visitor.arrives(browser, url, ROSA)
    ana = await Visitor.arrives(browser, url, ANA)
    for visitor in (rosa, ana):
        await visitor.goes_to("court-boston")

    await rosa.types("/hearings add")
    form = rosa.dialog()
    await form.get_by_label("What is it?").select_option(label="Individual hearing")
    await form.get_by_label("Who is it for?").fill("The gardener")
    await form.get_by_label("Where?").select_option(label="Boston Immigration Court")
    day = datetime.now(UTC).astimezone(EASTERN).date() + timedelta(days=3)
    await form.get_by_label("Day").fill(day.isoformat())
    await form.get_by_label("Starts at").fill("13:30")
    await form.get_by_label("Note for everyone").fill("Ask for me at 617-555-0143")
    await rosa.presses("Add", form)
    await rosa.sees(form, "This looks like a phone number")
    await form.get_by_label("Note for everyone").fill("Bring a thermos")
    await form.get_by_label("Meeting point").fill("At the flag behind the library")
    await rosa.presses("Add", form)
    await rosa.sees(rosa.dialog(), "is written down")
    await rosa.presses("Close", rosa.dialog())

    card = ana.page.locator("article").filter(has_text="Bring a thermos").first
    await ana.sees(card, "The gardener")
    await ana.types("/hearings this week")
    listed = ana.message("Only visible to you").filter(has_text="The gardener")
    await ana.sees(listed, "1 more needed")
    await ana.presses("Claim", card)
    await ana.sees(ana.dialog(), "The accompaniment agreement")
    await ana.presses("I agree", ana.dialog())
    await ana.sees(ana.dialog(), "You are coming to")
    await ana.presses("Details", ana.dialog())
    await ana.sees(ana.dialog(), "At the flag behind the library")
    await ana.presses("Close all", ana.dialog())

    seen_by_rosa = rosa.page.locator("article").filter(has_text="Bring a thermos").first
    await rosa.sees(seen_by_rosa, "Ana")
    await ana.presses("Release", card)
    await ana.presses("Release", ana.page.get_by_role("alertdialog"))
    await rosa.does_not_see(seen_by_rosa, "Ana")
    await rosa.does_not_see(rosa.page.get_by_role("main"), "At the flag behind the library")

    await rosa.goes_to("general")
    await rosa.types("/digest")
    await rosa.presses("Set up a digest", rosa.message("This channel has no digest yet"))
    await rosa.presses("Save", rosa.dialog())
    await rosa.sees(rosa.dialog(), "The next one comes on")
    await rosa.presses("Close", rosa.dialog())
    await rosa.page.get_by_role("button", name="Practice time").click()
    await rosa.page.get_by_role("button", name="Tomorrow 7 am").click()
    digest = rosa.page.locator("article").filter(has_text="what is coming up")
    await expect(digest).to_have_count(1, timeout=60_000)
    await rosa.sees(digest, "The gardener")


async def test_by_the_practice_workspace_with_its_sample_network(browser: Browser, tmp_path: Path) -> None:
    port = str(free_port())
    bot_py = str(ROOT / "bot.py")
    async with program(bot_py, "practice", "--port", port, "--no-browser", *LENIENT, folder=tmp_path) as bot:
        await bot.says("Alongside is ready")
        await first_day(browser, f"http://127.0.0.1:{port}")


async def test_by_signed_http(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    async with desk_alone(tmp_path, request_url=f"http://127.0.0.1:{port}/slack/events") as (url, settings):
        await begun(browser, url, tmp_path, {**settings, "PORT": str(port)})


async def test_by_socket_mode(browser: Browser, tmp_path: Path) -> None:
    async with desk_alone(tmp_path) as (url, settings):
        await begun(browser, url, tmp_path, {**settings, "PORT": str(free_port())})


async def begun(browser: Browser, url: str, folder: Path, settings: dict[str, str]) -> None:
    """The bot on an empty database; Rosa chooses the channel for cards, and the first day begins."""
    more = {"DATABASE_URL": f"sqlite:///{folder}/data/network.db", "ADMIN_USERS": "U07DANIEL2"}
    async with program(str(ROOT / "bot.py"), folder=folder, settings={**settings, **more}) as bot:
        await bot.says("ready")
        rosa = await Visitor.arrives(browser, url, ROSA)
        await rosa.goes_to("court-boston")
        await rosa.types("/alongside settings")
        await rosa.presses("Channels", rosa.dialog())
        cards = rosa.dialog().get_by_label("Channel for the cards of hearings")
        await cards.select_option(label="#court-boston")
        await rosa.presses("Save", rosa.dialog())
        await rosa.sees(rosa.dialog(), "Saved")
        await rosa.presses("Close", rosa.dialog())
        await rosa.page.context.close()
        await first_day(browser, url)
