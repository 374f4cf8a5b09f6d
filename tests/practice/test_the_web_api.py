import json
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice
from handlers.practice.api import SERVED
from handlers.practice.methods import METHODS
from tests.practice.parts import CARD


async def refusal(call: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as caught:
        await call
    data: dict[str, Any] = caught.value.response.data
    return data


def test_every_method_of_the_table_is_served() -> None:
    assert set(SERVED) == set(METHODS)


async def test_a_token_is_asked_for_and_looked_at(practice: Practice, client: AsyncWebClient) -> None:
    stranger = AsyncWebClient("xoxb-not-ours", base_url=practice.api_url)
    of_the_app = AsyncWebClient(practice.app_token, base_url=practice.api_url)
    assert (await refusal(AsyncWebClient(base_url=practice.api_url).auth_test()))["error"] == "not_authed"
    assert (await refusal(stranger.auth_test()))["error"] == "invalid_auth"
    assert (await refusal(of_the_app.users_list()))["error"] == "not_allowed_token_type"
    assert (await refusal(client.apps_connections_open(app_token=practice.bot_token)))["error"] == (
        "not_allowed_token_type"
    )
    assert (await client.auth_test())["user_id"] == practice.bot_user_id


async def test_a_scope_the_manifest_lacks_is_named(practice: Practice, client: AsyncWebClient) -> None:
    body = await refusal(client.team_info())
    assert (body["error"], body["needed"]) == ("missing_scope", "team:read")
    assert "chat:write" in body["provided"].split(",")
    assert (await refusal(client.conversations_list(types="public_channel,im")))["needed"] == "im:read"
    assert len(practice.complaints) == 2


async def test_answers_tell_the_scopes_in_a_header(client: AsyncWebClient) -> None:
    answer = await client.auth_test()
    assert "chat:write" in answer.headers["x-oauth-scopes"]


async def test_what_slack_does_not_know_is_refused(client: AsyncWebClient) -> None:
    assert (await refusal(client.api_call("chat.shout")))["error"] == "unknown_method"
    missing = await refusal(client.api_call("chat.update", json={"channel": "C07GENERAL"}))
    assert missing["error"] == "invalid_arguments"
    assert missing["response_metadata"]["messages"] == ["[ERROR] missing required field: ts"]


async def test_forms_and_json_say_the_same(practice: Practice) -> None:
    address = f"{practice.api_url}chat.postMessage"
    channel = practice.channel("court-boston")
    form = {"token": practice.bot_token, "channel": channel.id, "text": "one", "blocks": json.dumps(CARD)}
    body = {"channel": channel.id, "text": "two", "blocks": CARD}
    header = {"Authorization": f"Bearer {practice.bot_token}"}
    async with aiohttp.ClientSession() as session:
        async with session.post(address, data=form) as answer:
            assert (await answer.json())["ok"]
        async with session.post(address, json=body, headers=header) as answer:
            assert (await answer.json())["ok"]
        async with session.post(address, data="{", headers=header | {"Content-Type": "application/json"}) as answer:
            assert (await answer.json())["error"] == "invalid_json"
    one, two = channel.messages[-2:]
    assert [block["type"] for block in one.blocks] == [block["type"] for block in two.blocks]


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("C00NOWHERE", "channel_not_found"),
        ("general", "channel_not_found"),
        ("C07RANDOM4", "not_in_channel"),
        ("C07WINTER3", "is_archived"),
        ("U07OLENA3F", "user_disabled"),
    ],
)
async def test_not_everywhere_may_be_posted(client: AsyncWebClient, channel: str, error: str) -> None:
    assert (await refusal(client.chat_postMessage(channel=channel, text="hello")))["error"] == error


async def test_a_post_to_a_person_lands_in_their_direct_conversation(
    practice: Practice, client: AsyncWebClient
) -> None:
    ana = practice.person("ana")
    answer = await client.chat_postMessage(channel=ana.id, text="hello")
    assert answer["channel"].startswith("D")
    assert [message.text for message in ana.direct_messages()] == ["hello"]
    assert (await client.conversations_open(users=ana.id))["channel"]["id"] == answer["channel"]


async def test_bad_blocks_are_explained(practice: Practice, client: AsyncWebClient) -> None:
    body = await refusal(
        client.chat_postMessage(channel="C07GENERAL", text="hi", blocks=[{"type": "section", "text": "bare"}])
    )
    assert body["error"] == "invalid_blocks"
    assert body["response_metadata"]["messages"][0].startswith("[ERROR] ")
    assert practice.complaints != []
    assert (await refusal(client.api_call("chat.postMessage", json={"channel": "C07GENERAL"})))["error"] == "no_text"


async def test_only_its_own_messages_can_be_changed(practice: Practice, client: AsyncWebClient) -> None:
    boston = practice.channel("court-boston")
    theirs = boston.messages[0].ts
    whisper = (await client.chat_postEphemeral(channel=boston.id, user=practice.person("ana").id, text="psst"))[
        "message_ts"
    ]
    own = (await client.chat_postMessage(channel=boston.id, text="hello"))["ts"]
    for ts, error in ((theirs, "cant_update_message"), (whisper, "cant_update_message"), ("1.2", "message_not_found")):
        assert (await refusal(client.chat_update(channel=boston.id, ts=ts, text="x")))["error"] == error
    assert (await refusal(client.chat_delete(channel=boston.id, ts=theirs)))["error"] == "cant_delete_message"
    assert (await refusal(client.chat_update(channel=boston.id, ts=own, text="x" * 4001)))["error"] == "msg_too_long"
    await client.chat_update(channel=boston.id, ts=own, text="hello again")
    assert boston.messages[-1].text == "hello again"
    assert boston.messages[-1].edited
    await client.chat_delete(channel=boston.id, ts=own)
    assert own not in boston.posts


async def test_an_ephemeral_message_needs_its_reader_in_the_channel(practice: Practice, client: AsyncWebClient) -> None:
    call = client.chat_postEphemeral(channel="C07BOSTON1", user=practice.person("sam").id, text="psst")
    assert (await refusal(call))["error"] == "user_not_in_channel"


async def test_lists_come_in_pages(client: AsyncWebClient) -> None:
    names, cursor = [], None
    while cursor != "":
        page = await client.users_list(limit=5, cursor=cursor)
        names += [member["name"] for member in page["members"]]
        cursor = page["response_metadata"]["next_cursor"]
    assert {"rosa", "olena", "priya", "slackbot", "alongside"} <= set(names)
    assert len(names) == len(set(names))
    assert (await refusal(client.users_list(cursor="bm9uc2Vuc2U=")))["error"] == "invalid_cursor"


async def test_the_bot_sees_public_channels_and_its_own_private_ones(client: AsyncWebClient) -> None:
    listed = await client.conversations_list(types="public_channel,private_channel", exclude_archived=True)
    names = {channel["name"]: channel["is_member"] for channel in listed["channels"]}
    assert names["coordinators"]
    assert not names["random"]
    assert "winter-vigil" not in names
    shared = (await client.conversations_info(channel="C07PARTNER"))["channel"]
    assert shared["is_ext_shared"]


async def test_a_file_goes_up_and_shows_in_the_channel(practice: Practice, client: AsyncWebClient) -> None:
    boston = practice.channel("court-boston")
    await client.files_upload_v2(channel=boston.id, content=b"chart", filename="impact.png", title="Our month")
    file = boston.messages[-1].files[0]
    assert (file["title"], file["mimetype"]) == ("Our month", "image/png")
    async with aiohttp.ClientSession() as session, session.get(practice.url + file["url"]) as answer:
        assert await answer.read() == b"chart"


async def test_nothing_secret_shows_in_the_traffic(practice: Practice, client: AsyncWebClient) -> None:
    await client.auth_test()
    await client.apps_connections_open(app_token=practice.app_token)
    shown = json.dumps([entry.as_json() for entry in practice.traffic])
    assert practice.bot_token not in shown
    assert practice.app_token not in shown
    assert "/socket/" not in shown or "•••" in shown
    assert len(practice.traffic.calls("auth.test")) == 1


async def test_an_update_with_text_alone_takes_the_blocks_away(practice: Practice, client: AsyncWebClient) -> None:
    boston = practice.channel("court-boston")
    ts = (await client.chat_postMessage(channel=boston.id, text="card", blocks=CARD))["ts"]
    await client.chat_update(channel=boston.id, ts=ts, text="card", blocks=CARD[:1])
    assert not boston.messages[-1].edited
    await client.chat_update(channel=boston.id, ts=ts, text="over")
    assert (boston.messages[-1].blocks, boston.messages[-1].text) == ([], "over")


async def test_someone_who_has_gone_types_nothing(practice: Practice) -> None:
    with pytest.raises(ValueError, match="deactivated"):
        await practice.person("olena").says("hello", channel="court-boston")
