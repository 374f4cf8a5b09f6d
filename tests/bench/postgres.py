"""A throwaway PostgreSQL server that syncs to disk as a real one does, unlike the tests' own."""

import asyncio
import os
import pwd
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.fixtures import tools
from tests.fixtures.postgres import PostgresServer, _server_user

# It lives exactly as long as its standard input stays open, however this program ends.
_LIFE = """
set -e
initdb --username=alongside --auth=trust --encoding=UTF8 --no-locale >log 2>&1
pg_ctl start --wait --timeout=60 --log=log --options="\
 -c listen_addresses='' -c unix_socket_directories='$PWD'" >/dev/null
echo ready
read -r until_the_pipe_closes || true
pg_ctl stop --mode=immediate >/dev/null
cd / && rm -rf "$1"
"""


@asynccontextmanager
async def postgres() -> AsyncIterator[PostgresServer | None]:
    """The server, or nothing where PostgreSQL is not installed."""
    programs = tools.postgres()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="alongside-pg-", dir="/tmp"))
    owner = _server_user()
    if owner is not None:
        shutil.chown(folder, user=owner)
    life = await asyncio.create_subprocess_exec(
        *("/bin/sh", "-c", _LIFE, "sh", str(folder)),
        cwd=folder,
        env={"PATH": f"{programs}:{os.defpath}", "PGDATA": str(folder / "data"), "LC_ALL": "C"},
        user=owner,
        group=None if owner is None else pwd.getpwnam(owner).pw_gid,
        extra_groups=None if owner is None else [],
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert life.stdin
    assert life.stdout
    if await life.stdout.readline() != b"ready\n":
        raise OSError((folder / "log").read_text())
    try:
        yield PostgresServer(folder)
    finally:
        life.stdin.close()
        await life.wait()
