"""The window about one alert, what somebody says they did, and the coordinators' tally."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.actions.forms import NOTE
from chatbot.actions.messages import counted, outcome_name, state_name
from chatbot.actions.model import Action, Line, Mine, Outcome, State, Step, Target
from chatbot.actions.rules import filled, script_for
from chatbot.kit.i18n import Text, _
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.actions import forms, parts
from handlers.slack.actions.views import privacy
from handlers.slack.blocks import Block, Choice
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

TOWN = 60
NOTES = 12
"""Notes that the tally shows; the table has them all."""

OPEN = "[…]"
"""What stands in a blank that nobody has filled yet."""

FITS = 2900
"""Characters of a script that one block takes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filling:
    """What goes into the blanks of a script. It lives in the open window and nowhere else."""

    town: str = ""
    target_id: int = 0


def window(
    action: Action,
    mine: Mine,
    speech: Speech,
    *,
    by: Person,
    is_open: bool,
    filling: Filling | None = None,
    said: Text | None = None,
) -> Block:
    """The alert, the script with its blanks filled, what this person did today, and what their duties let them do."""
    filling = filling or Filling()
    words = script_for(action.scripts, speech.language)
    inputs = _inputs(action, words, filling, speech) if is_open else []
    keeps = by.has(Role.COORDINATOR)
    buttons = [*parts.step_buttons(action, speech), parts.remind_button(action, speech, mine)]
    found: list[Block] = [
        *blocks.news_apart(said, speech),
        blocks.section(joined(parts.title(action), _state(action, speech))),
        *parts.facts(action, speech),
        blocks.section(parts.progress(action, speech)),
        *_own(action, mine, speech, is_open=is_open),
        *(_script(action, words, filling, speech, by) if words else []),
        *inputs,
        *([blocks.divider(), blocks.actions(*buttons)] if is_open else []),
        blocks.context(speech.md(privacy())),
        *(forms.tools(action, speech) if keeps else []),
    ]
    return blocks.modal(
        action.code,
        found,
        close=speech.plain(_("Close")),
        submit=speech.plain(_("Fill in")) if inputs else None,
        callback_id="actions.script_form",
        metadata=action.code,
    )


def _state(action: Action, speech: Speech) -> Mrkdwn | None:
    return None if action.state is State.OPEN else speech.md(state_name(action.state))


def _script(action: Action, words: str, filling: Filling, speech: Speech, by: Person) -> list[Block]:
    target = action.target(filling.target_id) or (action.targets[0] if action.targets else None)
    office = target.name if target else OPEN
    text = filled(words, name=by.name, town=filling.town or OPEN, office=office)
    heading = bold(speech.md(_("What you can say")))
    return [blocks.divider(), blocks.section(heading), *(blocks.section(part) for part in _portions(text))]


def _portions(text: str) -> Iterator[Mrkdwn]:
    """The script line by line, in as few blocks as Slack's limit lets."""
    portion = Mrkdwn("")
    for line in text.splitlines():
        grown = Mrkdwn(f"{portion}\n{inert(line)}" if portion else inert(line))
        if portion and len(grown) > FITS:
            yield portion
            portion = inert(line)
        else:
            portion = grown
    if portion.strip():
        yield portion


def _inputs(action: Action, words: str, filling: Filling, speech: Speech) -> list[Block]:
    """What the script still needs: the town, and the office when there are several."""
    found: list[Block] = []
    if "{town}" in words:
        found.append(
            blocks.field(
                "town",
                speech.plain(_("Your town, for the script")),
                blocks.text_input(initial=filling.town, longest=TOWN),
                hint=speech.plain(_("I only fill it in here, and do not keep it.")),
            )
        )
    if "{office}" in words and len(action.targets) > 1:
        chosen = str(filling.target_id or action.targets[0].id)
        menu = blocks.select("whom", _choices(action), chosen=chosen)
        found.append(blocks.field("whom", speech.plain(_("Whom do you turn to?")), menu))
    return found


def _choices(action: Action) -> list[Choice]:
    return [Choice(label=target.name, value=str(target.id)) for target in action.targets]


def _own(action: Action, mine: Mine, speech: Speech, *, is_open: bool) -> list[Block]:
    """What this person did today, with the way to take it back."""
    found: list[Block] = []
    for deed in mine.today[:20]:
        target = action.target(deed.target_id)
        how = speech.md(outcome_name(deed.outcome)) if deed.outcome else None
        line = joined(speech.md(parts.step_label(deed.step)), inert(target.name) if target else None, how)
        undo = blocks.button(speech.plain(_("Take back")), "actions.undo", f"{action.code} {deed.id}")
        found.append(blocks.section(line, accessory=undo if is_open else None))
    return [blocks.section(bold(speech.md(_("What you did today")))), *found] if found else []


def did_form(action: Action, step: Step, speech: Speech, *, filling: Filling) -> Block:
    """To whom, how it went, and a word about it. The town goes along, for the script in the window beneath."""
    say = speech.plain
    known = action.target(filling.target_id) or (action.targets[0] if len(action.targets) == 1 else None)
    ticked = [str(known.id)] if known else []
    outcomes = [Choice(label=say(outcome_name(one)), value=one) for one in Outcome]
    found = [
        blocks.field(
            "targets",
            say(_("Whom did you turn to?")),
            blocks.checkboxes("targets", _choices(action), ticked=ticked),
            optional=False,
        ),
        *(
            [blocks.field("outcome", say(_("How did it go?")), blocks.radio("outcome", outcomes))]
            if step is Step.CALL
            else []
        ),
        blocks.field(
            "note",
            say(_("Anything the coordinators should know?")),
            blocks.text_input(longest=NOTE),
            hint=say(_("They read it without your name.")),
        ),
    ]
    return blocks.modal(
        say(parts.step_label(step)),
        found,
        close=say(_("Back")),
        submit=say(_("Count it")),
        callback_id="actions.did_form",
        metadata=f"{action.code} {step} {filling.town}",
    )


def tally(action: Action, found: Sequence[Line], speech: Speech) -> Block:
    """For coordinators: each office with what was done and how it went, and the latest notes; no names."""
    say = speech.plain
    of_office: defaultdict[int, list[Line]] = defaultdict(list)
    for line in found:
        of_office[line.target_id].append(line)
    notes = [note for line in reversed(found) for note in line.notes]
    shown: list[Block] = [blocks.section(lines(parts.title(action), parts.progress(action, speech)))]
    shown += [blocks.section(_office(target, of_office[target.id], speech)) for target in action.targets]
    if notes:
        each = [Mrkdwn(f"• {inert(note)}") for note in notes[:NOTES]]
        shown.append(blocks.section(lines(bold(speech.md(_("Notes"))), *each)))
    shown.append(blocks.actions(blocks.button(say(_("As a table")), "actions.sheet", action.code)))
    return blocks.modal(say(_("Tally")), shown, close=say(_("Back")))


def _office(target: Target, found: Sequence[Line], speech: Speech) -> Mrkdwn:
    each = []
    for step in Step:
        total = sum(line.count for line in found if line.step is step)
        how = [
            joined(speech.md(outcome_name(outcome)), Mrkdwn(str(count)), by=": ")
            for outcome in Outcome
            if (count := sum(line.count for line in found if (line.step, line.outcome) == (step, outcome)))
        ]
        if total:
            each.append(joined(speech.md(counted(step, total)), *how))
    return (
        lines(parts.office(target, speech), *each)
        if each
        else lines(parts.office(target, speech), speech.md(_("Nobody yet.")))
    )
