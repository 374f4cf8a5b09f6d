"""What the tests of the project's own rules share."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from chatbot.bootstrap import Chatbot, build
from chatbot.kit.clock import Clock
from chatbot.kit.keyring import KeyRing
from chatbot.kit.sealed import Sealer
from chatbot.opening import open_database
from handlers.slack.application import make_application, make_client
from handlers.slack.door import Registered
from handlers.slack.pace import SLACK


@pytest.fixture
def chatbot(tmp_path: Path) -> Chatbot:
    """The whole bot, put together and not started."""
    clock = Clock()
    return build(
        clock=clock,
        database=open_database("sqlite+aiosqlite://", clock),
        sealer=Sealer(KeyRing(tmp_path / "keyring.json")),
        zone=ZoneInfo("America/New_York"),
    )


@pytest.fixture
async def registered(chatbot: Chatbot) -> Registered:
    """Everything people can do in Slack, by name."""
    return make_application(chatbot, make_client("xoxb-none", "http://127.0.0.1:9/api/"), SLACK).door.registered
