"""How long things are kept, and the legal hold."""

from chatbot.bootstrap import Chatbot
from chatbot.flows.holds.model import Hold
from chatbot.kit.i18n import Text, _
from chatbot.kit.letters import Letter
from chatbot.network.forms import MOST_PRIVATE_DAYS, MOST_RECORD_MONTHS
from chatbot.network.model import Network
from handlers.slack import blocks
from handlers.slack.blocks import Block, Confirm
from handlers.slack.press import Message
from handlers.slack.speech import Speech, inert, lines


def limits(network: Network, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("How long things are kept")),
        [
            blocks.field(
                "private_days",
                say(_("Days after a matter is over until its private details are wiped")),
                blocks.number_input(initial=network.private_days, least=1, most=MOST_PRIVATE_DAYS),
                hint=say(_("I take down my own messages about it then, too.")),
                optional=False,
            ),
            blocks.field(
                "record_months",
                say(_("Months after which its record goes")),
                blocks.number_input(initial=network.record_months, least=1, most=MOST_RECORD_MONTHS),
                hint=say(_("Counted from the end of the month in which it was over. The books of money stay.")),
                optional=False,
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="privacy.limits_form",
    )


def hold(standing: Hold | None, speech: Speech, *, said: Text | None = None) -> Block:
    """The hold that stands, to be lifted; or the way to begin one."""
    say = speech.plain
    found: list[Block] = blocks.news(said, speech)
    if standing is not None:
        since = _("{name} switched it on: {moment}.", name=standing.set_by, moment=standing.set_at.date())
        sure = Confirm(
            title=say(_("Lift the legal hold?")),
            text=say(_("What fell due meanwhile is wiped the next time I look, and cannot be brought back.")),
            yes=say(_("Lift it")),
            no=say(_("Keep it")),
        )
        found += [
            blocks.section(lines(speech.md(since), inert(standing.reason))),
            blocks.section(speech.md(_("While it stands I wipe nothing, and nobody can be erased."))),
            blocks.actions(blocks.button(say(_("Lift it")), "privacy.lift", style="danger", confirm=sure)),
        ]
        return blocks.modal(say(_("Legal hold")), found, close=say(_("Back")))
    why = _("When a court or an attorney says that nothing may be deleted: I wipe nothing until an admin lifts it.")
    found += [
        blocks.section(speech.md(why)),
        blocks.field(
            "reason",
            say(_("Reason, for admins")),
            blocks.text_input(multiline=True, longest=500),
            hint=say(_("It may be left out. It is sealed, and only admins read it.")),
        ),
    ]
    return blocks.modal(
        say(_("Legal hold")), found, close=say(_("Back")), submit=say(_("Begin")), callback_id="privacy.hold_form"
    )


async def hold_stands(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To admins, when it begins and every week; silent once it is lifted."""
    if not await chatbot.holds.drawn(team_id=letter.team_id):
        return None
    said = _("A legal hold stands: nothing is wiped, and nobody can be erased. Does it still have to?")
    button = blocks.button(speech.plain(_("Legal hold")), "privacy.hold")
    return Message(
        text=speech.plain(_("A legal hold stands.")), blocks=(blocks.section(speech.md(said)), blocks.actions(button))
    )
