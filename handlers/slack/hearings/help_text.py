"""What `/hearings help` says, and the short confirmations of the coordinators' verbs."""

from chatbot.kit.i18n import Text, _
from handlers.slack import blocks
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines


def shown(speech: Speech, *, may_add: bool) -> Say:
    """The filters with an example each; coordinators see their verbs too."""
    entries = [
        ("/hearings", _("the next 14 days")),
        ("/hearings today", _("today only")),
        ("/hearings tomorrow", _("one day; a weekday or a date works too: friday, 3/4")),
        ("/hearings this week", _("the next seven days")),
        ("/hearings mine", _("what you signed up for")),
        ("/hearings open", _("where people are still welcome")),
        ("/hearings boston", _("at a place; every name it is known by works")),
        ("/hearings check-in", _("of one kind: master, individual, bond, check-in, isap, biometrics, uscis, state")),
        ("/hearings spanish", _("where a language helps")),
        ("/hearings open boston this week", _("filters can be combined")),
        ("/hearings H204", _("one hearing by its code")),
    ]
    entries.append(("/hearings watch boston", _("be told when something there stays uncovered")))
    if may_add:
        entries += [
            ("/hearings check", _("the dates that somebody has to confirm")),
            ("/hearings add", _("write down a new hearing")),
            ("/hearings import", _("bring in a spreadsheet; it is only looked at first")),
            ("/hearings export", _("a list as a file; “/hearings export open boston” narrows it")),
        ]
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    return Say(
        message=Message(
            text=speech.plain(_("How to use /hearings")),
            blocks=(
                blocks.section(bold(speech.md(_("What you can type")))),
                blocks.section(listed),
                blocks.context(
                    speech.md(
                        _("Press Claim to accompany someone, Release when you cannot come, Details to read more.")
                    )
                ),
            ),
        )
    )


def added(code: str, channel: str | None, *, is_of_family: bool) -> Text:
    if is_of_family:
        return _("{code} is written down, and the clusters that support the family are told.", code=code)
    if channel is None:
        return _("{code} is written down. Its card waits until a channel is chosen: /alongside settings.", code=code)
    return _("{code} is written down and its card is on its way to the channel.", code=code)


def saved(code: str) -> Text:
    return _("{code} is saved. Its card is being brought up to date.", code=code)


def called_off(code: str) -> Text:
    return _("{code} is cancelled. Everyone who signed up is being told.", code=code)
