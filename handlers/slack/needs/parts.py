"""The pieces that cards, lists, details and answers about needs are put together from."""

from chatbot.kit.i18n import Text, _, n_, value
from chatbot.needs import rules
from chatbot.needs.gifts.model import Item
from chatbot.needs.messages import kind_name, step_name, way_name
from chatbot.needs.model import Kind, Need, Step
from chatbot.needs.rides import rules as rides
from chatbot.needs.rides.model import Load, Rider
from chatbot.signups.messages import roles_name, when_text
from chatbot.signups.model import SeatRole
from handlers.slack import blocks
from handlers.slack.blocks import Element
from handlers.slack.clusters.turns import first_line
from handlers.slack.signups.parts import release_question
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted

TAKEN, FREE = "●", "○"
BAR = 10
"""Signs in a bar: enough to see a tenth."""


def title(need: Need, speech: Speech) -> Mrkdwn:
    """`N31 · Ride · Visit on Sunday · M.R.`"""
    return joined(bold(inert(need.code)), speech.md(kind_name(need.kind)), bold(inert(need.title)), inert(need.alias))


def facts(need: Need, speech: Speech) -> Mrkdwn:
    """When, where, which way, and the languages that help; a line each."""
    due = need.when.day is not None and need.kind in (Kind.LETTERS, Kind.SUPPLIES)
    when = _("until {day}", day=need.when.day) if due else when_text(need.when)
    way = speech.md(way_name(need.way)) if need.way else None
    spot = joined(inert(need.spot) if need.spot else None, way)
    return lines(
        first_line(need.tie, need.when.zone, speech),
        Mrkdwn(f":calendar: {speech.md(when)}"),
        Mrkdwn(f":round_pushpin: {spot}") if spot else None,
        Mrkdwn(f":speech_balloon: {inert(need.languages)}") if need.languages else None,
        quoted(need.note),
    )


def state(need: Need, speech: Speech) -> Mrkdwn:
    """Who helps, and what is still missing."""
    if need.items:
        return lines(*(item_line(item, speech) for item in need.items))
    people = lines(*(_seats(need, role, speech) for role in need.roster.seats))
    return lines(people, riders(need, speech) or None, steps(need, speech) or None)


def _seats(need: Need, role: SeatRole, speech: Speech) -> Mrkdwn:
    roster = need.roster
    names = Mrkdwn(", ".join(inert(one.name) for one in roster.holders(role)))
    waiting = len(roster.line(role))
    label = _("Helpers") if role is SeatRole.COMPANION else roles_name(role)
    dots = TAKEN * len(roster.holders(role)) + FREE * roster.left(role)
    return joined(
        Mrkdwn(f"{bold(speech.md(label))} {dots}"),
        names or None,
        speech.md(n_("{count} waiting", "{count} waiting", waiting)) if waiting else None,
    )


def item_line(item: Item, speech: Speech) -> Mrkdwn:
    """`▰▰▰▱▱ letters: 24 of 40 promised, 10 here`, so that nobody has to count signs."""
    full = min(BAR, item.promised * BAR // item.wanted)
    said = _("{promised} of {wanted} promised, {received} here", **_counts(item))
    return joined(Mrkdwn(f"{'▰' * full}{'▱' * (BAR - full)} {inert(item.name)}"), speech.md(said))


def _counts(item: Item) -> dict[str, int]:
    return {"promised": item.promised, "wanted": item.wanted, "received": item.received}


def riders(need: Need, speech: Speech) -> Mrkdwn:
    """Each rider with whose car they go in."""
    given = rules.going_with(need)
    names = {car.person_id: car.name for car in need.cars}
    return lines(*(_rider(rider, names.get(given.get(rider.id, 0)), speech) for rider in need.riders))


def _rider(rider: Rider, driver: str | None, speech: Speech) -> Mrkdwn:
    if driver is None:
        needs = speech.md(_("needs a car"))
        goes = Mrkdwn(f":warning: {needs}")
    else:
        goes = speech.md(_("goes with {name}", name=driver))
    return joined(party(rider, speech), goes)


def party(rider: Rider, speech: Speech) -> Mrkdwn:
    """`• Mother and child · Lynn · 2 seats, 1 child seat`"""
    return joined(Mrkdwn(f"• {inert(rider.alias)}"), inert(rider.town), speech.md(value(load(rider.load))))


def load(what: Load) -> list[Text]:
    """`3 seats`, `1 child seat`, `wheelchair`."""
    said: list[Text] = [n_("{count} seat", "{count} seats", what.seats)]
    if what.child_seats:
        said.append(n_("{count} child seat", "{count} child seats", what.child_seats))
    if what.wheelchair:
        said.append(_("wheelchair"))
    return said


def room_left(need: Need, speech: Speech) -> Mrkdwn:
    """What is still free in each car whose driver comes; of whom nobody knows the car yet, that."""
    given = rules.going_with(need)
    drivers = need.roster.holders(SeatRole.DRIVER) if need.kind is Kind.RIDE else ()
    coming = {one.person_id for one in drivers}
    unknown = [one.name for one in drivers if one.person_id not in {car.person_id for car in need.cars}]
    free = [(car.name, rides.left(car, need.riders, given)) for car in need.cars if car.person_id in coming]
    return lines(
        *(
            joined(Mrkdwn(f":car: {inert(name)}"), speech.md(_("still free: {load}", load=load(rest))))
            for name, rest in free
            if rest.seats
        ),
        *(
            joined(Mrkdwn(f":car: {inert(name)}"), speech.md(_("what the car holds is not known yet")))
            for name in unknown
        ),
    )


def steps(need: Need, speech: Speech) -> Mrkdwn:
    """The steps of posting a bond, those that are done with who did them."""
    if need.kind is not Kind.BOND_POSTING:
        return Mrkdwn("")
    return lines(*(_step(need, step, speech) for step in Step))


def _step(need: Need, step: Step, speech: Speech) -> Mrkdwn:
    by = need.steps.get(step)
    said = speech.md(step_name(step))
    return joined(Mrkdwn(f":white_check_mark: {said}"), inert(by)) if by else Mrkdwn(f":white_large_square: {said}")


def missing_text(need: Need) -> Text:
    """What is still missing, in one line."""
    count = rules.missing(need)
    if not count:
        return _("everything is there")
    if need.items:
        return n_("{count} more wanted", "{count} more wanted", count)
    if rules.waiting_riders(need):
        return n_("{count} rider needs a seat", "{count} riders need a seat", count)
    return n_("{count} more needed", "{count} more needed", count)


def summary(need: Need, speech: Speech) -> Mrkdwn:
    """Two lines for a list."""
    sign = ":warning:" if rules.missing(need) else ":white_check_mark:"
    return lines(
        title(need, speech),
        joined(
            speech.md(when_text(need.when)) if need.when.day else None,
            inert(need.spot) if need.spot else None,
            Mrkdwn(f"{sign} {speech.md(missing_text(need))}"),
        ),
        first_line(need.tie, need.when.zone, speech),
    )


def help_button(need: Need, speech: Speech) -> Element:
    """The way to help with it: drive, bring something, or take a seat."""
    say = speech.plain
    if need.items:
        return blocks.button(say(_("I bring something")), "needs.promise", need.code, style="primary")
    if need.kind is Kind.RIDE:
        return blocks.button(say(_("I drive")), "needs.drive", need.code, style="primary")
    return blocks.button(say(_("Claim")), "signups.claim", f"{need.code} {need.role}", style="primary")


def release_button(need: Need, speech: Speech, *, waits: bool = False) -> Element | None:
    if need.role is None:
        return None
    confirm = None if waits else release_question(need.code, speech)
    return blocks.button(speech.plain(_("Release")), "signups.release", need.code, confirm=confirm)


def details_button(need: Need, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Details")), "needs.details", need.code)


def line_buttons(need: Need, speech: Speech, person_id: int | None) -> blocks.Block:
    """Of a line in a list: Release for those who hold a seat, else the way to help."""
    mine = need.roster.of(person_id) if person_id is not None else None
    if mine is not None:
        return blocks.actions(details_button(need, speech), release_button(need, speech, waits=mine.waiting))
    return blocks.actions(help_button(need, speech), details_button(need, speech))
