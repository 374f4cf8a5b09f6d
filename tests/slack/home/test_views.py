"""Slack takes every Home, however few or many hearings stand on it."""

import pytest

from chatbot.hearings.model import Page
from handlers.practice.reading import text_of
from handlers.practice.validation import problems_in_view
from handlers.slack.home import views
from handlers.slack.speech import Speech
from tests.slack.parts import ADMIN, TONGUES, VOLUNTEER, hearing, signup


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
@pytest.mark.parametrize("count", [0, 1, views.MOST])
@pytest.mark.parametrize("more", [0, 7])
def test_a_home(speech: Speech, count: int, more: int) -> None:
    hearings = tuple(hearing(number, signup(waiting=number % 2 == 0)) for number in range(count))
    mine = Page(hearings=hearings, total=count + more, number=1, pages=1)
    for by in (ADMIN, VOLUNTEER):
        assert problems_in_view(views.home(mine, speech, by=by)) == []


def test_hearings_beyond_the_last_one_shown_are_counted() -> None:
    mine = Page(hearings=(hearing(1, signup()),), total=8, number=1, pages=1)
    assert "And 7 more later." in text_of(views.home(mine, TONGUES[0], by=VOLUNTEER))
    assert "<!channel>" not in text_of(views.home(mine, TONGUES[0], by=VOLUNTEER))
