"""Channels and the messages in them."""

from dataclasses import dataclass, field

from handlers.practice.network import JSON
from handlers.practice.posts import Message


@dataclass(kw_only=True)
class Channel:
    """A conversation. What everyone sees and what only one person sees are kept apart."""

    id: str
    name: str
    kind: str
    topic: str = ""
    is_shared: bool = False
    is_archived: bool = False
    members: list[str] = field(default_factory=list)
    partner: str | None = None
    created: int = 0
    posts: dict[str, Message] = field(default_factory=dict)
    whispers: dict[str, Message] = field(default_factory=dict)

    @property
    def messages(self) -> list[Message]:
        """Oldest first, without anyone's ephemeral messages."""
        return list(self.posts.values())

    @property
    def name_in_payloads(self) -> str:
        """Slack does not tell apps the names of private conversations."""
        return {"im": "directmessage", "private": "privategroup"}.get(self.kind, self.name)

    @property
    def type_in_events(self) -> str:
        return {"im": "im", "private": "group"}.get(self.kind, "channel")

    def seen_by(self, user: str) -> list[Message]:
        own = [whisper for whisper in self.whispers.values() if whisper.only_for == user]
        return sorted([*self.posts.values(), *own], key=lambda message: message.ts)

    def to_slack(self, team_id: str, bot_user: str) -> JSON:
        if self.kind == "im":
            return {
                "id": self.id, "created": self.created, "is_im": True, "is_org_shared": False, "user": self.partner,
                "is_archived": self.is_archived, "is_user_deleted": False, "is_open": True,
                "context_team_id": team_id, "priority": 0,
            }  # fmt: skip
        return {
            "id": self.id, "name": self.name, "name_normalized": self.name, "created": self.created,
            "creator": self.members[0] if self.members else "", "unlinked": 0,
            "is_channel": self.kind == "channel", "is_group": False, "is_im": False, "is_mpim": False,
            "is_private": self.kind == "private", "is_archived": self.is_archived, "is_general": self.name == "general",
            "is_shared": self.is_shared, "is_ext_shared": self.is_shared, "is_org_shared": False,
            "is_pending_ext_shared": False, "is_member": bot_user in self.members, "context_team_id": team_id,
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
            "previous_names": [], "num_members": len(self.members),
        }  # fmt: skip

    def to_page(self) -> JSON:
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "topic": self.topic,
            "is_shared": self.is_shared,
            "is_archived": self.is_archived,
            "with": self.partner,
        }
