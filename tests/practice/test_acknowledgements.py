import asyncio
from typing import Any

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from handlers.practice import Practice, labels_of, text_of
from tests.practice.parts import CARD, Ahead, Listen, form

Body = dict[str, Any]


async def test_without_a_bot_a_command_fails_as_in_slack(practice: Practice) -> None:
    answer = await practice.person("ana").types("/hearings", channel="general")
    assert answer.error == "dispatch_failed"
    assert answer.more["notice"] == "/hearings failed with the error “dispatch_failed”"


@pytest.mark.parametrize("settings", [{"patience": 0.05}])
async def test_a_bot_that_is_too_slow_is_not_waited_for(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    never = asyncio.Event()

    @app.command("/hearings")
    async def hearings(ack: Any) -> None:
        await never.wait()

    await listen(app)
    answer = await practice.person("ana").types("/hearings", channel="general")
    never.set()
    assert answer.error == "operation_timeout"


async def test_a_word_the_manifest_does_not_know_is_no_command(practice: Practice) -> None:
    answer = await practice.person("ana").types("/hugs", channel="general")
    assert answer.error == "unknown_command"
    assert "/hugs is not a valid command" in answer.more["notice"]


async def test_names_are_escaped_where_the_manifest_says_so(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.command("/greet")
    async def greet(ack: Any, command: Body) -> None:
        await ack(command["text"])

    await listen(app)
    answer = await practice.person("ana").types("/greet @mei in #bonds and @nobody", channel="general")
    assert text_of(answer.ephemeral) == f"<@{practice.person('mei').id}|mei> in <#C07BONDS3D|bonds> and @nobody"


async def test_a_trigger_id_works_once(practice: Practice, app: AsyncApp, over_sockets: Listen, machine: Ahead) -> None:
    triggers: list[str] = []

    @app.command("/hearings")
    async def hearings(ack: Any, command: Body) -> None:
        triggers.append(command["trigger_id"])
        await ack()

    await over_sockets(app)
    ana = practice.person("ana")
    await ana.types("/hearings", channel="general")
    await ana.types("/hearings", channel="general")
    await app.client.views_open(trigger_id=triggers[0], view=form())
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await app.client.views_open(trigger_id=triggers[0], view=form())
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await app.client.views_open(trigger_id="1.2.3", view=form())
    machine.ahead += 3.5
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await app.client.views_open(trigger_id=triggers[1], view=form())


async def test_a_response_url_works_five_times_in_half_an_hour(
    practice: Practice, app: AsyncApp, over_sockets: Listen, machine: Ahead
) -> None:
    addresses: list[str] = []

    @app.command("/hearings")
    async def hearings(ack: Any, command: Body) -> None:
        addresses.append(command["response_url"])
        await ack()

    await over_sockets(app)
    ana = practice.person("ana")
    first = await ana.types("/hearings", channel="general")
    await ana.types("/hearings", channel="general")
    async with aiohttp.ClientSession() as session:

        async def says(address: str, body: Body) -> tuple[int, Body]:
            async with session.post(address, json=body) as answer:
                return answer.status, await answer.json()

        for number in range(4):
            assert await says(addresses[0], {"text": f"{number}"}) == (200, {"ok": True})
        assert (await says(addresses[0], {"text": "all", "response_type": "in_channel"}))[0] == 200
        assert await says(addresses[0], {"text": "6"}) == (404, {"ok": False, "error": "used_url"})
        machine.ahead += 1801
        assert (await says(addresses[1], {"text": "late"}))[1]["error"] == "expired_url"
    assert text_of(first.ephemeral) == "3"
    assert text_of(first.said) == "all"
    assert len(ana.ephemerals("general")) == 4


async def test_an_ephemeral_message_is_replaced_and_removed_through_its_response_url(
    practice: Practice, app: AsyncApp, listen: Listen
) -> None:
    bodies: list[Body] = []

    @app.command("/hearings")
    async def hearings(ack: Any) -> None:
        await ack(text="card", blocks=CARD)

    @app.action("claim")
    async def claimed(ack: Any, body: Body, respond: Any) -> None:
        bodies.append(body)
        await ack()
        again = [{**CARD[1], "block_id": "again"}]
        await (
            respond(delete_original=True) if len(bodies) > 1 else respond(text="x", blocks=again, replace_original=True)
        )

    await listen(app)
    ana = practice.person("ana")
    card = (await ana.types("/hearings", channel="general")).ephemeral
    assert card is not None
    await ana.presses("Claim", in_=card)
    assert labels_of(ana.ephemerals("general")[0]) == ["Claim"]
    await ana.presses("Claim", in_=card)
    assert ana.ephemerals("general") == []
    assert "message" not in bodies[0]
    assert bodies[0]["container"]["is_ephemeral"]
    with pytest.raises(AssertionError, match="not on the screen"):
        await ana.presses("Claim", in_=card)


async def test_a_bad_acknowledgement_is_a_complaint(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.command("/hearings")
    async def hearings(ack: Any, command: Body, client: Any) -> None:
        if command["text"] == "form":
            await ack()
            await client.views_open(trigger_id=command["trigger_id"], view=form())
        else:
            await ack(blocks=[{"type": "button"}], text="x")

    @app.view("add")
    async def added(ack: Any) -> None:
        await ack(response_action="errors", errors={"nowhere": "Wrong"})

    await listen(app)
    ana = practice.person("ana")
    assert (await ana.types("/hearings", channel="general")).error == "dispatch_failed"
    assert len(practice.complaints) >= 1
    practice.complaints.clear()
    await ana.types("/hearings form", channel="general")
    await ana.fills(ana.modal, {"code": "M."})
    assert (await ana.submits()).error == "invalid_acknowledgement"
    assert len(practice.complaints) == 1


async def test_a_press_says_what_stands_in_the_message_and_not_what_the_presser_claims(
    practice: Practice, app: AsyncApp, listen: Listen
) -> None:
    values: list[str] = []

    @app.action("claim")
    async def claimed(ack: Any, action: Body) -> None:
        values.append(action["value"])
        await ack()

    await listen(app)
    await app.client.chat_postMessage(channel="C07BOSTON1", text="card", blocks=CARD)
    card = practice.channel("court-boston").messages[-1]
    ana = practice.person("ana")
    await ana.presses("claim", in_=card, value="H204")
    assert values == ["H204"]
    with pytest.raises(AssertionError, match=r"no button 'Give'.*Claim"):
        await ana.presses("Give", in_=card)


async def test_a_global_shortcut_opens_a_form(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.shortcut("ask_for_help")
    async def asked(ack: Any, shortcut: Body, client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=shortcut["trigger_id"], view=form())

    await listen(app)
    jonah = practice.person("jonah")
    assert (await jonah.shortcut("ask_for_help")).ok
    assert jonah.modal is not None
    assert (await jonah.shortcut("unknown")).error == "unknown_shortcut"


async def test_a_message_shortcut_brings_the_message(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    brought: list[Body] = []

    @app.shortcut("make_need")
    async def made(ack: Any, shortcut: Body, respond: Any) -> None:
        brought.append(shortcut["message"])
        await ack()
        await respond("Noted")

    await listen(app)
    message = practice.channel("court-boston").messages[0]
    answer = await practice.person("ana").shortcut("make_need", message)
    assert brought[0]["text"] == message.text
    await practice.until(lambda: answer.ephemeral)
    assert text_of(answer.ephemeral) == "Noted"


async def test_people_of_another_workspace_have_no_commands_but_may_press(
    practice: Practice, app: AsyncApp, listen: Listen
) -> None:
    teams: list[str] = []

    @app.action("claim")
    async def claimed(ack: Any, body: Body) -> None:
        teams.append(body["user"]["team_id"])
        await ack()

    await listen(app)
    priya = practice.person("priya")
    assert (await priya.types("/hearings", channel="partners")).error == "unknown_command"
    assert (await priya.shortcut("ask_for_help")).error == "unknown_shortcut"
    await app.client.chat_postMessage(channel="C07PARTNER", text="card", blocks=CARD)
    assert (await priya.presses("Claim", in_=practice.channel("partners").messages[-1])).ok
    assert teams != [practice.team_id]


async def test_a_menu_offers_only_what_it_holds(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    picked: list[str] = []
    options = [{"text": {"type": "plain_text", "text": name}, "value": name.lower()} for name in ("Edit", "Cancel")]
    menu = [
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*H204*"},
            "accessory": {"type": "overflow", "action_id": "more", "options": options},
        }
    ]

    @app.action("more")
    async def more(ack: Any, action: Body) -> None:
        picked.append(action["selected_option"]["value"])
        await ack()

    await listen(app)
    await app.client.chat_postMessage(channel="C07GENERAL", text="card", blocks=menu)
    card, ana = practice.channel("general").messages[-1], practice.person("ana")
    await ana.selects("more", "Cancel", in_=card)
    assert picked == ["cancel"]
    with pytest.raises(AssertionError, match=r"no option 'Delete'.*Edit"):
        await ana.selects("more", "Delete", in_=card)
