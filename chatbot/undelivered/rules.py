"""Who is asked about a message, and whether it is still a question. Pure."""

from collections.abc import Sequence

from chatbot.kit.outbox import State
from chatbot.people.model import Person, Role
from chatbot.undelivered.model import Answer, Parked


def to_ask(letter: Parked, trusted: Sequence[Person]) -> list[int]:
    """The people to ask, one after the other; each message begins with somebody else.

    Coordinators, or the admins where there are none. Whoever is not on the chat platform cannot be asked.
    """
    here = [person for person in trusted if person.account is not None and person.has(Role.COORDINATOR)]
    coordinators = [person for person in here if any(grant.role is Role.COORDINATOR for grant in person.grants)]
    asked = sorted(person.id for person in coordinators or here)
    first = letter.id % len(asked) if asked else 0
    return asked[first:] + asked[:first]


def is_open(letter: Parked, attempt: int) -> bool:
    """Whether nobody has answered the question about this attempt."""
    return letter.state is State.UNSURE and letter.attempts == attempt


def settled_before(letter: Parked | None) -> Answer:
    """What to say to whoever answers a question that is none any more."""
    if letter is None or letter.was_taken_down:
        return Answer.FORGOTTEN
    if letter.state is State.SENT and letter.attempts == 1:
        return Answer.ALREADY_THERE
    return Answer.ALREADY_AGAIN


def is_where(letter: Parked, channel: str, presser: Person) -> bool:
    """Whether a message in that channel, pressed by this person, can be this one."""
    return letter.channel == channel if letter.person_id is None else letter.person_id == presser.id
