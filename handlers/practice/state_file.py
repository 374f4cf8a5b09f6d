"""The workspace on disk: written a moment after each change, whole or not at all, for its owner only."""

import asyncio
import base64
import json
import logging
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from handlers.practice.backstage import Backstage
from handlers.practice.bulletin import News
from handlers.practice.channels import Channel
from handlers.practice.credentials import Credentials
from handlers.practice.network import JSON, Person
from handlers.practice.posts import Message
from handlers.practice.views import View

log = logging.getLogger(__name__)
FORM = 1
PAUSE = 0.5
"""Seconds that changes are gathered before they are written."""
WORTH_KEEPING = frozenset({"message", "message_deleted", "home", "channels", "people", "clock", "reloaded"})


class Keeper:
    """Ephemeral messages and open modals are not kept: Slack forgets them too."""

    def __init__(self, slack: Backstage, path: Path | None) -> None:
        self._slack = slack
        self._path = path
        self._due: asyncio.TimerHandle | None = None
        if path is not None:
            slack.bulletin.listen(self._hear)

    def restore(self) -> None:
        """What an earlier run left. A file that cannot be read is put aside, not overwritten."""
        if self._path is None or not self._path.exists():
            return
        try:
            self._take_over(json.loads(self._path.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError):
            aside = self._path.with_suffix(".unreadable")
            self._path.replace(aside)
            log.warning("practice: the kept workspace could not be read; it is put aside as %s", aside.name)

    async def stop(self) -> None:
        """Writes what is not written yet."""
        if self._path is None:
            return
        if self._due is not None:
            self._due.cancel()
        self._write()

    def _hear(self, news: News) -> None:
        if news.type in WORTH_KEEPING and self._due is None:
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError:
                # Nothing runs yet while the workspace is being filled.
                return
            self._due = loop.call_later(PAUSE, self._write)

    def _write(self) -> None:
        self._due = None
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._state(), file, ensure_ascii=False)
        fresh.replace(self._path)

    def _state(self) -> JSON:
        workspace, credentials = self._slack.workspace, self._slack.credentials
        return {
            "form": FORM,
            "credentials": asdict(credentials),
            "offset": self._slack.clock.offset,
            "last": self._slack.clock.stamp(),
            "people": [asdict(person) for person in workspace.people.values()],
            "channels": [_channel_state(channel) for channel in workspace.channels.values()],
            "homes": {user: asdict(view) for user, view in workspace.homes.items()},
            "files": {
                file_id: [file, base64.b64encode(content).decode()]
                for file_id, (file, content) in workspace.files.items()
            },
        }

    def _take_over(self, state: JSON) -> None:
        if state["form"] != FORM:
            raise ValueError("written by another version")
        workspace = self._slack.workspace
        credentials = Credentials(**state["credentials"])
        people = {each["id"]: Person(**each) for each in state["people"]}
        channels = {each["id"]: _channel(each) for each in state["channels"]}
        homes = {user: View(**view) for user, view in state["homes"].items()}
        files = {file_id: (file, base64.b64decode(kept)) for file_id, (file, kept) in state["files"].items()}
        # Only now, when all of it could be read, does any of it count.
        self._slack.credentials = credentials
        self._slack.clock.offset = float(state["offset"])
        self._slack.clock.not_before(str(state["last"]))
        workspace.people, workspace.channels, workspace.homes, workspace.files = people, channels, homes, files


def _channel_state(channel: Channel) -> JSON:
    state = {name: value for name, value in vars(channel).items() if name not in ("posts", "whispers")}
    return {**state, "posts": [asdict(message) for message in channel.posts.values()]}


def _channel(state: dict[str, Any]) -> Channel:
    posts = {each["ts"]: Message(**{**each, "files": tuple(each["files"])}) for each in state["posts"]}
    return Channel(**{**state, "posts": posts})
