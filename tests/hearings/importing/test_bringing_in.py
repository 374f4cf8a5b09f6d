"""Good rows become hearings with their cards, and an import can be taken back while nobody has signed up."""

from datetime import timedelta

import pytest

from chatbot.hearings.importing.model import State
from chatbot.hearings.importing.refusals import AlreadyClaimed, NoSuchImport
from chatbot.hearings.importing.store import imported, imports
from chatbot.hearings.model import State as HearingState
from chatbot.hearings.store import hearings
from chatbot.kit.tables import NoRows, RowsAmiss
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import SeatRole
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.hearings.importing.sheets import GOOD, brought, long, looked


async def test_every_row_becomes_a_hearing_with_its_card(network: SmallNetwork) -> None:
    done = await brought(network, GOOD)
    assert (done.state, done.added, done.left_out) == (State.DONE, 2, ())
    first = await network.chatbot.hearings.get("H101", team_id="T1")
    assert set(first.roster.seats) == {SeatRole.LEAD, SeatRole.COMPANION, SeatRole.DRIVER}
    assert first.place.name == "Boston Immigration Court"
    assert await network.said() == ["post hearings.card"] * 2
    assert "Daniel hearings.import" in await network.written_down()
    (row,) = await network.rows(imports.select())
    assert row.rows is None


async def test_with_rows_amiss_nothing_is_imported_unless_the_good_ones_are_chosen(network: SmallNetwork) -> None:
    text = GOOD + "C.,bond,Nowhere,,,1\n"
    with pytest.raises(RowsAmiss):
        await brought(network, text)
    assert await network.size(hearings) == 0
    assert (await brought(network, text, only_good=True)).added == 2


async def test_pressing_twice_imports_once(network: SmallNetwork) -> None:
    number, _ = await looked(network, GOOD)
    for _ in range(3):
        await network.chatbot.imports.confirm(number, by=network.coordinator)
        await network.chatbot.imports.carry_on_to_the_end()
    assert await network.size(hearings) == 2


async def test_an_import_belongs_to_whoever_began_it(network: SmallNetwork) -> None:
    number, _ = await looked(network, GOOD)
    for verb in (network.chatbot.imports.confirm, network.chatbot.imports.undo):
        with pytest.raises(NoSuchImport):
            await verb(number, by=network.admin)
        with pytest.raises(NotAllowed):
            await verb(number, by=network.ana)


@ON_SQLITE
async def test_an_import_without_a_good_row_cannot_be_confirmed(network: SmallNetwork) -> None:
    number, _ = await looked(network, GOOD.splitlines()[0])
    with pytest.raises(NoRows):
        await network.chatbot.imports.confirm(number, by=network.coordinator)


@ON_SQLITE
async def test_a_row_that_no_longer_holds_when_its_turn_comes_is_left_out_and_named(network: SmallNetwork) -> None:
    number, _ = await looked(network, GOOD)
    await network.chatbot.places.retire(network.chelmsford.id, by=network.admin)
    await network.chatbot.imports.confirm(number, by=network.coordinator)
    await network.chatbot.imports.carry_on_to_the_end()
    last = await network.chatbot.imports.last(by=network.coordinator)
    assert last is not None
    assert (last.added, last.left_out) == (1, (3,))


@ON_SQLITE
async def test_who_may_not_import_any_more_has_the_rest_left_out(network: SmallNetwork) -> None:
    number, _ = await looked(network, long(30))
    await network.chatbot.imports.confirm(number, by=network.coordinator)
    await network.chatbot.imports.carry_on()
    await network.chatbot.people.entrust(person_id=network.coordinator.id, grants=(), by=network.admin)
    await network.chatbot.imports.carry_on_to_the_end()
    assert await network.size(hearings) == 20


async def test_undoing_calls_off_every_hearing_and_keeps_nothing_that_was_typed(network: SmallNetwork) -> None:
    done = await brought(network, GOOD)
    await network.delivered()
    assert done.may_undo
    for _ in range(2):
        await network.chatbot.imports.undo(done.id, by=network.coordinator)
        await network.chatbot.imports.carry_on_to_the_end()
    rows = await network.rows(hearings.select())
    assert {(row.state, row.alias, row.contact) for row in rows} == {(HearingState.CANCELLED, "", None)}
    assert (await network.said())[2:] == ["update hearings.card"] * 2
    last = await network.chatbot.imports.last(by=network.coordinator)
    assert last is not None
    assert last.state is State.UNDONE


async def test_an_import_somebody_signed_up_from_stays(network: SmallNetwork) -> None:
    done = await brought(network, GOOD)
    await network.chatbot.hearings.claim("H102", by=network.ana)
    with pytest.raises(AlreadyClaimed) as refused:
        await network.chatbot.imports.undo(done.id, by=network.coordinator)
    assert "H102" in str(refused.value.sentence.blanks["codes"])
    last = await network.chatbot.imports.last(by=network.coordinator)
    assert last is not None
    assert not last.may_undo
    await network.chatbot.hearings.release("H102", by=network.ana)
    assert (await network.chatbot.imports.undo(done.id, by=network.coordinator)).state is State.UNDOING


@ON_SQLITE
async def test_a_secret_leads_to_its_import_for_an_hour_and_only_while_they_may(
    network: SmallNetwork, hand: Hand
) -> None:
    begun, secret = await network.chatbot.imports.begin(by=network.coordinator)
    found, person = await network.chatbot.imports.behind(secret)
    assert (found.id, person.id) == (begun.id, network.coordinator.id)
    (row,) = await network.rows(imports.select())
    assert secret not in str(row)
    for forged in ("", secret[:-1], secret.upper(), "\udfff", row.token):
        with pytest.raises(NoSuchImport):
            await network.chatbot.imports.behind(forged)
    await network.chatbot.people.entrust(person_id=network.coordinator.id, grants=(), by=network.admin)
    with pytest.raises(NoSuchImport):
        await network.chatbot.imports.behind(secret)
    _, secret = await network.chatbot.imports.begin(by=network.admin)
    hand.move(hours=1, minutes=1)
    with pytest.raises(NoSuchImport):
        await network.chatbot.imports.behind(secret)


@ON_SQLITE
async def test_what_nobody_confirmed_goes_after_an_hour_and_what_is_done_after_a_month(
    network: SmallNetwork, hand: Hand
) -> None:
    await looked(network, GOOD)
    await brought(network, GOOD)
    hand.move(hours=2)
    assert await network.chatbot.imports.forget_old() == 1
    hand.move(days=timedelta(days=31).days)
    assert await network.chatbot.imports.forget_old() == 1
    assert await network.size(imported) == 0
    assert await network.size(hearings) == 2
