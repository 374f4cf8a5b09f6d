"""The programs as an operator starts them: each a process of its own."""

import asyncio
import os
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds a program may take to say that it is ready on a busy machine."""

LENIENT = ("--patience", "20")
"""For the practice workspace: no journey is about how fast the machine is. The real Slack waits three seconds."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Program:
    """A program under way, and what it has said so far."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.said: list[str] = []

    async def says(self, words: str) -> str:
        """Wait for a line with these words. Raises `AssertionError` with everything it said when it never comes."""
        assert self.process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            while line := (await self.process.stdout.readline()).decode():
                self.said.append(line)
                if words in line:
                    return line
        raise AssertionError(f"it ended without saying {words!r}:\n{''.join(self.said)}")

    async def rest(self) -> str:
        """Everything it says until it ends."""
        assert self.process.stdout is not None
        return (await self.process.stdout.read()).decode()


@asynccontextmanager
async def program(*arguments: str, folder: Path, settings: Mapping[str, str] | None = None) -> AsyncIterator[Program]:
    """Run Python with these arguments in a folder of its own; it is told to stop at the end, and must."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "ALONGSIDE_"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **(settings or {})},
        stdout=PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    running = Program(process)
    try:
        yield running
    finally:
        if process.returncode is None:
            process.terminate()
        async with asyncio.timeout(PATIENCE):
            running.said.append(await running.rest())
            await process.wait()


@asynccontextmanager
async def desk_alone(folder: Path, *, request_url: str | None = None) -> AsyncIterator[tuple[str, dict[str, str]]]:
    """The practice workspace by itself: its address, and the settings a bot needs for it."""
    told = ["--request-url", request_url] if request_url else []
    port = str(free_port())
    manifest = str(ROOT / "manifest.json")
    arguments = ("-m", "handlers.practice", "--port", port, "--manifest", manifest, *LENIENT, *told)
    async with program(*arguments, folder=folder) as practice:
        await practice.says("SLACK_SIGNING_SECRET" if request_url else "SLACK_APP_TOKEN")
        settings = dict(line.strip().split("=", 1) for line in practice.said if line.startswith("SLACK_"))
        yield f"http://127.0.0.1:{port}", settings
