"""What a coordinator cannot write down, and what they are told instead."""

from typing import Any

import pytest

from chatbot.hearings.model import Private
from chatbot.hearings.refusals import (
    EndsBeforeItStarts,
    HourWithoutDay,
    InThePast,
    NoSeats,
    ReasonMissing,
)
from chatbot.kit.i18n import Catalogues
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.people.refusals import NotAllowed
from chatbot.places.refusals import NoSuchPlace
from chatbot.signups.refusals import Cancelled, TooManySeated
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

pytestmark = ON_SQLITE


def told(refusal: Refusal) -> str:
    """What the person reads, in English."""
    return Catalogues().tongue("en").say(refusal.sentence)


WRONG: list[tuple[dict[str, Any], type[Refusal], str, str]] = [
    ({"day": "2026-03-01"}, InThePast, "day", "This day is over. Please choose one that is still to come."),
    ({"day": "2026-03-02", "start": "09:59"}, InThePast, "start", "This hour is over."),
    ({"start": "10:00", "end": "09:00"}, EndsBeforeItStarts, "end", "before it starts"),
    ({"start": "10:00", "end": "10:00"}, EndsBeforeItStarts, "end", "before it starts"),
    ({"start": "", "end": "10:00"}, EndsBeforeItStarts, "end", "before it starts"),
    ({"day": ""}, HourWithoutDay, "day", "An hour needs a day."),
    ({"companions": "0"}, NoSeats, "companions", "at least one person"),
    ({"companions": ""}, Invalid, "companions", "Please fill this in."),
    ({"companions": "two"}, Invalid, "companions", "a whole number"),
    ({"companions": "41"}, Invalid, "companions", "40 or less"),
    ({"companions": "-1"}, Invalid, "companions", "0 or more"),
    ({"alias": ""}, Invalid, "alias", "Please fill this in."),
    ({"alias": "   "}, Invalid, "alias", "never a full name"),
    ({"alias": "x" * 41}, Invalid, "alias", "shorten this to 40"),
    ({"kind": "wedding"}, Invalid, "kind", "choose one of the list"),
    ({"day": "tomorrow"}, Invalid, "day", "Please check this."),
    ({"start": "09:00Z"}, Invalid, "start", "Please check this."),
    ({"start": "09:00", "end": "10:00+01:00"}, Invalid, "end", "Please check this."),
    ({"place": "999999"}, NoSuchPlace, "place", "not in the directory"),
    ({"note": "Call 617-555-0123"}, Invalid, "note", "phone number"),
    ({"note": "Write to ana@example.org"}, Invalid, "note", "e-mail"),
    ({"note": "They live at 12 Elm Street"}, Invalid, "note", "street address"),
    ({"alias": "A 123 456 789"}, Invalid, "alias", "A-number"),
    ({"notes": "A123-456-789"}, Invalid, "notes", "A-number"),
    ({"attorney": "SSN 123-45-6789"}, Invalid, "attorney", "social security"),
]


@pytest.mark.parametrize(("changes", "refusal", "field", "sentence"), WRONG)
async def test_what_makes_no_sense_is_refused_at_its_input(
    network: SmallNetwork, changes: dict[str, Any], refusal: type[Refusal], field: str, sentence: str
) -> None:
    with pytest.raises(refusal) as refused:
        await network.add_hearing(**changes)
    assert (refused.value.field, sentence in told(refused.value)) == (field, True), told(refused.value)
    assert not [line for line in await network.written_down() if "hearings" in line]


async def test_every_wrong_input_is_named_at_once(network: SmallNetwork) -> None:
    with pytest.raises(Invalid) as refused:
        await network.add_hearing(companions="many", day="soon", kind="")
    assert set(refused.value.problems) == {"companions", "day", "kind"}


async def test_a_refusal_never_repeats_the_number_it_found(network: SmallNetwork) -> None:
    with pytest.raises(Invalid) as refused:
        await network.add_hearing(notes="A123-456-789")
    assert "123" not in repr(refused.value) + told(refused.value)


async def test_a_private_telephone_number_is_welcome_in_the_private_part(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(contact="Sister: 617-555-0123, 12 Elm Street")
    opened = await network.chatbot.hearings.open_details(hearing.code, by=network.coordinator)
    assert opened.private == Private(contact="Sister: 617-555-0123, 12 Elm Street")


async def test_a_hearing_today_at_an_hour_to_come_is_taken(network: SmallNetwork) -> None:
    assert (await network.add_hearing(day=network.day(0), start="10:00")).code == "H101"


async def test_only_coordinators_write_hearings_down(network: SmallNetwork) -> None:
    for person in (network.ana, network.lead):
        with pytest.raises(NotAllowed):
            await network.add_hearing(by=person)
        with pytest.raises(NotAllowed):
            await network.chatbot.imports.begin(by=person)


async def test_a_coordinator_of_one_area_writes_down_and_changes_what_is_there_only(network: SmallNetwork) -> None:
    here, hearings = str(network.chelmsford.id), network.chatbot.hearings
    theirs = await network.add_hearing(by=network.of_merrimack, place=here)
    others = await network.add_hearing()
    with pytest.raises(NotAllowed) as refused:
        await network.add_hearing(by=network.of_merrimack)
    assert "coordinators of Greater Boston" in told(refused.value)
    with pytest.raises(NotAllowed):
        await hearings.change(others.code, network.typed(place=here), by=network.of_merrimack)
    with pytest.raises(NotAllowed):
        await hearings.change(theirs.code, network.typed(), by=network.of_merrimack)
    with pytest.raises(NotAllowed):
        await hearings.cancel(others.code, reason="no", by=network.of_merrimack)
    assert (
        await hearings.change(theirs.code, network.typed(place=here, alias="B."), by=network.of_merrimack)
    ).alias == "B."


async def test_volunteers_neither_change_nor_cancel(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    with pytest.raises(NotAllowed):
        await network.chatbot.hearings.change(hearing.code, network.typed(), by=network.ana)
    with pytest.raises(NotAllowed):
        await network.chatbot.hearings.cancel(hearing.code, reason="no", by=network.ana)


async def test_a_cancellation_needs_a_reason_that_gives_nobody_away(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    with pytest.raises(ReasonMissing):
        await network.chatbot.hearings.cancel(hearing.code, reason=" ", by=network.coordinator)
    with pytest.raises(Invalid):
        await network.chatbot.hearings.cancel(hearing.code, reason="ask 617-555-0123", by=network.coordinator)
    assert not [line for line in await network.said() if "cancelled" in line]


async def test_what_was_cancelled_stays_cancelled(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.cancel(hearing.code, reason="Continued.", by=network.coordinator)
    with pytest.raises(Cancelled):
        await network.chatbot.hearings.cancel(hearing.code, reason="Continued.", by=network.coordinator)
    with pytest.raises(Cancelled):
        await network.chatbot.hearings.change(hearing.code, network.typed(), by=network.coordinator)


async def test_a_hearing_of_the_past_may_be_corrected_as_long_as_its_time_stays(
    network: SmallNetwork, hand: Hand
) -> None:
    hearing = await network.add_hearing(day="2026-03-04")
    hand.move(days=5)
    typed = network.typed(day="2026-03-04")
    after = await network.chatbot.hearings.change(hearing.code, {**typed, "alias": "R.M."}, by=network.coordinator)
    assert after.alias == "R.M."
    with pytest.raises(InThePast):
        await network.chatbot.hearings.change(hearing.code, {**typed, "start": "09:30"}, by=network.coordinator)


async def test_seats_that_people_hold_cannot_be_taken_away(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(companions="2", roles=("lead",))
    for person in (network.ana, network.ben):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    with pytest.raises(TooManySeated) as refused:
        await network.chatbot.hearings.change(hearing.code, network.typed(companions="1"), by=network.coordinator)
    assert refused.value.field == "companions"


async def test_a_place_that_was_taken_out_of_the_directory_takes_no_new_hearing(network: SmallNetwork) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.places.retire(network.boston.id, by=network.admin)
    with pytest.raises(NoSuchPlace):
        await network.add_hearing()
    after = await network.chatbot.hearings.change(hearing.code, network.typed(alias="R."), by=network.coordinator)
    assert after.place.name == network.boston.name
