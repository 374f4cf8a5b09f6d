"""Bill numbers, offices and scripts: what is taken, what is refused, and what stays."""

import pytest

from chatbot.actions.refusals import NoSuchTarget, NoTargets, TargetCounted, TooManyTargets
from chatbot.actions.rules import MOST_TARGETS
from chatbot.kit.refusal import Invalid
from tests.actions.parts import GOVERNOR, SCRIPT, SENATOR, did, drafted, launched, typed
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork


@ON_SQLITE
async def test_bill_numbers_of_any_state_are_taken(network: SmallNetwork) -> None:
    for bills in ("H.R. 2146 / S. 1088", "S.1681, H.3573", "A. 1234 / S. 5678", "AB 937"):
        action = await network.chatbot.actions.write(typed(network, bills=bills), by=network.coordinator)
        assert action.bills == bills


@ON_SQLITE
@pytest.mark.parametrize(
    ("office", "shown"),
    [
        ({"phone": "(202) 555-0142"}, ("202-555-0142", "")),
        ({"phone": "+1 202.555.0142 ext. 7"}, ("202-555-0142 ext. 7", "")),
        ({"email": "office@example.org"}, ("", "office@example.org")),
    ],
)
async def test_an_offices_own_number_and_address_are_public(
    network: SmallNetwork, office: dict[str, str], shown: tuple[str, str]
) -> None:
    draft = await network.chatbot.actions.write(typed(network), by=network.coordinator)
    form = {"office": "agency", "name": "Field office", **office}
    (target,) = (await network.chatbot.actions.set_target(draft.code, form, by=network.coordinator)).targets
    assert (target.phone, target.email) == shown


@ON_SQLITE
@pytest.mark.parametrize(
    ("office", "field"),
    [
        ({"phone": "call Ana: 202-555-0142"}, "phone"),
        ({"phone": "555-0142"}, "phone"),
        ({"email": "Ana <ana@example.org>"}, "email"),
        ({"email": "ana@example.org, ben@example.org"}, "email"),
        ({"name": "Senator Marsh 202-555-0142"}, "name"),
        ({"name": ""}, "name"),
        ({"office": "palace"}, "office"),
    ],
)
async def test_beside_an_office_stands_a_number_or_an_address_and_nothing_else(
    network: SmallNetwork, office: dict[str, str], field: str
) -> None:
    draft = await network.chatbot.actions.write(typed(network), by=network.coordinator)
    with pytest.raises(Invalid) as refusal:
        await network.chatbot.actions.set_target(draft.code, {**SENATOR, **office}, by=network.coordinator)
    assert list(refusal.value.problems) == [field]


@ON_SQLITE
async def test_offices_can_be_changed_and_taken_off_until_people_have_turned_to_them(network: SmallNetwork) -> None:
    actions, by = network.chatbot.actions, network.coordinator
    action = await launched(network)
    senator, governor = action.targets
    changed = await actions.set_target(action.code, {**SENATOR, "phone": "202-555-0199"}, target_id=senator.id, by=by)
    assert changed.targets[0].phone == "202-555-0199"
    await did(action, network, network.ana)
    with pytest.raises(TargetCounted):
        await actions.remove_target(action.code, senator.id, by=by)
    assert [one.id for one in (await actions.remove_target(action.code, governor.id, by=by)).targets] == [senator.id]
    with pytest.raises(NoSuchTarget):
        await actions.set_target(action.code, GOVERNOR, target_id=governor.id, by=by)


@ON_SQLITE
async def test_the_last_office_of_an_open_alert_stays_and_no_more_fit_than_a_form_shows(network: SmallNetwork) -> None:
    actions, by = network.chatbot.actions, network.coordinator
    draft = await actions.write(typed(network), by=by)
    with pytest.raises(NoTargets):
        await actions.launch(draft.code, by=by)
    for _ in range(MOST_TARGETS):
        draft = await actions.set_target(draft.code, SENATOR, by=by)
    with pytest.raises(TooManyTargets):
        await actions.set_target(draft.code, SENATOR, by=by)
    action = await actions.launch(draft.code, by=by)
    for target in action.targets[1:]:
        await actions.remove_target(action.code, target.id, by=by)
    with pytest.raises(NoTargets):
        await actions.remove_target(action.code, action.targets[0].id, by=by)


@ON_SQLITE
async def test_a_script_stands_there_in_as_many_languages_as_it_was_given(network: SmallNetwork) -> None:
    actions, by = network.chatbot.actions, network.coordinator
    draft = await drafted(network)
    for language in ("en", "pt"):
        draft = await actions.set_script(draft.code, {"language": language, "words": SCRIPT}, by=by)
    assert set(draft.scripts) == {"en", "pt"}
    draft = await actions.set_script(draft.code, {"language": "pt", "words": ""}, by=by)
    assert set(draft.scripts) == {"en"}
    for wrong in ({"words": "Hello {nmae}"}, {"words": "Ask for Ana, 617-555-0134"}, {"language": "xx"}):
        with pytest.raises(Invalid):
            await actions.set_script(draft.code, {"language": "en", "words": SCRIPT, **wrong}, by=by)
