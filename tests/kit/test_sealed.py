"""Sealed values: they come back whole, in their own place only, and tell nothing otherwise."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cryptography.fernet import Fernet
from hypothesis import assume, given
from hypothesis import strategies as st

from chatbot.kit.keyring import KeyRing
from chatbot.kit.sealed import Sealer, Unreadable, key_of

PLACE = {"table": "hearings", "column": "contact", "row": "204"}
MONTH = "2026-11"
SECRET = "call Marisol at the back door"  # a canary, not a password

# Half surrogates included: Slack's JSON can carry them.
any_text = st.text(st.characters(), max_size=300)
name = st.text(max_size=12)


@pytest.fixture(scope="module")
def ring() -> Iterator[KeyRing]:
    with TemporaryDirectory() as folder:
        yield KeyRing.create(Path(folder) / "keys" / "ring.json")


@pytest.fixture(scope="module")
def sealer(ring: KeyRing) -> Sealer:
    return Sealer(ring)


@pytest.fixture(scope="module")
def blob(sealer: Sealer) -> bytes:
    return sealer.seal(SECRET, **PLACE, month=MONTH)


@given(text=any_text, table=name, column=name, row=name)
def test_every_text_comes_back_whole_in_its_own_place(
    sealer: Sealer, text: str, table: str, column: str, row: str
) -> None:
    blob = sealer.seal(text, table=table, column=column, row=row, month=MONTH)
    assert sealer.open(blob, table=table, column=column, row=row) == text


@pytest.mark.parametrize(
    "text", ["", "\0", "\0\0", "\x80", "ends with zeros\0\0", "Señora Ñandú", "🫶🏽", "x" * 63, "x" * 64]
)
def test_texts_that_look_like_padding_come_back_whole(sealer: Sealer, text: str) -> None:
    assert sealer.open(sealer.seal(text, **PLACE, month=MONTH), **PLACE) == text


@given(
    here=st.tuples(name, name, name),
    there=st.tuples(name, name, name),
)
def test_a_value_opens_in_no_other_place(
    sealer: Sealer, here: tuple[str, str, str], there: tuple[str, str, str]
) -> None:
    assume(here != there)
    blob = sealer.seal(SECRET, table=here[0], column=here[1], row=here[2], month=MONTH)
    with pytest.raises(Unreadable, match="another place"):
        sealer.open(blob, table=there[0], column=there[1], row=there[2])


@pytest.mark.parametrize(
    "there",
    [
        {"table": "hearings", "column": "contact", "row": "205"},
        {"table": "hearings", "column": "notes", "row": "204"},
        {"table": "needs", "column": "contact", "row": "204"},
        {"table": "hearingsc", "column": "ontact", "row": "204"},
        {"table": "hearings", "column": "contact2", "row": "04"},
        {"table": "contact", "column": "hearings", "row": "204"},
    ],
)
def test_a_swapped_row_column_or_table_is_refused(sealer: Sealer, blob: bytes, there: dict[str, str]) -> None:
    with pytest.raises(Unreadable, match="another place"):
        sealer.open(blob, **there)


def test_control_encryption_that_is_not_bound_to_a_place_accepts_a_swap() -> None:
    box = Fernet(Fernet.generate_key())
    row_204, row_205 = box.encrypt(b"Marisol"), box.encrypt(b"Joaquin")
    row_204, row_205 = row_205, row_204
    assert box.decrypt(row_204) == b"Joaquin"


def test_every_single_flipped_bit_is_refused(sealer: Sealer, blob: bytes) -> None:
    for bit in range(len(blob) * 8):
        flipped = bytearray(blob)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Unreadable):
            sealer.open(bytes(flipped), **PLACE)


@given(cut=st.integers(min_value=0, max_value=200), extra=st.binary(max_size=70))
def test_a_value_cut_short_or_made_longer_is_refused(sealer: Sealer, blob: bytes, cut: int, extra: bytes) -> None:
    assume(blob[:cut] + extra != blob)
    with pytest.raises(Unreadable):
        sealer.open(blob[:cut] + extra, **PLACE)


@given(noise=st.binary(max_size=200))
def test_bytes_that_were_never_sealed_are_refused(sealer: Sealer, noise: bytes) -> None:
    with pytest.raises(Unreadable):
        sealer.open(noise, **PLACE)


def test_a_key_id_may_not_be_exchanged_for_another_key_of_the_ring(sealer: Sealer, ring: KeyRing, blob: bytes) -> None:
    ring.ensure("2026-12")
    with pytest.raises(Unreadable, match="changed"):
        sealer.open(blob.replace(b"2026-11", b"2026-12"), **PLACE)


def test_a_value_whose_key_was_destroyed_is_refused_and_names_the_month(tmp_path: Path) -> None:
    ring = KeyRing.create(tmp_path / "ring.json")
    sealer = Sealer(ring)
    blob = sealer.seal(SECRET, **PLACE, month="2026-03")
    ring.destroy("2026-03")
    ring.ensure("2026-03")
    with pytest.raises(Unreadable):
        sealer.open(blob, **PLACE)
    ring.destroy("2026-03")
    with pytest.raises(Unreadable, match="2026-03, which is not in the key ring"):
        sealer.open(blob, **PLACE)


def test_a_refusal_tells_neither_the_text_nor_the_key(sealer: Sealer, ring: KeyRing, blob: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        sealer.open(blob, table="needs", column="contact", row="204")
    key = ring.ensure(MONTH)
    shown = f"{refused.value!r} {refused.value.args} {refused.value.__cause__!r}"
    assert "needs.contact of row 204" in shown
    assert "Marisol" not in shown
    assert repr(key.secret) not in shown
    assert key.secret.hex() not in shown


def test_the_same_text_never_looks_the_same_twice(sealer: Sealer) -> None:
    assert len({sealer.seal("yes", **PLACE, month=MONTH) for _ in range(100)}) == 100


@given(text=st.text(max_size=200))
def test_the_stored_length_tells_only_steps_of_64_bytes(sealer: Sealer, text: str) -> None:
    around = 1 + 1 + len(MONTH) + 12 + 16
    written = len(text.encode("utf-8", "surrogatepass"))
    assert len(sealer.seal(text, **PLACE, month=MONTH)) == around + (written // 64 + 1) * 64


def test_the_text_is_not_in_the_stored_bytes(blob: bytes) -> None:
    assert SECRET.encode() not in blob


def test_the_layout_is_the_documented_one(blob: bytes) -> None:
    assert blob[:9] == b"\x01\x072026-11"


def test_the_month_is_read_without_opening(blob: bytes) -> None:
    assert key_of(blob) == MONTH
    assert key_of(b"\x01\x072026-99" + blob[9:]) is None
    assert key_of(b"") is None
