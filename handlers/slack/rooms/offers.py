"""What happens when people offer rooms in Slack."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.kit.ids import parse_code
from chatbot.people.model import Role
from chatbot.rooms.model import CODE, Free, Shown
from chatbot.rooms.refusals import NotYourOffer
from chatbot.rooms.rules import read_free
from chatbot.rooms.stays.model import CODE as STAY
from handlers.slack import blocks, here, replies
from handlers.slack.door import Listener
from handlers.slack.hints import coded
from handlers.slack.press import Open, Press, Reply, Surface, Update
from handlers.slack.rooms import help_text, lists, offer_modals, parts, stays


async def rooms_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/rooms`, with whatever stands behind it."""
    words = " ".join(press.text.split())
    does = _WORDS.get(words.casefold())
    if does is not None:
        return await does(press, chatbot)
    code = parse_code(words) or ""
    if code.startswith(STAY):
        return await stays.shown(press, chatbot, code)
    if code.startswith(CODE):
        return Open(view=_view(press, await chatbot.rooms.get(code, by=press.person)))
    wanted = read_free(words.removeprefix("free "))
    return lists.free(await chatbot.rooms.free(wanted, by=press.person), wanted, press.speech)


async def help_asked(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001 - as every listener is called
    return help_text.shown(press.speech, coordinates=press.person.has(Role.COORDINATOR))


async def start(press: Press, chatbot: Chatbot) -> Reply:
    rooms = await chatbot.rooms.mine(by=press.person)
    guests = await chatbot.stays.with_me(by=press.person)
    given = (await chatbot.hosting.given(by=press.person)).nights if rooms else 0
    today = await here.today(press, chatbot)
    return lists.start(rooms, guests, press.speech, today, given=given, by=press.person)


async def free_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return lists.free(await chatbot.rooms.free(Free(), by=press.person), Free(), press.speech)


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=_view(press, await chatbot.rooms.get(press.value, by=press.person)))


async def offer_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return here.put(
        press, offer_modals.form(press.speech, await here.today(press, chatbot), others=_coordinates(press))
    )


async def offer_submitted(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.add(press.typed, by=press.person)
    said = _(
        "{code} is offered. Thank you! A coordinator gets in touch before anyone is proposed.", code=shown.offer.code
    )
    if shown.offer.is_kept:
        said = _("{code} is offered. You answer for {name}.", code=shown.offer.code, name=shown.offer.host)
    elif shown.offer.vetted:
        said = _("{code} is offered. Thank you!", code=shown.offer.code)
    return _again(press, shown, said)


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    offer, home = await chatbot.rooms.open_to_change(press.value, by=press.person)
    view = offer_modals.form(press.speech, await here.today(press, chatbot), offer=offer, home=home)
    return here.put(press, view)


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.change(press.metadata, press.typed, by=press.person)
    return _again(press, shown, _("Saved."))


async def nights_pressed(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.get(press.value, by=press.person)
    if shown.offer.voice_id != press.person.id:
        raise NotYourOffer(shown.offer.code)
    return here.put(press, offer_modals.closed_nights(shown, press.speech, await here.today(press, chatbot)))


async def nights_submitted(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.close_nights(press.metadata, press.typed, by=press.person)
    return _again(press, shown, _("These nights are closed."))


async def open_nights_pressed(press: Press, chatbot: Chatbot) -> Reply:
    code, closed_id = coded(press.value)
    shown = await chatbot.rooms.open_nights(code, closed_id, by=press.person)
    return Update(view=offer_modals.closed_nights(shown, press.speech, await here.today(press, chatbot)))


async def close_pressed(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.close(press.value, by=press.person)
    return _done(press, shown, _("{code} takes no new guests. Press Still free to undo it.", code=shown.offer.code))


async def renew_pressed(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.renew(press.value, by=press.person)
    return _done(press, shown, _("{code} is open for guests again. Thank you!", code=shown.offer.code))


async def take_over_pressed(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.take_over(press.value, by=press.person)
    return _done(press, shown, _("You answer for {name} from now on.", name=shown.offer.host))


async def vet_pressed(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.vet(press.value, by=press.person)
    said = _("You vouch for {name}.", name=shown.offer.host)
    if shown.offer.voice_id != press.person.id:
        said = _("You vouch for {name}. They are being told.", name=shown.offer.host)
    return _done(press, shown, said)


async def unvet_pressed(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.rooms.unvet(press.value, by=press.person)
    said = _("Nobody is sent to {name} any more.", name=shown.offer.host)
    if shown.held:
        said = _(
            "Nobody is sent to {name} any more. Please look after {stays} now.",
            name=shown.offer.host,
            stays=[one.stay for one in shown.held],
        )
    return _done(press, shown, said)


def _again(press: Press, shown: Shown, said: Text) -> Reply:
    """The details in the place of the window that is open."""
    return Update(view=_view(press, shown, said))


def _done(press: Press, shown: Shown, said: Text) -> Reply:
    """Said where the button was."""
    if press.surface is Surface.MODAL:
        return _again(press, shown, said)
    buttons = blocks.actions(parts.offer_details_button(shown.offer, press.speech))
    return replies.said(press.speech, said, buttons, title=shown.offer.code)


def _view(press: Press, shown: Shown, said: Text | None = None) -> blocks.Block:
    return offer_modals.details(
        shown, press.speech, person_id=press.person.id, coordinates=_coordinates(press), said=said
    )


def _coordinates(press: Press) -> bool:
    return press.person.has(Role.COORDINATOR)


_WORDS: dict[str, Listener] = {
    "": start,
    "mine": start,
    "help": help_asked,
    "?": help_asked,
    "offer": offer_pressed,
    "free": free_pressed,
    "stays": stays.list_pressed,
    "ask": stays.ask_pressed,
}
