"""How much someone may promise, and what counts as received. Pure."""

from chatbot.needs.gifts.model import Item, Share
from chatbot.needs.refusals import AlreadyReceived, NotSoMany

MOST = 1000
"""More than a thousand of anything is a slip of the finger."""


def may_promise(item: Item, person_id: int, count: int) -> None:
    """Raises `NotSoMany` above what is still missing, and `AlreadyReceived` below what they brought already.

    `count` takes the place of what they promised before.
    """
    mine = item.of(person_id)
    before, brought = (mine.promised, mine.received) if mine else (0, 0)
    room = item.wanted - item.promised + before
    if count > room:
        raise NotSoMany(item.name, room, field=item.input)
    if count < brought:
        raise AlreadyReceived(brought, field=item.input)


def may_receive(item: Item, share: Share, count: int) -> None:
    """Raises `NotSoMany` when more is said to have come than they promised."""
    if count > share.promised:
        raise NotSoMany(item.name, share.promised, field=item.share_input(share))
