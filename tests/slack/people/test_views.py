"""Slack takes the windows about roles, however many people and areas there are."""

import pytest

from chatbot.people.model import Grant, Role
from chatbot.places.forms import AREA
from handlers.practice.reading import text_of
from handlers.practice.validation import problems_in_view
from handlers.slack.people import role_views
from handlers.slack.speech import Speech
from tests.slack.parts import ADMIN, COORDINATOR, OF_ONE_AREA, TONGUES, VOLUNTEER, long, person

EVERYTHING = person(*(Grant(role=role) for role in Role), name=long(80), is_owner=True)


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
@pytest.mark.parametrize("count", [0, 1, 200])
def test_the_people_and_their_roles(speech: Speech, count: int) -> None:
    trusted = [person(*EVERYTHING.grants, name=long(80), number=number) for number in range(count)]
    assert problems_in_view(role_views.chooser(trusted, speech)) == []
    areas = [f"{number} {long(AREA)}"[:AREA] for number in range(count)]
    for someone in (EVERYTHING, OF_ONE_AREA, VOLUNTEER):
        for by in (ADMIN, COORDINATOR):
            assert problems_in_view(role_views.form(someone, areas, speech, by=by)) == []


def test_a_hint_stands_beside_its_box_in_full() -> None:
    for speech in TONGUES:
        assert "…" not in text_of(role_views.form(VOLUNTEER, [], speech, by=ADMIN))


def test_names_are_harmless() -> None:
    assert "<!channel>" not in text_of(role_views.chooser([EVERYTHING, OF_ONE_AREA], TONGUES[0]))
