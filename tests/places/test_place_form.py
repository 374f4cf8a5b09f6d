"""What coordinators type about a place."""

from zoneinfo import ZoneInfo

import pytest

from chatbot.kit.forms import read
from chatbot.kit.refusal import Invalid
from chatbot.places.forms import NAME, PlaceForm

ZONE = "America/New_York"


def test_the_name_and_the_zone_are_enough() -> None:
    facts = read(PlaceForm, {"name": " Concord ", "zone": ZONE, "room": None, "aliases": ""}).facts()
    assert (facts.name, facts.zone, facts.aliases, facts.card_channel) == ("Concord", ZoneInfo(ZONE), (), None)


def test_other_names_are_separated_by_commas_and_taken_once() -> None:
    facts = read(PlaceForm, {"name": "Concord", "zone": ZONE, "aliases": " The old mill,, mill ,The old mill,"}).facts()
    assert facts.aliases == ("The old mill", "mill")


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": None}, "name", "Please fill this in."),
        ({"name": "  "}, "name", "Please fill this in."),
        ({"name": "x" * (NAME + 1)}, "name", "Please shorten this"),
        ({"zone": "Mars/Olympus"}, "zone", "I do not know this time zone."),
        ({"zone": None}, "zone", "Please fill this in."),
    ],
)
def test_what_cannot_be_taken_is_said_kindly(changes: dict[str, str | None], field: str, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(PlaceForm, {"name": "Concord", "zone": ZONE, **changes})
    assert list(refused.value.problems) == [field]
    assert refused.value.problems[field].msgid.startswith(sentence)
