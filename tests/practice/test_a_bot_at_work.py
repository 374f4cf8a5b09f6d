from typing import Any

from slack_bolt.app.async_app import AsyncApp

from handlers.practice import Practice, labels_of, text_of
from tests.practice.parts import CARD, Listen, form


async def test_a_command_is_answered_in_its_acknowledgement(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.command("/hearings")
    async def hearings(ack: Any, command: dict[str, Any]) -> None:
        await ack(f"{command['user_name']} asked for {command['text']} in {command['channel_name']}")

    await listen(app)
    ana = practice.person("ana")
    answer = await ana.types("/hearings today", channel="court-boston")
    assert answer.ok
    assert text_of(answer.ephemeral) == "ana asked for today in court-boston"
    assert ana.ephemerals("court-boston") == [answer.ephemeral]
    assert practice.person("jonah").ephemerals("court-boston") == []


async def test_a_press_changes_the_card_for_everyone(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.action("claim")
    async def claim_pressed(ack: Any, body: dict[str, Any], client: Any) -> None:
        await ack()
        taken = [{"type": "section", "text": {"type": "mrkdwn", "text": f"Taken by <@{body['user']['id']}>"}}]
        await client.chat_update(
            channel=body["channel"]["id"], ts=body["message"]["ts"], text="A seat is taken", blocks=taken
        )

    await listen(app)
    boston = practice.channel("court-boston")
    await app.client.chat_postMessage(channel=boston.id, text="A hearing", blocks=CARD)
    card = boston.messages[-1]
    assert labels_of(card) == ["Claim"]
    assert (await practice.person("ana").presses("Claim", in_=card)).ok
    assert text_of(boston.messages[-1]) == f"Taken by <@{practice.person('ana').id}>"
    assert practice.complaints == []


async def test_a_modal_is_opened_filled_refused_and_taken(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    heard: list[Any] = []

    @app.command("/hearings")
    async def hearings(ack: Any, command: dict[str, Any], client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=command["trigger_id"], view=form())

    @app.view("add")
    async def added(ack: Any, view: dict[str, Any]) -> None:
        heard.append(view)
        alias = view["state"]["values"]["code"]["alias"]["value"]
        await (ack(response_action="errors", errors={"code": "Too short"}) if alias == "x" else ack())

    await listen(app)
    ana = practice.person("ana")
    await ana.types("/hearings add", channel="court-boston")
    assert ana.modal is not None
    assert (await ana.submits()).errors == {"code": "Please complete this required field."}
    await ana.fills(ana.modal, {"Alias": "x", "kind": "Bond"})
    assert (await ana.submits(ana.modal)).errors == {"code": "Too short"}
    assert "Too short" in text_of(ana.modal)
    await ana.fills(ana.modal, {"Alias": "M. and her son"})
    assert (await ana.submits(ana.modal)).ok
    assert ana.modals == []
    assert heard[-1]["private_metadata"] == "draft 7"
    assert heard[-1]["state"]["values"]["kind"]["kind"]["selected_option"]["value"] == "bond"
    assert practice.complaints == []


async def test_home_is_published_when_it_is_opened(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.event("app_home_opened")
    async def opened(event: dict[str, Any], client: Any) -> None:
        blocks = [{"type": "header", "text": {"type": "plain_text", "text": f"Tab {event['tab']}"}}]
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    await listen(app)
    ana = practice.person("ana")
    await ana.opens_home()
    await practice.until(lambda: ana.home)
    assert text_of(ana.home) == "Tab home"


async def test_the_bot_answers_in_its_direct_conversation(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.event("message")
    async def heard(event: dict[str, Any], say: Any) -> None:
        await say(f"You said: {event['text']}")

    await listen(app)
    ana = practice.person("ana")
    await ana.says("bom dia", channel="dm")
    await practice.until(ana.direct_messages)
    assert text_of(ana.direct_messages()[-1]) == "You said: bom dia"


async def test_what_people_type_arrives_escaped(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    @app.command("/hearings")
    async def hearings(ack: Any, command: dict[str, Any]) -> None:
        await ack(command["text"])

    await listen(app)
    answer = await practice.person("ana").types("/hearings <!channel> & more", channel="general")
    assert text_of(answer.ephemeral) == "&lt;!channel&gt; &amp; more"


async def test_a_mention_reaches_the_bot(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    heard: list[str] = []

    @app.event("app_mention")
    async def mentioned(event: dict[str, Any]) -> None:
        heard.append(event["text"])

    await listen(app)
    await practice.person("ana").says("@alongside hello", channel="court-boston")
    assert heard == [f"<@{practice.bot_user_id}> hello"]
    await practice.person("ana").says("@alongside hello", channel="random")
    assert len(heard) == 1
