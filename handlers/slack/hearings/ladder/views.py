"""What is said about hearings that stay uncovered, and the list of what someone watches."""

from chatbot.hearings.ladder.model import Watch
from chatbot.hearings.model import Hearing
from chatbot.kit.i18n import Text, _
from handlers.slack import blocks, replies
from handlers.slack.blocks import Block
from handlers.slack.hearings.views import by_day
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold

_HAND = ":raised_hand:"


def uncovered(hearings: list[Hearing], speech: Speech) -> Message:
    """In the channel; what is covered since says so."""
    still = any(one.urgent for one in hearings)
    said = _("These hearings are near and still need people.") if still else _("Covered now. Thank you!")
    return Message(
        text=speech.plain(_("A hearing still needs people.")),
        blocks=(_heading(said, speech), *by_day(tuple(hearings), speech, person_id=None)),
    )


def to_watcher(hearings: list[Hearing], speech: Speech, *, person_id: int) -> Message:
    """To one person who watches them."""
    said = _("What you watch is near and still needs people.")
    return Message(
        text=speech.plain(_("Something you watch still needs people.")),
        blocks=(
            _heading(said, speech),
            *by_day(tuple(hearings), speech, person_id=person_id),
            blocks.context(speech.md(_("Type /hearings watch to see what you watch."))),
        ),
    )


def _heading(said: Text, speech: Speech) -> Block:
    return blocks.section(Mrkdwn(f"{_HAND} {bold(speech.md(said))}"))


def watch_button(hearing: Hearing, speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("Watch")), "hearings.watch", hearing.code)


def watching(hearing: Hearing, speech: Speech) -> Say:
    said = _("You watch {code}: I tell you when it is near and still needs people.", code=hearing.code)
    return replies.said(speech, said, blocks.actions(_stop_button(hearing.subject, speech)), title=hearing.code)


def _stop_button(what: str, speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("Stop watching")), "hearings.unwatch", what)


def watched_list(watches: list[Watch], speech: Speech, *, replace: bool = False) -> Say:
    """What someone watches, each with its button."""
    heading = _("What you watch") if watches else _("You watch nothing. Try /hearings watch boston.")
    return Say(
        message=Message(
            text=speech.plain(_("What you watch")),
            blocks=(
                blocks.section(bold(speech.md(heading))),
                *(
                    blocks.section(speech.md(one.name), accessory=_stop_button(one.what, speech))
                    for one in watches[:40]
                ),
            ),
        ),
        replace=replace,
    )
