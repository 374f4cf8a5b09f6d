"""What happens when someone looks at their Home."""

from collections.abc import Mapping

from chatbot.bootstrap import Chatbot
from handlers.slack.blocks import Block
from handlers.slack.door import HomePart
from handlers.slack.errors import write_down
from handlers.slack.home import views
from handlers.slack.press import Press, PublishHome, Reply


class HomeTab:
    """Draws Homes from the parts that the capabilities registered."""

    def __init__(self, parts: Mapping[str, HomePart]) -> None:
        self._parts = parts

    async def opened(self, press: Press, chatbot: Chatbot) -> Reply:
        """Drawn from the present state; the door asks for it again after whatever was pressed on it."""
        shown = [await self._drawn(name, press, chatbot) for name in self._parts]
        return PublishHome(view=views.home(shown, press.speech, by=press.person))

    async def _drawn(self, name: str, press: Press, chatbot: Chatbot) -> list[Block]:
        """One part; when it cannot be drawn the others still are."""
        try:
            return await self._parts[name](press, chatbot)
        except Exception as mistake:  # noqa: BLE001 - a Home with one part missing is better than none
            write_down(mistake, f"home of {name}")
            return []
