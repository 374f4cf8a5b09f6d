"""The words of rooms, without markup."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.rooms.model import Feature, Length, Nights, Standing


def feature_name(feature: Feature) -> Text:  # noqa: PLR0911
    match feature:
        case Feature.CHILDREN:
            return _("Children welcome")
        case Feature.WHEELCHAIR:
            return _("Works with a wheelchair")
        case Feature.NO_STAIRS:
            return _("No stairs")
        case Feature.PETS_WELCOME:
            return _("A pet may come along")
        case Feature.NO_PETS:
            return _("No pets in the home")
        case Feature.SMOKE_FREE:
            return _("Smoke-free home")
        case Feature.KITCHEN:
            return _("Kitchen may be used")
        case Feature.TRANSIT:
            return _("Near public transport")


def length_name(length: Length) -> Text:
    match length:
        case Length.EMERGENCY:
            return _("Emergency: a few nights, at short notice")
        case Length.SHORT:
            return _("Short stay: up to four weeks")
        case Length.LONG:
            return _("Long stay: more than four weeks")


def standing_text(standing: Standing) -> Text:
    match standing:
        case Standing.FREE:
            return _("Open for guests")
        case Standing.UNVETTED:
            return _("Waits for a coordinator to meet the host")
        case Standing.CLOSED:
            return _("Closed by the host")
        case Standing.EXPIRED:
            return _("Expired: nobody said that it is still free")
        case Standing.OVER:
            return _("Its last day has come")


def nights_text(nights: Nights) -> Text:
    if nights.until is None:
        return _("from {first}, open-ended", first=nights.first)
    return n_(
        "{first} to {until}, {count} night",
        "{first} to {until}, {count} nights",
        nights.count,
        first=nights.first,
        until=nights.until,
    )


def people_text(count: int) -> Text:
    return n_("{count} person", "{count} people", count)
