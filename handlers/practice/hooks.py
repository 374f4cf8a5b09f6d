"""Response URLs: five uses, thirty minutes."""

from dataclasses import dataclass

from handlers.practice.exchange import Exchange
from handlers.practice.ids import new_secret
from handlers.practice.machine import Machine
from handlers.practice.refusal import ApiError

USES = 5
LIFE = 1800.0


@dataclass(kw_only=True)
class Hook:
    """`origin` is the `ts` of the message that was touched, if one was."""

    user: str
    channel: str
    origin: str | None
    exchange: Exchange
    born: float
    uses: int = 0


class Hooks:
    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._issued: dict[str, Hook] = {}

    def issue(self, user: str, channel: str, exchange: Exchange, origin: str | None = None) -> str:
        """The secret of a new response URL."""
        now = self._machine.time()
        # The oldest stand first: only they are looked at.
        while self._issued and now - next(iter(self._issued.values())).born > 2 * LIFE:
            del self._issued[next(iter(self._issued))]
        secret = new_secret()
        self._issued[secret] = Hook(user=user, channel=channel, origin=origin, exchange=exchange, born=now)
        return secret

    def use(self, secret: str) -> Hook:
        hook = self._issued.get(secret)
        if hook is None:
            raise ApiError("invalid_url")
        if self._machine.time() - hook.born > LIFE:
            raise ApiError("expired_url")
        if hook.uses >= USES:
            raise ApiError("used_url")
        hook.uses += 1
        return hook
