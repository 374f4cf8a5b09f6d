from typing import Any

import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice, Someone, text_of
from tests.practice.parts import Listen, form

Body = dict[str, Any]


def titled(title: str, **more: Any) -> Body:
    return form(title={"type": "plain_text", "text": title}, **more)


@pytest.fixture
def ana(practice: Practice) -> Someone:
    return practice.person("ana")


@pytest.fixture
async def opened(practice: Practice, app: AsyncApp, over_sockets: Listen, ana: Someone) -> Body:
    """A modal on Ana's screen, as views.open answered it."""
    answers: list[Any] = []

    @app.command("/hearings")
    async def hearings(ack: Any, command: Body, client: Any) -> None:
        await ack()
        answers.append(await client.views_open(trigger_id=command["trigger_id"], view=titled("First")))

    await over_sockets(app)
    await ana.types("/hearings", channel="general")
    shown: Body = answers[0]["view"]
    return shown


async def test_a_modal_is_at_most_three_views_deep(app: AsyncApp, opened: Body, ana: Someone) -> None:
    @app.view("add")
    async def added(ack: Any) -> None:
        await ack(response_action="push", view=titled("Another"))

    for depth in (2, 3):
        await ana.fills(ana.modal, {"code": "M."})
        assert (await ana.submits()).ok
        assert len(ana.modals) == depth
    assert ana.modals[2].previous_view_id == ana.modals[1].id
    assert {view.root_view_id for view in ana.modals} == {opened["id"]}


async def test_a_fourth_view_is_refused(
    practice: Practice, app: AsyncApp, client: AsyncWebClient, opened: Body, ana: Someone
) -> None:
    errors: list[str] = []
    button = {"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "More"}}
    pushing = form(blocks=[{"type": "actions", "elements": [button]}], title={"type": "plain_text", "text": "Deep"})

    @app.action("more")
    async def more(ack: Any, body: Body, client: Any) -> None:
        await ack()
        assert body["container"] == {"type": "view", "view_id": ana.modals[-1].id}
        assert {"channel", "message", "response_url"}.isdisjoint(body)
        try:
            await client.views_push(trigger_id=body["trigger_id"], view=pushing)
        except SlackApiError as refusal:
            errors.append(refusal.response["error"])

    await client.views_update(view_id=opened["id"], view=pushing)
    for _ in range(3):
        await ana.presses("More", in_=ana.modal)
    assert len(ana.modals) == 3
    assert errors == ["push_limit_reached"]


async def test_an_update_with_an_old_hash_is_refused(client: AsyncWebClient, opened: Body, ana: Someone) -> None:
    await client.views_update(view_id=opened["id"], hash=opened["hash"], view=titled("Second"))
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await client.views_update(view_id=opened["id"], hash=opened["hash"], view=titled("Third"))
    with pytest.raises(SlackApiError, match="not_found"):
        await client.views_update(view_id="V0NOWHERE", view=titled("Third"))
    assert "Second" in text_of(ana.modal)


async def test_an_update_keeps_what_was_filled_in(
    client: AsyncWebClient, app: AsyncApp, opened: Body, ana: Someone
) -> None:
    heard: list[str] = []

    @app.view("add")
    async def added(ack: Any, view: Body) -> None:
        heard.append(view["state"]["values"]["code"]["alias"]["value"])
        await ack(response_action="clear")

    await ana.fills(ana.modal, {"Alias": "M."})
    await client.views_update(view_id=opened["id"], view=titled("Second"))
    assert (await ana.submits()).ok
    assert heard == ["M."]
    assert ana.modals == []


async def test_the_bot_hears_of_a_closed_modal_if_it_asked(
    practice: Practice, app: AsyncApp, client: AsyncWebClient, opened: Body, ana: Someone
) -> None:
    closed: list[bool] = []

    @app.view_closed("add")
    async def gone(ack: Any, body: Body) -> None:
        closed.append(body["is_cleared"])
        await ack()

    await client.views_update(view_id=opened["id"], view=titled("Second", notify_on_close=True))
    await ana.closes()
    assert closed == [False]
    assert ana.modals == []
    with pytest.raises(SlackApiError, match="not_found"):
        await client.views_update(view_id=opened["id"], view=titled("Third"))


async def test_a_view_with_a_fault_is_explained(client: AsyncWebClient, opened: Body) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.views_update(view_id=opened["id"], view={**titled("x" * 25)})
    assert caught.value.response["error"] == "invalid_arguments"
    assert "/view/title" in caught.value.response["response_metadata"]["messages"][0]


async def test_an_external_menu_asks_the_bot_for_its_options(
    practice: Practice, app: AsyncApp, client: AsyncWebClient, opened: Body, ana: Someone
) -> None:
    chosen: list[str] = []

    @app.options("place")
    async def places(ack: Any, payload: Body) -> None:
        await ack(options=[{"text": {"type": "plain_text", "text": f"{payload['value']} court"}, "value": "c1"}])

    @app.view("add")
    async def added(ack: Any, view: Body) -> None:
        chosen.append(view["state"]["values"]["where"]["place"]["selected_option"]["value"])
        await ack()

    where = {
        "type": "input",
        "block_id": "where",
        "label": {"type": "plain_text", "text": "Where"},
        "element": {"type": "external_select", "action_id": "place", "min_query_length": 2},
    }
    await client.views_update(view_id=opened["id"], view=titled("Second", blocks=[where]))
    assert ana.modal is not None
    assert await ana.looks_up("Where", "B", in_=ana.modal) == []
    assert [each["value"] for each in await ana.looks_up("Where", "Boston", in_=ana.modal)] == ["c1"]
    await ana.fills(ana.modal, {"Where": "c1"})
    assert (await ana.submits()).ok
    assert chosen == ["c1"]


async def test_a_menu_that_dispatches_tells_at_once(
    practice: Practice, app: AsyncApp, client: AsyncWebClient, opened: Body, ana: Someone
) -> None:
    picked: list[Body] = []

    @app.action("kind")
    async def kind(ack: Any, body: Body) -> None:
        picked.append(body)
        await ack()

    blocks = titled("x")["blocks"]
    blocks[1]["dispatch_action"] = True
    await client.views_update(view_id=opened["id"], view=titled("Second", blocks=blocks))
    await ana.selects("Kind", "Bond", in_=ana.modal)
    assert picked[0]["actions"][0]["selected_option"]["value"] == "bond"
    assert picked[0]["view"]["state"]["values"]["kind"]["kind"]["selected_option"]["value"] == "bond"
    assert picked[0]["view"]["state"]["values"]["code"]["alias"] == {"type": "plain_text_input", "value": None}
