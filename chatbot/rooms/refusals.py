"""What people are told about rooms they offer."""

from datetime import date

from chatbot.kit.i18n import _, n_
from chatbot.kit.refusal import Refusal


class NoSuchOffer(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("There is no room {code}. Type /rooms to see yours.", code=code))


class NotYourOffer(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is not your room. Only its host can do this.", code=code))


class AnsweredFor(Refusal):
    """The host has a voice already: themselves, or a coordinator who is still one."""

    def __init__(self, name: str) -> None:
        super().__init__(_("{name} answers for this home. Only when they stop coordinating can another.", name=name))


class LeavesBeforeArriving(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The day they leave must come after the first night."), field="until")


class TooLong(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This is more than a year. Please choose an earlier day."), field="until")


class DaysOver(Refusal):
    """Everything that was chosen lies in the past."""

    def __init__(self, field: str = "until") -> None:
        super().__init__(_("This day is over. Please choose one that is still to come."), field=field)


class NightsPromised(Refusal):
    """The host would take back a bed that is promised, or asked for."""

    def __init__(self, stay: str, *, field: str) -> None:
        sentence = _(
            "{stay} has a bed with you on some of these nights. Please speak with a coordinator first.", stay=stay
        )
        super().__init__(sentence, field=field)


class NotFree(Refusal):
    """The offer cannot be proposed as it stands."""

    def __init__(self, code: str) -> None:
        super().__init__(_("{code} takes no guests at the moment.", code=code))


class HostNotVetted(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("The host of {code} is not vetted yet. Meet them first, then press Vet host.", code=code))


class OutsideOffer(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("{code} is not offered on all of these nights.", code=code), field="until")


class NightClosed(Refusal):
    def __init__(self, code: str, night: date) -> None:
        super().__init__(_("{code} takes nobody on the night of {night}.", code=code, night=night), field="until")


class BedsTaken(Refusal):
    def __init__(self, code: str, night: date, left: int) -> None:
        sentence = n_(
            "{code} has {count} bed left on the night of {night}.",
            "{code} has {count} beds left on the night of {night}.",
            left,
            code=code,
            night=night,
        )
        super().__init__(sentence, field="until")


class OwnHome(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nobody vets their own home. Please ask another coordinator."))
