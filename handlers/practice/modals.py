"""Submitting and closing modals, and what the bot's acknowledgement makes of the stack."""

from dataclasses import dataclass, replace

from handlers.practice.answers import Answer
from handlers.practice.backstage import Backstage
from handlers.practice.client_checks import refused_inputs
from handlers.practice.deliver import NotDelivered, Parcel
from handlers.practice.methods_views import push_onto
from handlers.practice.network import JSON, Person
from handlers.practice.payloads import Payloads
from handlers.practice.post_office import PostOffice
from handlers.practice.refusal import ApiError
from handlers.practice.touch import TROUBLE
from handlers.practice.validation import problems_in_ack
from handlers.practice.views import View, new_view


@dataclass(kw_only=True)
class Modals:
    slack: Backstage
    post: PostOffice
    payloads: Payloads

    async def submit(self, person: Person, view_id: str, given: JSON) -> Answer:
        """Only the view on top can be submitted; what Slack's client refuses never reaches the bot."""
        stack = self.slack.workspace.stack(person.id)
        if not stack or stack[-1].id != view_id or stack[-1].submit is None:
            return Answer(ok=False, error="no_such_view")
        view = stack[-1]
        refused = refused_inputs(view.blocks, given)
        if refused:
            return self._refuses(view, refused)
        if view.errors:
            view = replace(view, errors={})
            self.slack.workspace.change_view(view)
        payload = self.payloads.submission(person, view, given)
        parcel = Parcel(kind="interactive", what="view_submission", payload=payload, may_answer=True)
        try:
            body = await self.post.interact(parcel)
        except NotDelivered as failure:
            return self._trouble(person, "operation_timeout" if failure.reason == "timeout" else "dispatch_failed")
        return self._obey(person, view, body)

    async def close(self, person: Person, view_id: str, *, everything: bool = False) -> Answer:
        """The X of the top view, or of the whole stack."""
        stack = self.slack.workspace.stack(person.id)
        if not stack or stack[-1].id != view_id:
            return Answer(ok=False, error="no_such_view")
        cleared = everything or stack[-1].clear_on_close
        gone = list(reversed(stack)) if cleared else [stack[-1]]
        self.slack.workspace.set_stack(person.id, [] if cleared else stack[:-1])
        for view in gone:
            if view.notify_on_close:
                payload = self.payloads.closing(person, view, is_cleared=cleared)
                await self._tell(Parcel(kind="interactive", what="view_closed", payload=payload))
        return Answer()

    async def _tell(self, parcel: Parcel) -> None:
        try:
            await self.post.interact(parcel)
        except NotDelivered:
            # The person has gone on; Slack shows nothing either. The traffic has it.
            return

    def _obey(self, person: Person, view: View, body: JSON) -> Answer:
        problems = problems_in_ack(body, view.to_slack(self.slack.workspace.team, self.slack.workspace.bot))
        if body and "response_action" not in body:
            problems = ["a view_submission is answered with a response_action or with nothing"]
        if problems:
            self.slack.complaints.add("acknowledgement of view_submission", problems)
            return self._trouble(person, "invalid_acknowledgement")
        stack = self.slack.workspace.stack(person.id)
        match body.get("response_action"):
            case "errors":
                return self._refuses(view, body["errors"])
            case "clear":
                self.slack.workspace.set_stack(person.id, [])
            case "update":
                seconds = self.slack.machine.time()
                changed = new_view(body["view"], owner=person.id, seconds=seconds, instead_of=view)
                self.slack.workspace.change_view(changed)
            case "push":
                return self._push(person, stack, body["view"])
            case _:
                self.slack.workspace.set_stack(person.id, [each for each in stack if each.id != view.id])
        return Answer()

    def _push(self, person: Person, stack: list[View], raw: JSON) -> Answer:
        try:
            push_onto(self.slack, person.id, stack, raw)
        except ApiError as refusal:
            self.slack.complaints.add("acknowledgement of view_submission", [refusal.error])
            return self._trouble(person, refusal.error)
        return Answer()

    def _refuses(self, view: View, errors: dict[str, str]) -> Answer:
        # An update while the bot was thinking may have changed the view: the sentences go under its present state.
        current = self.slack.workspace.open_view(view.id) or view
        self.slack.workspace.change_view(replace(current, errors=errors))
        return Answer(ok=False, error="invalid_input", errors=errors)

    def _trouble(self, person: Person, error: str) -> Answer:
        self.slack.bulletin.notice(person.id, TROUBLE)
        return Answer(ok=False, error=error, more={"notice": TROUBLE})
