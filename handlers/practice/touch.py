"""What people touch: buttons, menus, shortcuts, the tabs of the app."""

from dataclasses import dataclass

from handlers.practice.answers import Answer
from handlers.practice.backstage import Backstage
from handlers.practice.channels import Channel
from handlers.practice.deliver import NotDelivered, Parcel
from handlers.practice.exchange import Exchange
from handlers.practice.furnishing import find_control
from handlers.practice.network import JSON, Person
from handlers.practice.payloads import Payloads
from handlers.practice.post_office import PostOffice
from handlers.practice.posts import Message
from handlers.practice.reading import options_of
from handlers.practice.validation import problems_in_ack
from handlers.practice.views import View

TROUBLE = "We had some trouble connecting. Try again?"
SELECTIONS = frozenset({
    "selected_option", "selected_options", "selected_date", "selected_time", "selected_date_time", "selected_user",
    "selected_users", "selected_channel", "selected_channels", "selected_conversation", "selected_conversations",
    "value", "rich_text_value", "timezone",
})  # fmt: skip
KEPT_OF_ELEMENT = ("type", "action_id", "text", "value", "style", "placeholder", "confirm")


@dataclass(kw_only=True)
class Touch:
    slack: Backstage
    post: PostOffice
    payloads: Payloads

    async def press(self, person: Person, where: Message | View, block_id: str, action: JSON, given: JSON) -> Answer:
        """Refuses what does not stand there: like Slack, it believes its own copy, not the page."""
        element = find_control(where.blocks, block_id, str(action.get("action_id")))
        if element is None or not self.slack.manifest.interactive or not _offers(element, action):
            return self._fails(person, "no_such_element", "This action is no longer available.")
        entry = {name: element[name] for name in KEPT_OF_ELEMENT if name in element} | {"block_id": block_id}
        if element["type"] != "button":
            entry |= {name: value for name, value in action.items() if name in SELECTIONS}
        return await self._carry(person, where, entry, given)

    async def forge(self, person: Person, where: Message | View, action: JSON) -> Answer:
        """Carries whatever is given, as someone would who makes up Slack's requests."""
        return await self._carry(person, where, {"block_id": "forged", **action}, {})

    async def _carry(self, person: Person, where: Message | View, entry: JSON, given: JSON) -> Answer:
        exchange = Exchange()
        if isinstance(where, View):
            payload = self.payloads.press_in_view(person, where, entry, given)
        else:
            hook = self.slack.hooks.issue(person.id, where.channel, exchange, origin=where.ts)
            payload = self.payloads.press_in_message(person, where, entry, given, hook=hook)
        return await self._sent(person, "block_actions", payload, exchange, TROUBLE)

    async def shortcut(self, person: Person, callback_id: str, message: Message | None = None) -> Answer:
        known = self.slack.manifest.shortcut(callback_id)
        if known is None or person.is_stranger or (known.kind == "message") != (message is not None):
            return self._fails(person, "unknown_shortcut", "This shortcut is not available.")
        exchange = Exchange()
        if message is None:
            return await self._sent(person, "shortcut", self.payloads.shortcut(person, callback_id), exchange, TROUBLE)
        hook = self.slack.hooks.issue(person.id, message.channel, exchange, origin=message.ts)
        payload = self.payloads.message_shortcut(person, callback_id, message, hook=hook)
        return await self._sent(person, "message_action", payload, exchange, TROUBLE)

    async def suggest(self, person: Person, where: Message | View, block_id: str, action_id: str, value: str) -> Answer:
        """The options of an external menu for what was typed so far."""
        element = find_control(where.blocks, block_id, action_id)
        if element is None:
            return Answer(ok=False, error="no_such_element")
        if len(value) < element.get("min_query_length", 3):
            return Answer(more={"options": []})
        payload = self.payloads.suggestion(person, where, block_id, action_id, value)
        parcel = Parcel(kind="interactive", what="block_suggestion", payload=payload, may_answer=True)
        try:
            body = await self.post.interact(parcel)
        except NotDelivered as failure:
            return Answer(ok=False, error=failure.reason)
        problems = problems_in_ack(body)
        if "options" not in body and "option_groups" not in body:
            problems.append("neither options nor option_groups")
        if problems:
            self.slack.complaints.add("acknowledgement of block_suggestion", problems)
            return Answer(ok=False, error="invalid_options")
        return Answer(more=body)

    async def opens_tab(self, person: Person, tab: str, dm: Channel) -> Answer:
        """`home` or `messages`: Slack tells the app of both."""
        if not self.slack.manifest.hears("app_home_opened"):
            return Answer()
        event: JSON = {
            "type": "app_home_opened",
            "user": person.id,
            "channel": dm.id,
            "tab": tab,
            "event_ts": self.slack.clock.stamp(),
        }
        home = self.slack.workspace.homes.get(person.id)
        if tab == "home" and home is not None:
            event["view"] = home.to_slack(self.slack.workspace.team, self.slack.workspace.bot)
        payload = self.payloads.event(event, dm.id)
        await self.post.announce(Parcel(kind="events_api", what="app_home_opened", payload=payload))
        return Answer()

    async def _sent(self, person: Person, what: str, payload: JSON, exchange: Exchange, sentence: str) -> Answer:
        try:
            await self.post.interact(Parcel(kind="interactive", what=what, payload=payload))
        except NotDelivered as failure:
            error = "operation_timeout" if failure.reason == "timeout" else "dispatch_failed"
            return self._fails(person, error, sentence)
        return Answer(exchange=exchange)

    def _fails(self, person: Person, error: str, sentence: str) -> Answer:
        self.slack.bulletin.notice(person.id, sentence)
        return Answer(ok=False, error=error, more={"notice": sentence})


def _offers(element: JSON, action: JSON) -> bool:
    """Nobody can choose what the menu does not hold. Menus filled by the bot are taken at their word."""
    known = {option.get("value") for option in options_of(element)}
    if not known:
        return True
    chosen = [*(action.get("selected_options") or []), action.get("selected_option")]
    return all(option.get("value") in known for option in chosen if option)
