"""The Web API methods served here: their rate tier, scopes, required arguments and the errors of their own."""

from dataclasses import dataclass

PER_MINUTE = {"tier 2": 20, "tier 3": 50, "tier 4": 100, "generous": 600}
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_OPEN = ("channels:manage", "groups:write", "im:write", "mpim:write")


@dataclass(frozen=True, kw_only=True)
class Method:
    """Any one of `scopes` lets the call in; kinds of conversations may ask for a particular one later.

    `caller` is whose token it takes: the bot's, or the app's own.
    """

    name: str
    tier: str
    scopes: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    errors: frozenset[str] = frozenset()
    caller: str = "bot"


def _method(name: str, tier: str, scopes: tuple[str, ...], required: str, errors: str) -> Method:
    return Method(
        name=name,
        tier=tier,
        scopes=scopes,
        required=tuple(required.split()),
        errors=frozenset(errors.split()),
        caller="app" if name.startswith("apps.") else "bot",
    )


_WRITE, _USERS, _FILES = ("chat:write",), ("users:read",), ("files:write",)
_BLOCKS = (
    "invalid_blocks invalid_blocks_format invalid_attachments invalid_metadata_format msg_blocks_too_long msg_too_long"
    " no_text only_one_table_allowed"
)
_TRIGGER = "invalid_trigger_id expired_trigger_id exchanged_trigger_id view_too_large duplicate_external_id"

METHODS = {
    method.name: method
    for method in (
        _method("api.test", "tier 4", (), "", ""),
        _method("auth.test", "generous", (), "", ""),
        _method("apps.connections.open", "tier 3", (), "", ""),
        _method("team.info", "tier 3", ("team:read",), "", "team_not_found"),
        _method("bots.info", "tier 3", _USERS, "", "bot_not_found"),
        _method(
            "chat.postMessage", "posting", _WRITE, "channel",
            f"{_BLOCKS} channel_not_found not_in_channel is_archived messages_tab_disabled user_disabled"
            " invalid_thread_ts",
        ),
        _method(
            "chat.update", "tier 3", _WRITE, "channel ts",
            f"{_BLOCKS} channel_not_found message_not_found cant_update_message is_archived",
        ),
        _method(
            "chat.delete", "tier 3", _WRITE, "channel ts", "channel_not_found message_not_found cant_delete_message"
        ),
        _method(
            "chat.postEphemeral", "tier 4", _WRITE, "channel user",
            f"{_BLOCKS} channel_not_found not_in_channel is_archived user_not_in_channel messages_tab_disabled",
        ),
        _method("chat.getPermalink", "generous", (), "channel message_ts", "channel_not_found message_not_found"),
        _method("conversations.list", "tier 2", _READ, "", "invalid_cursor invalid_limit invalid_types"),
        _method("conversations.info", "tier 3", _READ, "channel", "channel_not_found"),
        _method(
            "conversations.open", "tier 3", _OPEN, "",
            "channel_not_found user_not_found user_disabled users_list_not_supplied cannot_dm_bot user_not_visible"
            " too_many_users",
        ),
        _method(
            "conversations.members", "tier 4", _READ, "channel", "channel_not_found invalid_cursor invalid_limit"
        ),
        _method(
            "conversations.join", "tier 3", ("channels:join",), "channel",
            "channel_not_found is_archived method_not_supported_for_channel_type",
        ),
        _method("users.list", "tier 2", _USERS, "", "invalid_cursor invalid_limit"),
        _method("users.info", "tier 4", _USERS, "user", "user_not_found user_not_visible"),
        _method(
            "users.conversations", "tier 3", _READ, "", "user_not_found invalid_cursor invalid_limit invalid_types"
        ),
        _method("views.open", "tier 4", (), "trigger_id view", _TRIGGER),
        _method("views.push", "tier 4", (), "trigger_id view", f"{_TRIGGER} push_limit_reached not_found"),
        _method(
            "views.update", "tier 4", (), "view", "not_found hash_conflict view_too_large duplicate_external_id"
        ),
        _method(
            "views.publish", "tier 4", (), "user_id view",
            "not_enabled hash_conflict user_not_found view_too_large duplicate_external_id",
        ),
        _method("files.getUploadURLExternal", "tier 4", _FILES, "filename length", "file_upload_size_restricted"),
        _method(
            "files.completeUploadExternal", "tier 4", _FILES, "files",
            f"{_BLOCKS} file_not_found channel_not_found not_in_channel is_archived user_disabled"
            " messages_tab_disabled invalid_thread_ts",
        ),
    )
}  # fmt: skip

ANY_METHOD = frozenset({
    "not_authed", "invalid_auth", "not_allowed_token_type", "missing_scope", "unknown_method", "invalid_arguments",
    "missing_argument", "invalid_json", "json_not_object", "invalid_form_data", "ratelimited", "internal_error",
    "fatal_error", "request_timeout",
})  # fmt: skip
"""Errors every method may answer with."""
