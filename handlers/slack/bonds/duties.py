"""The buttons of those who look after a drive: what coordinators and treasurers can do with it now."""

from chatbot.bonds.model import Drive, Purpose, State
from chatbot.kit.i18n import _
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.speech import Speech, bold

STANDING = (State.PAID, State.RELEASED, State.ACTIVE)
"""While these last the bond stands with the government."""


def is_treasurer(person: Person) -> bool:
    return person.has(Role.TREASURER)


def is_steward(person: Person) -> bool:
    """Coordinators and treasurers write drives down and see who pledged."""
    return person.has(Role.COORDINATOR) or is_treasurer(person)


def blocks_of(drive: Drive, speech: Speech, *, by: Person) -> list[Block]:
    """What this person's duties let them do; nothing for everyone else."""
    if not is_steward(by):
        return []
    found: list[Block] = [
        blocks.divider(),
        blocks.section(bold(speech.md(_("For coordinators and treasurers")))),
        stewards(drive, speech),
    ]
    money = [button for button in treasurers(drive, speech) if button] if is_treasurer(by) else []
    return [*found, blocks.actions(*money)] if money else found


def stewards(drive: Drive, speech: Speech) -> Block:
    edit = blocks.button(speech.plain(_("Edit")), "bonds.edit", drive.code)
    end = blocks.button(speech.plain(_("End the drive")), "bonds.close", drive.code, style="danger")
    return blocks.actions(
        blocks.button(speech.plain(_("Pledges")), "bonds.pledges", f"1 {drive.code}"),
        edit if drive.is_open else None,
        end if drive.is_open else None,
    )


def treasurers(drive: Drive, speech: Speech) -> list[Element | None]:
    """The next steps of the money, in the order in which they come."""
    code, is_bond = drive.code, drive.purpose is Purpose.BOND
    promised, at_hand = bool(drive.figures.promised), bool(drive.figures.at_hand)
    stands = drive.state in STANDING and is_bond
    waits = drive.state in (State.CANCELLED, State.REFUND_REQUESTED)
    button, say = blocks.button, speech.plain
    return [
        button(say(_("Money came in")), "bonds.receive", code, style="primary") if promised else None,
        button(say(_("Money from outside Slack")), "bonds.outside", code) if drive.is_open else None,
        button(say(_("Bond was paid") if is_bond else _("Fees were paid")), "bonds.paid", code)
        if drive.is_open and at_hand
        else None,
        button(say(_("Person is released")), "bonds.released", code) if drive.state is State.PAID and is_bond else None,
        button(say(_("Bond is cancelled (I-391)")), "bonds.cancelled", code) if stands else None,
        button(say(_("Refund was asked for")), "bonds.requested", code) if drive.state is State.CANCELLED else None,
        button(say(_("Refund came")), "bonds.refund", code) if waits else None,
        button(say(_("Bond is breached (I-323)")), "bonds.breach", code, style="danger") if stands else None,
        button(say(_("Obligor's address is right")), "bonds.address", code) if stands or waits else None,
        button(say(_("Roll money over")), "bonds.roll", code) if at_hand and not drive.is_open else None,
    ]
