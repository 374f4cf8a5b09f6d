"""Needs and what they hang on: the code shown with a need, and the needs shown with a hearing or a stay."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal
from chatbot.needs.model import Need
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.fitting import in_view
from handlers.slack.needs import parts
from handlers.slack.press import Press
from handlers.slack.speech import Speech, bold


async def code_of(need: Need, chatbot: Chatbot) -> str | None:
    """The code of what a need hangs on, if it hangs on anything that is still there."""
    kind, _sep, number = (need.about or "").partition(":")
    try:
        if kind == "hearing":
            return (await chatbot.hearings.drawn(int(number), team_id=need.team_id)).code
        if kind == "stay":
            return (await chatbot.stays.drawn(int(number), team_id=need.team_id)).code
        if kind == "bond":
            return (await chatbot.bonds.drawn(int(number), team_id=need.team_id)).code
    except Refusal:
        return None
    return None


async def with_needs(view: Block, subject: str, press: Press, chatbot: Chatbot) -> Block:
    """The window of a hearing or a stay, with the needs that hang on it at its end."""
    found = await chatbot.needs.about(subject, team_id=press.person.team_id)
    return {**view, "blocks": in_view([*view["blocks"], *_listed(found, press.speech)])} if found else view


def _listed(found: list[Need], speech: Speech) -> list[Block]:
    """Each with its button beside it: in one row, Slack refuses two of the same action."""
    listed = [
        blocks.section(parts.summary(need, speech), accessory=blocks.button(need.code, "needs.details", need.code))
        for need in found[:8]
    ]
    return [blocks.section(bold(speech.md(_("Also needed for this")))), *listed]
