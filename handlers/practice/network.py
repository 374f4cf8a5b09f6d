"""The values a workspace begins with: who is there, which channels, and who said hello."""

from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Team:
    id: str
    name: str
    domain: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """Someone with an account. `role` is one line for the page; Slack knows nothing of it."""

    id: str
    name: str
    real_name: str
    role: str = ""
    color: str = "4a7c59"
    is_owner: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    is_bot: bool = False
    locale: str = "en-US"
    tz: str = "America/New_York"
    team_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A channel as it stands at the beginning. `members` are handles; the bot is one of them unless left out."""

    id: str
    name: str
    kind: str = "channel"
    topic: str = ""
    is_shared: bool = False
    is_archived: bool = False
    with_bot: bool = True
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hello:
    channel: str
    person: str
    text: str
    minutes_ago: int


@dataclass(frozen=True, kw_only=True)
class Bot:
    """The app under test as the workspace sees it."""

    app_id: str
    bot_id: str
    user_id: str


@dataclass(frozen=True, kw_only=True)
class Network:
    team: Team
    bot: Bot
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    hellos: tuple[Hello, ...] = field(default=())
