"""The menu of settings: what can be set, and how it is set now."""

from chatbot.kit.i18n import LANGUAGES, Text, _, n_
from chatbot.network.model import Network
from chatbot.people.model import Person
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Mrkdwn, Speech, inert, lines


def menu(network: Network, speech: Speech, *, by: Person, said: Text | None = None) -> Block:
    """What this person may set. `said` is what just happened, on top."""
    found: list[Block] = blocks.news_apart(said, speech)
    found += [
        _entry(speech, _("Places"), [speech.md(_("The courts and offices people are accompanied to."))], "places"),
        _entry(speech, _("People"), [speech.md(_("Who leads, who verifies dates, who coordinates."))], "people"),
        _entry(
            speech, _("Clusters"), [speech.md(_("Congregations and teams, and the families they support."))], "clusters"
        ),
    ]
    if by.is_admin:
        found += [
            _entry(speech, _("Channels"), _channels(network, speech), "channels"),
            _entry(speech, _("Agreement"), [speech.md(_whose(network))], "agreement"),
            _entry(speech, _("Dates"), [speech.md(_checked(network))], "dates"),
        ]
    else:
        found.append(blocks.context(speech.md(_("Channels and the agreement are set by admins."))))
    return blocks.modal(speech.plain(_("Settings")), found, close=speech.plain(_("Close")))


def agreement_saved(*, is_new: bool) -> Text:
    return _("Saved. Everyone reads the new agreement before their next claim.") if is_new else _("Saved.")


def _entry(speech: Speech, title: Text, said: list[Mrkdwn], name: str) -> Block:
    return blocks.section(lines(*said), accessory=blocks.button(speech.plain(title), f"settings.{name}"))


def _channels(network: Network, speech: Speech) -> list[Mrkdwn]:
    return [
        _channel(speech, _("Cards of hearings:"), network.card_channel),
        _channel(speech, _("Response team:"), network.response_channel),
        speech.md(_("I write there in {language}.", language=LANGUAGES.get(network.language, network.language))),
    ]


def _channel(speech: Speech, label: Text, channel: str | None) -> Mrkdwn:
    shown = Mrkdwn(f"<#{inert(channel)}>") if channel else speech.md(_("none yet"))
    return Mrkdwn(f"{speech.md(label)} {shown}")


def _checked(network: Network) -> Text:
    return n_(
        "Dates are checked from {count} day before, and again every week.",
        "Dates are checked from {count} days before, and again every week.",
        network.check_days,
    )


def _whose(network: Network) -> Text:
    if network.agreement is None:
        return _("Your agreement is the one that comes with Alongside.")
    return _("You use your own words.")
