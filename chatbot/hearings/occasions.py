"""Hearings as occasions: what the seats have to know of them."""

from collections.abc import Collection, Sequence
from datetime import date

from chatbot.hearings.messages import kind_name
from chatbot.hearings.model import Hearing, Mode, State
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.kit.database import Tx
from chatbot.network.model import Network
from chatbot.network.service import Networks
from chatbot.signups.occasions import Occasion


class HearingOccasions:
    """The hearings among everything people sign up for."""

    kind = "hearing"
    letter = "H"

    def __init__(self, reading: Reading, networks: Networks) -> None:
        self._reading = reading
        self._networks = networks

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Occasion:
        """The hearing of this code, locked when its seats are going to change. Raises `NoSuchHearing`."""
        hearing = await self._reading.by_code(tx, team_id, code, to_change=to_change)
        if hearing.state is State.DRAFT:
            raise NoSuchHearing(hearing.code)
        return await self.of(tx, hearing)

    async def numbered(self, tx: Tx, team_id: str, numbers: Collection[int]) -> Sequence[Occasion]:
        return await self._all(tx, await self._reading.numbered(tx, team_id, numbers))

    async def undated(self, tx: Tx, since: date) -> Sequence[Occasion]:
        return await self._all(tx, await self._reading.undated(tx, since))

    async def of(self, tx: Tx, hearing: Hearing) -> Occasion:
        """A hearing that a verb has read already."""
        return occasion(hearing, await self._networks.joined(tx, hearing.team_id))

    async def _all(self, tx: Tx, found: Sequence[Hearing]) -> list[Occasion]:
        networks = {team: await self._networks.joined(tx, team) for team in {one.team_id for one in found}}
        return [occasion(one, networks[one.team_id]) for one in found]


def occasion(hearing: Hearing, network: Network) -> Occasion:
    """What the seats have to know of a hearing. Nobody travels to one by Webex or telephone."""
    place, first = hearing.place, hearing.tie.first if hearing.tie else None
    return Occasion(
        team_id=hearing.team_id,
        subject=hearing.subject,
        code=hearing.code,
        what=kind_name(hearing.kind),
        alias=hearing.alias,
        when=hearing.when,
        spot=place.name,
        place_id=place.id if hearing.mode is Mode.IN_PERSON else None,
        area=place.area,
        languages=hearing.languages,
        channel=None if first else place.card_channel or network.card_channel,
        cancelled=hearing.state is State.CANCELLED,
        agreement=network.agreement_version,
        keeper=hearing.created_by,
        home=network.zone,
        command="/hearings",
        roster=hearing.roster,
        first=first,
    )
