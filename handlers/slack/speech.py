"""Sentences for Slack's surfaces. The types keep typed text from reaching mrkdwn without being made harmless."""

import re
from typing import NewType

from chatbot.kit.i18n import Text, Tongue

Mrkdwn = NewType("Mrkdwn", str)
"""Text in Slack's markup in which nothing a person typed is alive."""

_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?")

_JOINT = re.compile(r"[.:/@](?=\S)")
"""What addresses and names are put together with."""


def inert(typed: str) -> Mrkdwn:
    """What someone typed, as text: no mention, no broadcast, no link.

    Slack's own rule: the three control characters become entities (docs, "Formatting text for app surfaces").
    Every mrkdwn object is sent `verbatim`, so that bare names and addresses stay text as well.
    """
    return Mrkdwn(typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def unlinked(typed: str) -> Mrkdwn:
    """The same where nothing is `verbatim`: signs without width keep Slack from finding an address or a name in it."""
    return Mrkdwn(_JOINT.sub("\\g<0>\u2060", inert(typed)))


def link(address: str) -> Mrkdwn:
    """An address that can be pressed and is read as it is; one that is no plain web address stays text."""
    return Mrkdwn(f"<{inert(address)}>") if _ADDRESS.fullmatch(address) else inert(address)


class Speech:
    """One reader's tongue on Slack."""

    def __init__(self, tongue: Tongue) -> None:
        self.language = tongue.language
        self._tongue = tongue

    def md(self, text: Text) -> Mrkdwn:
        """The sentence for a mrkdwn field; what fills its blanks is inert."""
        return Mrkdwn(self._tongue.say(text, inert))

    def beside(self, text: Text) -> Mrkdwn:
        """The sentence that stands beside a file: Slack reads it as mrkdwn and looks for addresses by itself."""
        return Mrkdwn(self._tongue.say(text, unlinked))

    def plain(self, text: Text) -> str:
        """The sentence for a plain_text field, where nothing is alive anyway."""
        return self._tongue.say(text)


def bold(text: Mrkdwn) -> Mrkdwn:
    """Bold, unless an asterisk inside would end it early."""
    return text if "*" in text or not text.strip() else Mrkdwn(f"*{text}*")


def quoted(typed: str) -> Mrkdwn:
    """What someone typed, set apart as their own words; nothing for nothing."""
    return Mrkdwn(f"> {inert(typed)}".replace("\n", "\n> ") if typed else "")


def lines(*parts: Mrkdwn | None) -> Mrkdwn:
    """The parts that there are, each on its line."""
    return Mrkdwn("\n".join(part for part in parts if part))


def joined(*parts: Mrkdwn | None, by: str = " · ") -> Mrkdwn:
    return Mrkdwn(by.join(part for part in parts if part))
