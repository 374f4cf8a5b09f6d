"""What the guard promises, one promise at a time. How well it does on many lines is in test_guard_figures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.kit.guard import Exposure, Finding, Kind, look

A_NUMBER = "A000-111-222"
SSN = "000-45-6789"
CARD = "4111 1111 1111 1111"
PHONE = "(617) 555-0101 x12"
EMAIL = "name (at) example (dot) org"
ADDRESS = "45 Elm St Apt 3"
HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e"


def kinds(text: str, exposure: Exposure = Exposure.PUBLIC) -> list[Kind]:
    return [finding.kind for finding in look(text, exposure)]


@pytest.mark.parametrize("text", [A_NUMBER, SSN, CARD])
@pytest.mark.parametrize("exposure", Exposure)
def test_numbers_of_identity_are_refused_everywhere(text: str, exposure: Exposure) -> None:
    assert len(kinds(f"Please note {text} for Thursday", exposure)) == 1


@pytest.mark.parametrize("text", [PHONE, EMAIL, ADDRESS, "Calle 8 #123", "Rua das Flores, 45", "Av. Brasil 300"])
def test_how_to_reach_someone_belongs_in_a_private_field_only(text: str) -> None:
    assert len(kinds(text, Exposure.PUBLIC)) == 1
    assert kinds(text, Exposure.PRIVATE) == []


def test_a_finding_tells_the_kind_and_the_place_and_never_the_words() -> None:
    (found,) = look(f"Ana: {A_NUMBER}, Room 320", Exposure.PUBLIC)
    assert found == Finding(kind=Kind.A_NUMBER, start=5, end=17)
    assert "111" not in repr(found)
    assert "111" not in str(found)


def test_findings_come_in_the_order_of_the_text() -> None:
    assert kinds(f"{EMAIL}, {A_NUMBER}; {PHONE}. {ADDRESS}") == [
        Kind.EMAIL,
        Kind.A_NUMBER,
        Kind.PHONE,
        Kind.STREET_ADDRESS,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A number: 12 345 678",
        "A# 012345678",
        "A012-345-678",
        "A 012 345 678",
        "a012345678",
        "fileA012345678",
        "su número A es 012 345 678",
        "registro de estrangeiro nº 12345678",
        "A number:\n12 345 678",
    ],
)
def test_an_a_number_has_many_forms(text: str) -> None:
    assert kinds(text) == [Kind.A_NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "H204 A115 A1042",
        "2026-11-24 at 10:30",
        "11-24-2026",
        "del 23-11-2026 a 25-11-2026",
        "Room 320, 3 of 5 seats",
        "$1,500 to $30,000, $1234567890",
        "H.R. 2146 and S. 1123",
        "14 people at Boston Immigration Court",
        "3 visited St. James",
        "8 AM Park Street",
        "la calle 8 y la avenida",
        "subió a 12.345.678 personas",
        "ages 18-25, 2025-2026",
        "meeting ID 123 456 789",
        "https://example.org/act/123456789",
        "4111 1111 1111 1112",
    ],
)
def test_codes_days_rooms_sums_and_bills_are_ordinary(text: str) -> None:
    assert kinds(text) == []


def test_an_office_counts_like_any_other_place_in_a_public_field() -> None:
    assert kinds("1000 District Avenue") == [Kind.STREET_ADDRESS]
    assert kinds("15 New Sudbury Street, 617-565-3080") == [Kind.STREET_ADDRESS, Kind.PHONE]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (A_NUMBER, Kind.A_NUMBER),
        (SSN, Kind.SSN),
        (CARD, Kind.CARD),
        ("617-555-0101", Kind.PHONE),
        ("maria@example.org", Kind.EMAIL),
        ("45 Elm Street", Kind.STREET_ADDRESS),
        ("Calle Luna 45", Kind.STREET_ADDRESS),
    ],
)
class TestDisguises:
    @given(data=st.data())
    def test_invisible_characters_hide_nothing(self, text: str, kind: Kind, data: st.DataObject) -> None:
        hidden = "".join(letter + data.draw(st.text(HIDDEN, max_size=3)) for letter in text)
        assert kinds(hidden) == [kind]

    def test_full_width_hides_nothing(self, text: str, kind: Kind) -> None:
        wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else "\u3000" for letter in text)
        assert kinds(wide) == [kind]

    @pytest.mark.parametrize("space", "\u00a0\u2007\u202f\u2009\u3000\t")
    def test_other_spaces_hide_nothing(self, text: str, kind: Kind, space: str) -> None:
        assert kinds(text.replace(" ", space)) == [kind]

    @pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212\uff0d\ufe63")
    def test_other_dashes_hide_nothing(self, text: str, kind: Kind, dash: str) -> None:
        assert kinds(text.replace("-", dash)) == [kind]

    @pytest.mark.parametrize("zero", "\u0660\u06f0\u0966\U0001d7ce")
    def test_other_digits_hide_nothing(self, text: str, kind: Kind, zero: str) -> None:
        other = "".join(chr(ord(zero) + int(letter)) if letter.isdecimal() else letter for letter in text)
        assert kinds(other) == [kind]

    def test_the_place_is_that_of_the_text_as_it_was_typed(self, text: str, kind: Kind) -> None:
        hidden = "\u200b".join(text)
        (found,) = look(f"\u00bd\ufb01 {hidden} \u00bd", Exposure.PUBLIC)
        assert (found.kind, found.start, found.end) == (kind, 3, 3 + len(hidden))


@given(st.text(max_size=300), st.sampled_from(Exposure))
def test_any_text_is_looked_at_without_harm(text: str, exposure: Exposure) -> None:
    findings = look(text, exposure)
    assert all(0 <= found.start < found.end <= len(text) for found in findings)
    assert all(one.end <= other.start for one, other in pairwise(findings))


@given(st.text("0123456789 -.()#@aAno,/:+", max_size=120))
def test_any_heap_of_digits_and_signs_is_looked_at_without_harm(text: str) -> None:
    public, private = look(text, Exposure.PUBLIC), look(text, Exposure.PRIVATE)
    assert {found.kind for found in private} <= {Kind.A_NUMBER, Kind.SSN, Kind.CARD}
    assert set(private) <= set(public)
