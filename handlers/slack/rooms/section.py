"""Rooms in digests and in the weekly report."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.sections import Item
from chatbot.rooms.digest import HostItem, StayItem
from chatbot.rooms.messages import standing_text
from chatbot.rooms.model import Standing
from chatbot.rooms.stays.messages import host_phase_text, phase_text
from chatbot.rooms.stays.model import Phase
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.rooms import parts
from handlers.slack.rooms.lists import for_host, stay_line
from handlers.slack.speech import Mrkdwn, Speech, inert, joined, lines


class RoomsView:
    """Draws the section of rooms."""

    def heading(self, items: Sequence[Item]) -> Text:
        if all(isinstance(one, StayItem) and one.phase is Phase.LOOKING for one in items):
            return n_("{count} stay looks for a room", "{count} stays look for a room", len(items))
        return _("Rooms")

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:
        """For everyone who needs a room, with the way to offer one; for a host what they can answer."""
        if not isinstance(item, StayItem):
            raise TypeError("digests list stays")
        host = item.stay.match is not None and item.stay.match.voice_id == person_id
        said = host_phase_text(item.phase) if host else phase_text(item.phase, item.stay)
        how = parts.phase_line(item.phase, said, speech)
        button = for_host(item.stay, speech) if host else blocks.actions(parts.offer_button(speech))
        return [blocks.section(stay_line(item.stay, speech, how)), button]

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        if isinstance(item, HostItem):
            title = joined(parts.offer_title(item.offer, speech), inert(item.offer.host))
            waits = Mrkdwn(f"{parts.SIGNS[Standing.UNVETTED]} {speech.md(standing_text(Standing.UNVETTED))}")
            return [blocks.section(lines(title, waits), accessory=parts.offer_details_button(item.offer, speech))]
        if not isinstance(item, StayItem):
            raise TypeError("the weekly report lists stays and hosts")
        who = speech.md(_("Looked after by {name}", name=item.stay.coordinator))
        how = parts.phase_line(item.phase, phase_text(item.phase, item.stay), speech)
        line = stay_line(item.stay, speech, joined(how, who))
        return [blocks.section(line, accessory=parts.stay_details_button(item.stay, speech))]
