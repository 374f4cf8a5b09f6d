"""The invented drives a practice workspace opens with: one that raises a bond, one for legal fees, one already out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.people.model import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """One invented drive, needed in so many days, with what some pledged and what has arrived."""

    alias: str
    amount: str
    story: str
    purpose: str = "bond"
    share: str = ""
    days: int | None = None
    pledged: tuple[tuple[str, str], ...] = ()
    arrived: tuple[str, ...] = ()
    """Whose money is there already."""
    outside: str = ""
    obligor: str = ""
    """Who paid the bond, which is then out; empty while it is being raised."""


DRIVES = (
    Sample(
        alias="Uncle of J.",
        amount="7500",
        share="5000",
        days=12,
        story="He sings in the choir and fixes everybody's bicycle. His family has found the first part.",
        pledged=(("ana", "50"), ("jonah", "100"), ("ruth", "500"), ("marie", "40")),
        arrived=("ruth",),
        outside="1250",
    ),
    Sample(
        alias="Teacher",
        purpose="fees",
        amount="2400",
        days=30,
        story="For the attorney who prepares the hearing in Chelmsford.",
        pledged=(("mei", "150"), ("tiago", "60")),
        arrived=("mei", "tiago"),
    ),
    Sample(
        alias="Baker",
        amount="1500",
        story="He is home again and bakes on Saturdays.",
        pledged=(("ruth", "300"), ("jonah", "200")),
        arrived=("ruth", "jonah"),
        outside="1000",
        obligor="O7",
    ),
)


async def write_down(chatbot: Chatbot, people: Mapping[str, Person], *, channel: str, treasurer: Person) -> None:
    """Write the drives down, with their pledges and what the treasurer received; `people` by their handles."""
    network = await chatbot.networks.get(treasurer.team_id)
    today = local_date(chatbot.clock.now(), network.zone)
    for sample in DRIVES:
        typed = {
            "purpose": sample.purpose,
            "alias": sample.alias,
            "amount": sample.amount,
            "share": sample.share,
            "due": (today + timedelta(days=sample.days)).isoformat() if sample.days is not None else "",
            "story": sample.story,
            "link": "https://example.org/riverside/give",
            "channel": channel,
        }
        drive = await chatbot.bonds.start(typed, by=treasurer)
        for handle, amount in sample.pledged:
            made = await chatbot.bonds.pledge(drive.code, amount, anonymous=handle == "marie", by=people[handle])
            if handle in sample.arrived:
                received = {"pledges": (str(made.pledge.id),)}
                await chatbot.treasury.receive(received, key=f"sample {made.pledge.id}", by=treasurer)
        if sample.outside:
            outside = {"amount": sample.outside, "donor": "First Street congregation"}
            await chatbot.treasury.receive_outside(drive.code, outside, key=f"sample {drive.code}", by=treasurer)
        if sample.obligor:
            paid = {"amount": sample.amount, "obligor": sample.obligor}
            await chatbot.posted_bonds.mark_paid(drive.code, paid, key=f"sample paid {drive.code}", by=treasurer)
            await chatbot.posted_bonds.mark_released(drive.code, {}, by=treasurer)
