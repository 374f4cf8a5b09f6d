"""Thousands of steps in any order, against the real services: no bed twice, no address before both yes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from chatbot.kit.sealed import Sealer
from chatbot.rooms import rules as beds
from chatbot.rooms.stays import rules as stay_rules
from tests.fixtures.database import ON_SQLITE, Databases
from tests.fixtures.size import PROOF, quick_or_full
from tests.rooms.season import BEDS, Asked, Season

ahead = st.integers(0, 6)
spans = st.tuples(ahead, st.integers(1, 5))
hosts = st.sampled_from(("ana", "ben"))
pick = st.integers(0, 4)


class Steps(Season):
    """Everything people and the clock can do; the model says of every step whether it has to succeed."""

    @rule(people=st.integers(1, 4), span=spans)
    def somebody_needs_a_room(self, people: int, span: tuple[int, int]) -> None:
        first, count = span
        if len(self.stays) < 5:
            day = self.network.day
            made = self.all.asked(adults=str(people), children="0", first=day(first), until=day(first + count))
            self.stays.append(Asked(code=self.do(made).code, people=people, first=first, until=first + count))

    @rule(number=pick, home=hosts)
    def a_coordinator_proposes(self, number: int, home: str) -> None:
        if stay := self.stay(number):
            should = self.may_propose(stay, home)
            assert self.tried(self.propose(stay, home, self.network.coordinator)) == should
            if should:
                self.proposed(stay, home)

    @rule(numbers=st.tuples(pick, pick), home=hosts)
    def two_coordinators_propose_at_once(self, numbers: tuple[int, int], home: str) -> None:
        one, other = self.stay(numbers[0]), self.stay(numbers[1])
        if one is None or other is None:
            return
        should = [self.may_propose(one, home), self.may_propose(other, home)]
        first, second = self.network.coordinator, self.network.admin
        done = self.both(self.propose(one, home, first), self.propose(other, home, second))
        assert any(done) == any(should)
        assert all(could or not did for did, could in zip(done, should, strict=True))
        for did, stay in zip(done, (one, other), strict=True):
            if did:
                assert stay.home is None, "one stay was promised two homes"
                self.proposed(stay, home)

    @rule(number=pick)
    def one_stay_is_proposed_to_both_homes_at_once(self, number: int) -> None:
        if stay := self.stay(number):
            should = [self.may_propose(stay, home) for home in BEDS]
            by = (self.network.coordinator, self.network.admin)
            done = self.both(*(self.propose(stay, home, who) for home, who in zip(BEDS, by, strict=True)))
            assert sum(done) == min(1, sum(should))
            for did, home in zip(done, BEDS, strict=True):
                if did:
                    self.proposed(stay, home)

    @rule(number=pick, by=hosts, yes=st.booleans())
    def a_host_answers(self, number: int, by: str, yes: bool) -> None:
        if stay := self.stay(number):
            should = stay.home == by and not stay.guests_yes and self.passed < stay.expires
            should = should and not (yes and stay.host_yes)
            answer = self.chatbot.stays.accept if yes else self.chatbot.stays.decline
            assert self.tried(answer(stay.code, by=self.person(by))) == should
            if should and yes:
                stay.host_yes, stay.expires = True, self.answer_by(stay.first)
            elif should:
                self.gone(stay)

    @rule(number=pick, yes=st.booleans())
    def the_guests_answer(self, number: int, yes: bool) -> None:
        if stay := self.stay(number):
            should = stay.host_yes and not stay.guests_yes and self.passed < stay.expires
            answer = self.chatbot.stays.guests_agree if yes else self.chatbot.stays.guests_decline
            assert self.tried(answer(stay.code, by=self.network.coordinator)) == should
            if should and yes:
                stay.guests_yes = True
            elif should:
                self.gone(stay)

    @rule(number=pick)
    def it_is_taken_back(self, number: int) -> None:
        if stay := self.stay(number):
            should = stay.home is not None and not stay.guests_yes
            assert self.tried(self.chatbot.stays.take_back(stay.code, by=self.network.admin)) == should
            if should:
                self.gone(stay)

    @rule(number=pick, more=st.integers(1, 4))
    def a_longer_stay_is_asked_for(self, number: int, more: int) -> None:
        if stay := self.stay(number):
            until = stay.until + more
            home = stay.home or "ana"
            should = stay.guests_yes and self.is_free(home, stay.until, until, stay.people, but=stay)
            should = should and self.homes[home].vetted
            typed = {"until": self.network.day(until)}
            assert self.tried(self.chatbot.hosting.ask_longer(stay.code, typed, by=self.network.coordinator)) == should
            if should:
                stay.longer, stay.longer_expires = until, self.answer_by(stay.until)

    @rule(number=pick, by=hosts, yes=st.booleans())
    def a_host_answers_about_longer(self, number: int, by: str, yes: bool) -> None:
        if stay := self.stay(number):
            should = stay.home == by and stay.longer is not None and self.passed < stay.longer_expires
            answer = self.chatbot.hosting.grant_longer if yes else self.chatbot.hosting.refuse_longer
            assert self.tried(answer(stay.code, by=self.person(by))) == should
            if should:
                stay.until = stay.longer if yes and stay.longer else stay.until
                stay.longer = None

    @rule(number=pick, day=ahead, onward=st.booleans())
    def it_ends_early(self, number: int, day: int, onward: bool) -> None:
        stay = self.stay(number)
        if stay is None or (onward and day > stay.first):
            return
        should = stay.guests_yes and day < stay.until
        typed = {"day": self.network.day(day), "onward": ("yes",) if onward else ()}
        assert self.tried(self.chatbot.hosting.end(stay.code, typed, by=self.network.coordinator)) == should
        if should and day > stay.first:
            stay.until, stay.longer = day, None
        elif should:
            self.gone(stay)
            stay.withdrawn = not onward

    @rule(number=pick)
    def nobody_needs_it_any_more(self, number: int) -> None:
        if stay := self.stay(number):
            should = not stay.withdrawn and not stay.guests_yes
            assert self.tried(self.chatbot.stays.withdraw(stay.code, by=self.network.coordinator)) == should
            if should:
                self.gone(stay)
                stay.withdrawn = True

    @rule(home=hosts, span=spans)
    def a_host_closes_nights(self, home: str, span: tuple[int, int]) -> None:
        first, until = span[0], span[0] + span[1]
        should = not any(one.home == home and one.holds(night) for one in self.stays for night in range(first, until))
        typed = {"first": self.network.day(first), "until": self.network.day(until)}
        closing = self.chatbot.rooms.close_nights(self.homes[home].code, typed, by=self.person(home))
        assert self.tried(closing) == should
        if should:
            self.homes[home].closed.append((first, until))

    @rule(home=hosts)
    def a_host_closes_nights_while_they_are_proposed(self, home: str) -> None:
        """Whichever comes first, the other is refused."""
        stay = next((one for one in self.stays if self.may_propose(one, home)), None)
        if stay is not None:
            typed = {"first": self.network.day(stay.first), "until": self.network.day(stay.until)}
            closing = self.chatbot.rooms.close_nights(self.homes[home].code, typed, by=self.person(home))
            done = self.both(self.propose(stay, home, self.network.coordinator), closing)
            taken = any(
                one.home == home and one.holds(night) for one in self.stays for night in range(stay.first, stay.until)
            )
            assert sum(done) == 1 or taken
            if done[0]:
                self.proposed(stay, home)
            if done[1]:
                self.homes[home].closed.append((stay.first, stay.until))

    @rule(home=hosts)
    def closed_nights_are_opened_again(self, home: str) -> None:
        shown = self.do(self.chatbot.rooms.get(self.homes[home].code, by=self.person(home)))
        for closed in shown.offer.closed:
            self.do(self.chatbot.rooms.open_nights(self.homes[home].code, closed.id, by=self.person(home)))
        self.homes[home].closed.clear()

    @rule(home=hosts, is_open=st.booleans())
    def a_host_closes_or_renews(self, home: str, is_open: bool) -> None:
        do = self.chatbot.rooms.renew if is_open else self.chatbot.rooms.close
        assert self.tried(do(self.homes[home].code, by=self.person(home)))
        self.homes[home].is_open = is_open
        for stay in self.stays if not is_open else ():
            if stay.home == home and not stay.host_yes:
                self.gone(stay)

    @rule(home=hosts, vetted=st.booleans())
    def the_vouching_changes(self, home: str, vetted: bool) -> None:
        do = self.chatbot.rooms.vet if vetted else self.chatbot.rooms.unvet
        assert self.tried(do(self.homes[home].code, by=self.network.coordinator))
        self.homes[home].vetted = vetted
        for stay in self.stays if not vetted else ():
            if stay.home == home and not stay.guests_yes:
                self.gone(stay)

    @rule()
    def two_hours_pass_and_the_clock_ticks(self) -> None:
        if self.passed >= timedelta(hours=12):
            return  # the model counts from the same day
        self.hand.move(hours=2)
        self.passed += timedelta(hours=2)
        self.do(self.chatbot.room_jobs.expire())
        for stay in self.stays:
            if stay.home and not stay.guests_yes and stay.expires <= self.passed:
                self.gone(stay)
            if stay.longer is not None and stay.longer_expires <= self.passed:
                stay.longer = None


@pytest.fixture
def steps(databases: Databases, sealer: Sealer, kind: str) -> Iterator[type[Steps]]:
    Steps.kind, Steps.databases, Steps.sealer = kind, databases, sealer
    databases.make(kind, furnished=True)
    yield Steps
    del Steps.kind, Steps.databases, Steps.sealer


@PROOF
def test_no_bed_is_promised_twice_and_no_address_opens_before_both_yes(steps: type[Steps]) -> None:
    quick = settings(
        max_examples=quick_or_full(3, 200),
        stateful_step_count=40,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(steps, settings=quick)


@pytest.fixture
def two_parties(steps: type[Steps]) -> Iterator[Steps]:
    """Two parties of three who want the same nights."""
    begun = steps()
    begun.two_homes_are_offered()
    for _ in range(2):
        begun.somebody_needs_a_room(3, (1, 3))
    yield begun
    begun.teardown()


@ON_SQLITE
def test_control_a_bed_that_is_promised_twice_is_noticed(two_parties: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beds, "must_be_free", lambda *_: None)
    for stay in two_parties.stays:
        two_parties.do(two_parties.propose(stay, "ana", two_parties.network.coordinator))
    with pytest.raises(AssertionError):
        two_parties.no_bed_is_promised_twice()


@ON_SQLITE
def test_control_contacts_that_open_after_one_yes_are_noticed(
    two_parties: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_parties.a_coordinator_proposes(0, "ana")
    two_parties.a_host_answers(0, "ana", yes=True)
    two_parties.contacts_are_open_exactly_when_both_have_said_yes()
    monkeypatch.setattr(stay_rules, "may_open_contacts", lambda stay, *_: stay.match)
    with pytest.raises(AssertionError):
        two_parties.contacts_are_open_exactly_when_both_have_said_yes()


@ON_SQLITE
def test_control_the_whole_way_can_be_gone(two_parties: Steps) -> None:
    """Promised, agreed, made longer and ended: the model does not hold only because nothing ever happens."""
    two_parties.a_coordinator_proposes(0, "ana")
    two_parties.a_coordinator_proposes(1, "ana")
    two_parties.a_host_answers(0, "ana", yes=True)
    two_parties.the_guests_answer(0, yes=True)
    two_parties.a_longer_stay_is_asked_for(0, 3)
    two_parties.a_host_answers_about_longer(0, "ana", yes=True)
    two_parties.contacts_are_open_exactly_when_both_have_said_yes()
    first, second = two_parties.stays
    assert (first.home, first.guests_yes, first.until, second.home) == ("ana", True, 7, None)
    two_parties.it_ends_early(0, 2, onward=False)
    two_parties.no_bed_is_promised_twice()
    assert first.until == 2
