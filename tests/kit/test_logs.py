"""What libraries would log never becomes a line, whatever the level."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from chatbot.kit.logs import configure
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.sealing.journey import CANARIES, every_room


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("alongside")
    before = root.handlers[:], root.level, ours.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


@pytest.mark.parametrize(
    ("level", "library", "ours"),
    [
        ("DEBUG", logging.WARNING, logging.DEBUG),
        ("INFO", logging.WARNING, logging.INFO),
        ("ERROR", logging.ERROR, logging.ERROR),
    ],
)
def test_libraries_do_not_even_make_the_lines_that_would_be_dropped(level: str, library: int, ours: int) -> None:
    configure(level, "text")
    assert logging.getLogger("slack_sdk.web").getEffectiveLevel() == library
    assert logging.getLogger("alongside").getEffectiveLevel() == ours


def mishaps() -> None:
    """What a library may put into its lines: values, and words inside exceptions."""
    logging.getLogger("sqlalchemy.engine").warning("INSERT %s", CANARIES[0])
    try:
        int(CANARIES[1])
    except ValueError:
        logging.getLogger("slack_bolt").exception(CANARIES[2], stack_info=True)


@ON_SQLITE
async def test_no_private_word_reaches_the_log_even_at_debug(
    network: SmallNetwork, hand: Hand, capfd: pytest.CaptureFixture[str]
) -> None:
    """T9, T14: a journey through every room. Control: a handler that is not ours shows what the libraries say."""
    configure("DEBUG", "text")
    await every_room(network, hand)
    await network.chatbot.schedule.tick()
    mishaps()
    structlog.get_logger("alongside").debug("control")
    said = "".join(capfd.readouterr())
    assert "control" in said
    assert said.count("library") == 2
    assert [word for word in CANARIES if word in said] == []
    logging.getLogger().handlers = [logging.StreamHandler()]
    mishaps()
    shown = "".join(capfd.readouterr())
    assert [word for word in CANARIES if word in shown] == list(CANARIES[:3])
