"""Clusters as people see them: the list, one cluster with its members, and a word to someone who was added."""

from collections.abc import Sequence

from chatbot.clusters.families.model import Family
from chatbot.clusters.model import Cluster, Member, Seen
from chatbot.kit.i18n import Text, _, n_
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice, Confirm, Element
from handlers.slack.press import Message
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

NAMES = 60
"""Members named in the window; the others are counted."""


def title(cluster: Cluster) -> Mrkdwn:
    """`C101 · St. Mark's`"""
    return joined(bold(inert(cluster.code)), bold(inert(cluster.name)))


def listing(found: Sequence[Seen], speech: Speech, *, by: Person, said: Text | None = None) -> Block:
    """Every cluster. Who belongs to one is for its members and for coordinators."""
    shown: list[Block] = blocks.news_apart(said, speech)
    about = _("A cluster is a congregation or a team that supports families together.")
    shown.append(blocks.context(speech.md(about)))
    if not found:
        shown.append(blocks.section(speech.md(_("There is no cluster yet."))))
    shown += [_line(one, speech) for one in found[:80]]
    if by.has(Role.COORDINATOR):
        add = blocks.button(speech.plain(_("Add a cluster")), "clusters.add", style="primary")
        shown.append(blocks.actions(add, families_button(speech)))
    else:
        shown.append(blocks.context(speech.md(_("To join one, ask someone who leads it, or a coordinator."))))
    return blocks.modal(speech.plain(_("Clusters")), shown, close=speech.plain(_("Close")))


def _line(found: Seen, speech: Speech) -> Block:
    if found.members is None:
        return blocks.section(title(found.cluster))
    count = speech.md(n_("{count} member", "{count} members", len(found.members)))
    return blocks.section(
        lines(title(found.cluster), joined(count, _leads(found, speech))), accessory=open_button(found.cluster, speech)
    )


def _leads(found: Seen, speech: Speech) -> Mrkdwn:
    if not found.leads:
        return speech.md(_("nobody leads it yet"))
    return speech.md(_("led by {names}", names=[one.name for one in found.leads]))


def window(
    found: Seen, families: Sequence[Family], board: Sequence[Block], speech: Speech, *, said: Text | None = None
) -> Block:
    """One cluster, for those who may know its members. `board` is what is coming up for its families."""
    members = found.members or ()
    supports = [f"{one.code} {one.alias}" for one in families]
    shown: list[Block] = blocks.news_apart(said, speech)
    shown += [
        blocks.section(lines(title(found.cluster), Mrkdwn(f"<#{inert(found.cluster.channel)}>"), _wait(found, speech))),
        blocks.section(lines(bold(speech.md(_("Members"))), _leads(found, speech), _names(members, speech))),
        blocks.section(
            speech.md(_("Supports {families}.", families=supports) if supports else _("It supports no family yet."))
        ),
    ]
    elements = _buttons(found, speech)
    shown += [blocks.actions(*elements)] if any(elements) else []
    if remove := _remove(found, speech):
        shown.append(blocks.actions(remove))
    heading = blocks.section(bold(speech.md(_("Coming up for its families"))))
    nothing = blocks.section(speech.md(_("Nothing is coming up in the next 30 days.")))
    return blocks.modal(
        speech.plain(_("Cluster {code}", code=found.cluster.code)),
        [*shown, blocks.divider(), heading, *(board or [nothing])],
        close=speech.plain(_("Close")),
        metadata=found.cluster.code,
    )


def _wait(found: Seen, speech: Speech) -> Mrkdwn:
    hours = found.cluster.wait
    if not hours:
        return speech.md(_("What its families need is open to everyone at once."))
    return speech.md(
        n_(
            "What its families need comes here first, and is open to everyone after {count} hour.",
            "What its families need comes here first, and is open to everyone after {count} hours.",
            hours,
        )
    )


def _names(members: Sequence[Member], speech: Speech) -> Mrkdwn | None:
    if not members:
        return None
    more = len(members) - NAMES
    rest = speech.md(n_("and {count} more", "and {count} more", more)) if more > 0 else None
    return joined(Mrkdwn(", ".join(inert(one.name) for one in members[:NAMES])), rest)


def _buttons(found: Seen, speech: Speech) -> list[Element | None]:
    code, say = found.cluster.code, speech.plain
    return [
        blocks.button(say(_("Add people")), "clusters.members", code, style="primary") if found.may_manage else None,
        blocks.button(say(_("Change")), "clusters.edit", code) if found.may_change else None,
        leave_button(found.cluster, speech) if found.mine else None,
    ]


def _remove(found: Seen, speech: Speech) -> Element | None:
    """Leads take off members; who leads it themselves only coordinators."""
    choices = [
        Choice(label=one.name, value=f"{found.cluster.code} {one.person_id}")
        for one in found.members or ()
        if found.may_change or not one.leads
    ]
    if not choices or not found.may_manage:
        return None
    return blocks.select("clusters.remove", choices, placeholder=speech.plain(_("Take someone off…")))


def open_button(cluster: Cluster, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Open")), "clusters.open", cluster.code)


def families_button(speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Families")), "clusters.families")


def leave_button(cluster: Cluster, speech: Speech) -> Element:
    return blocks.button(
        speech.plain(_("Leave")),
        "clusters.leave",
        cluster.code,
        confirm=Confirm(
            title=speech.plain(_("Leave {name}?", name=cluster.name)),
            text=speech.plain(_("What you signed up for stays yours. Someone who leads it can add you again.")),
            yes=speech.plain(_("Leave")),
            no=speech.plain(_("Stay")),
        ),
    )


def added(cluster: Cluster, by: str, speech: Speech) -> Message:
    """To someone who was put into a cluster."""
    sentence = _("{who} added you to the cluster {name}.", who=by, name=cluster.name)
    more = _("What the families it supports need comes there first. You can leave it at any time.")
    where = Mrkdwn(f"<#{inert(cluster.channel)}>")
    return Message(
        text=speech.plain(_("You belong to a cluster now.")),
        blocks=(
            blocks.section(lines(speech.md(sentence), where, speech.md(more))),
            blocks.actions(open_button(cluster, speech), leave_button(cluster, speech)),
        ),
    )
