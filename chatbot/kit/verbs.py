"""`@verb` and `@query`: what turns a method of a service into one transaction."""

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from chatbot.kit import inbox
from chatbot.kit.database import Database, Tx


class Service(Protocol):
    """Anything with a database of its own to run verbs in."""

    @property
    def database(self) -> Database: ...


S = TypeVar("S", bound=Service)
P = ParamSpec("P")
R = TypeVar("R")

Written = Callable[Concatenate[S, Tx, P], Awaitable[R]]
Called = Callable[Concatenate[S, P], Coroutine[Any, Any, R]]


def verb(method: Written[S, P, R]) -> Called[S, P, R]:
    """A method that changes something: one transaction, done once for the event it works for.

    Written with the transaction as its first argument, called without. Raises `Repeat` for an event taken before.
    """
    name = method.__qualname__

    @wraps(method)
    async def called(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = inbox.current()

        async def work(tx: Tx) -> R:
            if key is not None:
                await inbox.take(tx, key, name)
            return await method(self, tx, *args, **kwargs)

        return await self.database.run(work)

    return called


def query(method: Written[S, P, R]) -> Called[S, P, R]:
    """A method that only reads: one transaction, as often as one likes."""

    @wraps(method)
    async def called(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        async def work(tx: Tx) -> R:
            return await method(self, tx, *args, **kwargs)

        return await self.database.run(work)

    return called
