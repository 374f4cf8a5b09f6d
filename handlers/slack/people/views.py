"""The agreement modal."""

from chatbot.kit.i18n import _
from chatbot.network.messages import agreement as ours
from chatbot.network.model import Network
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Speech, bold, inert


def agreement(network: Network, speech: Speech, pressed: str) -> Block:
    words = inert(network.agreement) if network.agreement else speech.md(ours())
    return blocks.modal(
        speech.plain(_("Before you come along")),
        [
            blocks.section(bold(speech.md(_("The accompaniment agreement")))),
            blocks.section(words),
            blocks.context(speech.md(_("You read this once. When you accept, your claim goes through by itself."))),
        ],
        close=speech.plain(_("Not now")),
        submit=speech.plain(_("I agree")),
        callback_id="people.agreement_form",
        metadata=pressed,
    )
