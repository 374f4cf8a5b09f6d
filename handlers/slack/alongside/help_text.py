"""What `/alongside` says: what the bot does, and what one can type."""

from chatbot.kit.i18n import Text, _
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.people.preference_views import preferences_button
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines


def shown(speech: Speech, *, by: Person, unknown: str | None = None) -> Say:
    """The help, for what this person can do. `unknown` is what they typed, when it was no word of ours."""
    found: list[Block] = []
    if unknown:
        sentence = _("I do not know “{word}”. Here is what I understand.", word=unknown[:60])
        found.append(blocks.section(speech.md(sentence)))
    found += [
        blocks.section(lines(bold(speech.md(_("Nobody goes to a hearing alone."))), *_what(speech))),
        blocks.section(lines(bold(speech.md(_("What you can type"))), *_commands(speech, _EVERYONE))),
    ]
    if by.has(Role.COORDINATOR):
        title = bold(speech.md(_("For coordinators")))
        found.append(blocks.section(lines(title, *_commands(speech, _COORDINATORS))))
    found.append(
        blocks.actions(
            blocks.button(speech.plain(_("See hearings")), "alongside.hearings", style="primary"),
            preferences_button(speech),
            settings_button(speech) if by.has(Role.COORDINATOR) else None,
        )
    )
    return Say(message=Message(text=speech.plain(_("What Alongside does")), blocks=tuple(found)))


def settings_button(speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("Settings")), "settings.menu")


def _what(speech: Speech) -> list[Mrkdwn]:
    said = (
        _("I show which hearings and check-ins are coming up, and who goes along."),
        _("Press Claim to come, Release when you cannot, Details to read more."),
        _("When all seats are taken you wait in line, and I tell you when one comes free."),
        _("Private details open only in a window, only for those who come and for coordinators."),
    )
    return [Mrkdwn(f"• {speech.md(sentence)}") for sentence in said]


_EVERYONE: tuple[tuple[str, Text], ...] = (
    ("/hearings", _("what is coming up; for example “/hearings open this week”")),
    ("/hearings mine", _("what you signed up for")),
    ("/hearings H204", _("one hearing by its code")),
    ("/needs", _("rides, letters, supplies: what is asked for")),
    ("/events", _("walks, vigils, trainings: what you can come to")),
    ("/resources", _("whom to turn to; for example “/resources lawyer portuguese framingham”")),
    ("/actions", _("whom to call, and what to say")),
    ("/impact", _("what we did together, by month")),
    ("/rooms", _("your rooms and your guests")),
    ("/rooms offer", _("offer a room")),
    ("/digest", _("when this channel gets its digest; “/digest preview” shows it now")),
    ("/alongside preferences", _("your language, your own digest, what I write to you about")),
    ("/alongside privacy", _("what I keep about you, a copy of it, and how to erase it")),
    ("/alongside clusters", _("the congregations and teams that support families together")),
    ("/alongside", _("this help")),
)

_COORDINATORS: tuple[tuple[str, Text], ...] = (
    ("/hearings add", _("write down a new hearing")),
    ("/events add", _("add an event or a series")),
    ("/rooms stays", _("who needs a room, and how far it is")),
    ("/resources check", _("what has to be checked again, and how often")),
    ("/digest", _("typed in a channel: set up, pause or stop its digests")),
    ("/alongside settings", _("places, people, channels and the agreement")),
)


def _commands(speech: Speech, entries: tuple[tuple[str, Text], ...]) -> list[Mrkdwn]:
    return [Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries]
