"""What the tests of alerts stand on."""

from typing import Any

from chatbot.actions.model import Action, Counted, Step
from chatbot.people.model import Person
from tests.fixtures.network import SmallNetwork

SENATOR = {"office": "congress", "name": "Senator Elena Marsh", "phone": "(202) 555-0142"}
GOVERNOR = {"office": "governor", "name": "The Governor", "email": "office@governor.example.org"}
SCRIPT = "Hello, I am {name} from {town}. I ask {office} to vote for H.R. 2146."


def typed(network: SmallNetwork, **changes: Any) -> dict[str, Any]:
    """The form of an alert: calls and letters for a bill, five days long, with a goal of ten, unless changed."""
    return {
        "title": "Pass the GRACE Act",
        "why": "It sets a floor for how many people find refuge.",
        "bills": "H.R. 2146 / S. 1088",
        "steps": ("call", "write"),
        "ends_on": network.day(5),
        "goal": "10",
        **changes,
    }


async def drafted(network: SmallNetwork, **changes: Any) -> Action:
    """The coordinator writes that alert down, to one senator and the governor."""
    actions = network.chatbot.actions
    action = await actions.write(typed(network, **changes), by=network.coordinator)
    for office in (SENATOR, GOVERNOR):
        action = await actions.set_target(action.code, office, by=network.coordinator)
    return action


async def launched(network: SmallNetwork, **changes: Any) -> Action:
    """The same, put before everyone."""
    return await network.chatbot.actions.launch((await drafted(network, **changes)).code, by=network.coordinator)


async def did(
    action: Action, network: SmallNetwork, by: Person, what: Step = Step.CALL, *, at: int = 0, **said: Any
) -> Counted:
    """Someone turns to the office in this place of the alert's list."""
    form = {"step": what.value, "targets": (str(action.targets[at].id),), **said}
    return await network.chatbot.deeds.count(action.code, form, by=by)


async def again(action: Action, network: SmallNetwork) -> Action:
    """The alert as it is now."""
    return await network.chatbot.actions.get(action.code, by=network.coordinator)
