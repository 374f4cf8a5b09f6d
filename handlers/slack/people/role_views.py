"""Who is entrusted with what, and the form that changes it."""

from collections.abc import Iterable, Sequence

from chatbot.kit.i18n import _
from chatbot.people.forms import DUTIES, TRAINING, area_value
from chatbot.people.messages import role_hint, role_name, roles_name
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice, Element
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

ROLES = (Role.ADMIN, Role.COORDINATOR, Role.VERIFIER, Role.LEAD, Role.TREASURER)


def chooser(trusted: Sequence[Person], speech: Speech) -> Block:
    """Everyone who holds a role, and the menu to choose whose roles to change."""
    menu = blocks.person_input("people.choose")
    menu["placeholder"] = blocks.plain(speech.plain(_("Choose someone")), 150)
    return blocks.modal(
        speech.plain(_("People")),
        [
            blocks.section(speech.md(_("Whose roles do you want to change?"))),
            blocks.actions(menu),
            blocks.divider(),
            *(_holders(role, trusted, speech) for role in ROLES),
        ],
        close=speech.plain(_("Back")),
    )


def _holders(role: Role, trusted: Iterable[Person], speech: Speech) -> Block:
    names = [_name(person, role) for person in trusted if _holds(person, role)]
    said = Mrkdwn(", ".join(names)) if names else speech.md(_("nobody yet"))
    title = joined(bold(speech.md(roles_name(role))), speech.md(role_hint(role)))
    return blocks.section(lines(title, said))


def _holds(person: Person, role: Role) -> bool:
    """What they were given; that admins may do most of it as well says the admins' line."""
    return any(grant.role is role for grant in person.grants) or (role is Role.ADMIN and person.is_owner)


def _name(person: Person, role: Role) -> Mrkdwn:
    areas = sorted(grant.area for grant in person.grants if grant.role is role and grant.area)
    return Mrkdwn(f"{inert(person.name)} ({inert(', '.join(areas))})") if areas else inert(person.name)


def form(person: Person, areas: Iterable[str], speech: Speech, *, by: Person) -> Block:
    """The roles that `by` may give, ticked where `person` holds them."""
    say = speech.plain
    owner = _("Owners of the workspace are always admins.") if person.is_owner else None
    found = [
        blocks.section(lines(bold(inert(person.name)), speech.md(owner) if owner else None)),
        blocks.field("training", say(_("Trained as")), _boxes("training", TRAINING, person, speech)),
    ]
    if by.is_admin:
        found += [
            blocks.field(
                "coordinates",
                say(_("Coordinates")),
                _areas(person, areas, speech),
                hint=say(role_hint(Role.COORDINATOR)),
            ),
            blocks.field("duties", say(_("Also")), _boxes("duties", DUTIES, person, speech)),
        ]
    else:
        found.append(blocks.context(speech.md(_("Coordinators, treasurers and admins are chosen by admins."))))
    return blocks.modal(
        say(_("Roles")),
        found,
        close=say(_("Back")),
        submit=say(_("Save")),
        callback_id="people.roles_form",
        metadata=str(person.id),
    )


def _boxes(name: str, roles: Iterable[Role], person: Person, speech: Speech) -> Element:
    choices = [
        Choice(label=speech.plain(role_name(role)), value=role, hint=speech.plain(role_hint(role))) for role in roles
    ]
    return blocks.checkboxes(name, choices, ticked=[grant.role for grant in person.grants])


def _areas(person: Person, areas: Iterable[str], speech: Speech) -> Element:
    """Everywhere first, then the areas they hold, then the other areas of the directory."""
    held = sorted(grant.area for grant in person.grants if grant.role is Role.COORDINATOR)
    known = dict.fromkeys(["", *held, *sorted(set(areas))])
    choices = [Choice(label=area or speech.plain(_("Everywhere")), value=area_value(area)) for area in known]
    return blocks.multi_select(
        "coordinates", choices, placeholder=speech.plain(_("Nowhere")), chosen=[area_value(area) for area in held]
    )
