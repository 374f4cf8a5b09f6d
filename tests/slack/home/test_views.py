"""Slack takes every Home, however few or many hearings stand on it."""

import pytest

from chatbot.hearings.model import Page
from handlers.practice.reading import text_of
from handlers.practice.validation import problems_in_view
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hearings import home as hearings_part
from handlers.slack.home import views
from handlers.slack.speech import Speech
from tests.slack.parts import ADMIN, TONGUES, VOLUNTEER, hearing, signup


def part(count: int, more: int, speech: Speech) -> list[Block]:
    hearings = tuple(hearing(number, signup(waiting=number % 2 == 0)) for number in range(count))
    mine = Page(hearings=hearings, total=count + more, number=1, pages=1)
    return hearings_part.listed(mine, speech, by=VOLUNTEER)


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
@pytest.mark.parametrize("count", [1, hearings_part.MOST])
@pytest.mark.parametrize("more", [0, 7])
def test_a_home(speech: Speech, count: int, more: int) -> None:
    for by in (ADMIN, VOLUNTEER):
        assert problems_in_view(views.home([part(count, more, speech)], speech, by=by)) == []
        assert problems_in_view(views.home([], speech, by=by)) == []


def test_a_home_with_more_than_slack_takes_still_ends_with_the_way_to_begin() -> None:
    many = [[blocks.divider()] * 40] * 4
    home = views.home(many, TONGUES[0], by=ADMIN)
    assert problems_in_view(home) == []
    assert "See what is coming up" in text_of(home)


def test_hearings_beyond_the_last_one_shown_are_counted() -> None:
    home = views.home([part(1, 7, TONGUES[0])], TONGUES[0], by=VOLUNTEER)
    assert "And 7 more later." in text_of(home)
    assert "<!channel>" not in text_of(home)
