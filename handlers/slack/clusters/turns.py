"""What cards, lists and details say while something is for a family's clusters first."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from chatbot.clusters.families.model import NOBODY, Family, Tie
from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.speech import Mrkdwn, Speech


def first_line(tie: Tie | None, zone: ZoneInfo, speech: Speech) -> Mrkdwn | None:
    """Until when it is for those who support the family."""
    if tie is None or tie.first is None:
        return None
    until = tie.first.until.astimezone(zone)
    said = speech.md(_("First for those who support this family; open to everyone after {moment}", moment=until))
    return Mrkdwn(f":busts_in_silhouette: {said}")


def family_note(tie: Tie | None, speech: Speech, *, may_open: bool) -> list[Block]:
    """For coordinators: whose family it is, and the button that ends the wait."""
    if tie is None or not may_open:
        return []
    button = blocks.button(speech.plain(_("Open to everyone now")), "clusters.open_now", tie.subject)
    return [
        blocks.section(
            speech.md(_("It belongs to the family {code}.", code=tie.family)), accessory=button if tie.first else None
        )
    ]


def family_input(families: Sequence[Family], tie: Tie | None, speech: Speech, *, is_new: bool) -> list[Block]:
    """The input that says whose family it belongs to; nothing while no family is supported."""
    if not families:
        return []
    choices = [Choice(label=f"{one.code} · {one.alias}", value=one.code) for one in families]
    if not is_new:
        choices.insert(0, Choice(label=speech.plain(_("No family")), value=NOBODY))
    menu = blocks.select("family", choices, chosen=tie.family if tie else None if is_new else NOBODY)
    hint = speech.plain(_("Then it goes to the clusters that support the family first."))
    return [blocks.field("family", speech.plain(_("Which family does it belong to?")), menu, hint=hint)]
