"""The pieces the windows with inputs are put together from. What was typed before stands in them again."""

import secrets
from collections.abc import Mapping, Sequence

from chatbot.bonds.model import Drive, Over
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import Money
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.speech import Speech

Typed = Mapping[str, object]


def window(
    speech: Speech, title: Text, found: Sequence[Block], *, submit: Text, form: str, metadata: str = ""
) -> Block:
    """A form with its way back."""
    return blocks.modal(
        speech.plain(title),
        found,
        close=speech.plain(_("Back")),
        submit=speech.plain(submit),
        callback_id=form,
        metadata=metadata,
    )


def money_window(speech: Speech, title: Text, found: Sequence[Block], *, form: str, about: str) -> Block:
    """A form whose sending is written into the books, once."""
    return window(speech, title, found, submit=_("Write down"), form=form, metadata=once(about))


def once(about: str) -> str:
    """What such a form carries along: a key of its own, and what it is about."""
    return f"{secrets.token_hex(8)} {about}"


def key_of(metadata: str) -> str:
    return metadata.partition(" ")[0]


def about(metadata: str) -> str:
    return metadata.partition(" ")[2]


def amount(
    speech: Speech, label: Text, typed: Typed, *, name: str = "amount", hint: Text | None = None, optional: bool = False
) -> Block:
    return blocks.field(
        name,
        speech.plain(label),
        blocks.text_input(initial=text(typed, name), longest=20),
        hint=speech.plain(hint or _("In dollars, for example 40, 40.50 or $1,500.")),
        optional=optional,
    )


def day(speech: Speech, label: Text, typed: Typed, *, name: str = "on", hint: Text | None = None) -> Block:
    return blocks.field(
        name,
        speech.plain(label),
        blocks.date_input(initial=text(typed, name) or None),
        hint=speech.plain(hint or _("Leave it empty for today.")),
    )


def reason(speech: Speech, typed: Typed, hint: Text) -> Block:
    return blocks.field(
        "reason",
        speech.plain(_("Why?")),
        blocks.text_input(initial=text(typed, "reason"), longest=200),
        hint=speech.plain(hint),
        optional=False,
    )


def where_over(speech: Speech, over: Money, drive: Drive | None) -> Block:
    """Where money goes that is more than what was expected."""
    fund = Choice(label=speech.plain(_("Into the fund for the next one")), value=Over.FUND)
    same = _("To {code} all the same", code=drive.code) if drive else _("To the same drive")
    return blocks.field(
        "over",
        speech.plain(_("This is {over} more than expected. Where does that part go?", over=over)),
        blocks.radio("over", [fund, Choice(label=speech.plain(same), value=Over.DRIVE)]),
        optional=False,
    )


def text(typed: Typed, name: str) -> str:
    found = typed.get(name)
    return found if isinstance(found, str) else ""


def chosen(typed: Typed, name: str) -> tuple[str, ...]:
    found = typed.get(name)
    return tuple(str(one) for one in found) if isinstance(found, tuple) else ()
