"""The line behind the seats: whom a free seat is offered to, and when it is open to all. Inside a verb."""

from dataclasses import replace
from datetime import datetime

from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Preferences
from chatbot.people.service import People
from chatbot.signups import rules, store
from chatbot.signups.model import SeatRole, Signup
from chatbot.signups.occasions import Occasion
from chatbot.signups.times import offer_until, stands, when_to_ask

OFFER = "signups.offer"
OPEN_SEAT = "signups.open_seat"


class Lines:
    """Moves lines. The caller has locked the occasion, and its roster is the present one."""

    def __init__(self, outbox: Outbox, people: People) -> None:
        self._outbox = outbox
        self._people = people

    async def move(self, tx: Tx, occasion: Occasion) -> Occasion:
        """Offer the free seats to those who wait first and can take them; and the occasion as it is then.

        Whoever switched offers off, needs longer notice than is left, let an offer for this seat pass, or is not in
        the workspace, is passed over and stays in line.
        """
        if not stands(occasion, tx.now):
            return occasion
        for role in occasion.roster.seats:
            free = occasion.roster.left(role)
            line = [one for one in occasion.roster.line(role) if one.reachable and not one.offered and not one.lapsed]
            if free and line:
                chosen = await self._people.choices(tx, [one.person_id for one in line])
                fit = [one for one in line if rules.may_be_offered(chosen[one.person_id], occasion.when, tx.now)]
                for one in fit[:free]:
                    occasion = await self._offer(tx, occasion, one, chosen[one.person_id])
        return occasion

    async def came_free(self, tx: Tx, occasion: Occasion, role: SeatRole, *, anew: bool) -> Occasion:
        """A seat of this role came free, or an offer of one ended: move the line, and say so when it is spent.

        `anew` is a seat that nobody in line was asked about before.
        """
        if anew and any(one.lapsed for one in occasion.roster.line(role)):
            await store.let_ask_again(tx, occasion.team_id, occasion.subject, role)
            for one in occasion.roster.line(role):
                occasion = replace(occasion, roster=occasion.roster.changed(one.person_id, lapsed=False))
        waited = not anew or bool(occasion.roster.line(role))
        after = await self.move(tx, occasion)
        if waited and after.roster.left(role) and stands(after, tx.now):
            await self._open_to_all(tx, after, role)
        return after

    async def _offer(self, tx: Tx, occasion: Occasion, signup: Signup, chosen: Preferences) -> Occasion:
        """Hold the seat for them; during their quiet hours they hear of it later, and it is held the longer."""
        at = when_to_ask(chosen, occasion, tx.now)
        until = offer_until(occasion.when, at)
        told = at <= tx.now
        await store.change(
            tx,
            occasion.team_id,
            occasion.subject,
            signup.person_id,
            offered_until=until,
            told_at=tx.now if told else None,
        )
        if told:
            await self.tell_of_offer(tx, occasion, signup.person_id, until)
        return replace(occasion, roster=occasion.roster.changed(signup.person_id, offered_until=until, told=told))

    async def tell_of_offer(self, tx: Tx, occasion: Occasion, person_id: int, until: datetime) -> None:
        """The words to them hold until when the offer stands, so that an earlier one is never drawn as a later one."""
        await self._outbox.tell(
            tx,
            team_id=occasion.team_id,
            person_id=person_id,
            view=OFFER,
            subject=occasion.subject,
            until=int(until.timestamp()),
        )

    async def _open_to_all(self, tx: Tx, occasion: Occasion, role: SeatRole) -> None:
        """Once a role and local date: a channel is not told again when the next seat comes free the same day."""
        today = local_date(tx.now, occasion.when.zone)
        what = f"signups.open:{occasion.subject}:{role}:{today}"
        if occasion.channel is not None and await once(tx, team_id=occasion.team_id, what=what):
            await self._outbox.announce(
                tx,
                team_id=occasion.team_id,
                channel=occasion.channel,
                view=OPEN_SEAT,
                ref=f"{occasion.subject}:{role}",
                subjects=[occasion.subject],
            )
