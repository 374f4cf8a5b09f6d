"""Cards, lists, and what the bot says about alerts."""

from collections.abc import Sequence

from chatbot.actions.model import Action, Mine, Page, State, Which
from chatbot.kit.i18n import Text, _, n_
from handlers.slack import blocks, replies, turning
from handlers.slack.actions import parts
from handlers.slack.blocks import Block, Element
from handlers.slack.press import Message, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines


def card(action: Action, speech: Speech) -> Message:
    """The live card in a channel, the same for everyone."""
    is_open = action.state is State.OPEN
    buttons = [*parts.step_buttons(action, speech), parts.remind_button(action, speech)] if is_open else []
    return Message(
        text=speech.plain(_("Your voice is needed.")),
        blocks=(
            *_standing(action, speech),
            blocks.section(Mrkdwn(f":mega: {parts.title(action)}")),
            *parts.facts(action, speech),
            blocks.section(parts.progress(action, speech)),
            blocks.actions(parts.open_button(action, speech), *buttons),
            blocks.context(speech.md(privacy())),
        ),
    )


def privacy() -> Text:
    return _("Only the number is shown, never who it was.")


def _standing(action: Action, speech: Speech) -> list[Block]:
    """The line on top of a card that is closed, or has reached its goal."""
    if action.state is State.CLOSED:
        sign, said = ":checkered_flag:", _("This alert is closed. Thank you, everyone!")
    elif action.is_reached:
        sign, said = ":tada:", _("The goal is reached. More still helps!")
    else:
        return []
    return [blocks.section(bold(joined(Mrkdwn(sign), speech.md(said), by=" ")))]


def listing(page: Page, which: Which, speech: Speech, *, may_add: bool, replace: bool = False) -> Say:
    """One page of the alerts, with a thermometer each."""
    found: list[Block] = [blocks.header(speech.plain(n_("{count} alert", "{count} alerts", page.total)))]
    if page.total == 0:
        found = [blocks.section(Mrkdwn(f":seedling: {speech.md(_nothing(which))}"))]
    for action in page.actions:
        found += parts.row(action, speech)
    buttons = turning.buttons("actions.", page.number, page.pages, speech, carried=which)
    if may_add:
        buttons.append(blocks.button(speech.plain(_("Write an alert")), "actions.add"))
    if buttons:
        found.append(blocks.actions(*buttons))
    found += turning.line(page.number, page.pages, speech)
    return Say(message=Message(text=_heading(speech), blocks=tuple(found)), replace=replace)


def _nothing(which: Which) -> Text:
    match which:
        case Which.OPEN:
            return _("Nothing is asked of you at the moment. When an alert begins, its card appears in the channel.")
        case Which.MINE:
            return _("You have not taken part in an alert yet. /actions shows what is open.")
        case Which.CLOSED:
            return _("No alert has been closed yet.")
        case Which.DRAFTS:
            return _("There are no drafts. Write an alert, add whom to turn to, and launch it.")


def _heading(speech: Speech) -> str:
    return speech.plain(_("Here are the alerts you asked for."))


def unknown(words: str, speech: Speech) -> Say:
    """Nothing the bot knows was typed behind the command."""
    sentence = _("I do not know “{words}”. Type /actions help to see what you can ask.", words=words[:80])
    said = blocks.section(Mrkdwn(f":seedling: {speech.md(sentence)}"))
    return Say(message=Message(text=_heading(speech), blocks=(said,)))


def shown(action: Action, speech: Speech) -> Say:
    """One alert, for the person who asked for its code."""
    return Say(message=card(action, speech))


def help_text(speech: Speech, *, may_add: bool) -> Say:
    """What can be typed; coordinators see their words too."""
    entries = [
        ("/actions", _("whom to call, and what to say")),
        ("/actions mine", _("where you took part, and of what you are reminded")),
        ("/actions closed", _("what is over, with the final tally")),
        ("/actions A101", _("one alert by its code")),
    ]
    if may_add:
        entries += [("/actions add", _("write an alert")), ("/actions drafts", _("what is not launched yet"))]
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    rule = _("What you did counts once a day for each office. You can take it back on the same day.")
    return Say(
        message=Message(
            text=speech.plain(_("How to use /actions")),
            blocks=(
                blocks.section(bold(speech.md(_("What you can type")))),
                blocks.section(listed),
                blocks.context(joined(speech.md(rule), speech.md(privacy()), by=" ")),
            ),
        )
    )


def answer(action: Action, sentence: Text, speech: Speech, *buttons: Element) -> Say:
    """A sentence for whoever pressed, with what it is about."""
    return replies.answer(
        speech,
        blocks.section(lines(speech.md(sentence), parts.title(action))),
        blocks.actions(parts.open_button(action, speech), *buttons),
        title=action.code,
    )


def gone(action: Action, speech: Speech) -> Say:
    """A draft was thrown away."""
    said = blocks.section(lines(speech.md(_("{code} is thrown away.", code=action.code)), parts.title(action)))
    return replies.answer(speech, said, title=action.code, replace=True)


def goal(action: Action, speech: Speech) -> Message:
    """To the channel, once."""
    return _to_all(action, speech, _("{code} has reached its goal. Thank you, everyone!", code=action.code))


def thanks(action: Action, speech: Speech) -> Message:
    """To the channel when it is closed; when it was opened again, that it goes on."""
    sentence = _("{code} is closed. Thank you to everyone who took part!", code=action.code)
    if action.state is State.OPEN:
        sentence = _("{code} goes on until {day}.", code=action.code, day=action.ends_on)
    return _to_all(action, speech, sentence)


def _to_all(action: Action, speech: Speech, sentence: Text) -> Message:
    said = lines(Mrkdwn(f":tada: {bold(speech.md(sentence))}"), inert(action.title), parts.progress(action, speech))
    return Message(text=speech.plain(_("News of an alert.")), blocks=(blocks.section(said),))


def thank(action: Action, mine: Mine, speech: Speech) -> Message:
    """To one person who took part, once it is closed."""
    sentence = _("{code} is closed. Thank you for being part of it!", code=action.code)
    yours = n_("You were counted {count} time.", "You were counted {count} times.", mine.total)
    said = lines(bold(speech.md(sentence)), inert(action.title), parts.progress(action, speech), speech.md(yours))
    return Message(text=speech.plain(_("Thank you for raising your voice.")), blocks=(blocks.section(said),))


def remind(action: Action, speech: Speech) -> Message:
    """To one person who asked for it."""
    sentence = _("You asked me to remind you of {code}. It takes a few minutes.", code=action.code)
    ends = _("Until {day}", day=action.ends_on)
    mine = Mine(reminded=True)
    return Message(
        text=speech.plain(_("You asked to be reminded of something.")),
        blocks=(
            blocks.section(lines(speech.md(sentence), joined(parts.title(action), speech.md(ends)))),
            blocks.actions(
                parts.open_button(action, speech),
                *parts.step_buttons(action, speech),
                parts.remind_button(action, speech, mine),
            ),
        ),
    )


def home_part(actions: Sequence[Action], speech: Speech) -> list[Block]:
    """What is open, on someone's Home."""
    if not actions:
        return []
    heading = blocks.section(bold(speech.md(_("Your voice is needed."))))
    return [heading, *(block for action in actions for block in parts.row(action, speech))]
