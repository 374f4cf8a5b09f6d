"""Looking after other people's seats: who comes, who came, signing someone up, letting someone go."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text
from chatbot.people.rules import require_coordinator
from chatbot.signups import rules
from chatbot.signups.model import Attendance, SeatRole
from chatbot.signups.occasions import Occasion
from handlers.slack.here import put
from handlers.slack.hints import coded, numbered
from handlers.slack.press import GoBack, Open, Press, Reply
from handlers.slack.signups import modals


async def people_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """For leads and coordinators."""
    occasion = await chatbot.signups.get(press.value, team_id=press.person.team_id)
    if not rules.leads(occasion, press.person):
        require_coordinator(press.person, occasion.area)
    return Open(view=_people(press, chatbot, occasion))


async def mark_chosen(press: Press, chatbot: Chatbot) -> Reply:
    code, _, rest = press.value.partition(" ")
    person, _, word = rest.partition(" ")
    attendance = Attendance(word) if word in list(Attendance) else Attendance.ATTENDED
    occasion = await chatbot.signups.mark(code, numbered(person), attendance, by=press.person)
    return _again(press, chatbot, occasion)


async def let_go_pressed(press: Press, chatbot: Chatbot) -> Reply:
    code, person_id = coded(press.value)
    occasion = await chatbot.signups.let_go(code, [person_id], by=press.person)
    return _again(press, chatbot, occasion)


async def sign_up_pressed(press: Press, chatbot: Chatbot) -> Reply:
    occasion = await chatbot.signups.get(press.value, team_id=press.person.team_id)
    require_coordinator(press.person, occasion.area)
    return Open(view=modals.sign_up_form(occasion, press.speech))


async def sign_up_submitted(press: Press, chatbot: Chatbot) -> Reply:
    role = str(press.typed.get("role"))
    claimed, signed_up = await chatbot.signups.sign_up(
        press.metadata,
        SeatRole(role) if role in list(SeatRole) else SeatRole.COMPANION,
        person_id=await chosen(press),
        name=str(press.typed.get("name") or ""),
        by=press.person,
    )
    said = modals.signed_up_text(claimed.outcome, signed_up.name)
    return GoBack(view=_people(press, chatbot, claimed.occasion, said=said))


async def chosen(press: Press) -> int | None:
    """Who was chosen in the form; None where a name may stand instead."""
    account = press.typed.get("person")
    return (await press.facts.person(account)).id if isinstance(account, str) and account else None


def _again(press: Press, chatbot: Chatbot, occasion: Occasion) -> Reply:
    return put(press, _people(press, chatbot, occasion))


def _people(press: Press, chatbot: Chatbot, occasion: Occasion, *, said: Text | None = None) -> dict[str, object]:
    coordinates = press.person.coordinates(occasion.area)
    return modals.people(occasion, press.speech, chatbot.clock.now(), coordinates=coordinates, said=said)
