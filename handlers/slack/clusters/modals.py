"""The forms of clusters and families."""

from collections.abc import Sequence

from chatbot.clusters.families.model import Family
from chatbot.clusters.model import LONGEST_WAIT, USUAL_WAIT, Cluster, Seen
from chatbot.kit.i18n import Text, _
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice, Confirm
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines


def cluster_form(speech: Speech, found: Seen | None = None) -> Block:
    """A new cluster, or one that is there."""
    say = speech.plain
    known = found.cluster if found else None
    leads = [one.account for one in found.leads if one.account] if found else []
    shown = [
        blocks.field(
            "name",
            say(_("Name")),
            blocks.text_input(initial=known.name if known else "", longest=60),
            hint=say(_("The congregation or the team, as everyone knows it.")),
            optional=False,
        ),
        blocks.field(
            "channel",
            say(_("Its own channel")),
            blocks.channel_input(initial=known.channel if known else None),
            hint=say(_("What its families need comes there first. I must have been invited there.")),
            optional=False,
        ),
        blocks.field(
            "wait",
            say(_("After how many hours may everyone help?")),
            blocks.number_input(initial=known.wait if known else USUAL_WAIT, most=LONGEST_WAIT),
            hint=say(_("What begins within three days is open to everyone at once.")),
            optional=False,
        ),
        blocks.field(
            "leads",
            say(_("Who leads it?")),
            blocks.people_input("leads", initial=leads),
            hint=say(_("They add and remove members. They need no other role.")),
        ),
    ]
    if known:
        question = _("Nobody belongs to it any more, and its families are supported by their other clusters.")
        shown += [blocks.divider(), blocks.actions(_close(speech, "clusters.close", known.code, known.name, question))]
    return blocks.modal(
        say(_("Change {code}", code=known.code)) if known else say(_("Add a cluster")),
        shown,
        close=say(_("Back")),
        submit=say(_("Save")) if known else say(_("Add")),
        callback_id="clusters.edit_form" if known else "clusters.add_form",
        metadata=known.code if known else "",
    )


def members_form(cluster: Cluster, speech: Speech) -> Block:
    say = speech.plain
    return blocks.modal(
        say(_("Add people")),
        [
            blocks.section(bold(inert(cluster.name))),
            blocks.field(
                "person",
                say(_("Who belongs to it?")),
                blocks.people_input("person"),
                hint=say(_("Please ask them first. They are told, and can leave at any time.")),
            ),
            blocks.field(
                "name",
                say(_("Or someone who is not in Slack")),
                blocks.text_input(longest=80),
                hint=say(_("The name they go by. I never write to them.")),
            ),
        ],
        close=say(_("Back")),
        submit=say(_("Add")),
        callback_id="clusters.members_form",
        metadata=cluster.code,
    )


def families(found: Sequence[Family], speech: Speech, *, said: Text | None = None) -> Block:
    """The families that clusters support, for coordinators."""
    shown: list[Block] = blocks.news_apart(said, speech)
    shown.append(blocks.context(speech.md(_("A family is a code and an alias here, and nothing else."))))
    if not found:
        shown.append(blocks.section(speech.md(_("No family is written down yet."))))
    for one in found[:80]:
        names = list(one.clusters.values())
        by = speech.md(_("supported by {names}", names=names) if names else _("no cluster supports it yet"))
        change = blocks.button(speech.plain(_("Change")), "clusters.family", one.code)
        shown.append(
            blocks.section(lines(joined(bold(inert(one.code)), inert(one.alias)), Mrkdwn(by)), accessory=change)
        )
    add = blocks.button(speech.plain(_("Add a family")), "clusters.family", style="primary")
    shown.append(blocks.actions(add, blocks.button(speech.plain(_("All clusters")), "settings.clusters")))
    return blocks.modal(speech.plain(_("Families")), shown, close=speech.plain(_("Close")))


def family_form(clusters: Sequence[Cluster], speech: Speech, family: Family | None = None) -> Block:
    say = speech.plain
    shown = [
        blocks.field(
            "alias",
            say(_("Alias or initials")),
            blocks.text_input(initial=family.alias if family else "", longest=40),
            hint=say(_("Never a name. The clusters that support it read this.")),
            optional=False,
        )
    ]
    if clusters:
        choices = [Choice(label=one.name, value=str(one.id)) for one in clusters]
        chosen = [str(number) for number in family.clusters] if family else []
        menu = blocks.multi_select("clusters", choices, chosen=chosen)
        shown.append(blocks.field("clusters", say(_("Which clusters support it?")), menu))
    if family:
        question = _("It needs no support any more. What belongs to it is open to everyone.")
        shown += [
            blocks.divider(),
            blocks.actions(_close(speech, "clusters.family_close", family.code, family.code, question)),
        ]
    return blocks.modal(
        say(_("Change {code}", code=family.code)) if family else say(_("Add a family")),
        shown,
        close=say(_("Back")),
        submit=say(_("Save")) if family else say(_("Add")),
        callback_id="clusters.family_form",
        metadata=family.code if family else "",
    )


def _close(speech: Speech, action: str, code: str, name: str, question: Text) -> blocks.Element:
    say = speech.plain
    confirm = Confirm(
        title=say(_("Close {name}?", name=name)), text=say(question), yes=say(_("Close it")), no=say(_("Keep it"))
    )
    return blocks.button(say(_("Close it")), action, code, style="danger", confirm=confirm)
