"""The pieces that cards, lists, windows and digests about alerts are put together from."""

from chatbot.actions.messages import counted, office_name
from chatbot.actions.model import Action, Mine, State, Step, Target
from chatbot.actions.rules import script_for
from chatbot.kit.i18n import Text, _, n_
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.bonds.parts import CELLS, MISSING, RECEIVED
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, link, quoted

STEP_OF = {
    "actions.called": Step.CALL,
    "actions.wrote": Step.WRITE,
    "actions.signed": Step.SIGN,
    "actions.testified": Step.TESTIFY,
}
"""What somebody says they did, by the button they press."""


def title(action: Action) -> Mrkdwn:
    """`A101 · Pass the GRACE Act · H.R. 2146`"""
    bills = inert(action.bills) if action.bills else None
    return joined(bold(inert(action.code)), bold(inert(action.title)), bills)


def thermometer(action: Action) -> Mrkdwn | None:
    """How far it is to the goal, as signs; full only when it is reached. The words beside it say the same."""
    if action.goal is None:
        return None
    total = action.tally.total
    done = max(min(total, action.goal) * CELLS // action.goal, 1 if total else 0)
    done = min(done, CELLS if action.is_reached else CELLS - 1)
    return Mrkdwn(RECEIVED * done + MISSING * (CELLS - done))


def tally(action: Action, speech: Speech) -> Mrkdwn:
    """`12 of 50 · 9 calls · 3 letters · 7 people`"""
    found = action.tally
    if not found.total:
        first = _("Nobody yet: be the first. The goal is {goal}.", goal=action.goal)
        return speech.md(first if action.goal else _("Nobody yet: be the first."))
    of = bold(speech.md(_("{count} of {goal}", count=found.total, goal=action.goal))) if action.goal else None
    each = [speech.md(counted(step, found.by_step[step])) for step in Step if found.by_step.get(step)]
    return joined(of, *each, speech.md(n_("{count} person", "{count} people", found.people)))


def progress(action: Action, speech: Speech) -> Mrkdwn:
    return lines(thermometer(action), tally(action, speech))


def office(target: Target, speech: Speech) -> Mrkdwn:
    """`Senator Elena Marsh (US Congress) · 202-555-0142`, the number and the address as text."""
    of = Mrkdwn(f"({speech.md(office_name(target.office))})")
    name = joined(bold(inert(target.name)), of, by=" ")
    return joined(name, *(inert(way) for way in (target.phone, target.email) if way))


def facts(action: Action, speech: Speech) -> list[Block]:
    """Why, whom to turn to, where to read on, and until when."""
    why = quoted(action.why)
    offices = [Mrkdwn(f"• {office(target, speech)}") for target in action.targets]
    links = [Mrkdwn(f":link: {link(address)}") for address in action.links]
    ends = joined(Mrkdwn(":calendar:"), speech.md(_("Until {day}", day=action.ends_on)), by=" ")
    return [
        *([blocks.section(why)] if why else []),
        *([blocks.section(lines(*offices))] if offices else []),
        blocks.section(lines(*links, ends)),
    ]


def step_label(step: Step) -> Text:
    match step:
        case Step.CALL:
            return _("I called")
        case Step.WRITE:
            return _("I wrote")
        case Step.SIGN:
            return _("I signed")
        case Step.TESTIFY:
            return _("I testified")


def step_buttons(action: Action, speech: Speech) -> list[Element]:
    """A button for everything the alert asks for."""
    return [
        blocks.button(speech.plain(step_label(step)), name, action.code)
        for name, step in STEP_OF.items()
        if step in action.steps
    ]


def open_button(action: Action, speech: Speech) -> Element:
    """The way into the window: to the script where there is one."""
    has_words = bool(script_for(action.scripts, speech.language)) and action.state is State.OPEN
    label = _("What to say") if has_words else _("Details")
    return blocks.button(speech.plain(label), "actions.details", action.code, style="primary" if has_words else None)


def remind_button(action: Action, speech: Speech, mine: Mine | None = None) -> Element:
    if mine is not None and mine.reminded:
        return blocks.button(speech.plain(_("Do not remind me")), "actions.let_be", action.code)
    return blocks.button(speech.plain(_("Remind me")), "actions.remind", action.code)


def row(action: Action, speech: Speech) -> list[Block]:
    """An alert in a list, with the ways on."""
    ends = speech.md(_("Until {day}", day=action.ends_on)) if action.state is State.OPEN else None
    buttons = step_buttons(action, speech) if action.state is State.OPEN else []
    return [
        blocks.section(lines(title(action), thermometer(action), joined(tally(action, speech), ends))),
        blocks.actions(open_button(action, speech), *buttons),
    ]
