"""What waits for someone's answer about seats, on their Home; for coordinators also what is at risk."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.people.model import Role
from chatbot.signups.risk import AtRisk
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.press import Press
from handlers.slack.signups import parts
from handlers.slack.signups.cover import asked_text
from handlers.slack.speech import Mrkdwn, Speech, bold, lines

MOST = 5
"""Of each: a Home has room for many capabilities."""


async def to_answer(press: Press, chatbot: Chatbot) -> list[Block]:
    """Drawn from the present state."""
    speech = press.speech
    found: list[Block] = []
    for cover, occasion in (await chatbot.covers.asked(by=press.person))[:MOST]:
        text = parts.told(asked_text(cover, occasion), occasion, speech)
        found += [blocks.section(text), blocks.actions(*parts.cover_buttons(cover.id, occasion, speech))]
    risks = await chatbot.signups.at_risk(by=press.person) if press.person.has(Role.COORDINATOR) else []
    if risks:
        found.append(blocks.section(bold(speech.md(_("Seats at risk")))))
    for risk in risks[:MOST]:
        found.append(blocks.section(risk_text(risk, speech), accessory=parts.people_button(risk.occasion.code, speech)))
    return found


def risk_text(risk: AtRisk, speech: Speech) -> Mrkdwn:
    """What it is, who has not confirmed, who looks for cover."""
    unsure = speech.md(_("Not confirmed: {names}", names=[one.name for one in risk.unsure])) if risk.unsure else None
    seeking = speech.md(_("Looking for cover: {names}", names=[one.name for one in risk.seeking]))
    return lines(
        parts.title(risk.occasion, speech),
        parts.when_and_where(risk.occasion, speech),
        Mrkdwn(f":warning: {unsure}") if unsure else None,
        Mrkdwn(f":mag: {seeking}") if risk.seeking else None,
    )
