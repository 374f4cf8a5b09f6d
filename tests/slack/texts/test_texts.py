"""T13: text is inert and messages are valid, whatever was typed and wherever it is shown."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatbot.impact import chart
from handlers.slack import blocks
from handlers.slack.press import Message
from handlers.slack.speech import Mrkdwn, inert
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.texts.alive import alive
from tests.slack.texts.checking import surfaces, wrong_with
from tests.slack.texts.house import House, Row
from tests.slack.texts.known import SILENT
from tests.slack.texts.making import Maker
from tests.slack.texts.words import MARK, broken, typed

ROUNDS = quick_or_full(2, 101)
"""How often everything is drawn: about a thousand things, so 2,000 and 100,000 in all."""


@pytest.fixture(autouse=True)
def no_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing a picture takes a second; what is said of it does not."""

    async def drawn(_chart: str) -> bytes:
        return b"a picture"

    monkeypatch.setattr(chart, "_drawn", drawn)


async def wrong(house: House, rows: list[Row], rounds: int) -> tuple[Counter[str], Counter[str]]:
    """How often each row showed something, and what was wrong with it; digits are left out of what is wrong."""
    shown, faults = Counter[str](), Counter[str]()
    for number in range(rounds):
        for row in rows:
            drawn = await house.drawn(row, number)
            shown[row.name] += surfaces(drawn) > 0
            faults.update(f"{row.name}: {re.sub('[0-9]+', '9', fault)}" for fault in wrong_with(drawn))
    return shown, faults


@PROOF
async def test_nothing_typed_comes_alive_and_slack_takes_everything_that_is_shown() -> None:
    """T13. A row for each view, message, section, part of a Home, refusal, command, button and form there is."""
    house = House()
    rows = list(house.rows())
    shown, faults = await wrong(house, rows, ROUNDS)
    assert faults == {}
    assert shown.total() > ROUNDS * 950
    assert {row.name for row in rows if not shown[row.name]} == set(SILENT), "nothing is left out, and nothing else"


def test_only_one_place_writes_tables() -> None:
    """T13: what it writes opens as text (tests/kit/test_sheets.py)."""
    sources = [path for folder in ("chatbot", "handlers") for path in Path(folder).rglob("*.py")]
    writers = [str(path) for path in sources if re.search(r"csv\.(writer|DictWriter)", path.read_text("utf-8"))]
    assert writers == ["chatbot/kit/sheets.py"]


def careless() -> Iterator[tuple[str, object]]:
    """What somebody forgot, by what it leads to."""

    def message(*shown: blocks.Block, text: str = "News.") -> Message:
        return Message(text=text, blocks=shown)

    evil = "<!channel> <@U0EVIL> <https://evil.example|x> & more"
    section = blocks.section(Mrkdwn(evil))
    long = blocks.section(inert("x"))
    long["text"]["text"] = "x" * 3001
    bare = blocks.section(inert("@channel https://evil.example"))
    bare["text"]["verbatim"] = False
    many = blocks.modal("x", [], close="x")
    many["blocks"] = [blocks.divider()] * 101
    yield "the escape", message(section)
    yield "the escape in a window", blocks.modal("x", [section], close="x")
    yield "the escape in a sentence", Mrkdwn(evil)
    yield "that bare names are read as well", message(bare)
    yield "the limit of a text", message(long)
    yield "the limit of a window", many
    yield "that a notification says nothing", message(blocks.divider(), text=f"About {MARK}")
    yield "that a row of buttons needs one", {"type": "actions", "elements": []}
    yield "that a menu needs a choice", blocks.actions({"type": "static_select", "action_id": "x", "options": []})
    yield "where a button leads", blocks.actions(blocks.link("x", "x", "https://evil.example"))


@pytest.mark.parametrize(
    ("forgotten", "shown"), list(careless()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_control_whoever_forgets_something_is_caught(forgotten: str, shown: object) -> None:
    assert list(wrong_with(shown)), forgotten


async def test_control_a_view_that_forgets_the_escape_is_caught_within_one_round() -> None:
    """The same way as all others: from its types, among what is drawn."""

    async def forgetful(maker: Maker) -> object:
        return Message(text="News.", blocks=(blocks.section(Mrkdwn(f"For *{maker.text()}*")),))

    async def silent(_maker: Maker) -> object:
        return None

    rows = [Row("drawing forgetful", forgetful), Row("drawing silent", silent)]
    shown, faults = await wrong(House(), rows, 10)
    assert any("alive" in fault for fault in faults)
    assert shown["drawing silent"] == 0


@pytest.mark.parametrize(
    "text", ["<!here>", "<@U0EVIL>", "<#C0EVIL>", "<https://x.example|y>", "<a", "a & b", "<!date^1^x>"]
)
def test_control_the_reader_of_mrkdwn_sees_what_lives(text: str) -> None:
    assert list(alive(text))
    assert not list(alive(inert(text)))


def test_what_is_generated_is_as_bad_as_it_should_be() -> None:
    """Everything that could live is among it, and whatever no database takes may come from a client."""
    texts = [typed(Maker(number).random) for number in range(2000)]
    for sign in (
        "<!channel>",
        "<@U0EVIL>",
        "<https://evil.example|x>",
        "&lt;",
        "\n",
        "`",
        "*",
        "\u202e",
        "\u200b",
        "🇭🇹",
        "ò",
    ):
        assert any(sign in text for text in texts), sign
    assert "" in texts
    assert max(map(len, texts)) == 3000
    sent = [broken(Maker(number).random) for number in range(200)]
    assert any("\ud800" <= sign <= "\udfff" for text in sent for sign in text)
