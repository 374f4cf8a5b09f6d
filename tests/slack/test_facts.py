"""What is believed of a channel when Slack does not tell."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.kit.refusal import Invalid
from handlers.slack.facts import Facts, SlackSilent


class Refusing(AsyncWebClient):
    """A Slack that answers every question about a channel with one code."""

    def __init__(self, code: str) -> None:
        super().__init__(token="xoxb-1")
        self._code = code

    async def conversations_info(self, **_: Any) -> Any:
        raise SlackApiError("refused", {"ok": False, "error": self._code})  # type: ignore[no-untyped-call]


def facts(code: str) -> Facts:
    return Facts(Refusing(code), None, "T1")  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["unknown_method", "missing_scope"])
async def test_where_slack_never_tells_a_channel_can_be_chosen_but_not_as_a_private_one(code: str) -> None:
    await facts(code).must_be_open({"card_channel": "C1"})
    with pytest.raises(Invalid):
        await facts(code).must_be_open({"response_channel": "C1"}, private=["response_channel"])


async def test_a_slack_that_is_busy_is_waited_for() -> None:
    with pytest.raises(SlackSilent):
        await facts("ratelimited").must_be_open({"card_channel": "C1"})
