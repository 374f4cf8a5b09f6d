"""The fields of what Slack sends, as recorded from Slack."""

from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice
from tests.practice.parts import CARD, Listen, form

Body = dict[str, Any]
ALWAYS = {"type", "team", "user", "api_app_id", "token"}
VIEW = {
    "id",
    "team_id",
    "type",
    "blocks",
    "private_metadata",
    "callback_id",
    "state",
    "hash",
    "title",
    "clear_on_close",
    "notify_on_close",
    "close",
    "submit",
    "previous_view_id",
    "root_view_id",
    "app_id",
    "external_id",
    "app_installed_team_id",
    "bot_id",
}


async def test_a_press_tells_where_it_happened(
    practice: Practice, app: AsyncApp, client: AsyncWebClient, listen: Listen
) -> None:
    bodies: list[Body] = []

    @app.action("claim")
    async def claimed(ack: Any, body: Body) -> None:
        bodies.append(body)
        await ack()

    await listen(app)
    ana = practice.person("ana")
    await client.chat_postMessage(channel=ana.id, text="card", blocks=CARD)
    await client.views_publish(user_id=ana.id, view={"type": "home", "blocks": CARD})
    await ana.presses("Claim", in_=ana.direct_messages()[0])
    await ana.presses("Claim", in_=ana.home)
    in_message, in_home = bodies
    assert in_message.keys() >= ALWAYS | {
        "container", "trigger_id", "channel", "message", "state", "response_url", "actions", "is_enterprise_install",
    }  # fmt: skip
    assert in_message["channel"] == {"id": practice.person("ana").direct_messages()[0].channel, "name": "directmessage"}
    assert in_message["message"].keys() >= {"bot_id", "type", "text", "user", "ts", "app_id", "blocks", "team"}
    assert in_home.keys() >= ALWAYS | {"container", "trigger_id", "view", "actions"}
    assert in_home.keys().isdisjoint({"channel", "message", "response_url"})
    assert in_home["view"].keys() == VIEW
    assert in_home["actions"][0].keys() == {"action_id", "block_id", "text", "value", "type", "action_ts"}


async def test_a_command_and_a_submission_have_their_fields(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    bodies: list[Body] = []

    @app.command("/hearings")
    async def hearings(ack: Any, body: Body, client: Any) -> None:
        bodies.append(body)
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.view("add")
    async def added(ack: Any, body: Body) -> None:
        bodies.append(body)
        await ack()

    await listen(app)
    rosa = practice.person("rosa")
    await rosa.types("/hearings", channel="coordinators")
    await rosa.fills(rosa.modal, {"Alias": "M."})
    await rosa.submits()
    command, submission = bodies
    assert command.keys() >= {
        "token",
        "team_id",
        "team_domain",
        "channel_id",
        "channel_name",
        "user_id",
        "user_name",
        "command",
        "text",
        "api_app_id",
        "response_url",
        "trigger_id",
    } - ({"text"} if practice.request_url else set())  # Bolt's form parser drops what is empty.
    assert command["channel_name"] == "privategroup"
    assert submission.keys() >= ALWAYS | {"trigger_id", "view", "response_urls"}
    assert submission["view"].keys() == VIEW
    assert submission["view"]["state"]["values"]["kind"]["kind"] == {"type": "static_select", "selected_option": None}
