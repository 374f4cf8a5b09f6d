"""The verbs about stays that are agreed."""

from collections.abc import Mapping, Sequence
from datetime import date

from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.ids import next_code
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.people.model import Person, Role
from chatbot.rooms import rules as beds
from chatbot.rooms import store as offers
from chatbot.rooms.matches import store as matches
from chatbot.rooms.model import Nights
from chatbot.rooms.reading import Reading
from chatbot.rooms.refusals import HostNotVetted
from chatbot.rooms.stays import rules, store
from chatbot.rooms.stays.forms import EndForm, LongerForm
from chatbot.rooms.stays.model import CODE, Contacts, Hosted, MatchState, Stay, StayDraft, StayState
from chatbot.rooms.stays.refusals import NotAsked
from chatbot.rooms.telling import Telling


class Hosting:
    """The guests of every workspace."""

    def __init__(self, database: Database, sealer: Sealer, *, reading: Reading, telling: Telling) -> None:
        self.database = database
        self._sealer = sealer
        self._reading = reading
        self._telling = telling

    @verb
    async def open_contacts(self, tx: Tx, code: str, *, by: Person) -> Contacts:
        """Both sides' contacts, once both have said yes; every opening is written down. Closed again two weeks after.

        The host sees how to reach the guests, coordinators also where the home is. Raises `NoSuchStay`, `NotAsked`,
        `ContactsClosed`, `ContactsClosedAgain`, `TooManyOpened`.
        """
        stay = await self._reading.stay(tx, by.team_id, code, to_change=True)
        match = rules.may_open_contacts(stay, by, await self._reading.today(tx, by.team_id))
        mine = match.voice_id == by.id
        whose = "host" if mine else "coordinator"
        await opening(tx, "stays.open_contacts", stay.subject, by=by, detail=whose)
        home = None if mine else await offers.unseal(tx, self._sealer, match.offer_id)
        return Contacts(stay=stay, home=home, guests=await store.unseal_contact(tx, self._sealer, stay.id))

    @verb
    async def ask_longer(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Stay:
        """Ask the host whether the guests may stay until a later day; the nights are held until they answer.

        Raises `NotAllowed`, `NoSuchStay`, `NotAgreedYet`, `StayOver`, `NotLonger`, `TooLong`, `HostNotVetted`,
        `OutsideOffer`, `NightClosed`, `BedsTaken`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        match = rules.agreed(stay)
        until = read(LongerForm, typed).until
        today = await self._reading.today(tx, by.team_id)
        more = rules.longer(stay, match, until, today)
        offer = await self._reading.offer(tx, by.team_id, match.offer_code, to_change=True)
        if not offer.vetted:
            raise HostNotVetted(offer.code)
        others = [one for one in (await matches.held(tx, [offer]))[offer.id] if one.stay != stay.code]
        beds.must_be_free(offer, others, more, match.beds)
        answer_by = rules.answer_by(more, tx.now, await self._reading.zone(tx, by.team_id))
        await matches.set_match(tx, match.id, longer_until=until, longer_expires_at=answer_by)
        await self._telling.host(tx, stay, "stays.longer_asked")
        return await self._done(tx, "stays.ask_longer", stay, by)

    @verb
    async def grant_longer(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """The host lets them stay until the day that was asked for. Raises `NoSuchStay`, `NotAsked`, `NothingAsked`."""
        stay = await self._reading.stay(tx, by.team_id, code, to_change=True)
        match, until = rules.longer_asked(stay, by, tx.now)
        await matches.set_match(tx, match.id, until=until, longer_until=None, longer_expires_at=None)
        await store.set_stay(tx, stay.id, until=until)
        await self._telling.coordinator(tx, stay, "stays.longer_granted")
        return await self._done(tx, "stays.grant_longer", stay, by)

    @verb
    async def refuse_longer(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """It stays as agreed. Raises `NoSuchStay`, `NotAsked`, `NothingAsked`."""
        stay = await self._reading.stay(tx, by.team_id, code, to_change=True)
        match, _until = rules.longer_asked(stay, by, tx.now)
        await matches.set_match(tx, match.id, longer_until=None, longer_expires_at=None)
        await self._telling.coordinator(tx, stay, "stays.longer_refused")
        return await self._done(tx, "stays.refuse_longer", stay, by)

    @verb
    async def end(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> tuple[Stay, Stay | None]:
        """The guests leave earlier than agreed, or do not come at all; the host is told and the beds are free again.

        When they still need a room, the stay looks for one again if none of its nights took place; otherwise a stay of
        its own does for the nights that are left, and is returned beside the one that ended.

        Raises `NotAllowed`, `NoSuchStay`, `NotAgreedYet`, `Invalid`, `NotEarlier`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        match = rules.agreed(stay)
        form = read(EndForm, typed)
        rules.must_be_earlier(match, form.day, await self._reading.today(tx, by.team_id))
        await self._telling.host(tx, stay, "stays.ended")
        onward = None
        if form.day > match.nights.first:
            await matches.set_match(tx, match.id, until=form.day, longer_until=None, longer_expires_at=None)
            await store.set_stay(tx, stay.id, until=form.day)
            onward = await self._look_onward(tx, stay, form.day, by) if form.onward else None
        else:
            await matches.set_match(
                tx, match.id, state=MatchState.TAKEN_BACK, longer_until=None, longer_expires_at=None
            )
            await store.set_stay(tx, stay.id, state=StayState.OPEN if form.onward else StayState.WITHDRAWN)
        return await self._done(tx, "stays.end", stay, by), onward

    @verb
    async def all_well(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """Answer a check-in: nothing is needed. Raises `NoSuchStay`, `NotAgreedYet`, `NotAsked`."""
        stay = await self._staying(tx, code, by)
        return await self._done(tx, "stays.all_well", stay, by)

    @verb
    async def want_help(self, tx: Tx, code: str, *, by: Person) -> Stay:
        """Answer a check-in: something is needed. Whoever looks after the stay is told, with the code only.

        Raises `NoSuchStay`, `NotAgreedYet`, `NotAsked`.
        """
        stay = await self._staying(tx, code, by)
        await self._telling.coordinator(tx, stay, "stays.help_wanted")
        return await self._done(tx, "stays.want_help", stay, by)

    @query
    async def nights(self, tx: Tx, *, team_id: str, since: date, until: date) -> Hosted:
        """What was given from that day on until the other, which is not included; for the network's figures.

        Nights that are still to come do not count.
        """
        end = min(until, await self._reading.today(tx, team_id))
        return _hosted(await matches.took_place(tx, team_id, since=since, until=end), since, end)

    @query
    async def given(self, tx: Tx, *, by: Person) -> Hosted:
        """What this host has given so far."""
        today = await self._reading.today(tx, by.team_id)
        mine = [offer.id for offer in await offers.of_host(tx, by.team_id, by.id)]
        rows = await matches.took_place(tx, by.team_id, since=date.min, until=today, offer_ids=mine)
        return _hosted(rows, date.min, today)

    async def _staying(self, tx: Tx, code: str, by: Person) -> Stay:
        stay = await self._reading.stay(tx, by.team_id, code, to_change=True)
        match = rules.agreed(stay)
        if not beds.answers(match, by) and not by.has(Role.COORDINATOR):
            raise NotAsked
        return stay

    async def _look_onward(self, tx: Tx, stay: Stay, day: date, by: Person) -> Stay:
        """A stay of its own for the nights that are left, so that each has one home and one answer."""
        today = await self._reading.today(tx, by.team_id)
        contact = await store.unseal_contact(tx, self._sealer, stay.id)
        draft = StayDraft(
            alias=stay.alias,
            town=stay.town,
            adults=stay.adults,
            children=stay.children,
            nights=Nights(first=max(day, today), until=stay.nights.until),
            needs=stay.needs,
            languages=stay.languages,
            note=stay.note,
            contact=contact,
        )
        code = await next_code(tx, by.team_id, CODE)
        number = await store.add(tx, by.team_id, code, draft, by=by.id)
        await store.seal_contact(tx, self._sealer, number, contact)
        return await self._reading.stay(tx, by.team_id, code)

    async def _done(self, tx: Tx, verb_name: str, stay: Stay, by: Person) -> Stay:
        await self._telling.done(tx, verb_name, stay, by)
        return await self._reading.stay(tx, stay.team_id, stay.code)


def _hosted(rows: Sequence[matches.MatchRow], since: date, end: date) -> Hosted:
    spent = [(row, (min(row.until, end) - max(row.first_night, since)).days) for row in rows]
    return Hosted(
        stays=len({row.stay_id for row, nights in spent if nights > 0}),
        nights=sum(max(0, nights) for _, nights in spent),
        person_nights=sum(max(0, nights) * row.beds for row, nights in spent),
    )
