"""Someone at the practice page, who finds things by what they are called."""

from playwright.async_api import Browser, Locator, Page, expect

ROSA, ANA = "U07ROSA4QX", "U07ANA5PKD"


class Visitor:
    """One browser window, acting as one person."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    async def arrives(cls, browser: Browser, url: str, person: str) -> "Visitor":
        context = await browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page = await context.new_page()
        page.set_default_timeout(40_000)
        await page.goto(f"{url}/?as={person}")
        await expect(page.get_by_text("Bot connected")).to_be_visible()
        return cls(page)

    async def goes_to(self, channel: str) -> None:
        await self.page.get_by_role("link", name=channel).first.click()
        await expect(self.page.get_by_role("textbox", name=f"Message #{channel}")).to_be_visible()

    async def types(self, line: str) -> None:
        box = self.page.get_by_role("textbox", name="Message #")
        await box.fill(line)
        await self.page.get_by_role("button", name="Send").click()
        await expect(box).to_have_value("")

    def message(self, words: str) -> Locator:
        """The newest message with these words."""
        return self.page.get_by_role("article").filter(has_text=words).last

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    async def presses(self, label: str, where: Locator) -> None:
        await where.get_by_role("button", name=label, exact=True).first.click()

    async def sees(self, where: Locator, words: str) -> None:
        await expect(where).to_contain_text(words)

    async def does_not_see(self, where: Locator, words: str) -> None:
        await expect(where).not_to_contain_text(words)
