"""Through every room with a canary in every sealed column. A new sealed column needs a line here."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from chatbot.kit import sealed_rows
from tests.events.parts import added
from tests.fixtures.database import Hand
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import SmallNetwork
from tests.hearings.importing.sheets import looked
from tests.needs.parts import asked, rider
from tests.rooms.homes import Homes

CANARIES = tuple(f"Zanzacanario{number:02}quetzal" for number in range(40))
"""Words that stand nowhere else, not even in parts."""


async def every_room(network: SmallNetwork, hand: Hand) -> None:
    """All forty, two in nearly every text, written down by those who would; then changed, moved and read."""
    word = iter(CANARIES)

    def words() -> str:
        return f"{next(word)} {next(word)}"

    private: dict[str, Any] = {name: words() for name in ("contact", "attorney", "meeting", "notes")}
    hearing = await network.add_hearing(companions="1", **private)
    await network.chatbot.hearings.change(hearing.code, network.typed(**private, alias="B."), by=network.coordinator)
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    await network.chatbot.hearings.open_details(hearing.code, by=network.ana)
    sheet = f"alias,kind,place,day,start,companions,contact\nP.,check-in,Boston,2/1/2027,9:30 AM,2,{words()}\n"
    await looked(network, sheet)

    need = await asked(network, address=words(), contact=words(), notes=words())
    await rider(network, need.code, address=words())
    await network.chatbot.needs.open_details(need.code, by=network.coordinator)

    homes = Homes(network)
    offer = await homes.offered(address=words(), phone=words(), arrival=words())
    stay = await homes.agreed(await homes.asked(contact=words()), offer)
    for _ in range(2):
        await network.chatbot.stay_notes.ask(stay.code, {"words": words()}, by=network.ana)
    await network.chatbot.stay_notes.answer(stay.code, {"words": words()}, by=network.coordinator)
    await network.chatbot.hosting.open_contacts(stay.code, by=network.ana)

    fund = await SmallFund.of(network)
    await network.chatbot.treasury.receive_outside(
        None, {"amount": "25", "donor": words()}, key=key(), by=fund.treasurer
    )

    link = f"https://meet.example.org/{next(word)}/{next(word)}"
    event = await added(network, link=link, closed=True, repeats="weekly")
    await network.chatbot.events.open_details(event.code, by=network.coordinator)
    await network.chatbot.suggesting.suggest("", {"words": words()}, by=network.ana)
    await network.chatbot.holds.begin(reason=next(word), by=network.admin)

    hand.now += timedelta(hours=49)
    rest = {"ending": "happened", "note": " ".join(word)}
    await network.chatbot.reporting.report(hearing.code, rest, by=network.ana)


async def still_empty(network: SmallNetwork) -> list[str]:
    """The sealed columns in which the journey left nothing."""
    return [
        f"{column.table.name}.{column.name}"
        for column in sealed_rows.columns()
        if not await network.rows(select(column).where(column.is_not(None)).limit(1))
    ]
