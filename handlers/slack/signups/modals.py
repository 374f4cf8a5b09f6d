"""The modals about other people's seats."""

from datetime import datetime

from chatbot.kit.i18n import Text, _
from chatbot.signups.messages import attendance_name, role_name
from chatbot.signups.model import AlreadyYours, Attendance, Outcome, SeatRole, Signup, Yours
from chatbot.signups.occasions import Occasion
from chatbot.signups.times import has_begun, is_sure, stands
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice, Element
from handlers.slack.signups import parts
from handlers.slack.signups.views import in_line
from handlers.slack.speech import Speech, bold, inert, joined

MOST = 90
"""People in one modal, which takes a hundred blocks."""


def people(occasion: Occasion, speech: Speech, now: datetime, *, coordinates: bool, said: Text | None = None) -> Block:
    """Everyone who comes or waits; coordinators release and sign up, and afterwards leads note who came."""
    begun = has_begun(occasion.when, now)
    open_still = stands(occasion, now)
    found = [
        *blocks.news(said, speech),
        blocks.section(parts.title(occasion, speech)),
        blocks.context(parts.when_and_where(occasion, speech)),
        *[
            _person(occasion, one, speech, begun=begun, may_let_go=coordinates and open_still)
            for one in occasion.roster.signups[:MOST]
        ],
        None if occasion.roster.signups else blocks.section(speech.md(_("Nobody has signed up yet."))),
        blocks.actions(
            blocks.button(speech.plain(_("Sign someone up")), "signups.sign_up", occasion.code, style="primary")
        )
        if coordinates and open_still
        else None,
    ]
    return blocks.modal(
        speech.plain(_("Who comes to {code}", code=occasion.code)),
        [block for block in found if block],
        close=speech.plain(_("Close")),
        metadata=occasion.code,
    )


def _person(occasion: Occasion, one: Signup, speech: Speech, *, begun: bool, may_let_go: bool) -> Block:
    state: Text | None = None
    if one.waiting:
        state = in_line(occasion.roster.place_in_line(one.person_id))
    elif one.attendance is not None:
        state = attendance_name(one.attendance)
    elif is_sure(one, occasion.when):
        state = _("confirmed")
    outside = None if one.reachable else speech.md(_("not in Slack"))
    line = joined(bold(inert(one.name)), speech.md(role_name(one.role)), speech.md(state) if state else None, outside)
    button: Element | None = _release(occasion, one, speech) if may_let_go else None
    if begun and not one.waiting and not occasion.cancelled:
        button = _attendance(occasion, one, speech)
    return blocks.section(line, accessory=button)


def _release(occasion: Occasion, one: Signup, speech: Speech) -> Element:
    said = _("They get a message, and the next in line is asked.")
    if not one.reachable:
        said = _("I cannot write to them: please tell them yourself. The next in line is asked.")
    confirm = blocks.Confirm(
        title=speech.plain(_("Release {name}?", name=one.name)),
        text=speech.plain(said),
        yes=speech.plain(_("Release")),
        no=speech.plain(_("Keep")),
    )
    pressed = f"{occasion.code} {one.person_id}"
    return blocks.button(speech.plain(_("Release")), "signups.let_go", pressed, confirm=confirm)


def _attendance(occasion: Occasion, one: Signup, speech: Speech) -> Element:
    choices = [
        Choice(label=speech.plain(attendance_name(each)), value=f"{occasion.code} {one.person_id} {each}")
        for each in Attendance
    ]
    chosen = f"{occasion.code} {one.person_id} {one.attendance}" if one.attendance else None
    return blocks.select("signups.mark", choices, placeholder=speech.plain(_("Did they come?")), chosen=chosen)


def sign_up_form(occasion: Occasion, speech: Speech) -> Block:
    """Someone of the workspace, or a name."""
    say = speech.plain
    roles = [Choice(label=say(role_name(role)), value=role) for role in occasion.roster.seats]
    first = SeatRole.COMPANION if SeatRole.COMPANION in occasion.roster.seats else roles[0].value
    return blocks.modal(
        say(_("Sign someone up")),
        [
            *someone_fields(speech),
            blocks.field("role", say(_("As what?")), blocks.select("role", roles, chosen=first), optional=False),
        ],
        close=say(_("Back")),
        submit=say(_("Sign up")),
        callback_id="signups.sign_up_form",
        metadata=occasion.code,
    )


def someone_fields(speech: Speech) -> list[Block]:
    """Who is meant: someone of the workspace, or a name."""
    say = speech.plain
    return [
        blocks.field("person", say(_("Who?")), blocks.person_input("person")),
        blocks.field(
            "name",
            say(_("Or someone who is not in Slack")),
            blocks.text_input(longest=80),
            hint=say(_("The name they go by. I cannot write to them: please tell them yourself.")),
        ),
    ]


def signed_up_text(outcome: Outcome, name: str) -> Text:
    match outcome:
        case Yours():
            return _("{name} is signed up.", name=name)
        case AlreadyYours():
            return _("{name} has a seat already.", name=name)
        case _:
            return _("All seats are taken, so {name} waits in line.", name=name)
