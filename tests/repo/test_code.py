"""Rules about the code that no linter has, each with a control that must be caught."""

import ast
from collections.abc import Callable

import pytest

from tests.repo import reading

Rule = Callable[[str], list[str]]


def breaches(rule: Rule, *folders: str, but: tuple[str, ...] = ()) -> dict[str, list[str]]:
    files = [file for file in reading.python(*folders) if not reading.name_of(file).startswith(but)]
    return {reading.name_of(file): found for file in files if (found := rule(file.read_text()))}


def test_only_the_clocks_know_the_time() -> None:
    clocks = ("chatbot/kit/clock.py", "handlers/practice/machine.py")
    assert breaches(reading.asks_the_time, "chatbot", "handlers", but=clocks) == {}


def test_sql_is_spoken_only_in_stores_the_kit_the_audit_and_migrations() -> None:
    found = breaches(
        reading.speaks_sql, "chatbot", but=("chatbot/kit/", "chatbot/audit/record.py", "chatbot/migrations/")
    )
    assert {name: what for name, what in found.items() if not name.endswith("/store.py")} == {}
    assert breaches(reading.speaks_sql, "handlers/practice") == {}


def test_nothing_sleeps_in_the_tests_and_nothing_blocks_anywhere() -> None:
    assert breaches(reading.sleeps, "tests") == {}
    blocking = breaches(reading.sleeps, "chatbot", "handlers")
    assert {name: what for name, what in blocking.items() if any("time.sleep" in call for call in what)} == {}


def test_no_test_is_skipped_without_a_reason() -> None:
    assert breaches(reading.skips_in_silence, "tests") == {}


def test_every_verb_of_a_service_says_what_it_promises() -> None:
    found = breaches(reading.verbs_without_promise, "chatbot")
    assert {name: verbs for name, verbs in found.items() if name.endswith("/service.py")} == {}


def test_whatever_opens_private_words_is_counted() -> None:
    assert breaches(reading.written_down_uncounted, "chatbot") == {}


CAUGHT: list[tuple[Rule, str]] = [
    (reading.asks_the_time, "datetime.now(UTC)"),
    (reading.asks_the_time, "datetime.datetime.utcnow()"),
    (reading.asks_the_time, "date.today()"),
    (reading.asks_the_time, "import time"),
    (reading.asks_the_time, "from time import monotonic"),
    (reading.speaks_sql, "from sqlalchemy.ext.asyncio import AsyncEngine"),
    (reading.speaks_sql, "import sqlite3"),
    (reading.sleeps, "time.sleep(pause)"),
    (reading.sleeps, "await asyncio.sleep(0.1)"),
    (reading.sleeps, "await sleep(1)"),
    (reading.skips_in_silence, "@pytest.mark.skip\ndef test_it(): ..."),
    (reading.skips_in_silence, "@pytest.mark.skipif(True)\ndef test_it(): ..."),
    (reading.skips_in_silence, "@pytest.mark.xfail()\ndef test_it(): ..."),
    (reading.skips_in_silence, "pytest.skip()"),
    (reading.verbs_without_promise, "class Bonds:\n    async def pledge(self): ..."),
    (reading.verbs_without_promise, "def pledge(): ..."),
    (reading.written_down_uncounted, "await note(tx, verb='bonds.open_donor', subject=it)"),
    (reading.written_down_uncounted, "await self._done(tx, 'stays.open_notes', stay, by)"),
]

ALLOWED: list[tuple[Rule, str]] = [
    (reading.asks_the_time, "clock.now(); from datetime import time"),
    (reading.speaks_sql, "from chatbot.hearings import store"),
    (reading.sleeps, "await asyncio.sleep(0); await asyncio.sleep(pause)"),
    (reading.skips_in_silence, "@pytest.mark.skip(reason='no hotline here')\ndef test_it(): ..."),
    (reading.skips_in_silence, "pytest.skip('no hotline here')"),
    (
        reading.verbs_without_promise,
        "class Bonds:\n    def pledge(self):\n        'Promises.'\n    def _take(self): ...",
    ),
    (reading.verbs_without_promise, "class _Line:\n    def join(self): ..."),
    (reading.written_down_uncounted, "await opening(tx, 'bonds.open_donor', it, by=by)"),
    (reading.written_down_uncounted, "OPEN_SEAT = 'signups.open_seat'"),
]


@pytest.mark.parametrize(("rule", "code"), CAUGHT)
def test_control_each_rule_catches_what_breaks_it(rule: Rule, code: str) -> None:
    assert rule(code)


@pytest.mark.parametrize(("rule", "code"), ALLOWED)
def test_control_each_rule_lets_pass_what_keeps_it(rule: Rule, code: str) -> None:
    assert rule(code) == []


def hidden(code: str) -> list[str]:
    """The sentences inside f-strings, where what collects them for the translators does not see them."""
    strings = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr)]
    return [ast.unparse(call) for string in strings for name, call in reading.calls(string) if name in ("_", "n_")]


def test_no_sentence_hides_from_the_translators() -> None:
    assert breaches(hidden, "chatbot", "handlers") == {}


def test_control_a_hidden_sentence_is_caught() -> None:
    assert hidden("said = f\":calendar: {md(_('Cancelled'))}\"") == ["_('Cancelled')"]
