"""Clusters on someone's Home: each of theirs with what comes up next for its families."""

from collections.abc import Mapping

from chatbot.bootstrap import Chatbot
from chatbot.clusters.model import Seen
from chatbot.kit.i18n import _, n_
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.clusters import views
from handlers.slack.press import Press
from handlers.slack.sections import SectionView

MOST_CLUSTERS, MOST_ITEMS = 3, 4


class Boards:
    """The boards of someone's clusters."""

    def __init__(self, sections: Mapping[str, SectionView]) -> None:
        self._sections = sections

    async def mine(self, press: Press, chatbot: Chatbot) -> list[Block]:
        """Nothing for someone without a cluster."""
        found = await chatbot.clusters.mine(by=press.person)
        return [block for one in found[:MOST_CLUSTERS] for block in await self._board(one, press, chatbot)]

    async def _board(self, found: Seen, press: Press, chatbot: Chatbot) -> list[Block]:
        speech = press.speech
        network = await chatbot.networks.get(press.person.team_id)
        sections = await chatbot.digests.board(found.cluster.code, zone=network.zone, by=press.person)
        coming = [(name, item) for name, items in sections.items() if name in self._sections for item in items]
        shown = [blocks.section(views.title(found.cluster), accessory=views.open_button(found.cluster, speech))]
        for name, item in coming[:MOST_ITEMS]:
            shown += self._sections[name].line(item, speech, person_id=press.person.id)
        more = len(coming) - MOST_ITEMS
        if more > 0:
            shown.append(blocks.context(speech.md(n_("And {count} more.", "And {count} more.", more))))
        if not coming:
            shown.append(blocks.context(speech.md(_("Nothing is coming up in the next 30 days."))))
        return shown
