"""The modals of a pledge: how much, are you sure, and thank you."""

from chatbot.bonds.model import Drive, Pledge, Rest
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import figures
from chatbot.kit.number_words import in_words
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.bonds import parts
from handlers.slack.bonds.asked import Asked
from handlers.slack.speech import Mrkdwn, Speech, bold, joined, lines, link


def amount_form(drive: Drive, speech: Speech, asked: Asked, *, pledge: Pledge | None = None) -> Block:
    """Another amount than those with a button; for a pledge that is there, another amount than before."""
    say = speech.plain
    return blocks.modal(
        say(_("Change your pledge")) if pledge else say(_("Pledge to {code}", code=drive.code)),
        [
            blocks.section(lines(parts.title(drive, speech), parts.progress(drive, speech))),
            blocks.field(
                "amount",
                say(_("How much, in dollars?")),
                blocks.text_input(initial=plain_figures(pledge.amount) if pledge else "", longest=20),
                hint=say(_("For example 40, 40.00 or $1,500.")),
                optional=False,
            ),
            _anonymous(speech, ticked=pledge.anonymous if pledge else False),
            no_cards(speech),
        ],
        close=say(_("Back")),
        submit=say(_("Go on")),
        callback_id="bonds.amount_form",
        metadata=asked.written(),
    )


def confirm(drive: Drive, speech: Speech, asked: Asked, *, missing: int, warn: bool = False) -> Block:
    """The amount once more, in figures and in words; where the rest goes when it is more than what is missing."""
    say = speech.plain
    much = asked.amount > missing and not asked.rest
    return blocks.modal(
        say(_("Is this right?")),
        [
            *([blocks.section(bold(speech.md(_(":warning: This is much more than people usually give."))))] if warn else []),
            blocks.section(
                lines(
                    parts.title(drive, speech),
                    bold(speech.md(_("You pledge {amount}", amount=figures(asked.amount)))),
                    speech.md(_("In words: {words}", words=spelled(asked.amount, speech))),
                )
            ),
            *([_rest(speech, asked, missing)] if much else []),
            _anonymous(speech, ticked=asked.anonymous),
            blocks.context(speech.md(_("A pledge is a promise: no money moves now."))),
            no_cards(speech),
        ],
        close=say(_("Back")),
        submit=say(_("Yes, {amount}", amount=figures(asked.amount))),
        callback_id="bonds.pledge_form",
        metadata=asked.written(),
    )


def thanks(drive: Drive, pledge: Pledge, speech: Speech, said: Text) -> Block:
    """What was promised, how to give it, and the way back."""
    return blocks.modal(
        speech.plain(_("Thank you!")),
        [
            blocks.section(lines(bold(speech.md(said)), parts.progress(drive, speech))),
            *parts.how_to_give(drive, speech),
            blocks.actions(*parts.pledge_buttons(pledge, speech)),
        ],
        close=speech.plain(_("Close")),
    )


def spelled(cents: int, speech: Speech) -> Text:
    """The amount in words of the reader's language."""
    dollars, rest = divmod(cents, 100)
    words = in_words(dollars, speech.language)
    if not rest:
        return n_("one dollar", "{words} dollars", dollars, words=words)
    return n_("one dollar and {cents} cents", "{words} dollars and {cents} cents", dollars, words=words, cents=in_words(rest, speech.language))
