"""Whatever Slack's JSON can carry is taken, on either database."""

from chatbot.people.model import Sighting
from tests.fixtures.network import TEAM, SmallNetwork

ODD = "\x00Uncle\ud83d of J.\x00"


async def test_what_no_database_keeps_as_text_is_left_out(network: SmallNetwork) -> None:
    hearing = await network.add_hearing(alias=ODD, note=ODD, languages=ODD)
    assert (hearing.alias, hearing.note, hearing.languages) == ("Uncle of J.",) * 3
    cancelled = await network.chatbot.hearings.cancel(hearing.code, reason=ODD, by=network.coordinator)
    assert cancelled.cancelled_because == "Uncle of J."
    person = await network.chatbot.people.meet(Sighting(team_id=TEAM, account="U-ODD", name=ODD))
    assert person.name == "Uncle of J."
