"""The words of bonds."""

from chatbot.bonds.messages import state_hint, state_name, state_source
from chatbot.bonds.model import State


def test_every_state_has_its_word_and_the_law_where_it_matters() -> None:
    assert len({state_name(state).msgid for state in State}) == len(State)
    told = {state for state in State if state_hint(state)}
    assert told == {
        State.FUNDED,
        State.PAID,
        State.RELEASED,
        State.ACTIVE,
        State.CANCELLED,
        State.REFUND_REQUESTED,
        State.BREACHED,
    }
    assert all(state_source(state).startswith("https://") for state in told)
