"""Bring Chromium and PostgreSQL's server to a machine that can take them: `python -m tests.provide`.

On Debian and its relatives, as root or with sudo that asks nothing, missing ones are installed as packages. It is
silent when nothing is missing, never asks a question and never fails: what stays missing is named by the tests' skips.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence

from tests.fixtures import tools

_APT = (
    "apt-get",
    "-o=DPkg::Lock::Timeout=120",
    "-o=Acquire::Retries=2",
    "-o=Acquire::http::Timeout=20",
    "-o=Acquire::https::Timeout=20",
    "-yq",
)


def packages(*, chromium_here: bool, postgres_here: bool, distribution: str) -> list[str]:
    """The Debian packages that bring what is missing. Ubuntu's chromium is a stub for a snap and of no use."""
    wanted = []
    if not chromium_here and distribution != "ubuntu":
        wanted += ["chromium", "fonts-noto-color-emoji"]
    if not postgres_here:
        wanted += ["postgresql"]
    return wanted


def as_root() -> list[str] | None:
    """What to put before a command so that root runs it without a question; nothing when that cannot be."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and _run([*sudo, "true"]):
        return sudo
    return None


def install(wanted: Sequence[str]) -> None:
    rights = as_root()
    if rights is None or not shutil.which("apt-get"):
        return
    print(f"Installing for the tests: {' '.join(wanted)}", file=sys.stderr)
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", *_APT]
    _run([*apt, "update"])  # what a stale or empty list lacks, the next line tells
    if not _run([*apt, "install", "--no-install-recommends", *wanted]):
        print("That did not work (offline?); tests that need them are skipped.", file=sys.stderr)


def _run(command: Sequence[str]) -> bool:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return ""


if __name__ == "__main__":
    missing = packages(
        chromium_here=tools.chromium() is not None,
        postgres_here=tools.postgres() is not None,
        distribution=_distribution(),
    )
    if missing:
        install(missing)
