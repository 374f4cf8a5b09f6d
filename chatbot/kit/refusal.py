"""A refusal is a fact with a kind sentence. It is not a bug and leaves no trace in the database."""

from collections.abc import Mapping

from chatbot.kit.i18n import Text


class Refusal(Exception):
    """The network says no, kindly.

    `sentence` is what the person reads. `field` names the input it is about, when it is about one.
    """

    def __init__(self, sentence: Text, *, field: str | None = None) -> None:
        super().__init__(sentence.msgid)
        self.sentence = sentence
        self.field = field


class Invalid(Refusal):
    """What was typed into a form cannot be taken as it is: one sentence an input, nothing is lost."""

    def __init__(self, problems: Mapping[str, Text]) -> None:
        field, sentence = next(iter(problems.items()))
        super().__init__(sentence, field=field)
        self.problems = dict(problems)


class Repeat(Exception):
    """The very same event was taken before. There is nothing to do and nothing to say."""
