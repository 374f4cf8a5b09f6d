"""What people are told about hearings."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal
from chatbot.signups.refusals import NoSuchOccasion


class NoSuchHearing(NoSuchOccasion):
    def __init__(self, code: str) -> None:
        Refusal.__init__(self, _("There is no hearing {code}. Type /hearings to see what is coming up.", code=code))


class UnknownFilter(Refusal):
    def __init__(self, word: str, closest: str | None) -> None:
        if closest:
            sentence = _("I do not know “{word}”. Did you mean “{closest}”?", word=word, closest=closest)
        else:
            sentence = _("I do not know “{word}”. Type /hearings help to see what I understand.", word=word)
        super().__init__(sentence)


class InThePast(Refusal):
    def __init__(self, field: str) -> None:
        if field == "day":
            sentence = _("This day is over. Please choose one that is still to come.")
        else:
            sentence = _("This hour is over. Please choose one that is still to come.")
        super().__init__(sentence, field=field)


class EndsBeforeItStarts(Refusal):
    def __init__(self) -> None:
        super().__init__(_("It would end before it starts. Please choose a later end."), field="end")


class HourWithoutDay(Refusal):
    def __init__(self) -> None:
        super().__init__(_("An hour needs a day. Please choose the day as well."), field="day")


class NoSeats(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nobody could sign up for this. Please ask for at least one person."), field="companions")


class ReasonMissing(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please say in a few words why, so that people understand."), field="reason")
