"""The catalogues: in step with the code, complete, and faithful to what the English holds."""

import os
import re
import shutil
import string
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po

from chatbot.hearings.words import KINDS
from chatbot.kit.i18n import LANGUAGES
from tests.tree import ROOT

TRANSLATED = sorted(set(LANGUAGES) - {"en"})
FORMS = {"es": "n != 1", "pt": "n > 1", "ht": "0"}
"""Which of its plural forms a language takes; nouns of Haitian Creole have one."""

COMMAND = re.compile(r"(?<!\w)/[a-z]+(?: (?:help|settings|preview|open this week|lowell|@alongside)\b)?")
MARKS = {
    "commands and what is typed after them": COMMAND.findall,
    "backticked words": re.compile(r"`[^`]*`").findall,
    "emoji": re.compile(r":[a-z_]+:").findall,
    "bullets": re.compile("^• ", re.MULTILINE).findall,
    "lines": re.compile("\n").findall,
    "asterisks": re.compile(r"\*").findall,
}

Key = tuple[str | None, str, str | None]


def locale(language: str) -> Path:
    return ROOT / f"chatbot/kit/locale/{language}/LC_MESSAGES/alongside.po"


@cache
def catalogue(language: str) -> Catalog:
    with locale(language).open("rb") as source:
        return read_po(source, locale=language)


def sentences(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def english(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def translations(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def key(context: str | None, found: object) -> Key:
    one, many = found if isinstance(found, (tuple, list)) else (found, None)
    return context or None, str(one), many


@cache
def in_the_code() -> frozenset[Key]:
    """Every sentence between the parentheses of `_`, `n_` and `pgettext`, as `make texts` finds them."""
    keywords = {**DEFAULT_KEYWORDS, "_": None, "n_": (1, 2)}
    return frozenset(
        key(context, found)
        for folder in ("chatbot", "handlers")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for _line, found, _comments, context in extract_from_file("python", file, keywords=keywords)
    )


def blanks(sentence: str) -> Counter[str]:
    return Counter(name for _text, name, _spec, _how in string.Formatter().parse(sentence) if name is not None)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_the_sentences_of_the_code_and_no_others(language: str) -> None:
    has = {key(message.context, message.id) for message in sentences(language)}
    assert not in_the_code() - has, "run `make texts`, then translate these"
    assert not has - in_the_code(), "run `make texts`: nobody says these any more"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_no_translation_is_a_guess(language: str) -> None:
    assert not [message.id for message in sentences(language) if not all(map(str.strip, translations(message)))]
    assert not [message.id for message in sentences(language) if message.fuzzy]
    assert not catalogue(language).obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_blanks_of_the_english(language: str) -> None:
    wrong = [
        said
        for message in sentences(language)
        for said in translations(message)
        if all(blanks(said) != blanks(one) for one in english(message))
    ]
    assert not wrong


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("what", MARKS)
def test_a_translation_keeps_what_is_no_language(language: str, what: str) -> None:
    found: Callable[[str], list[str]] = MARKS[what]
    wrong = [
        said
        for message in sentences(language)
        for said in translations(message)
        if sorted(found(said)) != sorted(found(english(message)[0]))
    ]
    assert not wrong


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_words_that_narrow_a_list_are_the_same_in_every_language(language: str) -> None:
    said = [
        one
        for message in sentences(language)
        if english(message)[0].startswith("of one kind:")
        for one in (*english(message), *translations(message))
    ]
    assert len(said) == 2
    assert len({one.partition(":")[2] for one in said}) == 1
    assert set(re.findall(r"[a-z-]+", said[0].partition(":")[2])) <= set(KINDS)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_calls_a_button_by_the_name_that_is_on_it(language: str) -> None:
    labels = {english(message)[0]: translations(message)[0] for message in sentences(language)}
    named = re.compile(r"(?:[Pp]ress |, )(Claim|Release|Details)\b")
    wrong = [
        translations(message)[0]
        for message in sentences(language)
        for button in named.findall(english(message)[0])
        if f"“{labels[button]}”" not in translations(message)[0]
    ]
    assert not wrong


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_plural_forms_are_those_of_the_language(language: str) -> None:
    assert catalogue(language).plural_expr.strip("()") == FORMS[language]
    counts = {len(translations(message)) for message in sentences(language) if message.pluralizable}
    assert counts == {catalogue(language).num_plurals}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_names_no_person_and_no_machine(language: str) -> None:
    text = locale(language).read_text(encoding="utf-8")
    about = [line for line in text.splitlines() if line.startswith("#")]
    about += text.partition('msgstr ""')[2].partition("\n\n")[0].splitlines()
    assert not [line for line in about if re.search(r"@|PROJECT|ORGANIZATION|FULL NAME|(^|[\s\"])/\w|\\\\|:\d+$", line)]


def test_make_texts_changes_nothing_when_the_code_has_said_nothing_new(tmp_path: Path) -> None:
    for folder in ("chatbot", "handlers"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "Makefile", tmp_path)
    tools = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    made = ["make", "texts", "UV=Makefile", "RUN=", "-C", str(tmp_path)]
    subprocess.run(made, env=tools, check=True, capture_output=True, timeout=120)
    for language in TRANSLATED:
        file = locale(language)
        assert (tmp_path / file.relative_to(ROOT)).read_text("utf-8") == file.read_text("utf-8"), "run `make texts`"
    assert not list(tmp_path.rglob("*.pot"))
