"""Rich text: what a person formats in an input, and what a bot may send as a block.

Limits: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from handlers.practice.validation.checks import Check, Flag, Kinds, Many, Text, Thing, Whole, Word

STYLED: dict[str, Check] = {
    "style": Thing(may={name: Flag() for name in ("bold", "italic", "strike", "code", "underline")})
}
MARKED: dict[str, Check] = {
    "style": Thing(
        may={name: Flag() for name in ("bold", "italic", "strike", "highlight", "client_highlight", "unlink")}
    )
}
_ID = Text(1, 255)
_BORDER: dict[str, Check] = {"border": Whole(0, 1)}

TEXT = Thing(must={"text": Text(1)}, may=STYLED)
LINK = Thing(must={"url": Text(1, 3000)}, may=STYLED | {"text": Text(1), "unsafe": Flag()})

PIECES = Kinds(
    {
        "text": TEXT,
        "link": LINK,
        "user": Thing(must={"user_id": _ID}, may=MARKED),
        "usergroup": Thing(must={"usergroup_id": _ID}, may=MARKED),
        "channel": Thing(must={"channel_id": _ID}, may=MARKED),
        "team": Thing(must={"team_id": _ID}, may=MARKED),
        "emoji": Thing(must={"name": _ID}, may=STYLED | {"unicode": _ID, "skin_tone": Whole(1, 6)}),
        "broadcast": Thing(must={"range": Word(("here", "channel", "everyone"))}, may=STYLED),
        "color": Thing(must={"value": Text(4, 7)}, may=STYLED),
        "date": Thing(
            must={"timestamp": Whole(0, 9_999_999_999), "format": Text(1, 255)},
            may=STYLED | {"url": Text(1, 3000), "fallback": Text(1, 3000)},
        ),
    }
)

SECTION = Thing(must={"elements": Many(PIECES)})

PARTS = Kinds(
    {
        "rich_text_section": SECTION,
        "rich_text_list": Thing(
            must={"style": Word(("bullet", "ordered")), "elements": Many(Kinds({"rich_text_section": SECTION}))},
            may=_BORDER | {"indent": Whole(0, 8), "offset": Whole(0, 2**31 - 1)},
        ),
        "rich_text_preformatted": Thing(
            must={"elements": Many(Kinds({"text": TEXT, "link": LINK}))}, may=_BORDER | {"language": Text(1, 255)}
        ),
        "rich_text_quote": Thing(must={"elements": Many(PIECES)}, may=_BORDER),
    }
)

RICH_TEXT_BLOCK = Thing(must={"elements": Many(PARTS, 1)}, may={"block_id": Text(1, 255)})
RICH_TEXT = Kinds({"rich_text": RICH_TEXT_BLOCK})
