"""A sentence in a reader's language: its form for a count, its dates and lists, and typed text made harmless."""

import string
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po

from chatbot.kit import i18n
from chatbot.kit.i18n import LANGUAGES, Catalogues, Text, _, n_, value

CATALOGUES = Catalogues()
MOMENT = datetime(2026, 3, 5, 14, 30, tzinfo=ZoneInfo("America/New_York"))

SAMPLES: dict[str, object] = {
    "day": MOMENT.date(),
    "hour": MOMENT.time(),
    "end": MOMENT.time(),
    "moment": MOMENT,
    "days": [value(MOMENT.date()), value(MOMENT.date())],
    "role": _("companion"),
}
"""What the blanks of these names hold; every other blank holds a word."""


def messages() -> list[Message]:
    with (Path(i18n.__file__).parent / "locale/es/LC_MESSAGES/alongside.po").open("rb") as source:
        return [message for message in read_po(source, locale="es") if message.id and not message.context]


def say(language: str, text: Text) -> str:
    return CATALOGUES.tongue(language).say(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_with_any_count(language: str) -> None:
    for message in messages():
        one, many = (message.id, None) if isinstance(message.id, str) else (message.id[0], message.id[1])
        names = {name for _before, name, _spec, _how in string.Formatter().parse(many or one) if name}
        for count in (0, 1, 2, 5, 21) if many else (1,):
            blanks = {name: count if name == "count" else SAMPLES.get(name, "H204") for name in names}
            said = say(language, Text(one, blanks, many, count))
            assert said.strip()
            assert not {"{", "}"} & set(said)


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "1 hearing", "2 hearings"),
        ("es", "1 audiencia", "2 audiencias"),
        ("pt", "1 audiência", "2 audiências"),
        ("ht", "1 odyans", "2 odyans"),
    ],
)
def test_a_count_takes_its_plural(language: str, one: str, two: str) -> None:
    assert [say(language, n_("{count} hearing", "{count} hearings", count)) for count in (1, 2)] == [one, two]


@pytest.mark.parametrize(
    ("language", "day", "hour", "moment"),
    [
        ("en", "Thu, Mar 5", "2:30 PM", "Thu, Mar 5, 2:30 PM EST"),
        ("es", "jueves 5 de marzo", "2:30 p.m.", "jueves 5 de marzo, 2:30 p.m. EST"),
        ("pt", "quinta-feira, 5 de março", "14:30", "quinta-feira, 5 de março, 14:30 EST"),
        ("ht", "jedi 5 mas", "2:30 PM", "jedi 5 mas, 2:30 PM EST"),
    ],
)
def test_days_hours_and_moments_are_written_in_the_readers_manner(
    language: str, day: str, hour: str, moment: str
) -> None:
    spaced = [say(language, value(one)) for one in (MOMENT.date(), MOMENT.time(), MOMENT)]
    assert [one.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ") for one in spaced] == [
        day,
        hour,
        moment,
    ]


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        ("en", "Monday, Tuesday, and Sunday"),
        ("es", "lunes, martes y domingo"),
        ("pt", "segunda-feira, terça-feira e domingo"),
        ("ht", "lendi, madi ak dimanch"),
    ],
)
def test_a_list_ends_with_the_readers_and(language: str, listed: str) -> None:
    assert say(language, value([_("Monday"), _("Tuesday"), _("Sunday")])) == listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_one_is_the_one_and_of_none_is_nothing(language: str) -> None:
    assert say(language, value(["H204"])) == "H204"
    assert say(language, value([])) == ""


def test_every_month_and_weekday_of_haitian_creole_has_its_name() -> None:
    days = [say("ht", value(MOMENT.replace(month=month, day=month).date())) for month in range(1, 13)]
    assert [day.split()[2] for day in days] == [
        "janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm",
    ]  # fmt: skip
    week = [say("ht", value(MOMENT.replace(day=day).date())).split()[0] for day in range(2, 9)]
    assert week == ["lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"]


@pytest.mark.parametrize(
    ("tag", "language"),
    [("pt-BR", "pt"), ("pt_PT", "pt"), ("ES-419", "es"), ("ht", "ht"), ("de-DE", "en"), ("", "en")],
)
def test_a_language_tag_leads_to_the_nearest_tongue(tag: str, language: str) -> None:
    assert CATALOGUES.tongue(tag).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_typed_text_is_made_harmless_and_the_sentence_around_it_is_not_touched(language: str) -> None:
    tongue = CATALOGUES.tongue(language)
    typed = _("I do not know “{word}”. Here is what I understand.", word="<!channel> {code}")
    said = tongue.say(typed, lambda text: text.replace("<", "&lt;"))
    assert "“&lt;!channel> {code}”" in said


def test_a_folder_without_catalogues_still_speaks_english(tmp_path: Path) -> None:
    assert Catalogues(tmp_path).tongue("es").say(_("Claim")) == "Claim"
