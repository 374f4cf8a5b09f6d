"""What the clock does about impact."""

from datetime import time, timedelta

from chatbot.impact import store
from chatbot.kit.clock import instant, local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.months import month_of, months_before
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query
from chatbot.network.service import Networks

MONTHLY = "impact.monthly"
"""The message with the figures of a month that is over."""

HOUR = time(9)
"""When it is posted, on the network's clocks."""

LATEST = timedelta(days=3)
"""A month's figures are still news two days later; a message that is later than that is not sent any more."""


class ImpactJobs:
    """Once a month, for each channel that follows."""

    def __init__(self, database: Database, outbox: Outbox, *, networks: Networks) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks

    @query
    async def post_months(self, tx: Tx) -> int:
        """Post the figures of the month before to the channels that followed when it ended. Returns how many."""
        posted = 0
        for one in await store.followed(tx):
            zone = (await self._networks.joined(tx, one.team_id)).zone
            first = month_of(local_date(tx.now, zone))
            due = instant(first, HOUR, zone)
            if one.since >= first or not due <= tx.now < due + LATEST:
                continue
            month = months_before(first, 1)
            if await once(tx, team_id=one.team_id, what=f"{MONTHLY}:{one.channel}:{month}"):
                await self._outbox.announce(
                    tx, team_id=one.team_id, channel=one.channel, view=MONTHLY, ref=month.isoformat(), subjects=()
                )
                posted += 1
        return posted
