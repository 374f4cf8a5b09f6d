"""A message's body as the bot gave it: read, checked as Slack checks, and furnished."""

from dataclasses import dataclass

from handlers.practice.arguments import Arguments
from handlers.practice.furnishing import furnished
from handlers.practice.network import JSON
from handlers.practice.refusal import ApiError, explained
from handlers.practice.validation import problems_in_message

OWN_CODES = ("no_text", "msg_blocks_too_long", "only_one_table_allowed", "view_too_large")
TEXT_MOST = 40_000


@dataclass(frozen=True, kw_only=True)
class Body:
    """`None` stands for what was not given at all, which chat.update leaves as it is."""

    text: str | None
    blocks: list[JSON] | None
    attachments: list[JSON] | None


def composed(args: Arguments, *, text_most: int = TEXT_MOST) -> Body:
    """Raises the refusal Slack would give."""
    text = args.text("text") if "text" in args else None
    blocks = args.structure("blocks", "invalid_blocks_format")
    attachments = args.structure("attachments", "invalid_attachments")
    if blocks is not None and not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    if text is not None and len(text) > text_most:
        raise ApiError("msg_too_long")
    given = {"text": text, "blocks": blocks, "attachments": attachments}
    refuse(problems_in_message({name: value for name, value in given.items() if value is not None}))
    return Body(text=text, blocks=furnished(blocks) if blocks is not None else None, attachments=attachments)


def refuse(problems: list[str], error: str = "invalid_blocks") -> None:
    """Raises for the first problem that is an error code of its own, else one error that tells all problems."""
    for problem in problems:
        for code in OWN_CODES:
            if problem.startswith(code):
                raise ApiError(code, response_metadata={"messages": [f"[ERROR] {problem}"]})
    if problems:
        raise explained(error, problems)
