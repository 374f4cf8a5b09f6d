"""Admins read the audit, with names and codes; nobody else does, and reading is written down."""

import pytest

from chatbot.people.refusals import NotAllowed
from chatbot.trail import service
from chatbot.trail.model import Page, Wanted
from chatbot.trail.refusals import NoSuchRecord
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork, met


def told(page: Page) -> list[str]:
    return [" ".join(filter(None, (step.who, step.verb, step.record, step.detail))) for step in page.steps]


async def at_work(network: SmallNetwork) -> None:
    for ahead in (2, 3):
        hearing = await network.add_hearing(day=network.day(ahead))
        await network.chatbot.signups.claim(hearing.code, by=network.ana)


async def test_it_is_read_by_record_by_person_and_all_at_once(network: SmallNetwork) -> None:
    await at_work(network)
    read = network.chatbot.trail.read
    of_one = ["Ana signups.claim H101 Yours", "Daniel hearings.add H101"]
    assert told(await read(Wanted(code="h 101"), by=network.admin)) == of_one
    of_ana = await read(Wanted(person_id=network.ana.id), by=network.admin)
    assert of_ana.person == "Ana"
    assert told(of_ana)[:2] == ["Ana signups.claim H102 Yours", "Ana signups.claim H101 Yours"]
    assert told(of_ana)[2].startswith("Ana people.agree Ana")
    everything = told(await read(Wanted(), by=network.admin))
    assert everything[:3] == ["Rosa audit.read audit", "Rosa audit.read H101", "Ana signups.claim H102 Yours"]


@ON_SQLITE
async def test_older_lines_are_on_the_next_page(network: SmallNetwork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "PAGE", 3)
    await at_work(network)
    seen: list[str] = []
    wanted, more = Wanted(person_id=network.coordinator.id), True
    while more:
        page = await network.chatbot.trail.read(wanted, by=network.admin)
        seen += told(page)
        more = page.has_older
        wanted = Wanted(person_id=network.coordinator.id, before=page.steps[-1].id)
    assert seen[:2] == ["Daniel hearings.add H102", "Daniel hearings.add H101"]
    assert len(seen) == len(set(seen))


@ON_SQLITE
async def test_only_admins_read_it_and_only_of_their_own_workspace(network: SmallNetwork) -> None:
    """T11"""
    await at_work(network)
    for person in (network.ana, network.coordinator):
        with pytest.raises(NotAllowed):
            await network.chatbot.trail.read(Wanted(), by=person)
    stranger = await met(network.chatbot, "Vera", team="T2", owner=True)
    with pytest.raises(NoSuchRecord):
        await network.chatbot.trail.read(Wanted(code="H101"), by=stranger)
    theirs = await network.chatbot.trail.read(Wanted(person_id=network.ana.id), by=stranger)
    assert (theirs.steps, theirs.person) == ((), "")
