"""Reading the project's own files, and the rules about Python that no linter has. Each rule returns what breaks it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from chatbot.audit.record import OPENING
from tests.tree import ROOT, sources

_DATA = {".lock", ".po", ".pot", ".json", ".csv", ".tsv", ".txt", ".ics"}


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def written() -> list[Path]:
    """Every file that somebody writes and reads: no catalogues, no locks, no data, no pictures."""
    return [file for file in sources(ROOT) if file.suffix not in _DATA and _is_text(file)]


def python(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call with its dotted name as written: `datetime.now`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def imported(tree: ast.AST) -> Iterator[str]:
    """The name of every module that is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def asks_the_time(code: str) -> list[str]:
    """Where code asks the machine for the time: the module `time`, or a datetime's or date's now."""
    tree = ast.parse(code)
    names = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
    asked = [name for name, _ in calls(tree) if name.removeprefix("datetime.") in names or name in names]
    return asked + [module for module in imported(tree) if module == "time"]


def speaks_sql(code: str) -> list[str]:
    """Where code imports a database library."""
    libraries = {"sqlalchemy", "aiosqlite", "asyncpg", "sqlite3"}
    return [module for module in imported(ast.parse(code)) if module.split(".")[0] in libraries]


def sleeps(code: str) -> list[str]:
    """Where code waits for a fixed while. `asyncio.sleep(0)` only lets others run, so it is no sleep."""
    found = []
    for name, call in calls(ast.parse(code)):
        fixed = [argument.value for argument in call.args[:1] if isinstance(argument, ast.Constant)]
        if name == "time.sleep" or (name.split(".")[-1] == "sleep" and fixed and fixed != [0]):
            found.append(ast.unparse(call))
    return found


def skips_in_silence(code: str) -> list[str]:
    """Where a test is skipped, or expected to fail, without a reason."""
    tree = ast.parse(code)
    found = []
    for name, call in calls(tree):
        reasons = [word for word in call.keywords if word.arg == "reason"]
        marked = name in ("pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail")
        needed = 2 if name == "pytest.mark.skipif" else 1
        told = name in ("pytest.skip", "pytest.xfail") and call.args
        if (marked and not reasons and len(call.args) < needed) or (name == "pytest.skip" and not told and not reasons):
            found.append(ast.unparse(call))
    called = {id(call.func) for _, call in calls(tree)}
    for node in ast.walk(tree):
        bare = isinstance(node, ast.Attribute) and id(node) not in called
        if bare and ast.unparse(node) in ("pytest.mark.skip", "pytest.mark.xfail"):
            found.append(ast.unparse(node))
    return found


def verbs_without_promise(code: str) -> list[str]:
    """The public functions and methods of public classes that have no docstring."""
    found = []
    for owner in ast.walk(ast.parse(code)):
        if not isinstance(owner, ast.Module | ast.ClassDef) or getattr(owner, "name", "").startswith("_"):
            continue
        for node in owner.body:
            match node:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    if not node.name.startswith("_") and not ast.get_docstring(node):
                        found.append(node.name)
    return found


def written_down_uncounted(code: str) -> list[str]:
    """Where a line of the audit that is named like an opening is written by anything but `opening`, which counts.

    An `Entry` is one of the timetable.
    """
    return [
        ast.unparse(call)
        for name, call in calls(ast.parse(code))
        for one in (*call.args, *(word.value for word in call.keywords))
        if name not in ("opening", "Entry") and isinstance(one, ast.Constant) and OPENING in str(one.value)
    ]


def _is_text(file: Path) -> bool:
    return b"\0" not in file.read_bytes()[:1024]
