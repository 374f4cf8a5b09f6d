"""Slack takes every window of the directory, however few or many places there are and whatever they are called."""

import pytest

from handlers.practice.reading import text_of
from handlers.practice.validation import problems_in_view
from handlers.slack.places import modals, views
from handlers.slack.speech import Speech
from tests.slack.parts import ADMIN, EASTERN, NASTY, OF_ONE_AREA, TONGUES, bare_place, place


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
@pytest.mark.parametrize("count", [0, 1, views.PAGE, views.PAGE + 1, 150])
def test_the_directory_and_its_forms(speech: Speech, count: int) -> None:
    places = [place(number) if number % 2 else bare_place(number) for number in range(count)]
    for by in (ADMIN, OF_ONE_AREA):
        for page in (-1, 1, 2, 10_000):
            shown = views.directory(places, speech, by=by, page=page, said=views.added(place()))
            assert problems_in_view(shown) == []
        assert problems_in_view(modals.new(speech, places, zone=EASTERN, by=by)) == []
    for one in (place(), bare_place()):
        assert problems_in_view(modals.edit(speech, one, places)) == []
        assert problems_in_view(modals.retire(speech, one)) == []


def test_what_people_typed_is_harmless() -> None:
    shown = text_of(views.directory([place()], TONGUES[0], by=ADMIN))
    assert "<!channel>" in NASTY
    assert "<!channel>" not in shown
    assert "<!channel>" not in text_of({"blocks": modals.retire(TONGUES[0], place())["blocks"]})


def test_the_page_of_a_place_is_the_one_it_stands_on_or_would_stand_on() -> None:
    places = [bare_place(number) for number in range(20)]
    assert [views.page_of(places[index], places) for index in (0, 7, 8, 19)] == [1, 1, 2, 3]
    assert views.page_of(bare_place(99), []) == 1
