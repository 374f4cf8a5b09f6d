"""One cluster in its window: its members, and what is coming up for its families."""

from collections.abc import Mapping

from chatbot.bootstrap import Chatbot
from chatbot.clusters.model import Seen
from chatbot.kit.i18n import Text, _
from handlers.slack.blocks import Block
from handlers.slack.clusters import views
from handlers.slack.clusters.listeners import chosen, may_be_saved
from handlers.slack.digests.pages import filled, of_lines
from handlers.slack.here import put
from handlers.slack.hints import coded
from handlers.slack.press import GoBack, Press, Reply, Update
from handlers.slack.sections import SectionView


class Windows:
    """Draws clusters with the sections that the capabilities registered."""

    def __init__(self, sections: Mapping[str, SectionView]) -> None:
        self._sections = sections

    async def open_pressed(self, press: Press, chatbot: Chatbot) -> Reply:
        view = await self._view(press, chatbot, await chatbot.clusters.get(press.value, by=press.person))
        return put(press, view)

    async def edit_submitted(self, press: Press, chatbot: Chatbot) -> Reply:
        """Whoever leads it from outside of Slack still does: the form cannot show them."""
        await may_be_saved(press)
        before = await chatbot.clusters.get(press.metadata, by=press.person)
        leads = [*await chosen(press, "leads"), *(one.person_id for one in before.leads if one.account is None)]
        found = await chatbot.clusters.change(press.metadata, press.typed, leads=leads, by=press.person)
        return GoBack(view=await self._view(press, chatbot, found, said=_("Saved.")))

    async def members_submitted(self, press: Press, chatbot: Chatbot) -> Reply:
        name = str(press.typed.get("name") or "")
        people = await chosen(press, "person")
        found = await chatbot.clusters.add_members(press.metadata, people, name=name, by=press.person)
        return GoBack(view=await self._view(press, chatbot, found, said=_("Saved.")))

    async def remove_chosen(self, press: Press, chatbot: Chatbot) -> Reply:
        code, person_id = coded(press.value)
        found = await chatbot.clusters.remove(code, person_id, by=press.person)
        return Update(view=await self._view(press, chatbot, found, said=_("Saved.")))

    async def _view(self, press: Press, chatbot: Chatbot, found: Seen, *, said: Text | None = None) -> Block:
        network = await chatbot.networks.get(press.person.team_id)
        sections = await chatbot.digests.board(found.cluster.code, zone=network.zone, by=press.person)
        look = of_lines(self._sections, press.speech, person_id=press.person.id)
        board = filled([], sections, look, press.speech).blocks
        families = await chatbot.families.of_cluster(found, by=press.person)
        return views.window(found, families, board, press.speech, said=said)
