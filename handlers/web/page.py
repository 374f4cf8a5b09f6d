"""A page of ours: one file, no script, nothing from elsewhere, and nobody keeps a copy."""

import base64
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from html import escape
from typing import NewType

from aiohttp import web

from chatbot.kit.i18n import LANGUAGES, Catalogues, Text, Tongue

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

Html = NewType("Html", str)
"""Markup in which nothing anybody typed is alive."""

STYLE = """
:root { color-scheme: light dark; --ink: #1d2b2a; --paper: #fbfaf7; --line: #8a9a97; --lead: #1f5c57; --on-lead: #fff;
  --amiss: #8a2c0d }
@media (prefers-color-scheme: dark) { :root { --ink: #eef3f1; --paper: #14201f; --line: #6f827f; --lead: #8fd3c8;
  --on-lead: #0d1a19; --amiss: #ffb59c } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.55 system-ui, sans-serif }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
p { margin: .5rem 0 }
ul { padding-left: 1.25rem } li { margin: .3rem 0; overflow-wrap: anywhere }
.amiss { color: var(--amiss) }
.said { font-weight: 600 }
form { margin: 1.25rem 0 }
label { display: block; font-weight: 600; margin-bottom: .4rem }
input[type=file], input[readonly] { width: 100%; font: inherit; padding: .75rem; border: 1px solid var(--line);
  border-radius: .5rem; background: transparent; color: inherit }
button, .button { display: inline-block; min-height: 2.9rem; margin: .75rem .5rem 0 0; padding: .6rem 1.2rem;
  border: 2px solid var(--lead); border-radius: .5rem; background: var(--lead); color: var(--on-lead);
  font: 600 1rem/1.4 system-ui, sans-serif; text-decoration: none; cursor: pointer }
.quiet { background: transparent; color: var(--lead) }
a { color: var(--lead) }
:focus-visible { outline: 3px solid var(--lead); outline-offset: 3px }
progress { width: 100%; height: 1.25rem; accent-color: var(--lead) }
"""

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


class Writer:
    """Writes one reader's pages."""

    def __init__(self, tongue: Tongue) -> None:
        self.language = tongue.language
        self.say = tongue.say

    def text(self, text: Text) -> Html:
        """The sentence; what fills its blanks is inert."""
        return typed(self.say(text))

    def line(self, text: Text, kind: str = "") -> Html:
        return Html(f'<p class="{kind}">{self.text(text)}</p>' if kind else f"<p>{self.text(text)}</p>")

    def listed(self, texts: Sequence[Text], kind: str = "") -> Html:
        return Html(f'<ul class="{kind}">{"".join(f"<li>{self.text(text)}</li>" for text in texts)}</ul>')

    def heading(self, text: Text) -> Html:
        return Html(f"<h2>{self.text(text)}</h2>")

    def label(self, text: Text, of: str) -> Html:
        """What the input of this name is called."""
        return Html(f'<label for="{of}">{self.text(text)}</label>')

    def link(self, label: Text, href: str, kind: str = "") -> Html:
        look = f' class="{kind}"' if kind else ""
        return Html(f'<p><a{look} href="{escape(href)}">{self.text(label)}</a></p>')

    def button(self, label: Text, *, name: str = "", value: str = "", quiet: bool = False) -> Html:
        """A button that sends the form it stands in."""
        named = f' name="{escape(name)}" value="{escape(value)}"' if name else ""
        return Html(f'<button type="submit"{named}{_kind(quiet=quiet)}>{self.text(label)}</button>')

    def page(self, title: Text, *parts: Html, status: int = 200, again: int | None = None) -> web.Response:
        """The whole page. `again`: it is asked for anew after so many seconds."""
        refresh = f'<meta http-equiv="refresh" content="{again}">' if again else ""
        said = self.text(title)
        body = "\n".join(parts)
        return web.Response(
            status=status,
            headers=HEADERS,
            content_type="text/html",
            charset="utf-8",
            text=f'<!doctype html>\n<html lang="{self.language}">\n<head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">{refresh}'
            f"<title>{said} · Alongside</title><style>{STYLE}</style></head>\n"
            f"<body><main><h1>{said}</h1>\n{body}\n</main></body>\n</html>\n",
        )


def stranger(request: web.Request, catalogues: Catalogues) -> Writer:
    """Writes for someone whom nobody knows, in the language their browser asks for."""
    wanted = request.headers.get("Accept-Language", "")[:2].lower()
    return Writer(catalogues.tongue(wanted if wanted in LANGUAGES else "en"))


def form(*parts: Html) -> Html:
    """What its buttons send goes to the page's own address."""
    return Html(f'<form method="post" enctype="multipart/form-data">{"".join(parts)}</form>')


def typed(text: str) -> Html:
    """What somebody typed, as text."""
    return Html(escape(text, quote=True).replace("\n", "<br>"))


def _kind(*, quiet: bool) -> str:
    return ' class="quiet"' if quiet else ""
