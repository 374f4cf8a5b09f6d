"""T12: what is cancelled, closed or over. The old buttons stand in old messages, and do nothing any more."""

from collections.abc import Awaitable, Callable

from chatbot.bootstrap import Chatbot
from chatbot.people.model import Person
from tests.slack.permissions.relations import record
from tests.slack.permissions.test_mutated import problems
from tests.slack.permissions.touches import Touch
from tests.slack.permissions.town import Town
from tests.slack.permissions.walking import Walk

Closing = Callable[[Chatbot, dict[str, Person]], Awaitable[object]]

CLOSINGS: dict[str, Closing] = {
    "H102": lambda bot, people: bot.hearings.cancel("H102", reason="It was moved", by=people["daniel"]),
    "N101": lambda bot, people: bot.needs.cancel("N101", reason="Not needed", by=people["daniel"]),
    "N102": lambda bot, people: bot.needs.finish("N102", by=people["daniel"]),
    "N106": lambda bot, people: bot.needs.finish("N106", by=people["marie"]),
    "E107": lambda bot, people: bot.events.cancel("E107", reason="Rain", by=people["daniel"]),
    "B107": lambda bot, people: bot.bonds.close("B107", reason="It is over", by=people["sam"]),
    "R103": lambda bot, people: bot.rooms.close("R103", by=people["jonah"]),
    "S102": lambda bot, people: bot.stays.withdraw("S102", by=people["daniel"]),
    "A101": lambda bot, people: bot.actions.close("A101", by=people["daniel"]),
    "C101": lambda bot, people: bot.clusters.close("C101", by=people["daniel"]),
    "F101": lambda bot, people: bot.families.close("F101", by=people["daniel"]),
    "W101": lambda bot, people: bot.curating.archive("W101", by=people["daniel"]),
    "alarm 2": lambda bot, people: bot.detentions.undo(2, reason="It was a mistake", by=people["mei"]),
}
"""One record of each room, and how it ends."""

STILL = frozenset(
    (
        *("hearings.details", "needs.details", "events.details", "stays.notes", "actions.sheet"),
        *("hearings.detained", "needs.trip_form", "needs.receive_form", "needs.rider_off"),
        *("rooms.edit", "rooms.edit_form", "rooms.nights_form", "rooms.renew"),
        *("stays.look_again", "stays.note_form", "resources.suggest_form", "resources.bring_back"),
    )
)
"""What is meant to go on: reading, what happened all the same, and what brings it back or hands it over."""

KINDLY = frozenset(("rooms.close",))
"""What only says once more how it is."""


async def doing(town: Town, found: Walk, about: str) -> list[tuple[str, Touch]]:
    """Everything that does something to the record, and somebody who does it."""
    pressed = [
        (who, touch)
        for by_whom in found.let_in.values()
        for who, touches in by_whom.items()
        for touch in touches
        if record(touch).startswith(about)
    ]
    return [(who, touch) for who, touch in pressed if (await town.does(touch, town.people[who])).rows]


async def test_what_has_ended_is_not_changed_by_the_buttons_that_still_stand_about(town: Town, found: Walk) -> None:
    """Control: before it ended, each of them does something."""
    before = {about: await doing(town, found, about) for about in CLOSINGS}
    assert [about for about, there in before.items() if not there] == []
    town.database.is_settled = False
    for end in CLOSINGS.values():
        await end(town.chatbot, town.people)
    town.database.is_settled = True
    wrong = []
    for about, there in before.items():
        for who, touch in there:
            outcome = await town.does(touch, town.people[who])
            assert problems(outcome) == [], touch.name
            goes_on = outcome.rows > 0 or (outcome.refusal is None and touch.name not in KINDLY)
            if goes_on and touch.name not in STILL:
                wrong.append((about, touch.name, who))
    assert not wrong, "\n".join(map(repr, wrong))
