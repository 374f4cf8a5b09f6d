"""What there is to look at, found in the code itself: nobody has to remember to add it here."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, get_args, get_type_hints

import chatbot
import handlers.slack
from chatbot.kit import sheets as writer
from chatbot.kit.refusal import Refusal
from handlers.slack.blocks import Choice, Confirm
from handlers.slack.press import Message, Reply, Say, SendFile, Upload
from handlers.slack.speech import Mrkdwn
from tests.slack.texts.known import TOOLS

Named = tuple[str, Callable[..., object]]

ELSEWHERE = ("chatbot.migrations.", "chatbot.impact.picture")
"""What runs on its own."""

_SHOWN = {Message, Say, Upload, SendFile, Mrkdwn, Confirm, Choice, dict[str, Any], *get_args(Reply)} - {type(None)}
"""What a view returns."""


def views() -> Iterator[Named]:
    """Every function of the door that makes something to look at from values alone."""
    for module in _modules(handlers.slack):
        for name, one in _functions(module) if module.__name__ not in TOOLS else ():
            if not inspect.iscoroutinefunction(one) and _shows(get_type_hints(one)["return"]):
                yield f"{module.__name__.removeprefix('handlers.slack.')}.{name}", one


def sheets() -> Iterator[Named]:
    """Every function that makes a table of values alone, with the one writer there is."""
    for module in (*_modules(chatbot), *_modules(handlers.slack)):
        known = vars(module).values()
        for name, one in _functions(module) if writer in known or writer.written in known else ():
            if "written" in one.__code__.co_names and get_type_hints(one)["return"] is str:
                yield f"{module.__name__}.{name}", one


def refusals() -> list[type[Refusal]]:
    """Every kind of refusal."""
    for house in (chatbot, handlers.slack):
        list(_modules(house))
    found, waiting = set[type[Refusal]](), [Refusal]
    while waiting:
        waiting += (below := waiting.pop().__subclasses__())
        found.update(below)
    return sorted((kind for kind in found if kind.__module__.startswith(("chatbot.", "handlers."))), key=str)


def arguments(called: Callable[..., object]) -> dict[str, Any]:
    """What it is given, by name and type."""
    return {key: hint for key, hint in get_type_hints(called).items() if key not in ("return", "self")}


def _modules(house: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(house.__path__, f"{house.__name__}."):
        if not found.name.startswith(ELSEWHERE):
            yield importlib.import_module(found.name)


def _functions(module: ModuleType) -> Iterator[Named]:
    """What it defines for others."""
    for name, one in vars(module).items():
        if inspect.isfunction(one) and one.__module__ == module.__name__ and not name.startswith("_"):
            yield name, one


def _shows(hint: Any) -> bool:
    return hint in _SHOWN or (get_args(hint) != () and any(_shows(one) for one in get_args(hint)))
