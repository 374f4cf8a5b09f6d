"""Needs as occasions: what the seats have to know of them."""

from collections.abc import Collection, Sequence
from datetime import date

from chatbot.kit.database import Tx
from chatbot.needs.messages import kind_name
from chatbot.needs.model import CODE, Need, State
from chatbot.needs.reading import Reading
from chatbot.network.model import Network
from chatbot.network.service import Networks
from chatbot.signups.occasions import Occasion


class NeedOccasions:
    """The needs among everything people sign up for."""

    kind = "need"
    letter = CODE

    def __init__(self, reading: Reading, networks: Networks) -> None:
        self._reading = reading
        self._networks = networks

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Occasion:
        """The need of this code, locked when its seats are going to change. Raises `NoSuchNeed`."""
        return await self.of(tx, await self._reading.by_code(tx, team_id, code, to_change=to_change))

    async def numbered(self, tx: Tx, team_id: str, numbers: Collection[int]) -> Sequence[Occasion]:
        return await self._all(tx, await self._reading.numbered(tx, team_id, numbers))

    async def undated(self, tx: Tx, since: date) -> Sequence[Occasion]:
        return await self._all(tx, await self._reading.undated(tx, since))

    async def of(self, tx: Tx, need: Need) -> Occasion:
        """A need that a verb has read already."""
        return occasion(need, await self._networks.joined(tx, need.team_id))

    async def _all(self, tx: Tx, found: Sequence[Need]) -> list[Occasion]:
        networks = {team: await self._networks.joined(tx, team) for team in {one.team_id for one in found}}
        return [occasion(one, networks[one.team_id]) for one in found if one.role is not None]


def occasion(need: Need, network: Network) -> Occasion:
    """What the seats have to know of a need; a need that is done takes nobody any more, like one that was cancelled."""
    first = need.tie.first if need.tie else None
    return Occasion(
        team_id=need.team_id,
        subject=need.subject,
        code=need.code,
        what=kind_name(need.kind),
        alias=need.alias,
        when=need.when,
        spot=need.spot,
        place_id=need.place_id,
        area=need.area,
        languages=need.languages,
        channel=None if first else network.card_channel,
        cancelled=need.state is not State.OPEN,
        agreement=network.agreement_version,
        keeper=need.created_by,
        home=network.zone,
        command="/needs",
        roster=need.roster,
        first=first,
    )
