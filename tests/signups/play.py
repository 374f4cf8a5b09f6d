"""Anything that can happen to the seats of two hearings, in any order, against the real services on a real database."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from chatbot.bootstrap import build
from chatbot.kit.clock import Clock
from chatbot.kit.i18n import Catalogues
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import outbox
from chatbot.kit.refusal import Refusal
from chatbot.kit.sealed import Sealer
from chatbot.opening import open_database
from chatbot.people.model import Person
from chatbot.signups.cover.store import cover_asks
from chatbot.signups.model import Attendance, Roster, SeatRole, Yours
from chatbot.signups.occasions import Occasion
from chatbot.signups.store import signups
from chatbot.signups.times import begins, stands
from handlers.slack.signups import cover, drawings
from handlers.slack.speech import Speech
from tests.fixtures.database import Hand
from tests.fixtures.network import EASTERN, SmallNetwork

WHO = ("lead", "ana", "ben", "cleo", "coordinator")
ROLES = (SeatRole.LEAD, SeatRole.COMPANION, SeatRole.DRIVER)
SPEECH = Speech(Catalogues().tongue("en"))

who = st.sampled_from(WHO)
codes = st.sampled_from(("H101", "H101", "H101", "H102"))
roles = st.sampled_from((SeatRole.COMPANION, SeatRole.COMPANION, SeatRole.COMPANION, *ROLES))
"""Mostly companions of one hearing, so that lines grow."""

DRAWN: dict[str, Any] = {
    "signups.offer": drawings.offer_drawn,
    "signups.still_coming": drawings.still_coming_drawn,
    "signups.today": drawings.today_drawn,
    "signups.signed_up": drawings.signed_up_drawn,
    "signups.let_go": drawings.let_go_drawn,
    "signups.cover_asked": cover.asked_drawn,
    "signups.cover_found": cover.found_drawn,
    "signups.cover_changed": cover.changed_drawn,
    "signups.cover_spent": cover.spent_drawn,
}

MOST = {"signups.still_coming": 2, "signups.let_go": 99, "signups.signed_up": 99}
"""How often one person may read the same: asked the day before and once more; signed up and let go again and again."""


class Play(RuleBasedStateMachine):
    """Two hearings at the same hour, five people, and a clock that also runs back."""

    fresh: ClassVar[Callable[[], str]]
    """The URL of a new database with the small network in it."""
    sealer: ClassVar[Sealer]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.url = type(self).fresh()
        self.hand = Hand()
        self.latest = self.hand.now
        """The latest moment there has been, however far the clock was set back since."""

    @initialize()
    def hearings_are_written_down(self) -> None:
        self.open()
        in_five_days = self.network.day(5)
        self.do(self.network.add_hearing(companions="2", roles=("lead", "driver"), day=in_five_days))
        self.do(self.network.add_hearing(companions="1", day=in_five_days))

    def open(self) -> None:
        clock = Clock(read=self.hand.read)
        self.database = open_database(self.url, clock)
        self.do(self.database.start())
        self.chatbot = build(clock=clock, database=self.database, sealer=self.sealer, zone=EASTERN)
        self.network: SmallNetwork = self.do(SmallNetwork.known(self.chatbot))

    def do(self, something: Any) -> Any:
        return self.loop.run(something)

    def tries(self, something: Any) -> Any:
        """What it led to; None when it was refused, which must leave everything as it was."""
        try:
            return self.do(something)
        except Refusal:
            return None

    def person(self, name: str) -> Person:
        person: Person = getattr(self.network, name)
        return person

    def roster(self, code: str = "H101") -> Roster:
        roster: Roster = self.do(self.chatbot.signups.get(code, team_id="T1")).roster
        return roster

    @rule(code=codes, name=who, role=roles)
    def claim(self, code: str, name: str, role: SeatRole) -> None:
        before, me = self.roster(code), self.person(name).id
        mine = before.of(me)
        free = before.left(role) > 0 or (mine is not None and mine.offered and mine.role is role)
        claimed = self.tries(self.chatbot.signups.claim(code, role, by=self.person(name)))
        if claimed is not None:
            may_be_mine = free and (mine is None or mine.waiting)
            assert isinstance(claimed.outcome, Yours) == may_be_mine
            assert claimed.occasion.roster.signups == self.roster(code).signups

    @rule(code=codes)
    def everyone_claims(self, code: str) -> None:
        for name in WHO:
            self.claim(code, name, SeatRole.COMPANION)

    @rule(code=codes, name=who)
    def release(self, code: str, name: str) -> None:
        before = self.roster(code).of(self.person(name).id)
        done = self.tries(self.chatbot.signups.release(code, by=self.person(name)))
        if done is not None:
            assert before is not None
            assert done[0].roster.signups == self.roster(code).signups

    @rule(code=codes, name=who)
    def accept(self, code: str, name: str) -> None:
        self.tries(self.chatbot.signups.accept(code, by=self.person(name)))

    @rule(code=codes, name=who)
    def pass_on(self, code: str, name: str) -> None:
        self.tries(self.chatbot.signups.pass_on(code, by=self.person(name)))

    @rule(code=codes, name=who)
    def confirm(self, code: str, name: str) -> None:
        self.tries(self.chatbot.signups.confirm(code, by=self.person(name)))

    @rule(code=codes, name=who)
    def look_for_cover(self, code: str, name: str) -> None:
        self.tries(self.chatbot.covers.ask(code, by=self.person(name)))

    @rule(number=st.integers(1, 4), name=who, yes=st.booleans())
    def answer_a_search(self, number: int, name: str, *, yes: bool) -> None:
        """Whoever says yes has the seat of the one who could not come, and nobody else's."""
        before = self.do(self.chatbot.covers.get(number, team_id="T1"))
        verb = self.chatbot.covers.take if yes else self.chatbot.covers.decline
        done = self.tries(verb(number, by=self.person(name)))
        if yes and done is not None:
            giver, taker = before[0].person_id, self.person(name).id
            seats = {one.person_id for one in before[1].roster.seated}
            assert {one.person_id for one in done.occasion.roster.seated} == seats - {giver} | {taker}

    @rule(code=codes, name=who)
    def come_after_all(self, code: str, name: str) -> None:
        self.tries(self.chatbot.covers.withdraw(code, by=self.person(name)))

    @rule(code=codes, name=who, role=roles)
    def sign_up_someone(self, code: str, name: str, role: SeatRole) -> None:
        verb = self.chatbot.signups.sign_up
        self.tries(verb(code, role, person_id=self.person(name).id, by=self.network.coordinator))

    @rule(code=codes, role=roles)
    def sign_up_someone_outside(self, code: str, role: SeatRole) -> None:
        self.tries(self.chatbot.signups.sign_up(code, role, name="Tía Rosa", by=self.network.coordinator))

    @rule(code=codes, name=who)
    def let_go(self, code: str, name: str) -> None:
        self.tries(self.chatbot.signups.let_go(code, [self.person(name).id], by=self.network.coordinator))

    @rule(code=codes, name=who, attendance=st.sampled_from(list(Attendance)))
    def mark(self, code: str, name: str, attendance: Attendance) -> None:
        self.tries(self.chatbot.signups.mark(code, self.person(name).id, attendance, by=self.network.admin))

    @rule(companions=st.integers(1, 3), days=st.sampled_from((1, 3, 5, 5)), let_go=st.booleans())
    def change(self, companions: int, days: int, *, let_go: bool) -> None:
        """Another number of companions, perhaps another day. A moment later: offers that end may be made anew."""
        self.hand.move(minutes=1 / 60)
        seated = self.roster().holders(SeatRole.COMPANION)
        too_many = max(0, len(seated) - companions)
        chosen = tuple(str(one.person_id) for one in seated[:too_many]) if let_go else ()
        typed = self.network.typed(companions=str(companions), roles=("lead", "driver"), day=self.network.day(days))
        changed = self.tries(self.chatbot.hearings.change("H101", {**typed, "let_go": chosen}, by=self.network.admin))
        if changed is not None:
            assert let_go or not too_many

    @rule(code=st.sampled_from(("H102", "H102", "H102", "H101")))
    def cancel(self, code: str) -> None:
        self.tries(self.chatbot.hearings.cancel(code, reason="Continued.", by=self.network.admin))

    @rule(minutes=st.sampled_from((10, 60, 60, 240, 240, 600, 1440)))
    def time_goes_by(self, minutes: int) -> None:
        self.hand.move(minutes=minutes)
        self.tick()

    @rule()
    def the_clock_is_set_back(self) -> None:
        self.hand.move(hours=-1)
        self.tick()

    @rule()
    def the_bot_is_restarted(self) -> None:
        self.do(self.database.stop())
        self.open()
        self.tick()

    def tick(self) -> None:
        """What the clock does, twice as if by two instances."""
        for _ in range(2):
            assert self.do(self.chatbot.schedule.tick()) == []

    @rule()
    def deliver(self) -> None:
        """Whatever is said holds at the moment it is said."""
        for letter in self.do(self.network.taken(most=50)):
            drawing = DRAWN.get(letter.view)
            if drawing is not None and self.do(drawing(letter, self.chatbot, SPEECH)) is not None:
                self.holds(letter)
            self.do(self.network.arrived(letter))

    def holds(self, letter: Letter) -> None:
        me = letter.person_id or 0
        assert self.do(self.chatbot.people.by_id(team_id="T1", person_id=me)).account is not None
        now = self.chatbot.clock.now()
        if letter.view == "signups.offer":
            occasion = self.do(self.chatbot.signups.drawn(letter.blanks["subject"], team_id="T1"))
            assert stands(occasion, now)
            assert me in {one.person_id for role in ROLES for one in occasion.roster.offers(role)}
        elif letter.view in ("signups.still_coming", "signups.today"):
            day = date.fromordinal(letter.blanks["day"])
            found = self.do(self.chatbot.signups.on(day, person_id=me, team_id="T1"))
            assert all(stands(one, now) and one.when.day == day for one in found)
            assert all(not one.roster.of(me).waiting for one in found)
            assert found

    @invariant()
    def seats_are_right(self) -> None:
        if not hasattr(self, "network"):
            return
        for code in ("H101", "H102"):
            occasion = self.do(self.chatbot.signups.get(code, team_id="T1"))
            roster = occasion.roster
            for role in SeatRole:
                maximum = roster.seats[role].maximum if role in roster.seats else 0
                taken = len(roster.holders(role)) + len(roster.offers(role))
                assert taken <= maximum, "never more than the maximum, held seats included"
            assert all(one.waiting for one in roster.signups if one.offered), "a seat is offered to those who wait"
            now = self.chatbot.clock.now()
            self.latest = max(self.latest, now)
            if stands(occasion, now):
                for role in roster.seats if self.has_never_begun(occasion) else ():
                    patient = [one for one in roster.line(role) if one.reachable and not one.offered and not one.lapsed]
                    assert not (patient and roster.left(role)), "nobody waits while a seat is free"
            else:
                assert not occasion.cancelled or not any(one.offered for one in roster.signups)

    def has_never_begun(self, occasion: Occasion) -> bool:
        """Once it begins nobody is offered a seat: it is open to everyone, also when the clock is set back then."""
        start = begins(occasion.when)
        return start is None or start > self.latest

    @invariant()
    def nobody_has_two_seats(self) -> None:
        if not hasattr(self, "network"):
            return
        rows = self.do(self.network.rows(select(signups).where(signups.c.ended_at.is_(None))))
        assert max(Counter((row.subject, row.person_id) for row in rows).values(), default=1) == 1

    @invariant()
    def every_notice_comes_once(self) -> None:
        if not hasattr(self, "network"):
            return
        told = self.do(self.network.rows(select(outbox).where(outbox.c.view.in_(DRAWN))))
        often = Counter((row.view, row.person_id, repr(sorted(row.blanks.items()))) for row in told)
        assert {key: n for key, n in often.items() if n > MOST.get(key[0], 1)} == {}
        asked = self.do(self.network.rows(select(cover_asks)))
        assert len({(row.cover_id, row.person_id) for row in asked}) == len(asked)

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.do(self.database.stop())
        self.loop.close()
