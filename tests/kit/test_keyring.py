"""The key ring file: who may read it, what a crash leaves, and that no key ever shows."""

import base64
import json
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from chatbot.kit.keyring import KeyRing, KeyringFault, misplaced


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "ring.json"


def secrets_in(path: Path) -> list[str]:
    return [row["key"] for row in json.loads(path.read_text())["keys"]]


def write(path: Path, content: str, mode: int = 0o600) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    path.chmod(mode)


def test_a_new_ring_belongs_to_its_owner_alone_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        KeyRing.create(path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_an_existing_ring_is_never_made_anew(path: Path) -> None:
    KeyRing.create(path).ensure("2026-11")
    before = path.read_bytes()
    with pytest.raises(KeyringFault, match="exists already"):
        KeyRing.create(path)
    assert path.read_bytes() == before


def test_a_month_gets_one_key_of_256_bits_and_keeps_it(path: Path) -> None:
    ring = KeyRing.create(path)
    ring.ensure("2026-11")
    first = secrets_in(path)
    ring.ensure("2026-11")
    assert secrets_in(path) == first
    assert [len(base64.b64decode(key)) for key in first] == [32]


def test_months_are_kept_in_order_with_different_keys(path: Path) -> None:
    ring = KeyRing.create(path)
    for month in ("2027-01", "2026-11", "2026-12"):
        ring.ensure(month)
    assert ring.ids == KeyRing.load(path).ids == ("2026-11", "2026-12", "2027-01")
    assert len(set(secrets_in(path))) == 3
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_destroyed_key_is_gone_from_the_file_and_from_every_instance(path: Path) -> None:
    one = KeyRing.create(path)
    one.ensure("2026-11")
    one.ensure("2026-12")
    other = KeyRing.load(path)
    (gone, _) = secrets_in(path)
    one.destroy("2026-11")
    one.destroy("2026-11")
    assert gone not in path.read_text()
    assert other.key("2026-11") is None
    assert other.ids == ("2026-12",)


def test_the_file_a_destroyed_key_was_in_is_overwritten(path: Path) -> None:
    ring = KeyRing.create(path)
    ring.ensure("2026-11")
    (gone,) = secrets_in(path)
    with path.open("rb") as held:
        ring.destroy("2026-11")
        assert gone.encode() not in held.read()


def test_another_instance_sees_a_new_month_at_once(path: Path) -> None:
    one = KeyRing.create(path)
    other = KeyRing.load(path)
    made = one.ensure("2026-11")
    assert other.key("2026-11") == made


def ensure_elsewhere(path: Path) -> bytes:
    return KeyRing.load(path).ensure("2026-11").secret


def test_processes_that_meet_at_the_turn_of_the_month_agree_on_one_key(path: Path) -> None:
    KeyRing.create(path)
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as processes:
        keys = set(processes.map(ensure_elsewhere, [path] * 12))
    assert len(keys) == 1


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "26-11", "", "2026-11\n", "٢٠٢٦-11"])
def test_only_a_month_names_a_key(path: Path, month: str) -> None:
    with pytest.raises(ValueError, match="not a month"):
        KeyRing.create(path).ensure(month)


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o660, 0o644, 0o601])
def test_a_ring_that_others_may_read_is_refused_with_the_command_that_helps(path: Path, mode: int) -> None:
    KeyRing.create(path)
    path.chmod(mode)
    with pytest.raises(KeyringFault, match="chmod 600"):
        KeyRing.load(path)


def test_a_ring_that_becomes_readable_to_others_is_refused_while_running(path: Path) -> None:
    ring = KeyRing.create(path)
    path.unlink()
    write(path, '{"version": 1, "keys": []}', 0o644)
    with pytest.raises(KeyringFault, match="chmod 600"):
        ring.ensure("2026-11")


@pytest.mark.parametrize("mode", [0o770, 0o703, 0o777])
def test_a_ring_in_a_folder_others_may_write_into_is_refused(path: Path, mode: int) -> None:
    KeyRing.create(path)
    path.parent.chmod(mode)
    with pytest.raises(KeyringFault, match="chmod 700"):
        KeyRing.load(path)


def test_a_ring_of_another_user_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    KeyRing.create(path)
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    with pytest.raises(KeyringFault, match="another user"):
        KeyRing.load(path)


def test_a_missing_ring_says_how_to_make_one(path: Path) -> None:
    path.parent.mkdir()
    with pytest.raises(KeyringFault, match="keys init"):
        KeyRing.load(path)


def test_a_missing_folder_is_said(path: Path) -> None:
    with pytest.raises(KeyringFault, match="folder"):
        KeyRing.load(path)


def test_a_ring_that_vanishes_while_running_seals_nothing_more(path: Path) -> None:
    ring = KeyRing.create(path)
    ring.ensure("2026-11")
    path.unlink()
    with pytest.raises(KeyringFault, match="no key ring"):
        ring.ensure("2026-11")


def as_link(path: Path) -> None:
    KeyRing.create(path.with_name("real.json"))
    path.symlink_to(path.with_name("real.json"))


def as_pipe(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path, 0o600)


@pytest.mark.parametrize(("put", "said"), [(as_link, "no link"), (as_pipe, "not a file")])
def test_only_the_file_itself_is_a_ring(path: Path, put: Callable[[Path], None], said: str) -> None:
    put(path)
    with pytest.raises(KeyringFault, match=said):
        KeyRing.load(path)


KEY = base64.b64encode(b"k" * 32).decode()


def ring_of(*rows: tuple[object, str]) -> str:
    return json.dumps({"version": 1, "keys": [{"id": month, "key": key} for month, key in rows]})


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"version": 2, "keys": []}',
        '{"version": 1}',
        '{"version": 1, "keys": [{"id": "2026-11"}]}',
        ring_of((202611, KEY)),
        ring_of(("2026-99", KEY)),
        ring_of(("2026-11", KEY + "!")),
        ring_of(("2026-11", "c2hvcnQ=")),
        ring_of(("2026-11", KEY), ("2026-12", KEY)),
        ring_of(("2026-11", KEY))[:-1],
    ],
)
def test_a_damaged_ring_is_refused_without_showing_what_is_in_it(path: Path, content: str) -> None:
    write(path, content)
    with pytest.raises(KeyringFault, match="damaged") as refused:
        KeyRing.load(path)
    assert refused.value.__context__ is None  # a JSON error would carry the whole file
    assert KEY not in str(refused.value)


def test_what_a_crash_left_beside_the_ring_is_replaced(path: Path) -> None:
    ring = KeyRing.create(path)
    write(path.with_name(".ring.json.new"), "half a r")
    ring.ensure("2026-11")
    assert [entry.name for entry in path.parent.iterdir()] == ["ring.json"]


def test_a_change_that_cannot_be_written_leaves_the_ring_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = KeyRing.create(path)
    ring.ensure("2026-11")
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(KeyringFault, match="No space left"):
            ring.ensure("2026-12")
    assert path.read_bytes() == before
    assert ring.ids == ("2026-11",)


def test_no_key_shows_in_a_repr(path: Path) -> None:
    ring = KeyRing.create(path)
    key = ring.ensure("2026-11")
    (text,) = secrets_in(path)
    shown = f"{ring!r} {ring} {vars(ring)} {key!r} {key}"
    assert "2026-11" in shown
    assert text not in shown
    assert repr(key.secret) not in shown


def test_a_ring_in_the_data_folder_or_below_is_misplaced(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "deep").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(data)
    assert misplaced(data / "ring.json", data)
    assert misplaced(data / "deep" / "ring.json", data)
    assert misplaced(tmp_path / "linked" / "ring.json", data)
    assert misplaced(tmp_path / "other" / ".." / "data" / "ring.json", data)


def test_a_ring_beside_the_data_folder_is_well_placed(tmp_path: Path) -> None:
    assert not misplaced(tmp_path / "keys" / "ring.json", tmp_path / "data")
    assert not misplaced(tmp_path / "data-keys" / "ring.json", tmp_path / "data")
