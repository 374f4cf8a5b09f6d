"""What people see of the figures."""

from collections.abc import Sequence
from datetime import date

from chatbot.clusters.model import Cluster
from chatbot.impact.messages import line, name_of, period_name
from chatbot.impact.model import Impact, Period
from chatbot.kit import sheets
from chatbot.kit.figures import Figure
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import Money
from chatbot.people.model import Role
from handlers.slack import blocks
from handlers.slack.blocks import Choice
from handlers.slack.impact.asked import Asked
from handlers.slack.press import Message, Press, Say
from handlers.slack.speech import Mrkdwn, Speech, bold, lines

SIGNS = {
    Figure.HEARINGS: ":classical_building:",
    Figure.VOLUNTEERS: ":busts_in_silhouette:",
    Figure.RAISED: ":moneybag:",
    Figure.BONDED_OUT: ":dove_of_peace:",
    Figure.NIGHTS: ":house:",
    Figure.RIDES: ":car:",
    Figure.ACTIONS: ":telephone_receiver:",
}


def may_follow(press: Press) -> bool:
    """Whether this person may have the figures posted where they are: not in a conversation with the bot."""
    return press.person.has(Role.COORDINATOR) and (press.channel or "").startswith(("C", "G"))


def title(impact: Impact) -> Text:
    if impact.cluster:
        return _("{period}: what {cluster} made possible", period=period_name(impact.period), cluster=impact.cluster)
    return _("{period}: what we did together", period=period_name(impact.period))


def shown(
    impact: Impact,
    asked: Asked,
    clusters: Sequence[Cluster],
    speech: Speech,
    *,
    follows: bool,
    may_follow: bool,
    again: bool,
) -> Say:
    """The figures, for the person alone."""
    periods = [
        Choice(label=speech.plain(period_name(one)), value=Asked(period=one, cluster=asked.cluster).value)
        for one in Period
    ]
    found = [
        blocks.section(bold(speech.md(title(impact)))),
        blocks.section(figures(impact, speech)),
        blocks.actions(
            blocks.select("impact.period", periods, chosen=asked.value),
            _cluster_menu(asked, clusters, speech),
            blocks.button(speech.plain(_("Picture")), "impact.picture", asked.value) if not impact.is_empty else None,
            blocks.button(speech.plain(_("Table")), "impact.csv", asked.value) if not impact.is_empty else None,
            _follow_button(asked, speech, follows=follows) if may_follow else None,
        ),
    ]
    if follows:
        note = _("On the first of each month I post the figures of the month before here.")
        found.append(blocks.context(speech.md(note)))
    return Say(message=Message(text=speech.plain(_("What we did together")), blocks=tuple(found)), replace=again)


def figures(impact: Impact, speech: Speech) -> Mrkdwn:
    """A line for each figure that is not zero."""
    if impact.is_empty:
        return speech.md(
            _(
                "Nothing is counted yet. A hearing counts once it is noted who came, a ride once its driver came, "
                "a night once it is over, money once it has arrived."
            )
        )
    return lines(
        *(Mrkdwn(f"{SIGNS[figure]} {speech.md(line(figure, impact))}") for figure in Figure if impact.totals[figure])
    )


def _cluster_menu(asked: Asked, clusters: Sequence[Cluster], speech: Speech) -> blocks.Element | None:
    if not clusters:
        return None
    everything = Choice(label=speech.plain(_("Whole network")), value=Asked(period=asked.period).value)
    choices = [
        everything,
        *(Choice(label=one.name, value=Asked(period=asked.period, cluster=one.code).value) for one in clusters),
    ]
    return blocks.select("impact.cluster", choices, chosen=asked.value)


def _follow_button(asked: Asked, speech: Speech, *, follows: bool) -> blocks.Element:
    if follows:
        return blocks.button(speech.plain(_("Stop posting here")), "impact.unfollow", asked.value)
    return blocks.button(speech.plain(_("Post here monthly")), "impact.follow", asked.value)


def year_title(month: date) -> Text:
    return _("What we did together in {year}", year=str(month.year))


def monthly(impact: Impact, month: date, speech: Speech) -> Message:
    """The message of the month when there is no picture."""
    return Message(
        text=speech.plain(_("What we did together last month")),
        blocks=(blocks.section(monthly_words(impact, month, speech)),),
    )


def monthly_words(impact: Impact, month: date, speech: Speech) -> Mrkdwn:
    heading = _("What we did together in {month}", month=f"{month:%m/%Y}")
    thanks = _("Thank you, everyone. `/impact` shows more.")
    return lines(bold(speech.md(heading)), figures(impact, speech), speech.md(thanks))


def table(found: Sequence[Impact], speech: Speech) -> str:
    """CSV: one row for each month of the network and of each cluster. Money in dollars."""
    head = [
        speech.plain(_("Month")),
        speech.plain(_("Cluster")),
        *(speech.plain(name_of(figure)) for figure in Figure),
    ]
    rows = [
        [f"{month:%Y-%m}", impact.cluster, *(_cell(figure, figures.get(figure, 0)) for figure in Figure)]
        for impact in found
        for month, figures in impact.months
    ]
    return sheets.written([head, *rows])


def _cell(figure: Figure, amount: int) -> str:
    return Money(amount).plain if figure is Figure.RAISED else str(amount)


def no_picture(speech: Speech) -> Say:
    said = _("I could not draw the picture just now; the figures are right without it. Please try again later.")
    return Say(message=Message(text=speech.plain(_("What we did together")), blocks=(blocks.section(speech.md(said)),)))


def unknown(words: str, speech: Speech) -> Say:
    said = _("I do not know “{word}”. Here is what I understand.", word=words[:60])
    return help_said(speech, first=speech.md(said))


def help_said(speech: Speech, *, first: Mrkdwn | None = None) -> Say:
    entries = (
        ("/impact", _("the figures of this month")),
        ("/impact last month", _("of the month before")),
        ("/impact year", _("of this year")),
        ("/impact all", _("of all time")),
        ("/impact C101", _("of what a cluster's families were given this year")),
    )
    listed = lines(*(Mrkdwn(f"`{command}` {speech.md(meaning)}") for command, meaning in entries))
    promise = _("Only sums are shown, and they are kept when the records they were counted from are deleted.")
    found = [
        blocks.section(bold(speech.md(_("What you can type")))),
        blocks.section(listed),
        blocks.context(speech.md(promise)),
    ]
    if first:
        found.insert(0, blocks.section(first))
    return Say(message=Message(text=speech.plain(_("How to use /impact")), blocks=tuple(found)))
