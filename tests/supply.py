"""Looks at what the bot is made of: known weaknesses in libraries (pip-audit), risky habits in the code (bandit).

Both are fetched when they are wanted and ask the network. What could not be looked at is said, and is no failure; what
was found is one. Run by `make supply`, which is part of `make check`.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

UV = os.environ.get("UV", "uv")
HABITS = ["bandit>=1.9,<2", "bandit", "-q", "-ll", "-s", "B608", "-f", "json", "-r", "chatbot", "handlers", "bot.py"]
"""B608 is text put together to SQL; ruff asks about the same (S608), and each place that may is marked there."""
PATIENCE = 180


def main() -> int:
    return max(weaknesses(), habits())


def weaknesses() -> int:
    """Whether a library in uv.lock has a weakness that is known."""
    with tempfile.TemporaryDirectory() as folder:
        locked = Path(folder) / "locked.txt"
        wanted = ["export", "-q", "--frozen", "--no-dev", "--no-emit-project", "-o", str(locked)]
        if subprocess.run([UV, *wanted], capture_output=True, check=False).returncode:
            return told("the lock could not be read: libraries were not looked up", well=False)
        asked = ["pip-audit>=2.9,<3", "pip-audit", "-r", str(locked), "--disable-pip", "--require-hashes", "-f", "json"]
        return judged(answer(asked))


def judged(report: Any) -> int:
    """What to say of pip-audit's report; None is that there was none."""
    libraries = report.get("dependencies", []) if isinstance(report, dict) else []
    looked_up = [one for one in libraries if "vulns" in one]
    weak = [f"{one['name']} {one['version']}: {weak['id']}" for one in looked_up for weak in one["vulns"]]
    if weak:
        return told(*weak, well=False)
    if len(looked_up) < len(libraries) or not libraries:
        told(f"{len(libraries) - len(looked_up) or 'all'} libraries could not be looked up from here", well=True)
    return told(f"{len(looked_up)} libraries have no weakness that is known", well=True) if looked_up else 0


def habits() -> int:
    """Whether bandit finds a risky habit of medium or high severity."""
    report = answer(HABITS)
    if not isinstance(report, dict):
        return told("bandit is not to be had from here: the code was not looked through", well=True)
    found = [f"{one['filename']}:{one['line_number']}: {one['issue_text']}" for one in report["results"]]
    return told(*found, well=False) if found else told("bandit finds no risky habit", well=True)


def answer(arguments: Sequence[str]) -> Any:
    """The JSON a tool prints; nothing when it cannot be fetched or says something else."""
    fetched, *command = arguments
    try:
        done = subprocess.run(
            [UV, "tool", "run", "-q", "--from", fetched, *command], capture_output=True, check=False, timeout=PATIENCE
        )
        return json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def told(*lines: str, well: bool) -> int:
    for line in lines:
        print(f"supply: {'' if well else 'FAULT '}{line}")  # noqa: T201
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
