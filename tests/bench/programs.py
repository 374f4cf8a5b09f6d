"""The programs that are measured: started as an operator would, watched from outside, always stopped."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from chatbot.kit.clock import stopwatch
from tests.bench.wire import SECRET, TOKEN
from tests.tree import ROOT

PATIENCE = 30.0
"""Seconds a program may take to start, and to stop, before the measurement is given up."""

_LOOK_AGAIN = 0.01


@dataclass(frozen=True, kw_only=True, slots=True)
class Program:
    """A program that listens on a port."""

    port: int
    pid: int
    seconds_to_start: float

    def memory(self) -> int:
        """Its resident memory in bytes."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))

    def cpu(self) -> float:
        """The seconds of CPU it has used so far."""
        times = Path(f"/proc/{self.pid}/stat").read_text().rsplit(") ", 1)[1].split()[11:13]
        return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def bot(folder: Path, database_url: str, api_url: str) -> AsyncIterator[Program]:
    """The bot itself, on HTTP, ready."""
    port = _free_port()
    settings = {
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": api_url,
        "DATABASE_URL": database_url,
        "KEYRING_FILE": str(folder / "keys" / "keyring.json"),
        "PORT": str(port),
    }
    async with _started(folder, port, "/readyz", str(ROOT / "bot.py"), settings=settings) as program:
        yield program


@asynccontextmanager
async def helper(folder: Path, module: str, *arguments: str) -> AsyncIterator[Program]:
    """One of this folder's own programs."""
    port = _free_port()
    async with _started(folder, port, "/", "-m", f"tests.bench.{module}", str(port), *arguments) as program:
        yield program


@asynccontextmanager
async def _started(
    folder: Path, port: int, path: str, *arguments: str, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Program]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **(settings or {})}
    begun = stopwatch()
    with (folder / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, cwd=folder, env=environment, stdout=log, stderr=log
        )
    try:
        async with asyncio.timeout(PATIENCE):
            while not await _answers(port, path):
                if process.returncode is not None:
                    raise OSError(f"{arguments} did not start:\n{(folder / 'log').read_text()[-2000:]}")
                await asyncio.sleep(_LOOK_AGAIN)
        yield Program(port=port, pid=process.pid, seconds_to_start=stopwatch() - begun)
    finally:
        await _stop(process)


async def _answers(port: int, path: str) -> bool:
    """Whether somebody listens there, and does not say that they are not ready."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    status = await reader.readline()
    writer.close()
    return b" 503 " not in status


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), PATIENCE)
    except TimeoutError:
        process.kill()
        await process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
