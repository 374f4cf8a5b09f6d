"""The window about an alert, wherever somebody pressed."""

from chatbot.actions import rules
from chatbot.actions.model import Action, Mine
from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text
from handlers.slack.actions import windows
from handlers.slack.blocks import Block
from handlers.slack.here import shown, today
from handlers.slack.hints import numbered
from handlers.slack.press import Press, Reply


async def details(press: Press, chatbot: Chatbot, code: str, *, said: Text | None = None) -> Reply:
    """The window about an alert. `said` is what just happened, on top."""
    action, mine = await chatbot.actions.seen(code, by=press.person)
    return shown(press, await window_of(press, chatbot, action, mine, said=said))


async def window_of(
    press: Press, chatbot: Chatbot, action: Action, mine: Mine, *, town: str = "", said: Text | None = None
) -> Block:
    """The window as it is for whoever pressed. `town` is the one they typed before, when they come from a form."""
    return windows.window(
        action,
        mine,
        press.speech,
        by=press.person,
        is_open=rules.is_open(action, await today(press, chatbot)),
        filling=filling(press, town),
        said=said,
    )


def filling(press: Press, before: str = "") -> windows.Filling:
    """What was typed for the script in the window that is open."""
    town, whom = press.typed.get("town"), press.typed.get("whom")
    return windows.Filling(
        town=(town if isinstance(town, str) else before).strip()[: windows.TOWN],
        target_id=numbered(whom) if isinstance(whom, str) else 0,
    )
