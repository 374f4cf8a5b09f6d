"""People, places and hearings as values, from nothing to far too much, for tests of views."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from chatbot.hearings.model import Access, Hearing, How, Kind, Mode, State, Verified
from chatbot.kit.i18n import LANGUAGES, Catalogues
from chatbot.network.model import Network
from chatbot.people.model import Grant, Person, Role, Standing
from chatbot.places.forms import ADDRESS, AREA, NAME, NOTES, ROOM
from chatbot.places.model import Place
from chatbot.signups.model import Roster, SeatRole, Seats, Signup
from chatbot.signups.occasions import When
from handlers.slack.speech import Speech

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
EASTERN = ZoneInfo("America/New_York")
NASTY = "<!channel> & *Ñandú* _:tada:_ "
"""Typed text that would do something if it were not made harmless, and grows when it is."""

TONGUES = [Speech(Catalogues().tongue(language)) for language in LANGUAGES]


def long(most: int) -> str:
    """As much nasty text as a field takes."""
    return (NASTY * most)[:most]


def person(*grants: Grant, name: str = "Jonah", number: int = 1, is_owner: bool = False) -> Person:
    return Person(
        id=number,
        team_id="T1",
        account=f"U{number}",
        name=name,
        language="en",
        standing=Standing.MEMBER,
        is_owner=is_owner,
        agreed_version=1,
        seen_at=NOW,
        grants=frozenset(grants),
    )


ADMIN = person(Grant(role=Role.ADMIN), name=long(80))
COORDINATOR = person(Grant(role=Role.COORDINATOR))
OF_ONE_AREA = person(Grant(role=Role.COORDINATOR, area=long(AREA)))
VOLUNTEER = person()


def place(number: int = 1) -> Place:
    """A place about which everything is written down that fits."""
    return Place(
        id=number,
        team_id="T1",
        name=f"{number} {long(NAME)}"[:NAME],
        address=long(ADDRESS),
        room=long(ROOM),
        area=f"{number} {long(AREA)}"[:AREA],
        zone=ZoneInfo("Pacific/Kiritimati"),
        notes=long(NOTES),
        aliases=tuple(long(NAME) for _ in range(30)),
        card_channel="C1",
    )


def bare_place(number: int = 1) -> Place:
    """A place of which only the name is known."""
    return Place(
        id=number, team_id="T1", name="X", address="", room="", area="", zone=EASTERN, notes="", aliases=(),
        card_channel=None,
    )  # fmt: skip


def network(agreement: str | None = None, channel: str | None = None) -> Network:
    return Network(
        team_id="T1",
        agreement=agreement,
        agreement_version=1,
        card_channel=channel,
        response_channel=channel,
        zone=EASTERN,
        language="ht",
    )


def hearing(number: int = 1, *signups: Signup) -> Hearing:
    """A hearing about which everything is written down that fits, a day later each."""
    return Hearing(
        id=number,
        team_id="T1",
        code=f"H{number}",
        kind=Kind.MASTER,
        alias=long(40),
        place=place(number),
        when=When(zone=EASTERN, day=date(2026, 3, 2 + number % 25)),
        mode=Mode.WEBEX,
        access=Access.CLOSED,
        languages=long(120),
        note=long(3000),
        state=State.OPEN,
        cancelled_because="",
        verified=Verified(at=NOW, by=long(80), how=How.HOTLINE),
        created_at=NOW,
        created_by=1,
        roster=Roster(seats={role: Seats(minimum=1, maximum=40) for role in SeatRole}, signups=signups),
    )


def signup(number: int = 1, *, waiting: bool = False) -> Signup:
    return Signup(person_id=number, name=long(80), role=SeatRole.COMPANION, waiting=waiting, since=NOW)
