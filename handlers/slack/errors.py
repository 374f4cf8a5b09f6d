"""The one room for everything that does not go as wished: refusals, repeats, and our own mistakes."""

import secrets
import traceback
from collections.abc import Mapping

import structlog

from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Invalid, Refusal
from handlers.slack.blocks import short
from handlers.slack.press import Errors, Press, Reply, Say, Surface
from handlers.slack.replies import said
from handlers.slack.speech import Speech

log = structlog.get_logger("alongside")


def refused(press: Press, refusal: Refusal, inputs: list[str]) -> Reply:
    """The refusal's sentence, under its input when a form was sent. `inputs` are the block ids of the form."""
    if press.surface is not Surface.FORM or not inputs:
        return said(press.speech, refusal.sentence)
    problems: Mapping[str, Text]
    problems = refusal.problems if isinstance(refusal, Invalid) else {refusal.field or "": refusal.sentence}
    return Errors(
        problems={
            name if name in inputs else inputs[0]: short(press.speech.plain(sentence), 2000)
            for name, sentence in problems.items()
        }
    )


def apology(speech: Speech, reference: str) -> Say:
    sentence = _(
        "Sorry, something went wrong on my side and nothing was changed. "
        "Please try again; if it happens again, tell a coordinator this number: {reference}",
        reference=reference,
    )
    return said(speech, sentence)


def write_down(error: BaseException, where: str) -> str:
    """Log a mistake of ours without a word anyone typed: its kind and its way through the code. Returns its number."""
    reference = secrets.token_hex(4)
    frames = [
        f"{'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno}:{frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    log.error("mistake", reference=reference, where=where, kind=type(error).__name__, way=frames[-12:])
    return reference
