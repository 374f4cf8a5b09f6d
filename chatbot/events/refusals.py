"""What people are told about events."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.signups.refusals import NoSuchOccasion


class NoSuchEvent(NoSuchOccasion):
    def __init__(self, code: str) -> None:
        Refusal.__init__(self, _("There is no event {code}. Type /events to see what is coming up.", code=code))


class EventClosed(Refusal):
    """Cancelled, or over."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is closed. There is nothing more to do.", code=code))


class EventIsOver(Refusal):
    """It would be over before anybody hears of it."""

    def __init__(self) -> None:
        super().__init__(
            _("This is over already. Please choose a day and an hour that are still to come."), field="day"
        )


class EndsBeforeItStarts(Refusal):
    def __init__(self) -> None:
        super().__init__(_("It would end before it starts. Please choose a later end."), field="end")


class NoDates(Refusal):
    """A rule that leaves no day."""

    def __init__(self, *, field: str) -> None:
        super().__init__(_("No day is left then. Please check the days, the rule and the last day."), field=field)


class RuleNotUnderstood(Invalid):
    def __init__(self) -> None:
        super().__init__({"rule": _("I do not understand this rule. Write one such as FREQ=WEEKLY;BYDAY=TU,TH.")})


class SeriesKeepsItsDays(Refusal):
    """One date can move to another day; a series cannot."""

    def __init__(self) -> None:
        super().__init__(
            _("Only one date can move to another day. For other days, end the series here and add a new one."),
            field="day",
        )
