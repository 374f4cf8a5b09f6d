"""Deliveries to the bot: the road it listens on, doubles on demand, retries of events, a record of everything."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.practice.backstage import Backstage
from handlers.practice.deliver import NotDelivered, Parcel, Retry, Road
from handlers.practice.http_road import HttpRoad
from handlers.practice.network import JSON
from handlers.practice.socket_mode import SocketRoad


class NoRoad:
    """While Slack is away nothing goes anywhere."""

    connected = False

    async def send(self, _: Parcel, /) -> JSON:
        raise NotDelivered("connection_failed")


class PostOffice:
    """Interactions are tried once. Events are tried again after each of `retries` seconds."""

    def __init__(self, slack: Backstage, sockets: SocketRoad, http: HttpRoad, retries: Sequence[float]) -> None:
        self._slack = slack
        self._sockets = sockets
        self._http = http
        self._retries = tuple(retries)

    @property
    def via(self) -> str:
        return "http" if self._slack.request_url is not None else "socket"

    @property
    def connected(self) -> bool:
        return self._road.connected

    async def interact(self, parcel: Parcel) -> JSON:
        """The acknowledgement's body. Raises NotDelivered."""
        if self._slack.faults.doubles_delivery(parcel.what):
            self._slack.tasks.start(self._again(parcel))
        answer = await self._send(parcel)
        if answer and not parcel.may_answer:
            self._slack.complaints.add(parcel.what, ["the acknowledgement carries a body that Slack would ignore"])
            return {}
        return answer

    async def announce(self, parcel: Parcel) -> None:
        """Returns after the first attempt; the later ones go on behind."""
        if self._slack.faults.doubles_delivery(parcel.what):
            self._slack.tasks.start(self._again(parcel))
        try:
            await self._send(parcel)
        except NotDelivered as failure:
            self._slack.tasks.start(self._retry(parcel, failure))

    async def _retry(self, parcel: Parcel, failure: NotDelivered) -> None:
        for number, delay in enumerate(self._retries, start=1):
            await self._slack.machine.sleep(delay)
            try:
                await self._send(replace(parcel, retry=Retry(number=number, reason=failure.reason)))
            except NotDelivered as again:
                failure = again
            else:
                return

    async def _again(self, parcel: Parcel) -> None:
        try:
            await self._send(parcel)
        except NotDelivered:
            return

    @property
    def _road(self) -> Road:
        if self._slack.faults.is_out:
            return NoRoad()
        return self._http if self._slack.request_url is not None else self._sockets

    async def _send(self, parcel: Parcel) -> JSON:
        started = self._slack.machine.monotonic()
        status: int | str = 200
        answer: JSON = {}
        try:
            answer = await self._road.send(parcel)
        except NotDelivered as failure:
            status = failure.status or failure.reason
            raise
        else:
            return answer
        finally:
            ms = (self._slack.machine.monotonic() - started) * 1000
            self._slack.traffic.record("out", parcel.what, status=status, ms=ms, body=parcel.payload, answer=answer)
