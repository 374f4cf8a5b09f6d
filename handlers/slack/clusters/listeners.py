"""What happens when people look after clusters."""

from collections.abc import Collection

from chatbot.bootstrap import Chatbot
from chatbot.clusters.forms import ClusterForm
from chatbot.clusters.rules import must_manage
from chatbot.kit.forms import read
from chatbot.kit.i18n import Text, _
from chatbot.kit.letters import Letter
from chatbot.people.rules import require_coordinator
from handlers.slack import replies
from handlers.slack.clusters import modals, views
from handlers.slack.here import put
from handlers.slack.press import GoBack, Message, Open, Press, Reply, Surface, Update
from handlers.slack.speech import Speech


async def clusters_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """The list, in the place of the window it was asked for in."""
    return put(press, await all_clusters(press, chatbot))


async def all_clusters(press: Press, chatbot: Chatbot, *, said: Text | None = None) -> dict[str, object]:
    return views.listing(await chatbot.clusters.listed(by=press.person), press.speech, by=press.person, said=said)


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    require_coordinator(press.person)
    return Open(view=modals.cluster_form(press.speech))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await may_be_saved(press)
    leads = await chosen(press, "leads")
    added = await chatbot.clusters.add(press.typed, leads=leads, by=press.person)
    said = _("{code} is written down.", code=added.cluster.code)
    return GoBack(view=await all_clusters(press, chatbot, said=said))


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    found = await chatbot.clusters.get(press.value, by=press.person)
    return Open(view=modals.cluster_form(press.speech, found))


async def close_pressed(press: Press, chatbot: Chatbot) -> Reply:
    closed = await chatbot.clusters.close(press.value, by=press.person)
    return Update(view=await all_clusters(press, chatbot, said=_("{code} is closed.", code=closed.code)))


async def members_pressed(press: Press, chatbot: Chatbot) -> Reply:
    found = await chatbot.clusters.get(press.value, by=press.person)
    must_manage(found)
    return Open(view=modals.members_form(found.cluster, press.speech))


async def leave_pressed(press: Press, chatbot: Chatbot) -> Reply:
    left = await chatbot.clusters.leave(press.value, by=press.person)
    said = _("You are no member of {name} any more. Thank you for all you did.", name=left.name)
    if press.surface is Surface.MODAL:
        return Update(view=await all_clusters(press, chatbot, said=said))
    return replies.said(press.speech, said)


async def added_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Nothing for someone who has left meanwhile."""
    cluster_id, person_id = int(letter.blanks["cluster"]), letter.person_id or 0
    by = await chatbot.people.by_id(team_id=letter.team_id, person_id=int(letter.blanks["by"]))
    cluster = await chatbot.clusters.drawn(cluster_id, person_id=person_id, team_id=letter.team_id)
    return views.added(cluster, by.name if by else "", speech) if cluster else None


async def may_be_saved(press: Press) -> None:
    """Raises for those who may not, and for a channel the bot cannot post to."""
    require_coordinator(press.person)
    form = read(ClusterForm, press.typed)
    await press.facts.must_be_open({"channel": form.channel})


async def chosen(press: Press, name: str) -> Collection[int]:
    """The people chosen in a form, by their numbers. Raises `NotAPerson`."""
    accounts = press.typed.get(name)
    return [(await press.facts.person(one)).id for one in accounts] if isinstance(accounts, tuple) else []
