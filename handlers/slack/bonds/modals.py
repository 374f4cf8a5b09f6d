"""The windows about a drive: its details, the form it is written down with, and ending it."""

from chatbot.bonds.messages import purpose_name, state_name
from chatbot.bonds.model import Drive, Pledge, Purpose
from chatbot.kit.i18n import Text, _
from chatbot.people.model import Person
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.bonds import bond_facts, duties, forms, parts
from handlers.slack.bonds.forms import Typed
from handlers.slack.speech import Speech, joined, lines

CHANNEL_ASKED = "channel"


def details(drive: Drive, mine: Pledge | None, speech: Speech, *, by: Person, said: Text | None = None) -> Block:
    """The drive, what this person promised, and what their duties let them do. `said` is what just happened."""
    own = parts.own_line(mine, speech) if mine else None
    pledging = parts.amount_buttons(drive, speech) if drive.is_open and not mine else []
    buttons = [*(parts.own_buttons(mine, speech) if mine else []), *pledging]
    facts = parts.facts(drive, speech)
    found = [
        *blocks.news_apart(said, speech),
        blocks.section(lines(joined(parts.title(drive, speech), speech.md(state_name(drive.state))), facts)),
        blocks.section(lines(parts.progress(drive, speech), own)),
        *([blocks.actions(*buttons)] if any(buttons) else []),
        *(parts.how_to_give(drive, speech) if drive.is_open else []),
        *bond_facts.of(drive, speech),
        *duties.blocks_of(drive, speech, by=by),
    ]
    return blocks.modal(drive.code, found, close=speech.plain(_("Close")))


def drive_form(speech: Speech, typed: Typed, *, drive: Drive | None = None) -> Block:
    """Everything that is written down about a drive."""
    say = speech.plain
    purposes = [Choice(label=say(purpose_name(purpose)), value=purpose) for purpose in Purpose]
    purpose = blocks.field(
        "purpose",
        say(_("What for?")),
        blocks.select("purpose", purposes, chosen=forms.text(typed, "purpose") or Purpose.BOND),
        optional=False,
    )
    found = [
        *([] if drive else [purpose]),
        blocks.field(
            "alias",
            say(_("Who is it for?")),
            blocks.text_input(initial=forms.text(typed, "alias"), longest=40),
            hint=say(_("An alias or initials, never a full name.")),
            optional=False,
        ),
        forms.amount(speech, _("The whole amount"), typed, hint=_("The bond as the judge set it, or all the fees.")),
        forms.amount(
            speech,
            _("What we raise of it"),
            typed,
            name="share",
            hint=_("Leave it empty when we raise all of it."),
            optional=True,
        ),
        forms.day(speech, _("Needed by"), typed, name="due", hint=_("Reminders of pledges go by this day.")),
        blocks.field(
            "story",
            say(_("Story")),
            blocks.text_input(initial=forms.text(typed, "story"), multiline=True),
            hint=say(_("Everyone can read it. Say nothing that gives the person away: no names, places or dates.")),
        ),
        blocks.field(
            "link",
            say(_("Where to give")),
            blocks.text_input(initial=forms.text(typed, "link"), longest=500, placeholder="https://"),
            hint=say(_("The donation page. Whoever pledges is sent there.")),
        ),
        blocks.field(
            CHANNEL_ASKED,
            say(_("Channel of the card")),
            blocks.channel_input(initial=forms.text(typed, CHANNEL_ASKED) or None),
            hint=say(_("Leave it empty for the channel where cards usually go.")),
        ),
        blocks.context(speech.md(bond_facts.starting())),
    ]
    return forms.window(
        speech,
        _("Edit {code}", code=drive.code) if drive else _("Start a drive"),
        found,
        submit=_("Save") if drive else _("Start"),
        form="bonds.edit_form" if drive else "bonds.add_form",
        metadata=drive.code if drive else "",
    )


def as_typed(drive: Drive) -> Typed:
    """A drive as its form was filled in."""
    return {
        "alias": drive.alias,
        "amount": drive.amount.plain,
        "share": drive.share.plain if drive.share < drive.amount else "",
        "due": drive.due.isoformat() if drive.due else "",
        "story": drive.story,
        "link": drive.link,
        CHANNEL_ASKED: drive.channel or "",
    }


def close_form(drive: Drive, speech: Speech) -> Block:
    told = _("The card says so, and whoever pledged is told that nothing more is needed. This cannot be undone.")
    found = [
        blocks.section(lines(parts.title(drive, speech), speech.md(told))),
        forms.reason(speech, {}, _("Everyone can read this.")),
    ]
    title = _("End {code}?", code=drive.code)
    return forms.window(speech, title, found, submit=_("End the drive"), form="bonds.close_form", metadata=drive.code)
