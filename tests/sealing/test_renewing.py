"""What lives on is sealed under a newer key, what nobody needs is destroyed, and a kill leaves everything readable."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from chatbot.bootstrap import Chatbot, build
from chatbot.hearings.model import Hearing, Private
from chatbot.hearings.store import hearings
from chatbot.kit import sealed_rows
from chatbot.kit.database import Tx
from chatbot.kit.keyring import KeyRing, KeyringFault
from chatbot.kit.sealed import Sealer, Unreadable, key_of
from chatbot.opening import open_database
from chatbot.sealing.model import Renewed
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import EASTERN, SmallNetwork

CONTACT = "Ask for Tia"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_rows, "BATCH", 2)


async def written(network: SmallNetwork, number: int) -> list[Hearing]:
    return [await network.add_hearing(alias=f"{n}", contact=CONTACT, notes="quiet") for n in range(number)]


async def keys_in_use(network: SmallNetwork) -> set[str | None]:
    rows = await network.rows(hearings.select())
    return {key_of(value) for row in rows for value in (row.contact, row.notes) if value}


async def all_open(network: SmallNetwork, codes: list[Hearing]) -> bool:
    opened = [await network.chatbot.hearings.open_details(one.code, by=network.coordinator) for one in codes]
    return all(one.private == Private(contact=CONTACT, notes="quiet") for one in opened)


async def test_when_a_month_begins_the_key_of_two_months_ago_goes(
    network: SmallNetwork, ring: KeyRing, hand: Hand
) -> None:
    """T7, the half of the keys."""
    codes = await written(network, 5)
    hand.move(days=31)
    await network.add_hearing(contact=CONTACT)
    assert await network.chatbot.keys.renew_old() == Renewed()
    assert ring.ids == ("2026-03", "2026-04")
    hand.move(days=30)
    assert await network.chatbot.keys.renew_old() == Renewed(values=10, destroyed=("2026-03",))
    assert ring.ids == ("2026-04", "2026-05")
    assert await keys_in_use(network) == {"2026-04", "2026-05"}
    assert await all_open(network, codes)
    assert "the clock keys.destroy" in await network.written_down()
    assert await network.chatbot.keys.renew_old() == Renewed()


async def test_a_new_key_for_all_is_made_at_any_time_and_the_others_go(network: SmallNetwork, ring: KeyRing) -> None:
    codes = await written(network, 3)
    assert (await network.chatbot.keys.rotate()).destroyed == ("2026-03",)
    assert (await network.chatbot.keys.rotate()).destroyed == ("2026-03.02",)
    assert ring.ids == ("2026-03.03",)
    assert await keys_in_use(network) == {"2026-03.03"}
    assert await all_open(network, codes)


@ON_SQLITE
@pytest.mark.parametrize("at", range(9))
async def test_killed_anywhere_everything_opens_and_the_next_tick_goes_on(
    network: SmallNetwork, ring: KeyRing, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """The process dies between two transactions; inside one, the database undoes it."""
    codes = await written(network, 3)
    left = at
    run = network.chatbot.database.run

    async def dies(work: Any) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return await run(work)

    with monkeypatch.context() as patched:
        patched.setattr(network.chatbot.database, "run", dies)
        with pytest.raises(KeyboardInterrupt):
            await network.chatbot.keys.rotate()
    assert await all_open(network, codes)
    await network.chatbot.keys.must_open()
    await network.chatbot.keys.renew_old()
    assert len(ring.ids) == 1
    assert await all_open(network, codes)


@ON_SQLITE
async def test_what_does_not_open_keeps_its_key_until_it_is_given_up(network: SmallNetwork, ring: KeyRing) -> None:
    codes = await written(network, 3)

    async def move(tx: Tx) -> None:
        await tx.execute(update(hearings).where(hearings.c.id == codes[1].id).values(contact=hearings.c.notes))

    await network.chatbot.database.run(move)
    assert await network.chatbot.keys.rotate() == Renewed(values=5, unreadable=1, kept=("2026-03",))
    assert ring.ids == ("2026-03", "2026-03.02")
    assert await network.chatbot.keys.renew_old() == Renewed(unreadable=1, kept=("2026-03",))
    assert await network.chatbot.keys.renew_old() == Renewed(), "once a day is enough"
    given_up = await network.chatbot.keys.rotate(give_up=True)
    assert (given_up.unreadable, given_up.kept) == (1, ())
    opened = await network.chatbot.hearings.open_details(codes[1].code, by=network.coordinator)
    assert opened.private == Private(notes="quiet")


@ON_SQLITE
async def test_a_key_that_is_missing_or_another_is_told_and_can_be_given_up(
    network: SmallNetwork, ring: KeyRing
) -> None:
    await written(network, 2)
    await network.chatbot.keys.must_open()
    ring.destroy("2026-03")
    with pytest.raises(KeyringFault, match="4 private details need the key 2026-03, which is missing in"):
        await network.chatbot.keys.must_open()
    ring.ensure("2026-03")
    with pytest.raises(KeyringFault, match="which is another one in"):
        await network.chatbot.keys.must_open()
    (use,) = await network.chatbot.keys.listed()
    assert (use.name, use.values, use.is_there, use.opens) == ("2026-03", 4, True, False)
    await network.chatbot.keys.rotate(give_up=True)
    await network.chatbot.keys.must_open()


@ON_SQLITE
async def test_an_old_backup_opens_to_nobody_after_the_keys_went(
    network: SmallNetwork, ring: KeyRing, database_url: str, hand: Hand, tmp_path: Path
) -> None:
    """T7, the half of the keys. Control: with the keys of its day the same backup opens."""
    codes = await written(network, 3)
    backup = tmp_path / "backup.db"
    await network.chatbot.database.run(lambda tx: tx.all(select(hearings.c.id)))
    file = Path(database_url.removeprefix("sqlite+aiosqlite:///"))
    for end in ("", "-wal"):
        backup.with_name(backup.name + end).write_bytes(file.with_name(file.name + end).read_bytes())
    (then := tmp_path / "then").mkdir(mode=0o700)
    (then / "ring.json").touch(0o600)
    (then / "ring.json").write_bytes(ring.path.read_bytes())
    hand.move(days=62)
    await network.chatbot.keys.renew_old()
    for keys, opens in ((KeyRing.load(then / "ring.json"), True), (ring, False)):
        database = open_database(f"sqlite+aiosqlite:///{backup}", network.chatbot.clock)
        await database.start()
        old = build(clock=network.chatbot.clock, database=database, sealer=Sealer(keys), zone=EASTERN)
        assert [use.opens for use in await old.keys.listed() if use.values] == [opens]
        assert all([await opens_there(old, network, one) is opens for one in codes])
        await database.stop()


async def opens_there(old: Chatbot, network: SmallNetwork, one: Hearing) -> bool:
    try:
        await old.hearings.open_details(one.code, by=network.coordinator)
    except Unreadable:
        return False
    return True


@ON_POSTGRESQL
async def test_a_key_stays_while_another_instance_is_sealing(
    network: SmallNetwork, ring: KeyRing, database_url: str
) -> None:
    """A verb seals before it commits: the key it took must not go meanwhile."""
    codes = await written(network, 1)
    elsewhere = open_database(database_url, network.chatbot.clock)
    await elsewhere.start()

    async def sealing(tx: Tx) -> Renewed:
        await tx.beside(sealed_rows.SEALING)
        return await network.chatbot.keys.rotate()

    done = await elsewhere.run(sealing)
    await elsewhere.stop()
    assert (done.values, done.kept) == (2, ("2026-03",))
    assert await network.chatbot.keys.renew_old() == Renewed(destroyed=("2026-03",))
    assert await all_open(network, codes)
