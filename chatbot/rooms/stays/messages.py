"""The words of stays, without markup."""

from chatbot.kit.i18n import Text, _, n_
from chatbot.rooms.messages import people_text
from chatbot.rooms.model import Feature
from chatbot.rooms.stays.model import Note, NoteKind, Phase, Stay


def party_text(stay: Stay) -> Text:
    if not stay.children:
        return people_text(stay.adults)
    return _(
        "{adults}, {children}",
        adults=n_("{count} adult", "{count} adults", stay.adults),
        children=n_("{count} child", "{count} children", stay.children),
    )


def need_name(need: Feature) -> Text:  # noqa: PLR0911
    """What a party needs; the same list as what a home has, from the other side."""
    match need:
        case Feature.CHILDREN:
            return _("Children welcome")
        case Feature.WHEELCHAIR:
            return _("Uses a wheelchair")
        case Feature.NO_STAIRS:
            return _("Cannot climb stairs")
        case Feature.PETS_WELCOME:
            return _("Brings a pet")
        case Feature.NO_PETS:
            return _("Needs a home without pets")
        case Feature.SMOKE_FREE:
            return _("Needs a smoke-free home")
        case Feature.KITCHEN:
            return _("Needs a kitchen")
        case Feature.TRANSIT:
            return _("Needs public transport")


def phase_text(phase: Phase, stay: Stay) -> Text:
    offer = stay.match.offer_code if stay.match else ""
    match phase:
        case Phase.LOOKING:
            return _("Looking for a room")
        case Phase.HOST_ASKED:
            return _("The host of {offer} was asked", offer=offer)
        case Phase.GUESTS_ASKED:
            return _("The host of {offer} says yes; the guests are being asked", offer=offer)
        case Phase.AGREED:
            return _("Agreed: {offer}", offer=offer)
        case Phase.OVER:
            return _("Over")
        case Phase.WITHDRAWN:
            return _("Not needed any more")


def host_phase_text(phase: Phase) -> Text:
    """The same in the words of the host it is with."""
    match phase:
        case Phase.HOST_ASKED:
            return _("Waits for your answer")
        case Phase.GUESTS_ASKED:
            return _("You said yes; the guests are being asked")
        case Phase.AGREED:
            return _("They stay with you")
        case Phase.LOOKING | Phase.WITHDRAWN:
            return _("Not needed any more")
        case Phase.OVER:
            return _("Over")


def note_title(note: Note) -> Text:
    match note.kind:
        case NoteKind.QUESTION:
            return _("{name} asks", name=note.author)
        case NoteKind.ANSWER:
            return _("{name} answers", name=note.author)
        case NoteKind.HANDOVER:
            return _("{name} notes", name=note.author)
