"""The verbs about people."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta

from chatbot.audit import note
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.people import rules, store
from chatbot.people.model import Grant, Notice, Person, Preferences, Role, Sighting, Standing
from chatbot.people.preferences_form import PreferencesForm
from chatbot.people.refusals import LastAdmin, NotAPerson

FRESH = timedelta(hours=12)
"""How long what the chat platform said about an account is believed before it is asked again."""


class People:
    """Everyone of every workspace."""

    def __init__(self, database: Database, *, first_admins: frozenset[str] = frozenset()) -> None:
        self.database = database
        self._first_admins = first_admins

    @query
    async def known(self, tx: Tx, *, team_id: str, account: str) -> Person | None:
        """The person behind an account, or None when they were never met or what is known is over twelve hours old."""
        person = await store.by_account(tx, team_id, account)
        return person if person and tx.now - person.seen_at < FRESH else None

    @query
    async def of_account(self, tx: Tx, account: str) -> Person | None:
        """The member behind an account, when exactly one workspace has met it; for the operator's command line."""
        found = await store.by_account_anywhere(tx, account)
        return found[0] if len(found) == 1 and found[0].standing is Standing.MEMBER else None

    @query
    async def by_id(self, tx: Tx, *, team_id: str, person_id: int) -> Person | None:
        """The person of this number in the workspace."""
        return await store.by_id(tx, team_id, person_id)

    @query
    async def trusted(self, tx: Tx, *, by: Person) -> list[Person]:
        """Everyone the network has entrusted with something, by name. Raises `NotAllowed` for those who do not lead."""
        rules.require_coordinator(by)
        return await store.trusted(tx, by.team_id)

    async def holding(self, tx: Tx, team_id: str, role: Role) -> list[Person]:
        """Everyone of a workspace who holds this role, inside a verb."""
        return [person for person in await store.trusted(tx, team_id) if person.has(role)]

    @query
    async def meet(self, tx: Tx, sighting: Sighting) -> Person:
        """Know who was seen: a new person on first contact, their present name and standing later.

        It is no event of its own, so it may repeat. The accounts of `first_admins` are admins as long as the operator
        names them.
        """
        person = await store.meet(tx, sighting)
        named = sighting.account in self._first_admins and sighting.standing is Standing.MEMBER
        if named and not person.is_admin:
            await store.set_grants(tx, person, person.grants | {Grant(role=Role.ADMIN)})
            await note(tx, team_id=person.team_id, actor_id=None, verb="people.first_admin", subject=_subject(person))
            return await self._again(tx, person)
        return person

    @verb
    async def agree(self, tx: Tx, *, version: int, by: Person) -> Person:
        """Agree to this version of the agreement."""
        rules.require_member(by)
        await store.agree(tx, by, version)
        await note(
            tx, team_id=by.team_id, actor_id=by.id, verb="people.agree", subject=_subject(by), detail=str(version)
        )
        return await self._again(tx, by)

    @verb
    async def entrust(
        self, tx: Tx, *, person_id: int, grants: Iterable[Grant], by: Person, among: Iterable[Role] = tuple(Role)
    ) -> Person:
        """Give someone exactly these roles, and leave alone those that are not `among` the ones to choose from.

        Raises `NotAllowed`, `NotAPerson`, `LastAdmin`.
        """
        await store.admins(tx, by.team_id, to_change=True)
        person = await store.by_id(tx, by.team_id, person_id)
        if person is None or person.standing is not Standing.MEMBER:
            raise NotAPerson
        wanted = rules.entrusted(person.grants, frozenset(grants), frozenset(among))
        await store.set_grants(tx, person, wanted)
        admins = await store.admins(tx, by.team_id)
        rules.may_change_grants(by, person.grants, wanted, admins_left=len(admins))
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="people.entrust", subject=_subject(person))
        return await self._again(tx, person)

    @query
    async def preferences(self, tx: Tx, *, of: Person) -> tuple[Preferences, str | None]:
        """What someone chose for themselves, and the language they chose; None while it follows their Slack."""
        return (await store.preferences_of(tx, [of.id]))[of.id], await store.chosen_language(tx, of)

    @verb
    async def prefer(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Person:
        """Choose for oneself. `typed` is the form as strings; a notice it could not ask about stays as it was.

        Raises `Invalid`.
        """
        form = read(PreferencesForm, typed)
        before = (await store.preferences_of(tx, [by.id]))[by.id]
        await store.prefer(tx, by, rules.preferred(form.preferences(), before, by), form.language)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="people.prefer", subject=_subject(by))
        return await self._again(tx, by)

    async def agreed(self, tx: Tx, team_id: str, *, version: int) -> list[Person]:
        """The members who can be written to and have agreed to this version of the agreement, inside a verb."""
        return await store.agreed(tx, team_id, version)

    async def member(self, tx: Tx, team_id: str, person_id: int) -> Person:
        """The member of this number, inside a verb. Raises `NotAPerson`."""
        person = await store.by_id(tx, team_id, person_id)
        if person is None or person.standing is not Standing.MEMBER:
            raise NotAPerson
        return person

    async def outside(self, tx: Tx, team_id: str, name: str) -> Person:
        """Someone who is not in the workspace, by the name they go by, inside a verb; the same name is the same person.

        Raises `Invalid` for a name that holds more than a name.
        """
        name = storable(name).strip()[:80]
        refuse_private({"name": name}, Exposure.PUBLIC)
        known = await store.outside(tx, team_id, name)
        return known or await store.write_down(tx, team_id, name)

    async def all_outside(self, tx: Tx, team_id: str) -> list[Person]:
        """Everyone whom the network knows outside of the workspace, inside a verb."""
        return await store.all_outside(tx, team_id)

    async def left_before(self, tx: Tx, team_id: str, moment: datetime) -> list[Person]:
        """Everyone who left the workspace before then and was not erased yet, inside a verb."""
        return await store.left_before(tx, team_id, moment)

    async def may_be_erased(self, tx: Tx, person: Person) -> None:
        """Raises `LastAdmin` for the last one whom no ownership makes one again, inside a verb."""
        if await store.admins(tx, person.team_id, to_change=True) == {person.id} and not person.is_owner:
            raise LastAdmin

    async def erased(self, tx: Tx, person: Person, name: str) -> None:
        """Nothing leads to this person any more, who is called so from now on, inside a verb."""
        await store.erase(tx, person, name)

    async def numbered(self, tx: Tx, team_id: str, person_id: int) -> Person | None:
        """The person of this number as the network knows them now, inside a verb."""
        return await store.by_id(tx, team_id, person_id)

    async def coordinating(self, tx: Tx, team_id: str, area: str) -> list[Person]:
        """Who coordinates this area, admins included, inside a verb."""
        return [one for one in await store.trusted(tx, team_id) if one.coordinates(area)]

    async def choices(self, tx: Tx, person_ids: Iterable[int]) -> dict[int, Preferences]:
        """What each of them chose, inside a verb."""
        return await store.preferences_of(tx, person_ids)

    async def wanting(self, tx: Tx, person_ids: Iterable[int], notice: Notice) -> set[int]:
        """Those of them who have not switched off this kind of notice, inside a verb."""
        chosen = await store.preferences_of(tx, person_ids)
        return {person_id for person_id, preferences in chosen.items() if preferences.wants(notice)}

    async def coordinators(self, tx: Tx, team_id: str) -> list[Person]:
        """Everyone who coordinates anything, inside a verb."""
        return [person for person in await store.trusted(tx, team_id) if person.has(Role.COORDINATOR)]

    async def reading_daily(self, tx: Tx) -> list[tuple[str, int, time]]:
        """The members of every workspace who chose a personal digest: workspace, number and hour, inside a verb."""
        return await store.reading_daily(tx)

    async def _again(self, tx: Tx, person: Person) -> Person:
        return await store.by_id(tx, person.team_id, person.id) or person


def _subject(person: Person) -> str:
    return f"person:{person.id}"
