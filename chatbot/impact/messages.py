"""What the figures are called."""

from chatbot.impact.model import Impact, Period
from chatbot.kit.figures import Figure
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import Money

_NAMES = {
    Figure.HEARINGS: _("hearings accompanied"),
    Figure.VOLUNTEERS: _("volunteers"),
    Figure.RAISED: _("raised"),
    Figure.BONDED_OUT: _("people bonded out"),
    Figure.NIGHTS: _("nights hosted"),
    Figure.RIDES: _("rides driven"),
    Figure.ACTIONS: _("calls, letters and signatures"),
}


def name_of(figure: Figure) -> Text:
    return _NAMES[figure]


def period_name(period: Period) -> Text:
    match period:
        case Period.MONTH:
            return _("This month")
        case Period.LAST_MONTH:
            return _("Last month")
        case Period.YEAR:
            return _("This year")
        case Period.ALL:
            return _("All time")


def said(figure: Figure, amount: int) -> Text:
    """The amount alone."""
    return _("{value}", value=Money(amount) if figure is Figure.RAISED else amount)


def line(figure: Figure, impact: Impact) -> Text:
    """One figure of the period. Different people are not summed up over months: some came in several."""
    name = name_of(figure)
    if figure is Figure.VOLUNTEERS and len(impact.months) > 1:
        name = _("volunteers in the busiest month")
    return _("{figure}: {value}", figure=name, value=said(figure, impact.totals[figure]))
