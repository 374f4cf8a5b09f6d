"""The forms of the network's own settings."""

from chatbot.kit.i18n import LANGUAGES, _
from chatbot.network.forms import AGREEMENT, MOST_CHECK_DAYS
from chatbot.network.messages import agreement as ours
from chatbot.network.model import Network
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.speech import Speech


def channels(network: Network, speech: Speech) -> Block:
    say = speech.plain
    languages = [Choice(label=name, value=language) for language, name in LANGUAGES.items()]
    return blocks.modal(
        say(_("Channels")),
        [
            blocks.section(speech.md(_("Invite me to a channel first: type /invite @alongside there."))),
            blocks.field(
                "card_channel",
                say(_("Channel for the cards of hearings")),
                blocks.channel_input(initial=network.card_channel),
                hint=say(_("A place may have a channel of its own instead.")),
            ),
            blocks.field(
                "response_channel",
                say(_("Private channel of the response team")),
                blocks.channel_input(initial=network.response_channel),
                hint=say(_("When someone is detained, the alert goes there. It must be private.")),
            ),
            blocks.field(
                "language",
                say(_("Language in channels")),
                blocks.select("language", languages, chosen=network.language),
                hint=say(_("To one person I speak the language of their own Slack.")),
                optional=False,
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="settings.channels_form",
    )


def dates(network: Network, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("Dates")),
        [
            blocks.field(
                "check_days",
                say(_("From how many days before are dates checked?")),
                blocks.number_input(initial=network.check_days, least=1, most=MOST_CHECK_DAYS),
                hint=say(_("They stand in /hearings check until someone confirms them, and again a week later.")),
                optional=False,
            )
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="settings.dates_form",
    )


def agreement(network: Network, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("Agreement")),
        [
            blocks.section(
                speech.md(
                    _(
                        "Everyone reads this once, before their first claim. "
                        "When you save another text, everyone is asked again."
                    )
                )
            ),
            blocks.field(
                "agreement",
                say(_("The accompaniment agreement")),
                blocks.text_input(initial=network.agreement or say(ours()), multiline=True, longest=AGREEMENT),
                hint=say(_("Leave it empty to go back to the one that comes with Alongside.")),
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="settings.agreement_form",
    )
