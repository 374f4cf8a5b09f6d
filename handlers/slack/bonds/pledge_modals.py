"""The windows of a pledge: how much, is that right, and thank you."""

from chatbot.bonds.model import Drive, Rest
from chatbot.kit.i18n import _
from chatbot.kit.money import Money
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.bonds import parts
from handlers.slack.bonds.asked import Asked
from handlers.slack.speech import Speech, bold, joined, lines

HIDDEN = "hidden"


def amount_form(drive: Drive, speech: Speech, asked: Asked) -> Block:
    """Any amount; for a pledge that is there, another one than before."""
    say = speech.plain
    before = Money(asked.cents).plain if asked.changes else ""
    return blocks.modal(
        say(_("Change your pledge")) if asked.changes else say(_("Pledge to {code}", code=drive.code)),
        [
            blocks.section(lines(parts.title(drive, speech), parts.progress(drive, speech))),
            blocks.field(
                "amount",
                say(_("How much, in dollars?")),
                blocks.text_input(initial=before, longest=20),
                hint=say(_("For example 40, 40.50 or $1,500.")),
                optional=False,
            ),
            anonymous_box(speech, ticked=asked.anonymous),
            blocks.context(speech.md(parts.no_cards())),
        ],
        close=say(_("Back")),
        submit=say(_("Go on")),
        callback_id="bonds.amount_form",
        metadata=asked.written,
    )


def confirm(drive: Drive, speech: Speech, asked: Asked, *, over: Money, odd: bool = False) -> Block:
    """The amount in figures and in words; where the rest goes when the drive does not need all of it."""
    say = speech.plain
    once_more = bold(speech.md(_(":warning: This is far from what people usually give. Please look once more.")))
    return blocks.modal(
        say(_("Is this right?")),
        [
            *([blocks.section(once_more)] if odd else []),
            blocks.section(
                lines(
                    parts.title(drive, speech),
                    bold(speech.md(_("You pledge {amount}", amount=asked.amount))),
                    speech.md(_("In words: {words}", words=asked.amount.in_words)),
                )
            ),
            *([_rest(speech, asked, over)] if over else []),
            anonymous_box(speech, ticked=asked.anonymous),
            blocks.context(
                joined(
                    speech.md(_("A pledge is a promise: no money moves now.")),
                    speech.md(_("You can change or withdraw it until it has arrived.")),
                    speech.md(parts.no_cards()),
                    by=" ",
                )
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Yes, {amount}", amount=asked.amount)),
        callback_id="bonds.pledge_form",
        metadata=asked.written,
    )


def _rest(speech: Speech, asked: Asked, over: Money) -> Block:
    needed = asked.amount - over
    fund = _("Pledge all of it: {over} go to the fund for the next one", over=over)
    leave = _("Pledge only the {needed} that are missing", needed=needed)
    choices = [Choice(label=speech.plain(fund), value=Rest.FUND), Choice(label=speech.plain(leave), value=Rest.LEAVE)]
    if not needed:
        choices = choices[:1]
    return blocks.field(
        "rest",
        speech.plain(_("This is {over} more than what is missing", over=over)),
        blocks.radio("rest", choices, chosen=asked.rest),
        optional=False,
    )


def anonymous_box(speech: Speech, *, ticked: bool) -> Block:
    label = speech.plain(_("Do not show my name"))
    choice = Choice(label=label, value=HIDDEN, hint=speech.plain(_("Treasurers can still see whom to thank.")))
    return blocks.field(
        "anonymous",
        speech.plain(_("Your name")),
        blocks.checkboxes("anonymous", [choice], ticked=[HIDDEN] if ticked else []),
    )
