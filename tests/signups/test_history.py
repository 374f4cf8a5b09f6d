"""Thousands of presses in any order, against the real service: seats stay right after every one of them."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from chatbot.bootstrap import build, open_database
from chatbot.kit.clock import Clock
from chatbot.kit.refusal import Refusal
from chatbot.kit.sealed import Sealer
from chatbot.people.model import Person
from chatbot.signups.model import AlreadyYours, InLine, Outcome, Roster, SeatRole, Yours
from tests.fixtures.database import Databases, Hand
from tests.fixtures.network import EASTERN, SmallNetwork

ROLES = (SeatRole.LEAD, SeatRole.COMPANION, SeatRole.DRIVER)
roles = st.sampled_from((SeatRole.COMPANION, SeatRole.COMPANION, SeatRole.COMPANION, *ROLES))
"""Mostly companions, so that lines grow."""

who = st.sampled_from(("lead", "ana", "ben", "cleo", "coordinator"))


class Presses(RuleBasedStateMachine):
    """One hearing, five people, one trained lead among them, and an admin who changes the number of seats.

    Beside it runs a model so simple that it can be seen to be right: seats by person, lines by role.
    """

    furnished: ClassVar[Path]
    sealer: ClassVar[Sealer]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.seated: dict[str, SeatRole] = {}
        self.lines: dict[SeatRole, list[str]] = {role: [] for role in ROLES}
        self.maximum = {SeatRole.LEAD: 1, SeatRole.COMPANION: 2, SeatRole.DRIVER: 1}

    @initialize()
    def a_hearing_is_written_down(self) -> None:
        file = shutil.copy(self.furnished, self.folder.name)
        clock = Clock(read=Hand().read)
        self.database = open_database(f"sqlite+aiosqlite:///{file}", clock)
        self.do(self.database.start())
        chatbot = build(clock=clock, database=self.database, sealer=self.sealer, zone=EASTERN)
        self.network: SmallNetwork = self.do(SmallNetwork.known(chatbot))
        self.code = self.do(self.network.add_hearing(companions="2", roles=("lead", "driver"))).code

    def do(self, something: Any) -> Any:
        return self.loop.run(something)

    def person(self, name: str) -> Person:
        person: Person = getattr(self.network, name)
        return person

    def count(self, role: SeatRole) -> int:
        return list(self.seated.values()).count(role)

    @rule(name=who, role=roles)
    def claim(self, name: str, role: SeatRole) -> None:
        try:
            outcome: Outcome = self.do(
                self.network.chatbot.hearings.claim(self.code, role, by=self.person(name))
            ).outcome
        except Refusal:
            assert role is SeatRole.LEAD
            assert name != "lead"
            return
        if name in self.seated:
            assert outcome == AlreadyYours(role=self.seated[name])
        elif self.count(role) < self.maximum[role]:
            assert outcome == Yours(role=role)
            self.leave_the_line(name)
            self.seated[name] = role
        else:
            if name not in self.lines[role]:
                self.leave_the_line(name)
                self.lines[role].append(name)
            assert outcome == InLine(role=role, place=self.lines[role].index(name) + 1)

    @rule(name=who)
    def release(self, name: str) -> None:
        waits = any(name in line for line in self.lines.values())
        try:
            _, released = self.do(self.network.chatbot.hearings.release(self.code, by=self.person(name)))
        except Refusal:
            assert name not in self.seated
            assert not waits
            return
        line = self.lines[released.role]
        assert released.was_waiting == waits
        assert (released.next_in_line is not None) == (not waits and bool(line))
        self.seated.pop(name, None)
        self.leave_the_line(name)

    @rule(companions=st.integers(1, 3))
    def change_the_number_of_companions(self, companions: int) -> None:
        typed = self.network.typed(companions=str(companions), roles=("lead", "driver"))
        try:
            self.do(self.network.chatbot.hearings.change(self.code, typed, by=self.network.admin))
        except Refusal:
            assert self.count(SeatRole.COMPANION) > companions
        else:
            self.maximum[SeatRole.COMPANION] = companions

    @invariant()
    def everyone_has_what_they_were_told(self) -> None:
        if not hasattr(self, "network"):
            return
        roster: Roster = self.do(self.network.chatbot.hearings.get(self.code, team_id="T1")).roster
        names = {self.person(name).id: name for name in ("lead", "ana", "ben", "cleo", "coordinator")}
        assert {names[one.person_id]: one.role for one in roster.signups if not one.waiting} == self.seated
        for role in ROLES:
            assert len(roster.holders(role)) <= self.maximum[role]
            assert [names[one.person_id] for one in roster.line(role)] == self.lines[role]
        everyone = [one.person_id for one in roster.signups]
        assert len(everyone) == len(set(everyone))

    def leave_the_line(self, name: str) -> None:
        for line in self.lines.values():
            if name in line:
                line.remove(name)

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.do(self.database.stop())
        self.loop.close()
        self.folder.cleanup()


@pytest.fixture
def presses(databases: Databases, sealer: Sealer) -> Iterator[type[Presses]]:
    Presses.furnished = Path(databases.make("sqlite", furnished=True).removeprefix("sqlite+aiosqlite:///"))
    Presses.sealer = sealer
    yield Presses
    del Presses.furnished, Presses.sealer


def test_seats_stay_right_whatever_people_press(presses: type[Presses]) -> None:
    """T4: never more than the maximum, never two seats a person, the line in the order people came."""
    quick = settings(
        max_examples=8,
        stateful_step_count=40,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(presses, settings=quick)
