"""What can be pressed and sent in whatever was drawn, filled in with what somebody may type."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers.practice.furnishing import controls
from handlers.slack.blocks import Block
from handlers.slack.press import GoBack, Message, Open, PublishHome, Say, Update
from tests.slack.texts.making import Maker
from tests.slack.texts.words import broken

KEPT = 8
"""Of each name: the newest."""

Body = dict[str, Any]


@dataclass(kw_only=True)
class Touches:
    """What was seen so far, by the name of the listener it leads to."""

    actions: dict[str, deque[tuple[Body, Block | None]]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=KEPT))
    )
    forms: dict[str, deque[Block]] = field(default_factory=lambda: defaultdict(lambda: deque(maxlen=KEPT)))

    def see(self, shown: object) -> None:
        """Remember the buttons, menus and forms in it."""
        match shown:
            case Say():
                self.see(shown.message)
            case Message():
                self._see_blocks(list(shown.blocks), None)
            case Open() | Update() | GoBack() | PublishHome():
                self.see(shown.view)
            case Mapping() if shown.get("type") in ("modal", "home"):
                self._see_blocks(shown["blocks"], dict(shown))
                if shown.get("submit") and shown.get("callback_id"):
                    self.forms[shown["callback_id"]].append(dict(shown))
            case list() | tuple():
                for one in shown:
                    self.see(one)

    def _see_blocks(self, blocks: list[Block], view: Block | None) -> None:
        for block, element in controls(blocks):
            if block["type"] != "input" and "url" not in element:
                self.actions[element["action_id"]].append((dict(element), view))

    def pressed(self, name: str, maker: Maker) -> Body:
        """The body of a press on it, as it was seen; else with a value that somebody made up."""
        element, view = maker.any_of(list(self.actions[name]) or [(made_up(name, maker), None)])
        place = {"view": sent(view, maker)} if view else {"channel": {"id": "C01"}, "response_url": "https://x.example"}
        return {"type": "block_actions", "actions": [{**element, **held(element, maker)}], **place}

    def submitted(self, name: str, maker: Maker) -> Body:
        """The body of a form that is sent, filled in."""
        empty = {"type": "modal", "callback_id": name, "blocks": [], "private_metadata": f"H{maker.number()}"}
        return {"type": "view_submission", "view": sent(maker.any_of(list(self.forms[name]) or [empty]), maker)}


def made_up(name: str, maker: Maker) -> Body:
    value = maker.any_of(("1", "H12", "2:1", "H12 companion", maker.text()))
    return {"type": "button", "action_id": name, "value": value[:2000]}


def sent(view: Block, maker: Maker) -> Body:
    """The view as Slack hands it in, with what stands in its inputs."""
    return {"id": "V1", **view, "state": {"values": dict(_filled(view, maker))}}


def _filled(view: Block, maker: Maker) -> Iterator[tuple[str, Body]]:
    for block in view["blocks"]:
        if block.get("type") == "input":
            element = block["element"]
            yield block["block_id"], {element["action_id"]: {"type": element["type"], **held(element, maker)}}


def held(element: Mapping[str, Any], maker: Maker) -> Body:  # noqa: PLR0911
    """What an input holds when it is sent."""
    groups = [{"options": element.get("options", ())}, *element.get("option_groups", ())]
    options = [option for group in groups for option in group["options"]]
    match element["type"]:
        case "plain_text_input":
            text = maker.any_of((broken(maker.random), broken(maker.random), "20", "", element.get("initial_value")))
            return {"value": text and text[: element.get("max_length", 3000)]}
        case "number_input":
            return {"value": maker.any_of((element.get("min_value"), element.get("max_value"), None))}
        case "datepicker":
            return {"selected_date": maker.any_of((maker.moment().date().isoformat(), element.get("initial_date")))}
        case "timepicker":
            return {"selected_time": maker.any_of(("10:30", element.get("initial_time")))}
        case "static_select" | "radio_buttons" | "overflow":
            return {"selected_option": maker.any_of(options)} if options else {}
        case "checkboxes" | "multi_static_select":
            return {"selected_options": [one for one in options if maker.random.random() < 0.5]}
        case "users_select":
            return {"selected_user": "U01"}
        case "multi_users_select":
            return {"selected_users": ["U01", "U02"]}
        case "conversations_select":
            return {"selected_conversation": "C01"}
        case _:
            return {}
