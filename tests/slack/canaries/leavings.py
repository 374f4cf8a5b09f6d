"""What the journey left behind, place by place, and what of it is nobody's business."""

import base64
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from chatbot.backups import archive
from chatbot.backups.making import back_up
from chatbot.kit.database import database_file
from tests.sealing.traces import traces
from tests.slack.scene import Scene
from tests.slack.traces import said

Places = Mapping[str, str]

OURS = ("chatbot.", "handlers.slack.")


async def left(scene: Scene) -> dict[str, str]:
    """Everything that stays somewhere, in words: none of it is a window."""
    slack = scene.practice._slack.workspace
    shown = [message.to_page("") for channel in slack.channels.values() for message in channel.messages]
    homes = [entry.body for entry in scene.practice.traffic.calls("views.publish")]
    files = {str(file["name"]): content.decode("utf-8", "replace") for file, content in slack.files.values()}
    return {
        "messages": json.dumps(shown, ensure_ascii=False),
        "Homes": json.dumps(homes, ensure_ascii=False),
        "files": "\n".join(f"{name}\n{text}" for name, text in files.items()),
        "calls, outbox and audit": await said(scene),
    }


async def on_disk(scene: Scene, folder: Path, words: Mapping[str, str]) -> list[str]:
    """Which words lie readable in the database, its log, or a backup of it as the bot makes it, unpacked."""
    file = Path(database_file(scene.settings.database_url.get_secret_value()) or "")
    packed, backup = folder / "packed", folder / "backup.db"
    await back_up(scene.settings, scene.chatbot.clock, packed)
    archive.unpack(packed, backup)
    found = traces(words.values(), [*file.parent.glob(f"{file.name}*"), packed, backup])
    for made in (packed, backup):
        made.unlink()
    return found


def among(words: Mapping[str, str], places: Mapping[str, str]) -> list[str]:
    """Which word stands in which place."""
    return [f"{name} in {place}" for name, word in words.items() for place, text in places.items() if word in text]


def secrets(scene: Scene) -> dict[str, str]:
    """What opens a door, by its name; a key in each form in which a program might write it."""
    ring = json.loads(scene.settings.keyring_file.read_text())
    found = {
        "bot token": scene.practice.bot_token,
        "app token": scene.practice.app_token,
        "signing secret": scene.practice.signing_secret,
    }
    for key in ring["keys"]:
        raw = base64.b64decode(key["key"])
        written = (key["key"], base64.urlsafe_b64encode(raw).decode(), raw.hex(), repr(raw)[2:-1])
        found |= {f"key {key['id']} as {number}": form for number, form in enumerate(written)}
    return found


def reprs(*things: object) -> Iterator[str]:
    """What a debugger, or a traceback with its variables, would show of all that is ours and hangs on these."""
    seen: set[int] = set()
    waiting = list(things)
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        parts = _parts(thing)
        yield repr(thing)
        yield from (repr(part) for part in parts)
        waiting += [part for part in parts if type(part).__module__.startswith(OURS)]


def _parts(thing: object) -> list[Any]:
    slots = [name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ())]
    held = [getattr(thing, name, None) for name in slots if isinstance(name, str)]
    return [*held, *getattr(thing, "__dict__", {}).values()]
