"""One interaction and everything the bot said back through it."""

from dataclasses import dataclass, field

from handlers.practice.posts import Message


@dataclass(kw_only=True)
class Exchange:
    """Grows while the bot answers: first by its acknowledgement, later through the response URL."""

    messages: list[Message] = field(default_factory=list)

    def says(self, message: Message) -> None:
        """A message, or the new state of one said before."""
        self.messages = [each for each in self.messages if each.ts != message.ts]
        self.messages.append(message)

    def takes_back(self, ts: str) -> None:
        self.messages = [each for each in self.messages if each.ts != ts]
