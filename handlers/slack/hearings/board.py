"""What waits for coordinators and verifiers, on their Home."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _, n_
from chatbot.people.model import Role
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.press import Press
from handlers.slack.speech import Speech, bold


async def waiting(press: Press, chatbot: Chatbot) -> list[Block]:
    """A line for each kind of thing somebody has to look after, with the button that shows them."""
    coordinates = press.person.has(Role.COORDINATOR)
    if not coordinates and not press.person.has(Role.VERIFIER):
        return []
    found: list[Block] = []
    dates = len(await chatbot.verifying.to_check(by=press.person))
    if dates:
        said = n_("{count} date to check", "{count} dates to check", dates)
        found.append(_entry(said, _("Check dates"), "hearings.check", press.speech))
    if coordinates:
        silent = len(await chatbot.moving.unanswered(by=press.person))
        if silent:
            said = n_(
                "{count} hearing moved, and not everyone has answered.",
                "{count} hearings moved, and not everyone has answered.",
                silent,
            )
            found.append(_entry(said, _("Who has not answered?"), "hearings.unanswered", press.speech))
        overdue = len(await chatbot.reporting.overdue(by=press.person))
        if overdue:
            said = n_("{count} report is missing.", "{count} reports are missing.", overdue)
            found.append(_entry(said, _("Missing reports"), "hearings.overdue", press.speech))
        drafts = len(await chatbot.reporting.drafts(by=press.person))
        if drafts:
            said = n_("{count} hearing to check and post.", "{count} hearings to check and post.", drafts)
            found.append(_entry(said, _("Hearings to post"), "hearings.drafts", press.speech))
    heading = blocks.section(bold(press.speech.md(_("Waiting for you"))))
    return [heading, *found] if found else []


def _entry(said: Text, label: Text, action: str, speech: Speech) -> Block:
    return blocks.section(speech.md(said), accessory=blocks.button(speech.plain(label), action))
