"""What somebody may type: generated from a number, so that the same number types the same again."""

from random import Random

MARK = "Zqx"
"""Stands in nearly all that is typed here, and in nothing that the bot says by itself."""

EVIL = "evil.example"
"""Whoever types an address where none belongs types one of these."""

_ALIVE = (
    *("<!channel>", "<!here>", "<!everyone>", "<!subteam^S0EVIL>", "<!date^1392734382^{date}|x>", "<@U0EVIL>"),
    *("<#C0EVIL|general>", f"<https://{EVIL}|x>", f"<https://{EVIL}>", f"https://{EVIL}/?a=1&b=2", f"www.{EVIL}"),
    *(
        "<mailto:a@evil.example|x>",
        "<tel:+1|x>",
        "@channel",
        "@here",
        "#general",
        f"anna@{EVIL}",
        "<",
        ">",
        "<<!here>>",
    ),
    *("&lt;!channel&gt;", "&amp;lt;!here&gt;", "&", "&#60;!channel&#62;", "{blank}", "%s", "{0}", "|", "\\"),
)
_MARKS = ("*", "_", "~", "`", "```", "> ", "\n> ", "• ", "*bold*", ":tada:", "::", "\n", "\r\n", "\t", "\u2028", "\x0b")
_LETTERS = (
    *(
        "Ou ka ede pitit gason an ak papye yo jodi a? Wi, m’ap vini ak kè kontan, mèsi anpil, ò, è, é. ",
        "Ñandú, pingüino",
    ),
    *("ação, coração, à tarde, você, pão", "مرحبا بالعالم", "שלום עולם", "\u202eevil\u202c", "\u2066x\u2069"),
    *("\u200b", "\u200d", "\ufeff", "\u00ad", "e\u0301\u0327\u0308", "Z\u0351\u036b\u0343\u036a\u0302a\u030d", "漢字"),
    *("👩‍👩‍👧‍👦", "🇭🇹", "👍🏿", "ﷺ", "ﬃ", "\U0010ffff", "\ufffe", "𝕊", "=1+1", "@SUM(A1)", "M.R.", "12", "$5"),
)
_LONG = ("a", "&", "<", "ñ ", "😀", "<!here> ", "x\n", "*")


def typed(random: Random) -> str:
    """Something typed: nothing at all, a word, a line, or far too much."""
    how = random.random()
    if how < 0.06:
        return ""
    if how < 0.09:
        return random.choice(("\u200b", "\u00a0", "\u2060\u200e", "\u3164"))
    kinds = random.choices((_ALIVE, _MARKS, _LETTERS), (2, 1, 1), k=random.randint(1, 5))
    found = [MARK, *(random.choice(kind) for kind in kinds)]
    if how > 0.9:
        found.append(random.choice(_LONG) * random.choice((24, 75, 150, 800, 3000)))
    random.shuffle(found)
    return "".join(found)[:3000]


def broken(random: Random) -> str:
    """The same as a client may send it: also with half a character, or with NUL."""
    return typed(random) + random.choice(("", "", "\ud83d", "\udc00x", "\x00", "a\ud800<!here>"))
