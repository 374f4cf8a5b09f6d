import asyncio

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice
from handlers.practice.limits import POSTS_AT_ONCE
from tests.practice.parts import CARD, Ahead, Listen


@pytest.fixture
def patient_client(practice: Practice) -> AsyncWebClient:
    """Without the SDK's own second attempts."""
    return AsyncWebClient(practice.bot_token, base_url=practice.api_url, retry_handlers=[])


@pytest.mark.parametrize("settings", [{"paced": True}])
async def test_one_channel_takes_a_burst_and_then_one_a_second(
    practice: Practice, client: AsyncWebClient, machine: Ahead
) -> None:
    for _ in range(POSTS_AT_ONCE):
        await client.chat_postMessage(channel="C07GENERAL", text="x")
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="C07GENERAL", text="x")
    assert caught.value.response.status_code == 429
    assert caught.value.response["error"] == "ratelimited"
    wait = int(caught.value.response.headers["Retry-After"])
    await client.chat_postMessage(channel="C07BONDS3D", text="another channel has its own measure")
    machine.ahead += wait
    await client.chat_postMessage(channel="C07GENERAL", text="x")


@pytest.mark.parametrize("settings", [{"paced": True}])
async def test_each_tier_has_its_measure(practice: Practice, client: AsyncWebClient) -> None:
    for _ in range(20):
        await client.users_list()
    with pytest.raises(SlackApiError, match="ratelimited"):
        await client.users_list()


@pytest.mark.parametrize(
    ("kind", "posted"),
    [("error_before", 0), ("error_after", 1), ("rate_limited", 0)],
)
async def test_an_answer_can_go_wrong_before_or_after_the_deed(
    practice: Practice, patient_client: AsyncWebClient, kind: str, posted: int
) -> None:
    before = len(practice.channel("general").messages)
    practice.faults.plan(kind, "chat.postMessage", seconds=7)
    await patient_client.auth_test()
    with pytest.raises(SlackApiError) as caught:
        await patient_client.chat_postMessage(channel="C07GENERAL", text="x")
    assert caught.value.response.status_code in (429, 500)
    assert caught.value.response.headers.get("Retry-After") in (None, "7")
    assert len(practice.channel("general").messages) - before == posted
    await patient_client.chat_postMessage(channel="C07GENERAL", text="and then it is over")


@pytest.mark.parametrize(("kind", "posted"), [("reset_before", 0), ("reset_after", 1), ("hang", 0), ("hang_after", 1)])
async def test_a_connection_can_be_lost_before_or_after_the_deed(
    practice: Practice, patient_client: AsyncWebClient, kind: str, posted: int
) -> None:
    before = len(practice.channel("general").messages)
    practice.faults.plan(kind, seconds=0.01)
    with pytest.raises((aiohttp.ClientError, asyncio.TimeoutError)):
        await patient_client.chat_postMessage(channel="C07GENERAL", text="x")
    assert len(practice.channel("general").messages) - before == posted


async def test_a_post_can_appear_after_its_connection_was_lost(
    practice: Practice, patient_client: AsyncWebClient
) -> None:
    general = practice.channel("general")
    before = len(general.messages)
    practice.faults.plan("late_commit", seconds=0.01)
    with pytest.raises(aiohttp.ClientError):
        await patient_client.chat_postMessage(channel="C07GENERAL", text="late")
    await practice.until(lambda: len(general.messages) > before)
    assert general.messages[-1].text == "late"


async def test_an_outage_lasts_until_it_is_over(
    practice: Practice, patient_client: AsyncWebClient, app: AsyncApp, over_sockets: Listen
) -> None:
    await over_sockets(app)
    practice.faults.outage()
    with pytest.raises(aiohttp.ClientError):
        await patient_client.auth_test()
    answer = await practice.person("ana").types("/hearings", channel="court-boston")
    assert answer.error == "dispatch_failed"
    assert practice.connections == 0
    assert not practice.connected
    practice.faults.outage_over()
    assert (await patient_client.auth_test())["ok"]


async def test_a_press_can_arrive_twice(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    presses: list[str] = []

    @app.action("claim")
    async def pressed(ack: object, body: dict[str, object]) -> None:
        presses.append(str(body["trigger_id"]))
        await ack()  # type: ignore[operator]

    await listen(app)
    await app.client.chat_postMessage(channel="C07BOSTON1", text="card", blocks=CARD)
    practice.faults.plan("duplicate", "block_actions")
    await practice.person("ana").presses("Claim", in_=practice.channel("court-boston").messages[-1])
    await practice.until(lambda: len(practice.traffic.sent("block_actions")) == 2)
    assert len(presses) == 2
    assert presses[0] == presses[1]
