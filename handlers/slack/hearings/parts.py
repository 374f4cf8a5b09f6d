"""The pieces that cards, lists, answers and digests are put together from."""

from datetime import datetime

from chatbot.hearings.detention.rules import is_the_day
from chatbot.hearings.messages import access_name, kind_name, mode_name
from chatbot.hearings.model import Access, Hearing, Mode, State
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import Text, _, n_, value
from chatbot.signups.messages import roles_name, when_text
from chatbot.signups.model import SeatRole, Signup
from chatbot.signups.occasions import When
from chatbot.signups.times import is_over
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.calendars.views import calendar_button
from handlers.slack.clusters.turns import first_line
from handlers.slack.signups.parts import cover_button, release_question
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted

TAKEN, HELD, FREE = "●", "◐", "○"


def title(hearing: Hearing, speech: Speech) -> Mrkdwn:
    """`H204 · ICE check-in · M.R.`"""
    return joined(bold(inert(hearing.code)), speech.md(kind_name(hearing.kind)), bold(inert(hearing.alias)))


def facts(hearing: Hearing, speech: Speech) -> Mrkdwn:
    """When, where, how, and the languages that help; a line each."""
    place = joined(inert(hearing.place.name), inert(hearing.place.room) if hearing.place.room else None)
    manner = None if hearing.mode is Mode.IN_PERSON else speech.md(mode_name(hearing.mode))
    access = None if hearing.access is Access.OPEN else speech.md(access_name(hearing.access))
    return lines(
        first_line(hearing.tie, hearing.when.zone, speech),
        joined(Mrkdwn(f":calendar: {speech.md(when_text(hearing.when))}"), _verified(hearing, speech)),
        Mrkdwn(f":round_pushpin: {place}"),
        Mrkdwn(f":information_source: {joined(manner, access)}") if manner or access else None,
        Mrkdwn(f":speech_balloon: {inert(hearing.languages)}") if hearing.languages else None,
        quoted(hearing.note),
    )


def _verified(hearing: Hearing, speech: Speech) -> Mrkdwn | None:
    """Whether the date can be relied on."""
    if hearing.when.day is None or hearing.state is State.CANCELLED:
        return None
    if hearing.verified is None:
        unsure = speech.md(_("date not verified yet"))
        return Mrkdwn(f":grey_question: {unsure}")
    on = local_date(hearing.verified.at, hearing.when.zone)
    sure = speech.md(_("verified on {day}", day=on))
    return Mrkdwn(f":ballot_box_with_check: {sure}")


def seats(hearing: Hearing, speech: Speech) -> Mrkdwn:
    """A line a role: the seats as dots, who comes, what is missing, who waits."""
    return lines(*(_role(hearing, role, speech) for role in hearing.roster.seats))


def _role(hearing: Hearing, role: SeatRole, speech: Speech) -> Mrkdwn:
    roster = hearing.roster
    holders, line, offers = roster.holders(role), roster.line(role), roster.offers(role)
    dots = TAKEN * len(holders) + HELD * len(offers) + FREE * roster.left(role)
    names = Mrkdwn(", ".join(inert(one.name) for one in holders))
    missing = roster.missing(role)
    needed = n_("{count} more needed", "{count} more needed", missing)
    return joined(
        Mrkdwn(f"{bold(speech.md(roles_name(role)))} {dots}"),
        names or None,
        Mrkdwn(f":warning: {speech.md(needed)}") if missing else None,
        speech.md(n_("{count} seat held for the line", "{count} seats held for the line", len(offers)))
        if offers
        else None,
        speech.md(n_("{count} waiting", "{count} waiting", len(line))) if line else None,
        speech.md(_("open to everyone")) if line and roster.left(role) else None,
    )


def summary(hearing: Hearing, speech: Speech) -> Mrkdwn:
    """Two lines for a list: what it is and what is missing. The day stands above, so the hour is enough."""
    when = hearing.when
    hour: Text = _("Hour not known yet")
    if when.starts_at is not None:
        hour = value(when.starts_at.astimezone(when.zone).time())
    missing = [
        speech.md(n_("{role}: {count} more needed", "{role}: {count} more needed", count, role=roles_name(role)))
        for role in hearing.roster.seats
        if (count := hearing.roster.missing(role))
    ]
    state = (
        Mrkdwn(":warning: " + ", ".join(missing)) if missing else Mrkdwn(f":white_check_mark: {_room(hearing, speech)}")
    )
    return lines(
        title(hearing, speech),
        joined(speech.md(hour) if when.day else None, inert(hearing.place.name)),
        joined(state, inert(hearing.languages) if hearing.languages else None),
        first_line(hearing.tie, when.zone, speech),
    )


def _room(hearing: Hearing, speech: Speech) -> Mrkdwn:
    left = sum(hearing.roster.left(role) for role in hearing.roster.seats)
    if left:
        return speech.md(n_("covered, {count} more may come", "covered, {count} more may come", left))
    return speech.md(_("full"))


def claim_button(hearing: Hearing, speech: Speech, value: str = "") -> Element:
    """Always the same word; green only while there is a seat, since afterwards it leads into the line."""
    style = "primary" if hearing.roster.left(SeatRole.COMPANION) else None
    return blocks.button(speech.plain(_("Claim")), "hearings.claim", value or hearing.code, style=style)


def release_button(hearing: Hearing, speech: Speech, mine: Signup | None = None, value: str = "") -> Element:
    """Asks once more, unless it only gives up a place in line."""
    confirm = release_question(hearing.code, speech)
    waits = mine is not None and mine.waiting
    label = speech.plain(_("Release"))
    return blocks.button(label, "hearings.release", value or hearing.code, confirm=None if waits else confirm)


def details_button(hearing: Hearing, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Details")), "hearings.details", hearing.code)


def roles_menu(hearing: Hearing, speech: Speech) -> Element | None:
    """The other roles one can come as, when the hearing asks for any."""
    choices = [
        blocks.Choice(label=speech.plain(_come_as(role)), value=f"{hearing.code} {role}")
        for role in hearing.roster.seats
        if role is not SeatRole.COMPANION
    ]
    if not choices:
        return None
    return blocks.select("hearings.claim_as", choices, placeholder=speech.plain(_("Claim another role…")))


def _come_as(role: SeatRole) -> Text:
    match role:
        case SeatRole.LEAD:
            return _("Come as lead")
        case SeatRole.INTERPRETER:
            return _("Come as interpreter")
        case SeatRole.DRIVER:
            return _("Come as driver")
        case SeatRole.OBSERVER:
            return _("Come as observer")
        case SeatRole.COMPANION | SeatRole.GUEST:
            return _("Come as companion")


def card_buttons(hearing: Hearing, speech: Speech, now: datetime) -> Block:
    """The buttons of a card; one that is over asks for a report, one that is cancelled only opens."""
    if hearing.state is not State.OPEN:
        return blocks.actions(details_button(hearing, speech))
    detained = detained_button(hearing, speech) if is_the_day(hearing.when, now) else None
    if is_over(hearing.when, now):
        return blocks.actions(report_button(hearing, speech), details_button(hearing, speech), detained)
    companions = SeatRole.COMPANION in hearing.roster.seats
    return blocks.actions(
        claim_button(hearing, speech) if companions else None,
        release_button(hearing, speech),
        details_button(hearing, speech),
        roles_menu(hearing, speech),
        detained,
    )


def line_buttons(hearing: Hearing, speech: Speech, person_id: int | None, place: str = "") -> Block:
    """The buttons of a line in a list: what those who come can do, else Claim. `place` is where in which list it is."""
    value = f"{hearing.code} {place}" if place else hearing.code
    claims = SeatRole.COMPANION in hearing.roster.seats
    own = own_elements(hearing, speech, person_id, value) if person_id is not None else []
    claim = claim_button(hearing, speech, value) if claims else roles_menu(hearing, speech)
    return blocks.actions(*own, None if own else claim, details_button(hearing, speech))


def own_elements(hearing: Hearing, speech: Speech, person_id: int, value: str = "") -> list[Element]:
    """What someone who comes or waits can do: release, or answer an offer; nothing for others."""
    mine = hearing.roster.of(person_id)
    if mine is None:
        return []
    if mine.offered:
        accept = speech.plain(_("Accept"))
        leave = speech.plain(_("Pass"))
        return [
            blocks.button(accept, "hearings.claim_as", f"{hearing.code} {mine.role}", style="primary"),
            blocks.button(leave, "hearings.release", value or hearing.code),
        ]
    return [release_button(hearing, speech, mine, value)]


def cover_element(hearing: Hearing, speech: Speech, person_id: int) -> Element | None:
    """For those who hold a seat."""
    mine = hearing.roster.of(person_id)
    return cover_button(hearing.code, speech) if mine and not mine.waiting else None


def own_buttons(hearing: Hearing, speech: Speech, person_id: int) -> Block:
    """The buttons of the open details: those of someone who comes or waits, else every way to claim."""
    if own := own_elements(hearing, speech, person_id):
        mine = hearing.roster.of(person_id)
        seated = mine is not None and not mine.waiting and hearing.when.day is not None
        calendar = calendar_button(hearing.code, speech) if seated else None
        return blocks.actions(*own, cover_element(hearing, speech, person_id), calendar)
    companions = SeatRole.COMPANION in hearing.roster.seats
    return blocks.actions(claim_button(hearing, speech) if companions else None, roles_menu(hearing, speech))


def report_button(hearing: Hearing, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Report")), "hearings.report", hearing.code)


def detained_button(hearing: Hearing, speech: Speech) -> Element:
    """Asks once more: it calls a whole team."""
    return blocks.button(
        speech.plain(_("Someone was detained")),
        "hearings.detained",
        hearing.code,
        style="danger",
        confirm=blocks.Confirm(
            title=speech.plain(_("Alert the response team?")),
            text=speech.plain(_("They are told at once that someone was detained at {code}.", code=hearing.code)),
            yes=speech.plain(_("Alert them")),
            no=speech.plain(_("Not now")),
        ),
    )


def change_elements(hearing: Hearing, speech: Speech) -> tuple[Element, Element]:
    """What coordinators can do."""
    return (
        blocks.button(speech.plain(_("Edit")), "hearings.edit", hearing.code),
        blocks.button(speech.plain(_("Cancel hearing")), "hearings.cancel", hearing.code, style="danger"),
    )


def when_inputs(when: When | None, speech: Speech, *, day_needed: bool = False, with_end: bool = True) -> list[Block]:
    """The inputs of a form that ask for a day and its hours, filled with what is known."""
    start = when.starts_at.astimezone(when.zone).strftime("%H:%M") if when and when.starts_at else None
    end = when.ends_at.astimezone(when.zone).strftime("%H:%M") if when and when.ends_at else None
    day = when.day.isoformat() if when and when.day else None
    say = speech.plain
    return [
        blocks.field(
            "day",
            say(_("Day")),
            blocks.date_input(initial=day),
            hint="" if day_needed else say(_("Leave it empty while the date is to be announced.")),
            optional=not day_needed,
        ),
        blocks.field(
            "start",
            say(_("Starts at")),
            blocks.time_input(initial=start),
            hint=say(_("As the clocks show it at the place. Leave it empty while the hour is not known.")),
        ),
        *([blocks.field("end", say(_("Ends at")), blocks.time_input(initial=end))] if with_end else []),
    ]
