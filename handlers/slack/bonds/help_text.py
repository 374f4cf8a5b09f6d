"""What `/bonds help` says, and the short confirmations of those who look after drives."""

from chatbot.kit.i18n import Text, _
from handlers.slack import blocks
from handlers.slack.bonds.parts import no_cards
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, joined, lines


def shown(speech: Speech, *, may_add: bool, collects: bool) -> Say:
    """What can be typed, with an example each; those with duties see theirs too."""
    entries = [
        ("/bonds", _("what is being raised, and the bonds that still stand")),
        ("/bonds mine", _("what you pledged and gave")),
        ("/bonds all", _("drives that are over, too")),
        ("/bonds B101", _("one drive by its code")),
    ]
    if may_add:
        entries.append(("/bonds add", _("start a drive")))
    if collects:
        entries.append(("/bonds books", _("the books: money in and out, statements, the bank")))
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    bar = _("In the bar ▰ has arrived, ▱ is pledged, — is missing.")
    promise = _(
        "Press an amount to pledge it. A pledge is a promise: you can change or withdraw it until it has arrived."
    )
    return Say(
        message=Message(
            text=speech.plain(_("How to use /bonds")),
            blocks=(
                blocks.section(bold(speech.md(_("What you can type")))),
                blocks.section(listed),
                blocks.context(joined(speech.md(promise), speech.md(bar), speech.md(no_cards()), by=" ")),
            ),
        )
    )


def started(code: str, channel: str | None) -> Text:
    if channel is None:
        return _("{code} is written down. Its card waits until a channel is chosen: /alongside settings.", code=code)
    return _("{code} has begun and its card is on its way to the channel.", code=code)


def saved(code: str) -> Text:
    return _("{code} is saved. Its card is being brought up to date.", code=code)
