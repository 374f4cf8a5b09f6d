"""Trigger ids: good for a few seconds, once."""

import secrets
from dataclasses import dataclass

from handlers.practice.machine import Machine
from handlers.practice.refusal import ApiError

REMEMBERED = 600.0
"""Seconds after which a trigger is not even known to have existed."""


@dataclass(kw_only=True)
class Trigger:
    user: str
    born: float
    in_view: str | None
    used: bool = False


class Triggers:
    def __init__(self, machine: Machine, life: float) -> None:
        self._machine = machine
        self._life = life
        self._issued: dict[str, Trigger] = {}

    def issue(self, user: str, in_view: str | None = None) -> str:
        now = self._machine.time()
        # The oldest stand first: only they are looked at.
        while self._issued and now - next(iter(self._issued.values())).born > REMEMBERED:
            del self._issued[next(iter(self._issued))]
        key = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**10)}.{secrets.token_hex(16)}"
        self._issued[key] = Trigger(user=user, born=now, in_view=in_view)
        return key

    def exchange(self, key: str) -> Trigger:
        """Uses it up. Raises Slack's refusal for one that is unknown, used or too old."""
        trigger = self._issued.get(key)
        if trigger is None:
            raise ApiError("invalid_trigger_id")
        if trigger.used:
            raise ApiError("exchanged_trigger_id")
        if self._machine.time() - trigger.born > self._life:
            raise ApiError("expired_trigger_id")
        trigger.used = True
        return trigger
