"""The modals of hearings: details, the form, and calling one off."""

from collections.abc import Sequence
from datetime import datetime

from chatbot.clusters.families.model import Family
from chatbot.hearings.detention.rules import is_the_day
from chatbot.hearings.forms import EXTRA_ROLES, MOST
from chatbot.hearings.messages import access_name, kind_name, mode_name
from chatbot.hearings.model import Access, Hearing, Kind, Mode, Opened, Private, State
from chatbot.hearings.reporting.rules import has_begun
from chatbot.kit.i18n import Text, _
from chatbot.places.model import Place
from chatbot.signups.messages import roles_name
from chatbot.signups.model import SeatRole, Seats
from chatbot.signups.refusals import TooManySeated
from chatbot.signups.times import is_over
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.clusters.turns import family_input, family_note
from handlers.slack.hearings import parts
from handlers.slack.hearings.ladder.views import watch_button
from handlers.slack.hearings.reporting.views import post_button, report_lines
from handlers.slack.hearings.verifying.views import dates
from handlers.slack.hearings.views import change_buttons
from handlers.slack.signups.parts import people_button
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, lines


def details(opened: Opened, speech: Speech, now: datetime, *, person_id: int, said: Text | None = None) -> Block:
    """Everything the person may read. `said` is what just happened, on top."""
    hearing = opened.hearing
    place = hearing.place
    stands = hearing.state is State.OPEN and not is_over(hearing.when, now)
    found = [
        *blocks.news_apart(said, speech),
        *_banner(hearing, speech),
        blocks.section(
            lines(parts.title(hearing, speech), parts.facts(hearing, speech)),
            accessory=watch_button(hearing, speech) if stands else None,
        ),
        blocks.section(
            lines(inert(place.address) if place.address else None, inert(place.notes) if place.notes else None)
        ),
        blocks.section(parts.seats(hearing, speech), accessory=_who_comes(opened, speech, person_id)),
        parts.own_buttons(hearing, speech, person_id) if stands else None,
        _on_the_day(opened, speech, now),
        blocks.divider(),
        *_private(opened.private, speech),
        blocks.section(report_lines(opened.report, speech)) if opened.report else None,
        *family_note(hearing.tie, speech, may_open=opened.may_change),
        *(dates(hearing, speech) if opened.may_verify and stands else []),
        change_buttons(hearing, speech) if opened.may_change and hearing.state is not State.CANCELLED else None,
    ]
    return blocks.modal(
        speech.plain(_("Hearing {code}", code=hearing.code)),
        [block for block in found if block],
        close=speech.plain(_("Close")),
        metadata=hearing.code,
    )


def _who_comes(opened: Opened, speech: Speech, person_id: int) -> blocks.Element | None:
    """For coordinators, and for those who come as lead."""
    mine = opened.hearing.roster.of(person_id)
    is_lead = mine is not None and not mine.waiting and mine.role is SeatRole.LEAD
    return people_button(opened.hearing.code, speech) if opened.may_change or is_lead else None


def _banner(hearing: Hearing, speech: Speech) -> list[Block]:
    """What has to be known before anything else."""
    match hearing.state:
        case State.CANCELLED:
            return [blocks.section(bold(speech.md(_("Cancelled"))))]
        case State.DRAFT:
            said = bold(speech.md(_("Not posted yet: only coordinators see it.")))
            return [blocks.section(said, accessory=post_button(hearing, speech))]
        case State.OPEN:
            return []


def _on_the_day(opened: Opened, speech: Speech, now: datetime) -> Block | None:
    """For those who take part: the report, and the alarm."""
    hearing = opened.hearing
    if opened.private is None or hearing.state is not State.OPEN:
        return None
    report = parts.report_button(hearing, speech) if has_begun(hearing.when, now) else None
    detained = parts.detained_button(hearing, speech) if is_the_day(hearing.when, now) else None
    return blocks.actions(report, detained) if report or detained else None


def _private(private: Private | None, speech: Speech) -> list[Block]:
    if private is None:
        sentence = _("Contact, attorney and meeting point open here for those who hold a seat.")
        return [blocks.context(speech.md(sentence))]
    entries = (
        (_("Contact"), private.contact),
        (_("Attorney"), private.attorney),
        (_("Meeting point"), private.meeting),
        (_("Notes"), private.notes),
    )
    filled = [blocks.section(lines(bold(speech.md(label)), inert(value))) for label, value in entries if value] or [
        blocks.section(speech.md(_("Nothing private is written down for this hearing.")))
    ]
    reminder = _("Only you see this, and it is noted that you opened it. Please do not copy it into a chat.")
    return [*filled, blocks.context(speech.md(reminder))]


def form(
    speech: Speech,
    places: list[Place],
    *,
    hearing: Hearing | None = None,
    private: Private | None = None,
    over: TooManySeated | None = None,
    families: Sequence[Family] = (),
) -> Block:
    """The form for a new hearing, or for one that is there, filled with what is known.

    When more people come than may (`over`), it also asks whom to let go; Slack keeps what was typed into the rest.
    """
    say = speech.plain
    found = [
        *_let_go(over, speech),
        blocks.field("kind", say(_("What is it?")), _kinds(speech, hearing), optional=False),
        blocks.field(
            "alias",
            say(_("Who is it for?")),
            blocks.text_input(initial=hearing.alias if hearing else "", longest=40),
            hint=say(_("An alias or initials, never a full name. Everyone can read this.")),
            optional=False,
        ),
        *family_input(families, hearing.tie if hearing else None, speech, is_new=hearing is None),
        blocks.field("place", say(_("Where?")), _places(speech, places, hearing), optional=False),
        *parts.when_inputs(hearing.when if hearing else None, speech),
        *_seats(speech, hearing),
        blocks.field("mode", say(_("How do people meet?")), _modes(speech, hearing), optional=False),
        blocks.field("access", say(_("May companions come in?")), _accesses(speech, hearing), optional=False),
        blocks.field(
            "languages",
            say(_("Languages that help")),
            blocks.text_input(initial=hearing.languages if hearing else "", longest=120),
        ),
        blocks.field(
            "note",
            say(_("Note for everyone")),
            blocks.text_input(initial=hearing.note if hearing else "", multiline=True),
            hint=say(_("No telephone numbers, addresses or names: they belong below.")),
        ),
        blocks.divider(),
        blocks.section(bold(speech.md(_("Private: only for those who hold a seat")))),
        *_privates(speech, private or Private()),
    ]
    return blocks.modal(
        say(_("Edit {code}", code=hearing.code)) if hearing else say(_("Add a hearing")),
        found,
        close=say(_("Back")),
        submit=say(_("Save")) if hearing else say(_("Add")),
        callback_id="hearings.edit_form" if hearing else "hearings.add_form",
        metadata=hearing.code if hearing else "",
    )


def _let_go(over: TooManySeated | None, speech: Speech) -> list[Block]:
    if over is None:
        return []
    choices = [Choice(label=one.name, value=str(one.person_id)) for one in over.seated]
    return [
        blocks.section(Mrkdwn(f":warning: {speech.md(over.sentence)}")),
        blocks.field("let_go", speech.plain(_("Whom do you let go?")), blocks.multi_select("let_go", choices)),
    ]


def _kinds(speech: Speech, hearing: Hearing | None) -> blocks.Element:
    choices = [Choice(label=speech.plain(kind_name(kind)), value=kind) for kind in Kind]
    return blocks.select("kind", choices, chosen=hearing.kind if hearing else None)


def _places(speech: Speech, places: list[Place], hearing: Hearing | None) -> blocks.Element:
    choices = [Choice(label=place.name, value=str(place.id)) for place in places]
    if hearing and hearing.place.id not in {place.id for place in places}:
        choices.insert(0, Choice(label=hearing.place.name, value=str(hearing.place.id)))
    placeholder = speech.plain(_("Choose a court or office"))
    return blocks.select("place", choices, placeholder=placeholder, chosen=str(hearing.place.id) if hearing else None)


def _modes(speech: Speech, hearing: Hearing | None) -> blocks.Element:
    choices = [Choice(label=speech.plain(mode_name(mode)), value=mode) for mode in Mode]
    return blocks.select("mode", choices, chosen=hearing.mode if hearing else Mode.IN_PERSON)


def _accesses(speech: Speech, hearing: Hearing | None) -> blocks.Element:
    choices = [Choice(label=speech.plain(access_name(access)), value=access) for access in Access]
    return blocks.select("access", choices, chosen=hearing.access if hearing else Access.OPEN)


def _seats(speech: Speech, hearing: Hearing | None) -> list[Block]:
    seats = hearing.roster.seats if hearing else {}
    companions = seats.get(SeatRole.COMPANION, Seats(minimum=1, maximum=0 if hearing else 3))
    choices = [Choice(label=speech.plain(roles_name(role)), value=role) for role in EXTRA_ROLES]
    ticked = [role for role in EXTRA_ROLES if role in seats]
    say = speech.plain
    return [
        blocks.field(
            "companions",
            say(_("How many companions may come?")),
            blocks.number_input(initial=companions.maximum, most=MOST),
            optional=False,
        ),
        blocks.field(
            "at_least",
            say(_("How many at least?")),
            blocks.number_input(initial=companions.minimum, most=MOST),
            hint=say(_("The hearing counts as uncovered until so many have signed up.")),
        ),
        blocks.field("roles", say(_("Also needed")), blocks.checkboxes("roles", choices, ticked=ticked)),
    ]


def _privates(speech: Speech, private: Private) -> list[Block]:
    labels = (
        ("contact", _("Contact"), private.contact),
        ("attorney", _("Attorney"), private.attorney),
        ("meeting", _("Meeting point"), private.meeting),
        ("notes", _("Notes"), private.notes),
    )
    return [
        blocks.field(name, speech.plain(label), blocks.text_input(initial=value, multiline=name == "notes"))
        for name, label, value in labels
    ]


def cancel_form(hearing: Hearing, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("Cancel {code}?", code=hearing.code)),
        [
            blocks.section(speech.md(_("Everyone who signed up is told. This cannot be undone."))),
            blocks.field(
                "reason",
                say(_("Why?")),
                blocks.text_input(longest=200, placeholder=say(_("For example: moved to January"))),
                hint=say(_("Everyone can read this.")),
                optional=False,
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Cancel hearing")),
        callback_id="hearings.cancel_form",
        metadata=hearing.code,
    )
