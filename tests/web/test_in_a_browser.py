"""The pages on a telephone, in a real browser: everything has a name, nothing is refused by their own policy."""

from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.hearings.importing.sheets import GOOD
from tests.slack.scene import Scene
from tests.web.addresses import of_calendar, of_import


async def telephone(browser: Browser, complaints: list[str]) -> Page:
    """A small screen; what its console complains about is kept."""
    page = await (await browser.new_context(viewport={"width": 375, "height": 740})).new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page


async def test_a_coordinator_brings_in_a_sheet_on_a_telephone_and_takes_it_back(
    scene: Scene, browser: Browser, tmp_path: Path
) -> None:
    complaints: list[str] = []
    page = await telephone(browser, complaints)
    sheet = tmp_path / "hearings.csv"
    sheet.write_text(GOOD + "C.,bond,Nowhere,,,1\n")
    await page.goto(await of_import(scene))
    await page.get_by_label("CSV file").set_input_files(sheet)
    await page.get_by_role("button", name="Look at the file").click()
    await expect(page.get_by_text("2 rows are good. 1 cannot be taken.")).to_be_visible()
    await expect(page.get_by_role("heading", name="What to mend")).to_be_visible()
    assert await fits(page)
    await page.get_by_role("button", name="Import only the 2 good rows").click()
    await expect(page.get_by_text("2 hearings are imported.")).to_be_visible(timeout=15_000)
    await page.get_by_role("button", name="Undo the import").click()
    await expect(page.get_by_text("The import is undone.")).to_be_visible(timeout=15_000)
    await page.goto(await of_import(scene))
    async with page.expect_download() as download:
        await page.get_by_role("link", name="A template to fill in").click()
    assert (await download.value).suggested_filename == "hearings.csv"
    assert complaints == []


async def test_the_page_of_a_calendar_fits_a_telephone(scene: Scene, browser: Browser) -> None:
    complaints: list[str] = []
    page = await telephone(browser, complaints)
    url = await of_calendar(scene)
    await page.goto(url)
    link = page.get_by_role("link", name="Open in my calendar")
    assert (await link.get_attribute("href") or "").startswith("webcal://")
    await expect(page.get_by_label("Or copy this address")).to_have_value(f"{url}.ics")
    assert await fits(page)
    assert complaints == []


async def fits(page: Page) -> bool:
    """Nothing has to be scrolled sideways, and what is pressed is as large as a fingertip."""
    width = await page.evaluate("document.documentElement.scrollWidth")
    heights = await page.evaluate("[...document.querySelectorAll('button,.button')].map(b => b.offsetHeight)")
    return bool(width <= 375 and min(heights) >= 44)
