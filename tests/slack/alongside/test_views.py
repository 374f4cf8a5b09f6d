"""Slack takes every window of the settings, however little or much stands in them."""

import pytest

from chatbot.kit.i18n import _
from chatbot.network.forms import AGREEMENT
from chatbot.people.model import Person
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.alongside import help_text, modals, views
from handlers.slack.speech import Speech
from tests.slack.parts import ADMIN, COORDINATOR, OF_ONE_AREA, TONGUES, VOLUNTEER, long, network

NETWORKS = [network(), network(long(AGREEMENT), "C07GENERAL")]


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
@pytest.mark.parametrize("by", [ADMIN, COORDINATOR, OF_ONE_AREA, VOLUNTEER])
@pytest.mark.parametrize("unknown", [None, long(3000)])
def test_the_help(speech: Speech, by: Person, unknown: str | None) -> None:
    message = help_text.shown(speech, by=by, unknown=unknown).message
    assert problems_in_message({"text": message.text, "blocks": list(message.blocks)}) == []


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
@pytest.mark.parametrize("number", [0, 1])
def test_the_menu_and_its_forms(speech: Speech, number: int) -> None:
    for by in (ADMIN, COORDINATOR):
        assert problems_in_view(views.menu(NETWORKS[number], speech, by=by)) == []
        assert problems_in_view(views.menu(NETWORKS[number], speech, by=by, said=_("{name}", name=long(80)))) == []
    assert problems_in_view(modals.channels(NETWORKS[number], speech)) == []
    assert problems_in_view(modals.agreement(NETWORKS[number], speech)) == []
