"""What calendars are told, whatever happens to a seat: each change once, with a higher number."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from chatbot.calendars.model import Facts
from chatbot.calendars.rules import Told, next_told

FACTS = st.builds(
    Facts,
    day=st.dates(date(2026, 3, 1), date(2026, 3, 4)),
    starts_at=st.none(),
    ends_at=st.none(),
    where=st.sampled_from(["Boston", "Chelmsford"]),
)


@given(st.lists(st.none() | FACTS))
def test_every_change_is_told_once_with_a_higher_number_and_what_is_told_is_what_stands(
    life: list[Facts | None],
) -> None:
    told: Told | None = None
    for facts in life:
        new = next_told(told, facts)
        if new is not None:
            assert told is None or new.sequence == told.sequence + 1
            told = new
        assert next_told(told, facts) is None
        if facts is None:
            assert told is None or told.cancelled
        else:
            assert told is not None
            assert (told.cancelled, told.facts) == (False, facts)
