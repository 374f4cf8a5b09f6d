"""What someone did in Slack, read into one value; and what a listener answers."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chatbot.people.model import Person
from handlers.slack.blocks import Block
from handlers.slack.facts import Facts
from handlers.slack.fitting import in_message
from handlers.slack.speech import Speech

Typed = Mapping[str, object]


class Surface(StrEnum):
    """Where it happened, which decides how an answer can reach the person."""

    COMMAND = "command"
    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"
    FORM = "form"
    SHORTCUT = "shortcut"


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """One thing one person did. Everything but `person` is a hint from the client and never authority.

    `value` is what the pressed button or the chosen option carries; `metadata` what the modal carries; `typed` the
    modal's inputs by block id (a string, a tuple of strings, or None). `text` is what stands behind a command, or in
    the message a shortcut was used on.
    """

    person: Person
    account: str
    """The chat account it came from, also while it is not known whose that is."""
    speech: Speech
    facts: Facts = field(repr=False)
    surface: Surface
    action: str
    value: str = ""
    text: str = field(default="", repr=False)
    channel: str | None = None
    metadata: str = ""
    typed: Typed = field(default_factory=dict, repr=False)
    is_ephemeral: bool = False
    trigger_id: str | None = field(default=None, repr=False)
    view_id: str | None = None
    beneath: str | None = None
    """The modal under the one it happened in."""
    response_url: str | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file for Slack. `about` is what it is, in the reader's language: the mrkdwn beside it (`Speech.beside`)."""

    name: str
    content: str | bytes = field(repr=False)
    about: str
    alt: str = ""
    """What a picture shows, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What stands in a message, as far as it fits. `text` is the notification: a fixed sentence without data."""

    text: str
    blocks: tuple[Block, ...]
    picture: Upload | None = None
    """A picture that is shown with it, in a channel. The words stand beside it then, in place of the blocks."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "blocks", tuple(in_message(self.blocks)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Say:
    """Answer the person alone. Where no message can be shown, a small modal of that `title` says it."""

    message: Message
    title: str = "Alongside"
    replace: bool = False
    """Put it in the place of the private message, or the modal, in which the button was pressed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """Open a modal, on top of the one that is open."""

    view: Block


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """Show this in the modal that is open."""

    view: Block


@dataclass(frozen=True, kw_only=True, slots=True)
class GoBack:
    """Close the form, and show this in the modal beneath it."""

    view: Block


@dataclass(frozen=True, kw_only=True, slots=True)
class Errors:
    """Sentences under the inputs of the form, which keeps what was typed."""

    problems: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishHome:
    """Show this as the person's Home."""

    view: Block


@dataclass(frozen=True, kw_only=True, slots=True)
class SendFile(Upload):
    """Put a file into the person's messages with the bot. Nothing private goes into a file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Later:
    """An answer that takes longer than Slack waits: it is made once the press is acknowledged. Never for a form."""

    make: Callable[[], Awaitable[Say | SendFile]] = field(repr=False)


Reply = Say | Open | Update | GoBack | Errors | PublishHome | SendFile | Later | None
"""What a listener answers; None closes the form, or says nothing."""
