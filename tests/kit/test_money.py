"""Amounts as people write them, and as nobody misreads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.kit.i18n import LANGUAGES, Catalogues, value
from chatbot.kit.money import Money, NoAmount, read_amount
from chatbot.kit.numerals import dollars_in_words

CATALOGUES = Catalogues()


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("$40", 4000),
        ("40.00", 4000),
        ("1,500", 150000),
        ("40 USD", 4000),
        (" US$ 1,500.25 ", 150025),
        ("40 dollars", 4000),
        ("0.01", 1),
        ("1,234,567.89", 123456789),
    ],
)
def test_an_amount_is_understood_as_people_write_it(typed: str, cents: int) -> None:
    assert read_amount(typed) == Money(cents)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("40,5", "This could mean two amounts."),
        ("1.500", "This could mean two amounts."),
        ("1.500,00", "This could mean two amounts."),
        ("-3", "Please write an amount in dollars"),
        ("NaN", "Please write an amount in dollars"),
        ("1e3", "Please write an amount in dollars"),
        ("forty", "Please write an amount in dollars"),
        ("40.5", "Please write an amount in dollars"),
        ("１００", "Please write an amount in dollars"),
        ("12,34,567", "Please write an amount in dollars"),
        ("", "Please write an amount in dollars"),
        ("$0", "Please write an amount above zero."),
        ("0.00", "Please write an amount above zero."),
        ("99,999,999", "This is more than I can keep books on."),
    ],
)
def test_what_is_no_clear_amount_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(NoAmount, match=sentence):
        read_amount(typed)


@given(st.integers(1, 10**9))
def test_an_amount_that_was_written_plainly_is_read_as_itself(cents: int) -> None:
    assert read_amount(Money(cents).plain) == Money(cents)


@pytest.mark.parametrize(
    ("cents", "shown"), [(150_000, "$1,500"), (150_050, "$1,500.50"), (5, "$0.05"), (-4_000, "-$40"), (0, "$0")]
)
def test_an_amount_is_shown_in_one_manner_in_every_language(cents: int, shown: str) -> None:
    assert {CATALOGUES.tongue(language).say(value(Money(cents))) for language in LANGUAGES} == {shown}


@given(st.integers(1, 10**9))
def test_an_amount_that_was_shown_can_be_typed(cents: int) -> None:
    assert read_amount(CATALOGUES.tongue("pt").say(value(Money(cents)))) == Money(cents)


@pytest.mark.parametrize(
    ("cents", "en", "es", "pt", "ht"),
    [
        (100, "one dollar", "un dólar", "um dólar", "1 dola"),
        (4000, "forty dollars", "cuarenta dólares", "quarenta dólares", "40 dola"),
        (
            2101,
            "twenty-one dollars and one cent",
            "veintiún dólares con un centavo",
            "vinte e um dólares e um centavo",
            "21 dola ak 1 santim",
        ),
        (
            150000,
            "one thousand five hundred dollars",
            "mil quinientos dólares",
            "mil e quinhentos dólares",
            "1 mil 500 dola",
        ),
        (
            3154050,
            "thirty-one thousand five hundred forty dollars and fifty cents",
            "treinta y un mil quinientos cuarenta dólares con cincuenta centavos",
            "trinta e um mil quinhentos e quarenta dólares e cinquenta centavos",
            "31 mil 540 dola ak 50 santim",
        ),
        (100000000, "one million dollars", "un millón de dólares", "um milhão de dólares", "1 milyon dola"),
    ],
)
def test_an_amount_is_written_out_for_a_confirmation(cents: int, en: str, es: str, pt: str, ht: str) -> None:
    said = {language: CATALOGUES.tongue(language).say(value(Money(cents).in_words)) for language in LANGUAGES}
    assert said == {"en": en, "es": es, "pt": pt, "ht": ht}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_amounts_are_written_out_alike(language: str) -> None:
    whole = {dollars_in_words(dollars * 100, language) for dollars in (*range(3000), *range(3000, 1_000_000, 997))}
    assert len(whole) == 3000 + len(range(3000, 1_000_000, 997))
    assert len({dollars_in_words(cents, language) for cents in range(200)}) == 200
