"""`/api/<method>`: who may call, how often, and what is answered."""

from collections.abc import Callable

from handlers.practice import methods_chat, methods_conversations, methods_files, methods_users, methods_views
from handlers.practice.arguments import Arguments
from handlers.practice.backstage import Backstage
from handlers.practice.finding import require_scope
from handlers.practice.methods import ANY_METHOD, METHODS, Method
from handlers.practice.network import JSON
from handlers.practice.refusal import ApiError, explained

Served = Callable[[Backstage, Arguments], JSON]

SERVED: dict[str, Served] = (
    methods_chat.SERVED
    | methods_conversations.SERVED
    | methods_files.SERVED
    | methods_users.SERVED
    | methods_views.SERVED
)

BUGS = frozenset({
    "invalid_blocks", "invalid_blocks_format", "invalid_arguments", "missing_scope", "unknown_method",
    "not_allowed_token_type", "invalid_json", "msg_blocks_too_long", "no_text", "view_too_large",
})  # fmt: skip
"""Refusals that no circumstance excuses: the bot asked wrongly. They are complaints too."""


class RateLimited(Exception):
    def __init__(self, retry_after: int) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after


class Api:
    """One call is one step: nothing in it waits, so what it changes is changed at once or not at all."""

    def __init__(self, slack: Backstage) -> None:
        self._slack = slack

    def call(self, name: str, args: Arguments) -> JSON:
        """The body of the answer, refusals included; only a rate limit is raised."""
        try:
            return {"ok": True, **self._perform(name, args)}
        except ApiError as refusal:
            self._must_be_known(name, refusal.error)
            if refusal.error in BUGS:
                told = refusal.more.get("response_metadata", {}).get("messages") or [refusal.more.get("needed", "")]
                self._slack.complaints.add(name, [f"{refusal.error} {each}".strip() for each in told])
            return refusal.body()

    @staticmethod
    def _must_be_known(name: str, error: str) -> None:
        """An error the method's table does not list is a mistake of this workspace, not of the bot."""
        method = METHODS.get(name)
        listed = method.errors if method else frozenset()
        if name != "api.test" and error not in listed | ANY_METHOD:
            raise LookupError(f"{name} never answers {error}")

    def _perform(self, name: str, args: Arguments) -> JSON:
        method = METHODS.get(name)
        if method is None:
            raise ApiError("unknown_method", req_method=name)
        self._authorize(method, args)
        wait = self._slack.limits.take(method, args.text("channel"))
        if wait is not None:
            raise RateLimited(wait)
        missing = [field for field in method.required if field not in args]
        if missing:
            raise explained("invalid_arguments", [f"missing required field: {field}" for field in missing])
        return SERVED[name](self._slack, args)

    def _authorize(self, method: Method, args: Arguments) -> None:
        credentials = self._slack.credentials
        token = args.text("token")
        if not token and method.name != "api.test":
            raise ApiError("not_authed")
        kinds = {credentials.bot_token: "bot", credentials.app_token: "app"}
        if token and token not in kinds:
            raise ApiError("invalid_auth")
        if token and kinds[token] != method.caller and method.name not in ("auth.test", "api.test"):
            raise ApiError("not_allowed_token_type")
        if method.scopes and not self._slack.manifest.scopes.intersection(method.scopes):
            require_scope(self._slack, method.scopes[0])
