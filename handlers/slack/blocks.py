"""Block Kit, kept within Slack's limits by construction.

Limits are Slack's (docs, "Block Kit reference", 2026): section 3000, header 150, button 75, option 75, label 2000,
placeholder 150, modal title and buttons 24. Text beyond a limit ends in an ellipsis; nothing is refused for its length.
What a whole message or window may hold is in `fitting`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from chatbot.kit.i18n import Text
from handlers.slack.fitting import in_view
from handlers.slack.speech import Mrkdwn, Speech, bold

NOTHING = "-"
"""The value of a choice that stands for none: Slack's menus cannot be emptied again. It is read as an empty input."""

LISTED = 100
"""As many choices as Slack takes in one list of a menu, and as many lists."""

Block = dict[str, Any]
Element = dict[str, Any]


def short(text: str, limit: int) -> str:
    """The text, cut to a limit with an ellipsis; never blank, which Slack refuses."""
    text = text if text.strip() else "–"
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def short_md(text: Mrkdwn, limit: int) -> Mrkdwn:
    """The same for mrkdwn: an entity or a link that the cut would split is left out whole."""
    if len(text) <= limit:
        return Mrkdwn(text if text.strip() else "–")
    cut = text[: limit - 1]
    opened = cut.rfind("&")
    if opened > len(cut) - 5 and ";" not in cut[opened:]:
        cut = cut[:opened]
    if (opened := cut.rfind("<")) > cut.rfind(">"):
        cut = cut[:opened]
    return Mrkdwn(cut + "…")


def plain(text: str, limit: int) -> Element:
    return {"type": "plain_text", "text": short(text, limit), "emoji": True}


def mrkdwn(text: Mrkdwn, limit: int = 3000) -> Element:
    return {"type": "mrkdwn", "text": short_md(text, limit), "verbatim": True}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, 150)}


def section(text: Mrkdwn, *, accessory: Element | None = None) -> Block:
    block: Block = {"type": "section", "text": mrkdwn(text)}
    if accessory:
        block["accessory"] = accessory
    return block


def context(*texts: Mrkdwn) -> Block:
    return {"type": "context", "elements": [mrkdwn(text, 2000) for text in texts[:10]]}


def divider() -> Block:
    return {"type": "divider"}


def news(said: Text | None, speech: Speech) -> list[Block]:
    """What just happened, above all else."""
    return [section(bold(speech.md(said)))] if said else []


def news_apart(said: Text | None, speech: Speech) -> list[Block]:
    """The same with a line beneath, as it stands on top of a window."""
    return [*news(said, speech), divider()] if said else []


def actions(*elements: Element | None) -> Block:
    return {"type": "actions", "elements": [element for element in elements if element][:25]}


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirm:
    """The question a button asks first."""

    title: str
    text: str
    yes: str
    no: str


def button(
    label: str, action_id: str, value: str = "", *, style: str | None = None, confirm: Confirm | None = None
) -> Element:
    """A button. `style` is `primary`, `danger` or None."""
    made: Element = {"type": "button", "text": plain(label, 75), "action_id": action_id}
    if value:
        made["value"] = value[:2000]
    if style:
        made["style"] = style
    if confirm:
        made["confirm"] = {
            "title": plain(confirm.title, 100),
            "text": plain(confirm.text, 300),
            "confirm": plain(confirm.yes, 30),
            "deny": plain(confirm.no, 30),
        }
    return made


def link(label: str, action_id: str, url: str) -> Element:
    """A button that opens a page in the browser."""
    return {"type": "button", "text": plain(label, 75), "action_id": action_id, "url": url}


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One option of a select, of checkboxes or radio buttons."""

    label: str
    value: str
    hint: str = ""


_NOTHING_TO_CHOOSE = (Choice(label="–", value=NOTHING),)
"""Slack refuses a menu, boxes or buttons of which there are none."""


def option(choice: Choice) -> Element:
    made: Element = {"text": plain(choice.label, 75), "value": choice.value}
    if choice.hint:
        made["description"] = plain(choice.hint, 75)
    return made


def select(action_id: str, choices: Sequence[Choice], *, placeholder: str = "", chosen: str | None = None) -> Element:
    """A menu of which one choice is taken."""
    made: Element = {"type": "static_select", "action_id": action_id, **_offered(choices)}
    if placeholder:
        made["placeholder"] = plain(placeholder, 150)
    initial = [choice for choice in choices if choice.value == chosen]
    if initial:
        made["initial_option"] = option(initial[0])
    return made


def multi_select(
    action_id: str, choices: Sequence[Choice], *, placeholder: str = "", chosen: Iterable[str] = ()
) -> Element:
    """A menu of which any number of choices may be taken, up to as many as Slack takes chosen from the start."""
    made: Element = {"type": "multi_static_select", "action_id": action_id, **_offered(choices)}
    if len(choices) > LISTED:
        made["max_selected_items"] = LISTED
    if placeholder:
        made["placeholder"] = plain(placeholder, 150)
    wanted = set(chosen)
    initial = [option(choice) for choice in choices if choice.value in wanted][:LISTED]
    if initial:
        made["initial_options"] = initial
    return made


def _offered(choices: Sequence[Choice]) -> Element:
    """The choices of a menu. More than fit into one list stand in groups that say from where to where they go."""
    choices = choices or _NOTHING_TO_CHOOSE
    lists = [choices[at : at + LISTED] for at in range(0, len(choices), LISTED)][:LISTED]
    if len(lists) <= 1:
        return {"options": [option(choice) for choice in choices]}
    groups = [
        {
            "label": plain(f"{short(part[0].label, 35)} – {short(part[-1].label, 35)}", 75),
            "options": [option(choice) for choice in part],
        }
        for part in lists
    ]
    return {"option_groups": groups}


def checkboxes(action_id: str, choices: Sequence[Choice], *, ticked: Iterable[str] = ()) -> Element:
    """At most ten boxes to tick."""
    offered, wanted = choices[:10] or _NOTHING_TO_CHOOSE, set(ticked)
    made: Element = {"type": "checkboxes", "action_id": action_id, "options": [option(one) for one in offered]}
    initial = [option(choice) for choice in offered if choice.value in wanted]
    if initial:
        made["initial_options"] = initial
    return made


def radio(action_id: str, choices: Sequence[Choice], *, chosen: str | None = None) -> Element:
    """At most ten choices of which one is taken."""
    offered = choices[:10] or _NOTHING_TO_CHOOSE
    made: Element = {"type": "radio_buttons", "action_id": action_id, "options": [option(one) for one in offered]}
    initial = [choice for choice in offered if choice.value == chosen]
    if initial:
        made["initial_option"] = option(initial[0])
    return made


def field(name: str, label: str, element: Element, *, hint: str = "", optional: bool = True) -> Block:
    """An input of a modal. Its block id is the name under which the form is read."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, 2000),
        "element": {**element, "action_id": element.get("action_id", name)},
        "optional": optional,
    }
    if hint:
        block["hint"] = plain(hint, 2000)
    return block


def text_input(*, initial: str = "", multiline: bool = False, longest: int = 3000, placeholder: str = "") -> Element:
    made: Element = {"type": "plain_text_input", "multiline": multiline, "max_length": min(longest, 3000)}
    if initial:
        made["initial_value"] = initial[: made["max_length"]]
    if placeholder:
        made["placeholder"] = plain(placeholder, 150)
    return made


def number_input(*, initial: int | None = None, least: int = 0, most: int) -> Element:
    made: Element = {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": str(least),
        "max_value": str(most),
    }
    if initial is not None:
        made["initial_value"] = str(initial)
    return made


def date_input(*, initial: str | None = None) -> Element:
    return {"type": "datepicker", **({"initial_date": initial} if initial else {})}


def time_input(*, initial: str | None = None) -> Element:
    return {"type": "timepicker", **({"initial_time": initial} if initial else {})}


def channel_input(*, initial: str | None = None) -> Element:
    """A menu of the channels, public and private, the person is in; direct messages are left out."""
    made: Element = {
        "type": "conversations_select",
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    return {**made, **({"initial_conversation": initial} if initial else {})}


def person_input(action_id: str) -> Element:
    return {"type": "users_select", "action_id": action_id}


def people_input(action_id: str, *, initial: Sequence[str] = ()) -> Element:
    """A menu in which any number of people can be chosen."""
    made: Element = {"type": "multi_users_select", "action_id": action_id}
    return {**made, **({"initial_users": list(initial)} if initial else {})}


def modal(
    title: str,
    blocks: Sequence[Block],
    *,
    close: str,
    submit: str | None = None,
    callback_id: str = "",
    metadata: str = "",
) -> Block:
    """A modal of as many blocks as fit."""
    view: Block = {
        "type": "modal",
        "title": plain(title, 24),
        "blocks": in_view(blocks),
        "close": plain(close, 24),
        "callback_id": callback_id,
        "private_metadata": metadata,
    }
    if submit:
        view["submit"] = plain(submit, 24)
    return view


def home(blocks: Sequence[Block]) -> Block:
    return {"type": "home", "blocks": in_view(blocks)}
