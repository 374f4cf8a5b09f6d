"""views.*"""

from typing import Any

from handlers.practice.arguments import Arguments
from handlers.practice.backstage import Backstage
from handlers.practice.composing import refuse
from handlers.practice.finding import known_person
from handlers.practice.network import JSON
from handlers.practice.refusal import ApiError, explained
from handlers.practice.validation import problems_in_view
from handlers.practice.views import View, new_view

STACK = 3


def open_modal(slack: Backstage, args: Arguments) -> JSON:
    """On an empty screen the first view; asked for from inside a modal it goes on top."""
    raw = _view(args, "modal")
    trigger = slack.triggers.exchange(args.text("trigger_id"))
    stack = slack.workspace.stack(trigger.user) if trigger.in_view else []
    return _shown(slack, push_onto(slack, trigger.user, stack, raw))


def push_modal(slack: Backstage, args: Arguments) -> JSON:
    raw = _view(args, "modal")
    trigger = slack.triggers.exchange(args.text("trigger_id"))
    stack = slack.workspace.stack(trigger.user)
    if not stack:
        raise ApiError("not_found")
    return _shown(slack, push_onto(slack, trigger.user, stack, raw))


def push_onto(slack: Backstage, user: str, stack: list[View], raw: JSON) -> View:
    """A modal of at most three views."""
    if len(stack) >= STACK:
        raise ApiError("push_limit_reached")
    names = {view.external_id for views in slack.workspace.stacks.values() for view in views} - {""}
    if raw.get("external_id") in names:
        raise ApiError("duplicate_external_id")
    view = new_view(raw, owner=user, seconds=slack.machine.time(), under=stack[-1] if stack else None)
    slack.workspace.set_stack(user, [*stack, view])
    return view


def update(slack: Backstage, args: Arguments) -> JSON:
    if "view_id" not in args and "external_id" not in args:
        raise explained("invalid_arguments", ["missing required field: view_id"])
    current = _standing(slack, args)
    raw = _view(args, current.type)
    if "hash" in args and args.text("hash") != current.hash:
        raise ApiError("hash_conflict")
    view = new_view(raw, owner=current.owner, seconds=slack.machine.time(), instead_of=current)
    slack.workspace.change_view(view)
    return _shown(slack, view)


def publish(slack: Backstage, args: Arguments) -> JSON:
    if not slack.manifest.home_tab:
        raise ApiError("not_enabled")
    raw = _view(args, "home")
    user = known_person(slack, args.text("user_id")).id
    current = slack.workspace.homes.get(user)
    if "hash" in args and current is not None and args.text("hash") != current.hash:
        raise ApiError("hash_conflict")
    view = new_view(raw, owner=user, seconds=slack.machine.time(), instead_of=current)
    slack.workspace.publish_home(user, view)
    return _shown(slack, view)


def _view(args: Arguments, kind: str) -> JSON:
    raw: Any = args.structure("view", "invalid_arguments")
    if not isinstance(raw, dict):
        raise explained("invalid_arguments", ["must provide an object [json-pointer:/view]"])
    refuse(problems_in_view(raw), "invalid_arguments")
    if raw.get("type") != kind:
        raise explained("invalid_arguments", [f"must be of type {kind} [json-pointer:/view/type]"])
    return raw


def _standing(slack: Backstage, args: Arguments) -> View:
    if "view_id" in args:
        found = slack.workspace.open_view(args.text("view_id"))
    else:
        stacks = (view for stack in slack.workspace.stacks.values() for view in stack)
        found = next((view for view in stacks if view.external_id == args.text("external_id")), None)
    if found is None:
        raise ApiError("not_found")
    return found


def _shown(slack: Backstage, view: View) -> JSON:
    return {"view": view.to_slack(slack.workspace.team, slack.workspace.bot)}


SERVED = {
    "views.open": open_modal,
    "views.push": push_modal,
    "views.update": update,
    "views.publish": publish,
}
