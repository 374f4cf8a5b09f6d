"""From the request until both sides have said yes, and what follows."""

import pytest

from chatbot.kit.refusal import Invalid
from chatbot.people.refusals import NotAllowed
from chatbot.rooms.stays.model import NoteKind, StayState
from chatbot.rooms.stays.refusals import (
    AlreadyAgreed,
    AlreadyAsked,
    ContactsClosed,
    ContactsClosedAgain,
    NoSuchStay,
    NotACoordinator,
    NotAsked,
    NotEarlier,
    NothingAsked,
    NotLonger,
    OwnGuests,
)
from tests.fixtures.database import ON_SQLITE, Hand
from tests.rooms.homes import ADDRESS, CONTACT, Homes


async def test_both_have_to_say_yes_and_each_hears_of_the_other(homes: Homes) -> None:
    await homes.offered()
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    with pytest.raises(ContactsClosed):
        await homes.chatbot.hosting.open_contacts(stay.code, by=homes.coordinator)
    await homes.chatbot.stays.accept(stay.code, by=homes.network.ana)
    with pytest.raises(ContactsClosed):
        await homes.chatbot.hosting.open_contacts(stay.code, by=homes.network.ana)
    stay = await homes.chatbot.stays.guests_agree(stay.code, by=homes.coordinator)
    assert stay.state is StayState.AGREED
    told = [line for line in await homes.network.said() if "stays." in line]
    assert told == ["tell stays.proposed to Ana", "tell stays.accepted to Daniel", "tell stays.agreed to Ana"]
    for_host = await homes.chatbot.hosting.open_contacts(stay.code, by=homes.network.ana)
    assert (for_host.guests, for_host.home) == (CONTACT, None)
    for_coordinator = await homes.chatbot.hosting.open_contacts(stay.code, by=homes.network.admin)
    assert for_coordinator.home is not None
    assert for_coordinator.home.address == ADDRESS
    with pytest.raises(NotAsked):
        await homes.chatbot.hosting.open_contacts(stay.code, by=homes.network.ben)
    openings = [line for line in await homes.network.written_down() if "open_contacts" in line]
    assert openings == ["Ana stays.open_contacts host", "Rosa stays.open_contacts coordinator"]


@ON_SQLITE
async def test_one_host_at_a_time_is_asked_and_only_that_host_answers(homes: Homes) -> None:
    await homes.offered()
    await homes.offered(by=homes.network.ben)
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    with pytest.raises(AlreadyAsked):
        await homes.chatbot.stays.propose(stay.code, "R102", by=homes.network.admin)
    for person in (homes.network.ben, homes.coordinator):
        with pytest.raises(NotAsked):
            await homes.chatbot.stays.accept(stay.code, by=person)
    with pytest.raises(NotAllowed):
        await homes.chatbot.stays.guests_agree(stay.code, by=homes.network.ana)
    with pytest.raises(NothingAsked):
        await homes.chatbot.stays.guests_agree(stay.code, by=homes.coordinator)
    await homes.chatbot.stays.decline(stay.code, by=homes.network.ana)
    with pytest.raises(NothingAsked):
        await homes.chatbot.stays.accept(stay.code, by=homes.network.ana)
    _, fits = await homes.chatbot.stays.fitting(stay.code, by=homes.coordinator)
    assert [fit.offer.code for fit in fits] == ["R102", "R101"]


@ON_SQLITE
async def test_guests_and_what_leads_to_them_are_seen_by_few(homes: Homes) -> None:
    await homes.offered()
    stay = await homes.asked()
    for person in (homes.network.ana, homes.network.ben):
        with pytest.raises(NoSuchStay):
            await homes.chatbot.stays.get(stay.code, by=person)
        with pytest.raises(NotAllowed):
            await homes.chatbot.stays.open_to_change(stay.code, by=person)
    assert CONTACT not in repr(await homes.chatbot.stays.open_to_change(stay.code, by=homes.coordinator))[:-60]
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    assert (await homes.chatbot.stays.get(stay.code, by=homes.network.ana)).code == stay.code
    with pytest.raises(AlreadyAsked):
        await homes.chatbot.stays.open_to_change(stay.code, by=homes.coordinator)
    with pytest.raises(Invalid):
        await homes.asked(note="Call 978-555-0100")


@ON_SQLITE
async def test_a_coordinator_does_not_propose_their_own_room(homes: Homes) -> None:
    await homes.offered(by=homes.network.of_merrimack)
    stay = await homes.asked()
    with pytest.raises(OwnGuests):
        await homes.chatbot.stays.propose(stay.code, "R101", by=homes.network.of_merrimack)
    _, fits = await homes.chatbot.stays.fitting(stay.code, by=homes.network.of_merrimack)
    assert fits == []


@ON_SQLITE
@pytest.mark.parametrize(("first", "hours"), [(7, 48), (1, 6)])
async def test_a_match_nobody_answers_expires_and_says_so(homes: Homes, hand: Hand, first: int, hours: int) -> None:
    await homes.offered()
    stay = await homes.asked(first=homes.network.day(first))
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    hand.move(hours=hours, minutes=-1)
    assert await homes.chatbot.room_jobs.expire() == 0
    hand.move(minutes=1)
    with pytest.raises(NothingAsked):
        await homes.chatbot.stays.accept(stay.code, by=homes.network.ana)
    assert [await homes.chatbot.room_jobs.expire() for _ in range(2)] == [1, 0]
    assert (await homes.again(stay)).match is None
    told = [line for line in await homes.network.said() if "stays." in line]
    assert told[1:] == ["tell stays.expired to Daniel", "tell stays.moved_on to Ana"]
    assert (await homes.network.written_down())[-1] == "the clock stays.expire"


async def test_a_longer_stay_holds_its_nights_until_the_host_has_answered(homes: Homes, hand: Hand) -> None:
    offer = await homes.offered()
    stay = await homes.agreed(await homes.asked(), offer)
    ask = homes.chatbot.hosting.ask_longer
    with pytest.raises(NotLonger):
        await ask(stay.code, {"until": homes.network.day(28)}, by=homes.coordinator)
    await ask(stay.code, {"until": homes.network.day(35)}, by=homes.coordinator)
    other = await homes.asked(first=homes.network.day(34), until=homes.network.day(40))
    _, fits = await homes.chatbot.stays.fitting(other.code, by=homes.coordinator)
    assert fits == []
    hand.move(hours=48)
    assert await homes.chatbot.room_jobs.expire() == 1
    _, fits = await homes.chatbot.stays.fitting(other.code, by=homes.coordinator)
    assert len(fits) == 1
    await ask(stay.code, {"until": homes.network.day(31)}, by=homes.coordinator)
    longer = await homes.chatbot.hosting.grant_longer(stay.code, by=homes.network.ana)
    assert longer.match is not None
    assert longer.nights == longer.match.nights
    assert longer.nights.count == 26
    with pytest.raises(NothingAsked):
        await homes.chatbot.hosting.refuse_longer(stay.code, by=homes.network.ana)


@ON_SQLITE
async def test_an_early_end_frees_the_beds_and_the_rest_becomes_a_stay_of_its_own(homes: Homes, hand: Hand) -> None:
    offer = await homes.offered()
    stay = await homes.agreed(await homes.asked(), offer)
    until = stay.nights.until
    hand.move(days=10)
    with pytest.raises(NotEarlier):
        await homes.chatbot.hosting.end(stay.code, {"day": homes.network.day(18)}, by=homes.coordinator)
    typed = {"day": homes.network.day(2), "onward": ("yes",)}
    ended, onward = await homes.chatbot.hosting.end(stay.code, typed, by=homes.coordinator)
    assert ended.nights.count == 5
    assert onward is not None
    assert (onward.nights.first, onward.nights.until, onward.match) == (ended.nights.until, until, None)
    assert (await homes.network.said())[-1] == "tell stays.ended to Ana"
    await homes.chatbot.stays.propose(onward.code, "R101", by=homes.coordinator)


@ON_SQLITE
async def test_guests_who_never_come_leave_no_nights_behind(homes: Homes, hand: Hand) -> None:
    offer = await homes.offered()
    stay = await homes.agreed(await homes.asked(), offer)
    ended, onward = await homes.chatbot.hosting.end(
        stay.code, {"day": homes.network.day(7), "onward": ("yes",)}, by=homes.coordinator
    )
    assert (ended.state, ended.match, onward) == (StayState.OPEN, None, None)
    with pytest.raises(ContactsClosed):
        await homes.chatbot.hosting.open_contacts(stay.code, by=homes.network.admin)
    hand.move(days=60)
    today = homes.network.day(0)
    hosted = await homes.chatbot.hosting.nights(
        team_id="T1", since=stay.nights.first, until=stay.nights.first.fromisoformat(today)
    )
    assert (hosted.stays, hosted.nights) == (0, 0)


@ON_SQLITE
async def test_a_stay_that_is_agreed_is_ended_and_not_withdrawn_while_others_can_be_undone(homes: Homes) -> None:
    offer = await homes.offered()
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    await homes.chatbot.stays.withdraw(stay.code, by=homes.coordinator)
    assert (await homes.network.said())[-1] == "tell stays.withdrawn to Ana"
    again = await homes.chatbot.stays.look_again(stay.code, by=homes.coordinator)
    assert (again.state, again.match) == (StayState.OPEN, None)
    await homes.agreed(stay, offer)
    for verb in (homes.chatbot.stays.withdraw, homes.chatbot.stays.take_back):
        with pytest.raises(AlreadyAgreed):
            await verb(stay.code, by=homes.coordinator)
    with pytest.raises(AlreadyAgreed):
        await homes.chatbot.stays.change(stay.code, homes.stay_typed(), by=homes.coordinator)


@ON_SQLITE
async def test_nights_are_counted_once_they_are_over_and_contacts_close_two_weeks_later(
    homes: Homes, hand: Hand
) -> None:
    offer = await homes.offered()
    stay = await homes.agreed(await homes.asked(), offer)
    first, until = stay.nights.first, stay.nights.until
    assert until is not None
    hand.move(days=10)
    hosted = await homes.chatbot.hosting.nights(team_id="T1", since=first, until=until)
    assert (hosted.stays, hosted.nights, hosted.person_nights) == (1, 3, 12)
    hand.move(days=31)
    await homes.chatbot.hosting.open_contacts(stay.code, by=homes.network.ana)
    hand.move(days=1)
    with pytest.raises(ContactsClosedAgain):
        await homes.chatbot.hosting.open_contacts(stay.code, by=homes.network.ana)
    hosted = await homes.chatbot.hosting.nights(team_id="T1", since=first, until=until)
    assert (hosted.nights, hosted.person_nights) == (21, 84)
    given = [(await homes.chatbot.hosting.given(by=one)).nights for one in (homes.network.ana, homes.network.ben)]
    assert given == [21, 0]


@ON_SQLITE
async def test_both_sides_are_asked_how_it_goes_after_a_day_and_after_a_week(homes: Homes, hand: Hand) -> None:
    await homes.agreed(await homes.asked(first=homes.network.day(1)), await homes.offered())
    asked = []
    for _ in range(10):
        hand.move(days=1)
        asked.append([await homes.chatbot.room_jobs.check_in() for _ in range(2)])
    assert [number for number, counts in enumerate(asked) if counts == [1, 0]] == [1, 7]
    assert (await homes.network.said()).count("tell stays.check_in to Ana") == 2
    with pytest.raises(NotAsked):
        await homes.chatbot.hosting.want_help("S101", by=homes.network.ben)
    await homes.chatbot.hosting.all_well("S101", by=homes.network.ana)
    await homes.chatbot.hosting.want_help("S101", by=homes.network.ana)
    assert (await homes.network.said())[-1] == "tell stays.help_wanted to Daniel"


@ON_SQLITE
async def test_a_question_reaches_the_coordinator_and_no_contact_passes_with_it(homes: Homes) -> None:
    await homes.offered()
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    ana, notes = homes.network.ana, homes.chatbot.stay_notes
    with pytest.raises(Invalid):
        await notes.ask(stay.code, {"words": "Call me at 978-555-0142"}, by=ana)
    with pytest.raises(NotAsked):
        await notes.ask(stay.code, {"words": "Who are they?"}, by=homes.network.ben)
    await notes.ask(stay.code, {"words": "How old are the children?"}, by=ana)
    await notes.answer(stay.code, {"words": "Four and seven"}, by=homes.coordinator)
    await notes.hand_over(stay.code, {"words": "Their cousin is at 978-555-0111"}, to=None, by=homes.coordinator)
    _, for_host = await notes.open(stay.code, by=ana)
    assert [note.words for note in for_host] == ["How old are the children?", "Four and seven"]
    _, for_coordinators = await notes.open(stay.code, by=homes.network.admin)
    assert [note.kind for note in for_coordinators] == [NoteKind.QUESTION, NoteKind.ANSWER, NoteKind.HANDOVER]
    assert (await homes.network.said())[-2:] == ["tell stays.question to Daniel", "tell stays.answered to Ana"]
    assert "Rosa stays.open_notes" in await homes.network.written_down()


@ON_SQLITE
async def test_a_stay_is_handed_over_to_another_coordinator_who_hears_of_it(homes: Homes) -> None:
    stay = await homes.asked()
    notes, admin, ben = homes.chatbot.stay_notes, homes.network.admin, homes.network.ben
    with pytest.raises(NotACoordinator):
        await notes.hand_over(stay.code, {"words": "Yours"}, to=ben.id, by=homes.coordinator)
    handed = await notes.hand_over(stay.code, {"words": "Yours"}, to=admin.id, by=homes.coordinator)
    assert handed.coordinator_id == admin.id
    assert (await homes.network.said())[-1] == "tell stays.handed_over to Rosa"
    with pytest.raises(NoSuchStay):
        await notes.open(stay.code, by=ben)


@ON_SQLITE
async def test_the_host_who_lost_the_stay_reads_nothing_any_more(homes: Homes) -> None:
    await homes.offered()
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    await homes.chatbot.stays.decline(stay.code, by=homes.network.ana)
    with pytest.raises(NoSuchStay):
        await homes.chatbot.stay_notes.open(stay.code, by=homes.network.ana)
    assert (await homes.again(stay)).match is None


@ON_SQLITE
async def test_nobody_speaks_for_both_sides(homes: Homes) -> None:
    """A coordinator who hosts says yes as host; the guests' yes is passed on by another one."""
    merrimack = homes.network.of_merrimack
    await homes.offered(by=merrimack)
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    await homes.chatbot.stays.accept(stay.code, by=merrimack)
    for verb in (homes.chatbot.stays.guests_agree, homes.chatbot.stays.guests_decline):
        with pytest.raises(OwnGuests):
            await verb(stay.code, by=merrimack)
    await homes.chatbot.stays.guests_agree(stay.code, by=homes.coordinator)


@ON_SQLITE
async def test_a_host_can_take_back_a_yes_the_guests_have_not_answered(homes: Homes) -> None:
    await homes.offered()
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    await homes.chatbot.stays.accept(stay.code, by=homes.network.ana)
    await homes.chatbot.stays.decline(stay.code, by=homes.network.ana)
    assert (await homes.again(stay)).match is None
    assert (await homes.network.said())[-1] == "tell stays.declined to Daniel"
    with pytest.raises(NothingAsked):
        await homes.chatbot.stays.guests_agree(stay.code, by=homes.coordinator)
