"""Dumps of a PostgreSQL database, by PostgreSQL's own programs."""

import asyncio
import os
import shutil
from pathlib import Path

from sqlalchemy import make_url

_SURROUNDINGS = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "database": "PGDATABASE",
    "ssl": "PGSSLMODE",
}


class DumpFault(Exception):
    """PostgreSQL's program is not there, or it failed. The sentence says what to do."""


async def dump(url: str, to: Path, *, snapshot: str) -> None:
    """Write the database, as a transaction sees it that exported its snapshot, into a new file. Raises `DumpFault`."""
    await _run(
        "pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={to}"
    )


async def load(url: str, file: Path) -> None:
    """Bring what was dumped into an empty database, all of it or nothing. Raises `DumpFault`."""
    database = str(make_url(url).database)
    how = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    await _run("pg_restore", url, *how, f"--dbname={database}", str(file))


async def _run(program: str, url: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise DumpFault(
            f"{program} is not on this machine. Install PostgreSQL's client programs, as new as the server."
        )
    process = await asyncio.create_subprocess_exec(
        found,
        *arguments,
        env={**os.environ, **_surroundings(url)},  # a password on a command line could be read by everyone
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, said = await process.communicate()
    except BaseException:
        process.kill()
        raise
    if process.returncode:
        first, *_ = said.decode(errors="replace").splitlines() or [""]  # what follows may hold values
        raise DumpFault(f"{program} failed: {first.removeprefix(f'{program}: ').removeprefix('error: ')}")


def _surroundings(url: str) -> dict[str, str]:
    parsed = make_url(url)
    told = {**parsed.translate_connect_args(username="user"), **parsed.query}
    return {name: str(told[key]) for key, name in _SURROUNDINGS.items() if told.get(key)}
