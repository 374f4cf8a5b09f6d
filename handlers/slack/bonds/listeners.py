"""What happens when people ask for drives, and when they are started, edited and ended."""

from collections.abc import Mapping

from chatbot.bonds.model import Drive
from chatbot.bonds.refusals import DriveOver
from chatbot.bonds.rules import require_steward
from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.kit.ids import parse_code
from handlers.slack import turning
from handlers.slack.bonds import books, help_text, modals, views
from handlers.slack.bonds.duties import is_steward, is_treasurer
from handlers.slack.bonds.forms import Typed
from handlers.slack.bonds.showing import details
from handlers.slack.door import Listener
from handlers.slack.press import Open, Press, Reply

ALL = "all"


async def bonds_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/bonds`, with whatever stands behind it."""
    words = " ".join(press.text.split()).casefold()
    if words in WORDS:
        return await WORDS[words](press, chatbot)
    if code := parse_code(words):
        return views.shown(await chatbot.bonds.get(code, by=press.person), press.speech)
    return views.unknown(words, press.speech)


async def help_asked(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    return help_text.shown(press.speech, may_add=is_steward(press.person), collects=is_treasurer(press.person))


async def open_asked(press: Press, chatbot: Chatbot) -> Reply:
    return await _list(press, chatbot, "", page=1)


async def all_asked(press: Press, chatbot: Chatbot) -> Reply:
    return await _list(press, chatbot, ALL, page=1)


async def page_turned(press: Press, chatbot: Chatbot) -> Reply:
    page, words = turning.asked(press.value)
    return await _list(press, chatbot, words, page=page, replace=True)


async def mine_asked(press: Press, chatbot: Chatbot) -> Reply:
    """What this person promised and gave."""
    pledges = await chatbot.bonds.mine(by=press.person)
    return views.mine(pledges, press.speech)


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await details(press, chatbot, press.value)


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    require_steward(press.person)
    return Open(view=modals.drive_form(press.speech, {}))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    drive = await chatbot.bonds.start(await _typed(press), by=press.person)
    network = await chatbot.networks.get(press.person.team_id)
    said = help_text.started(drive.code, drive.channel or network.card_channel)
    return await details(press, chatbot, drive.code, said=said)


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    drive = await _open_drive(press, chatbot)
    return Open(view=modals.drive_form(press.speech, modals.as_typed(drive), drive=drive))


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    drive = await chatbot.bonds.change(press.metadata, await _typed(press), by=press.person)
    return await details(press, chatbot, drive.code, said=help_text.saved(drive.code))


async def close_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=modals.close_form(await _open_drive(press, chatbot), press.speech))


async def close_submitted(press: Press, chatbot: Chatbot) -> Reply:
    reason = str(press.typed.get("reason") or "")
    drive = await chatbot.bonds.close(press.metadata, reason=reason, by=press.person)
    return await details(press, chatbot, drive.code, said=_("{code} has ended.", code=drive.code))


async def _open_drive(press: Press, chatbot: Chatbot) -> Drive:
    """The drive a steward is about to change. Raises `NotAllowed`, `NoSuchDrive`, `DriveOver`."""
    require_steward(press.person)
    drive = await chatbot.bonds.get(press.value, by=press.person)
    if not drive.is_open:
        raise DriveOver(drive.code)
    return drive


async def _typed(press: Press) -> Typed:
    """What was typed, when the channel that was chosen is one the bot can post to. Raises `NotAllowed`, `Invalid`."""
    require_steward(press.person)
    await press.facts.must_be_open({modals.CHANNEL_ASKED: press.typed.get(modals.CHANNEL_ASKED)})
    return press.typed


async def _list(press: Press, chatbot: Chatbot, words: str, *, page: int, replace: bool = False) -> Reply:
    found = await chatbot.bonds.listed(everything=words == ALL, page=page, by=press.person)
    return views.listing(found, words, press.speech, may_add=is_steward(press.person), replace=replace)


WORDS: Mapping[str, Listener] = {
    "": open_asked,
    "all": all_asked,
    "mine": mine_asked,
    "add": add_pressed,
    "books": books.books_pressed,
    "help": help_asked,
    "?": help_asked,
}
"""What can stand behind the command, besides a code."""
