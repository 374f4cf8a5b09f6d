"""Sending requests and taking the time: one at a time, or many in flight."""

import asyncio
from collections.abc import Iterable, Sequence
from statistics import quantiles

from chatbot.kit.clock import stopwatch
from tests.bench.wire import Line

IN_FLIGHT = 64


async def one_at_a_time(port: int, requests: Iterable[bytes]) -> list[float]:
    """The seconds until each was acknowledged."""
    line = await Line.to(port)
    taken = []
    for request in requests:
        begun = stopwatch()
        await line.send(request)
        taken.append(stopwatch() - begun)
    await line.close()
    return taken


async def many_at_a_time(ports: Sequence[int], requests: Sequence[bytes]) -> float:
    """Requests acknowledged a second, with 64 in flight, shared evenly among the ports."""
    lines = [await Line.to(ports[number % len(ports)]) for number in range(IN_FLIGHT)]
    waiting = iter(requests)

    async def work(line: Line) -> None:
        for request in waiting:
            await line.send(request)

    begun = stopwatch()
    await asyncio.gather(*(work(line) for line in lines))
    taken = stopwatch() - begun
    for line in lines:
        await line.close()
    return len(requests) / taken


def percentile(taken: Sequence[float], part: int) -> float:
    return quantiles(taken, n=100, method="inclusive")[part - 1]
