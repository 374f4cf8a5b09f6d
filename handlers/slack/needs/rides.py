"""What happens around rides and collections."""

from datetime import timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import _
from chatbot.kit.sheets import written
from chatbot.needs.rules import drove, must_be_their_turn
from chatbot.people.rules import require_coordinator
from chatbot.signups.model import AlreadyYours
from handlers.slack.here import put
from handlers.slack.hints import coded
from handlers.slack.needs import listeners, ride_forms, views
from handlers.slack.needs.listeners import again
from handlers.slack.press import Press, Reply, SendFile
from handlers.slack.signups.modals import signed_up_text
from handlers.slack.signups.others import chosen
from handlers.slack.signups.views import claim_answer


async def needs_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/needs`, with whatever stands behind it; `miles` is the treasurer's."""
    if press.text.strip().casefold() == "miles":
        return await trips_asked(press, chatbot)
    return await listeners.needs_asked(press, chatbot)


async def drive_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.get(press.value, team_id=press.person.team_id)
    must_be_their_turn(need, press.person, chatbot.clock.now())
    return put(press, ride_forms.car_form(need, press.speech, person_id=press.person.id))


async def drive_submitted(press: Press, chatbot: Chatbot) -> Reply:
    claimed = await chatbot.rides.drive(press.metadata, _load(press), by=press.person)
    need = await chatbot.needs.get(press.metadata, team_id=press.person.team_id)
    if isinstance(claimed.outcome, AlreadyYours):
        return views.answer(need, _("What your car holds is saved."), press.speech)
    return claim_answer(claimed, press.speech, by=press.person)


async def driver_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.get(press.value, team_id=press.person.team_id)
    require_coordinator(press.person, need.area)
    return put(press, ride_forms.driver_form(need, press.speech))


async def driver_submitted(press: Press, chatbot: Chatbot) -> Reply:
    claimed, driver = await chatbot.rides.drive_for(
        press.metadata,
        _load(press),
        person_id=await chosen(press),
        name=str(press.typed.get("name") or ""),
        by=press.person,
    )
    need = await chatbot.needs.get(press.metadata, team_id=press.person.team_id)
    said = signed_up_text(claimed.outcome, driver.name)
    if isinstance(claimed.outcome, AlreadyYours):
        said = _("What the car of {name} holds is saved.", name=driver.name)
    return await again(press, chatbot, need, said)


def _driven(value: str) -> tuple[str, int | None]:
    code, driver = coded(value)
    return code, driver or None


def _load(press: Press) -> dict[str, object]:
    return {**press.typed, "wheelchair": bool(press.typed.get("wheelchair"))}


async def rider_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.get(press.value, team_id=press.person.team_id)
    require_coordinator(press.person, need.area)
    return put(press, ride_forms.rider_form(need, press.speech))


async def rider_submitted(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.rides.add_rider(press.metadata, _load(press), by=press.person)
    return await again(press, chatbot, need, _("The rider is written down."))


async def rider_off_chosen(press: Press, chatbot: Chatbot) -> Reply:
    code, rider = coded(press.value)
    need = await chatbot.rides.remove_rider(code, rider, by=press.person)
    return await again(press, chatbot, need, _("The rider is taken off."))


async def trip_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """One's own drive, or the drive of someone who is not in Slack, named behind the code."""
    code, driver = _driven(press.value)
    need = await chatbot.needs.get(code, team_id=press.person.team_id)
    drove(need, driver or press.person.id, press.person)
    return put(press, ride_forms.trip_form(need, press.speech, driver=driver))


async def trip_submitted(press: Press, chatbot: Chatbot) -> Reply:
    code, driver = _driven(press.metadata)
    need = await chatbot.rides.write_trip(code, press.typed, driver_id=driver, by=press.person)
    if driver is not None:
        return await again(press, chatbot, need, _("Saved. The treasurer sees the miles."))
    return views.answer(need, _("Thank you. The treasurer sees your miles."), press.speech)


async def trips_asked(press: Press, chatbot: Chatbot) -> Reply:
    """Who drove how far in the last three months, as a table for the treasurer."""
    network = await chatbot.networks.get(press.person.team_id)
    today = local_date(chatbot.clock.now(), network.zone)
    trips = await chatbot.rides.trips(today - timedelta(days=92), today + timedelta(days=1), by=press.person)
    head = [press.speech.plain(one) for one in (_("Day"), _("Code"), _("Driver"), _("Miles"), _("Tolls"))]
    rows = [
        [one.driven_on.isoformat(), one.need_code, one.driver, f"{one.tenths // 10}.{one.tenths % 10}", one.tolls.plain]
        for one in trips
    ]
    about = press.speech.plain(_("Miles and tolls of the last three months."))
    return SendFile(name=f"miles-{today.isoformat()}.csv", content=written([head, *rows]), about=about)


async def promise_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.get(press.value, team_id=press.person.team_id)
    must_be_their_turn(need, press.person, chatbot.clock.now())
    return put(press, ride_forms.promise_form(need, press.speech, person_id=press.person.id))


async def promise_submitted(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.gifts.promise(press.metadata, press.typed, by=press.person)
    brings = any(item.of(press.person.id) for item in need.items)
    said = _("Thank you! You bring something for {code}.", code=need.code)
    if not brings:
        said = _("You bring nothing for {code} any more.", code=need.code)
    return views.answer(need, said, press.speech)


async def receive_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.get(press.value, team_id=press.person.team_id)
    require_coordinator(press.person, need.area)
    return put(press, ride_forms.receive_form(need, press.speech))


async def receive_submitted(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.gifts.receive(press.metadata, press.typed, by=press.person)
    if all(item.received >= item.wanted for item in need.items):
        return await again(
            press, chatbot, need, _("Everything is here. Press It is done, and the card thanks everyone.")
        )
    return await again(press, chatbot, need, _("Saved."))
