"""Writing events down, inside a verb: what was typed becomes a draft, a draft a row with its seats, and a card."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from chatbot.audit import note
from chatbot.events import rules, store
from chatbot.events.forms import guarded
from chatbot.events.model import CODE, Draft, Event, Facts, Hours
from chatbot.events.occasions import EventOccasions
from chatbot.events.reading import Reading
from chatbot.kit.database import Tx
from chatbot.kit.ids import next_code
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.sealed import Sealer
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import own_area, require_coordinator
from chatbot.places.service import Places
from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import When
from chatbot.signups.seating import Seating


class Writing:
    """What the verbs of this room and the clock write in common."""

    def __init__(
        self,
        outbox: Outbox,
        sealer: Sealer,
        *,
        networks: Networks,
        places: Places,
        seating: Seating,
        reading: Reading,
        occasions: EventOccasions,
    ) -> None:
        self._outbox = outbox
        self._sealer = sealer
        self._networks = networks
        self._places = places
        self._seating = seating
        self._reading = reading
        self._occasions = occasions

    async def draft(self, tx: Tx, typed: Mapping[str, object], by: Person, *, before: Event | None = None) -> Draft:
        """What was typed, read, guarded, and placed where this coordinator may place it."""
        form = guarded(typed)
        zone = (await self._networks.joined(tx, by.team_id)).zone
        area = before.facts.area if before else own_area(by)
        if form.place is not None:
            stays = before is not None and before.facts.place_id == form.place
            place = await self._places.get(tx, by.team_id, form.place, in_use=not stays)
            zone, area = place.zone, place.area
        require_coordinator(by, area)
        return form.draft(zone, area=area)

    async def add(
        self,
        tx: Tx,
        team_id: str,
        facts: Facts,
        at: When,
        *,
        link: str,
        by: int,
        series_id: int | None = None,
        slot: date | None = None,
    ) -> Event:
        """A new date with its seats."""
        code = await next_code(tx, team_id, CODE)
        number = await store.add(tx, team_id, code, facts, at, by=by, series_id=series_id, slot=slot)
        return await self._fill(tx, team_id, number, facts, link)

    async def add_dates(
        self, tx: Tx, team_id: str, facts: Facts, hours: Hours, days: Sequence[date], *, link: str, by: int, series: int
    ) -> list[Event]:
        """New dates of a series on these days."""
        return [
            await self.add(
                tx,
                team_id,
                facts,
                rules.when_on(day, hours, facts.zone),
                link=link,
                by=by,
                series_id=series,
                slot=day,
            )
            for day in days
        ]

    async def change(self, tx: Tx, event: Event, facts: Facts, at: When, *, link: str, apart: bool) -> Event:
        """Write one date down anew. Whoever comes is told when its time or place changed. Raises `TooManySeated`."""
        await store.change(tx, event.id, facts, at, apart=apart)
        after = await self._fill(tx, event.team_id, event.id, facts, link)
        if rules.moved(event, after):
            number = await store.add_move(tx, event)
            await self._tell(tx, after, "events.moved", move=number)
        return after

    async def cancel(self, tx: Tx, event: Event, reason: str) -> None:
        """One date does not take place; whoever said yes, or waits, is told."""
        await store.cancel(tx, event.id, reason)
        await self._seating.called_off(tx, await self._occasions.of(tx, event))
        await self._tell(tx, event, "events.cancelled")

    async def post_card(self, tx: Tx, event: Event) -> bool:
        """Put the card into the channel for cards, if there is one and it was not put there before."""
        channel = (await self._networks.joined(tx, event.team_id)).card_channel
        if channel is None or not await once(tx, team_id=event.team_id, what=f"{store.CARD}:{event.id}"):
            return False
        await self._outbox.announce(
            tx,
            team_id=event.team_id,
            channel=channel,
            view=store.CARD,
            ref=str(event.id),
            subjects=(event.subject,),
        )
        return True

    async def note(self, tx: Tx, verb: str, event: Event, by: Person | None, detail: str = "") -> None:
        """One audit line, and every message that shows the event is brought up to date."""
        actor = by.id if by else None
        await note(tx, team_id=event.team_id, actor_id=actor, verb=verb, subject=event.subject, detail=detail)
        await self.shown(tx, event)

    async def shown(self, tx: Tx, event: Event) -> None:
        """Every message that shows the event is brought up to date."""
        await self._outbox.changed(tx, team_id=event.team_id, subject=event.subject)

    async def _fill(self, tx: Tx, team_id: str, number: int, facts: Facts, link: str) -> Event:
        await store.seal(tx, self._sealer, store.events, number, link)
        event = await self._reading.by_id(tx, team_id, number)
        occasion = await self._occasions.of(tx, event)
        after = await self._seating.open_seats(tx, occasion, rules.seats(facts.limit), input_of=_seats_input)
        return replace(event, roster=after.roster)

    async def _tell(self, tx: Tx, event: Event, view: str, **blanks: int) -> None:
        """Everyone who comes or waits and can be reached."""
        known: dict[str, Any] = {"event": event.id, **blanks}
        for one in event.roster.signups:
            if one.reachable:
                await self._outbox.tell(tx, team_id=event.team_id, person_id=one.person_id, view=view, **known)


def _seats_input(_role: SeatRole) -> str:
    return "limit"
