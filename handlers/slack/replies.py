"""Answers for the person alone, as listeners give them."""

from chatbot.kit.i18n import Text, _
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.press import Message, Say
from handlers.slack.speech import Speech


def answer(speech: Speech, *shown: Block, title: str = "Alongside", replace: bool = False) -> Say:
    """What these blocks say. The notification tells nothing of it."""
    text = speech.plain(_("Alongside has an answer for you."))
    return Say(message=Message(text=text, blocks=shown), title=title, replace=replace)


def said(speech: Speech, sentence: Text, *more: Block, title: str = "Alongside", replace: bool = False) -> Say:
    """One sentence, with what can be done next."""
    return answer(speech, blocks.section(speech.md(sentence)), *more, title=title, replace=replace)
