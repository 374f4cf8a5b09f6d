"""What happens when coordinators keep the directory right."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _, n_
from chatbot.people.model import Role
from chatbot.people.rules import require_coordinator
from chatbot.resources.model import Resource
from handlers.slack import turning
from handlers.slack.here import put
from handlers.slack.press import GoBack, Open, Press, Reply
from handlers.slack.replies import said
from handlers.slack.resources import modals, rechecking, suggesting, views
from handlers.slack.resources.rechecking import LIST


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Coordinators get the form; what others know, they suggest."""
    if not press.person.has(Role.COORDINATOR):
        return await suggesting.suggest_pressed(press, chatbot)
    return Open(view=modals.form(press.speech))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    resource = await chatbot.curating.add(press.typed, by=press.person)
    return _details(press, resource, _("{code} is in the directory now.", code=resource.code))


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    resource = await chatbot.resources.get(press.value, team_id=press.person.team_id)
    view = modals.form(press.speech, resource=resource)
    return Open(view=view) if press.metadata == suggesting.BENEATH else put(press, view)


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    resource = await chatbot.curating.change(press.metadata, press.typed, by=press.person)
    return _details(press, resource, _("{code} is saved.", code=resource.code))


async def check_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """In the list of what to check, the list again; else the entry."""
    resource = await chatbot.curating.check(press.value, by=press.person)
    sentence = _("Thank you. {code} was checked today.", code=resource.code)
    if press.metadata.startswith(LIST):
        page, _rest = turning.asked(press.metadata.removeprefix(LIST))
        return await _recheck(press, chatbot, page=page, sentence=sentence)
    return _details(press, resource, sentence)


async def archive_pressed(press: Press, chatbot: Chatbot) -> Reply:
    resource = await chatbot.curating.archive(press.value, by=press.person)
    return _details(press, resource, _("{code} is archived.", code=resource.code))


async def bring_back_pressed(press: Press, chatbot: Chatbot) -> Reply:
    resource = await chatbot.curating.bring_back(press.value, by=press.person)
    return _details(press, resource, _("{code} is in the directory now.", code=resource.code))


async def load_pressed(press: Press, chatbot: Chatbot) -> Reply:
    count = await chatbot.curating.load_samples(by=press.person)
    if not count:
        return said(press.speech, _("The starter list is loaded already."))
    sentence = n_(
        "{count} sample is in the directory now. Check it before you use it.",
        "{count} samples are in the directory now. Check them before you use them.",
        count,
    )
    return said(press.speech, sentence)


async def archived_asked(press: Press, chatbot: Chatbot) -> Reply:
    found = await chatbot.curating.archived(by=press.person)
    return views.archived(found, press.speech)


async def recheck_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _recheck(press, chatbot, page=1)


async def recheck_turned(press: Press, chatbot: Chatbot) -> Reply:
    return await _recheck(press, chatbot, page=turning.asked(press.value)[0])


async def days_pressed(press: Press, chatbot: Chatbot) -> Reply:
    checking = await chatbot.curating.checking(by=press.person)
    return Open(view=rechecking.days_form(checking.days, press.speech))


async def days_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.curating.set_recheck_days(press.typed, by=press.person)
    checking = await chatbot.curating.checking(by=press.person)
    return GoBack(view=rechecking.listing(checking, press.speech, page=1, said=_("Saved.")))


async def _recheck(press: Press, chatbot: Chatbot, *, page: int, sentence: Text | None = None) -> Reply:
    checking = await chatbot.curating.checking(by=press.person)
    return put(press, rechecking.listing(checking, press.speech, page=page, said=sentence))


def _details(press: Press, resource: Resource, sentence: Text) -> Reply:
    """The entry in the place of the window that is open."""
    return put(press, modals.details(resource, press.speech, by=press.person, said=sentence))
