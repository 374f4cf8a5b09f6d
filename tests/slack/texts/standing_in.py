"""A chatbot that knows nothing and answers everything: with values of the type that the real one promises."""

import inspect
from collections.abc import Mapping
from functools import cache
from types import MemberDescriptorType
from typing import Any, get_type_hints

from chatbot.bootstrap import Chatbot
from chatbot.kit.address import Address
from chatbot.kit.clock import Clock
from chatbot.kit.i18n import Catalogues
from chatbot.people.model import Person
from handlers.slack.facts import ChannelFacts
from tests.slack.parts import NOW
from tests.slack.texts.making import Maker

CATALOGUES = Catalogues()


class StandIn:
    """In the place of a `Chatbot`: each of its rooms answers by the type hints of the real one's methods."""

    def __init__(self) -> None:
        self.maker = Maker(0)
        self.clock = Clock(NOW.timestamp)
        self.catalogues = CATALOGUES
        self.address = Address("https://meant.example")

    def __getattr__(self, name: str) -> "Room":
        if name not in _hints(Chatbot):
            raise AttributeError(name)
        room = Room(_hints(Chatbot)[name], self)
        setattr(self, name, room)
        return room


class Room:
    """In the place of one service."""

    def __init__(self, kind: type, house: StandIn) -> None:
        self._kind = kind
        self._house = house

    def __getattr__(self, name: str) -> Any:
        real = inspect.getattr_static(self._kind, name)
        if isinstance(real, MemberDescriptorType):
            return Room(_hints(self._kind)[name], self._house)
        if isinstance(real, property):
            return self._house.maker.make(_hints(real.fget)["return"], name)
        promised = _hints(real)["return"]

        def answer(*_args: object, **_named: object) -> Any:
            return self._house.maker.make(promised, name)

        async def later(*_args: object, **_named: object) -> Any:
            return answer()

        return later if inspect.iscoroutinefunction(real) else answer


class TellsAll:
    """In the place of what Slack says about the workspace: every channel will do, and everyone is a member."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker

    async def person(self, account: str) -> Any:
        return self._maker.make(Person)

    async def channel(self, channel: str) -> ChannelFacts:
        return ChannelFacts(is_member=True, is_private=True)

    async def must_be_open(self, chosen: Mapping[str, object], *, private: object = ()) -> None:
        """It always is."""


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
