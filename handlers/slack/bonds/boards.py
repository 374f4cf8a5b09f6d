"""What treasurers look at: the books at a glance, the totals, and who promised what to one drive."""

from collections.abc import Sequence

from chatbot.bonds.messages import pledge_state_name
from chatbot.bonds.model import Drive, Pledge
from chatbot.bonds.statements import FundTotals, Totals
from chatbot.kit.i18n import Text, _, value
from chatbot.kit.money import ZERO
from chatbot.kit.pages import turned_to
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block
from handlers.slack.bonds import parts
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

PAGE = 12
"""Pledges on a page: with their buttons they stay far below Slack's hundred blocks."""

FUNDS = 40
"""Funds that are shown; the export has them all."""


def glance(totals: Totals, waiting: Sequence[Pledge], speech: Speech, *, said: Text | None = None) -> Block:
    """What is at hand, what stands with the government, what is promised; and the ways into the books."""
    say, button = speech.plain, blocks.button
    at_hand, *others = parts.standing(totals, waiting, speech)
    found: list[Block] = [
        *blocks.news_apart(said, speech),
        blocks.section(lines(bold(at_hand), *others)),
        blocks.actions(
            button(say(_("Money came in")), "bonds.receive", style="primary") if waiting else None,
            button(say(_("Money from outside Slack")), "bonds.outside"),
            button(say(_("Roll money over")), "bonds.roll"),
            button(say(_("Month statement")), "bonds.statement"),
            button(say(_("Compare with the bank")), "bonds.reconcile"),
        ),
        blocks.actions(
            button(say(_("Totals")), "bonds.totals"),
            button(say(_("Export")), "bonds.export"),
            button(say(_("Take an entry back")), "bonds.reverse"),
            button(say(_("Limits and rates")), "bonds.policy"),
        ),
    ]
    return blocks.modal(say(_("The books")), found, close=say(_("Close")))


def totals_view(totals: Totals, speech: Speech) -> Block:
    """Fund by fund, and what stands with each obligor."""
    say = speech.plain
    found: list[Block] = [blocks.section(_fund(fund, speech)) for fund in totals.funds[:FUNDS]]
    if len(totals.funds) > FUNDS:
        found.append(blocks.context(speech.md(_("And more: the export has them all."))))
    if totals.obligors:
        each = (
            joined(inert(reference), speech.md(_("{amount} with the government as bonds", amount=amount)))
            for reference, amount in totals.obligors.items()
        )
        found += [blocks.divider(), blocks.section(lines(bold(speech.md(_("By obligor"))), *each))]
    found.append(head_note(totals.head.number, totals.head.hash, speech))
    return blocks.modal(say(_("Totals")), found, close=say(_("Back")))


def _fund(fund: FundTotals, speech: Speech) -> Mrkdwn:
    name = joined(bold(inert(fund.code)), inert(fund.alias)) if fund.code else bold(speech.md(_("The general fund")))
    figures = (
        (_("{amount} received", amount=fund.received), fund.received),
        (_("{amount} given back", amount=fund.returned), fund.returned),
        (_("{amount} interest", amount=fund.interest), fund.interest),
        (_("{amount} from other funds", amount=fund.transferred), fund.transferred),
        (_("{amount} fees paid", amount=fund.fees), fund.fees),
        (_("{amount} lost", amount=fund.lost), fund.lost),
        (_("{amount} with the government as bonds", amount=fund.deposited), fund.deposited),
    )
    return lines(
        joined(name, bold(speech.md(_("{amount} at hand", amount=fund.at_hand)))),
        joined(*(speech.md(text) for text, amount in figures if amount)) or None,
    )


def head_note(number: int, hash_: str, speech: Speech) -> Block:
    """The end of the chain: whoever writes it down can tell later whether anything before it was changed."""
    return blocks.context(
        speech.md(_("Entry {number} ends the books, sealed with {hash}.", number=number, hash=hash_[:16]))
    )


def pledges_view(
    drive: Drive, pledges: Sequence[Pledge], speech: Speech, *, page: int, collects: bool, said: Text | None = None
) -> Block:
    """Who promised what; treasurers see the names of all and what can be done about each."""
    page, pages = turned_to(page, total=len(pledges), size=PAGE)
    say = speech.plain
    found: list[Block] = [
        *blocks.news_apart(said, speech),
        blocks.section(lines(parts.title(drive, speech), parts.amounts(drive, speech))),
    ]
    if not pledges:
        found.append(blocks.section(speech.md(_("Nobody has pledged yet."))))
    for pledge in pledges[(page - 1) * PAGE : page * PAGE]:
        found.append(blocks.section(_pledge(pledge, speech)))
        buttons = _pledge_buttons(pledge, speech) if collects else []
        if buttons:
            found.append(blocks.actions(*buttons))
    found.append(
        blocks.actions(
            *turning.buttons("bonds.pledges_", page, pages, speech, carried=drive.code),
            parts.details_button(drive.code, speech),
        )
    )
    return blocks.modal(say(_("Pledges")), found, close=say(_("Close")))


def _pledge(pledge: Pledge, speech: Speech) -> Mrkdwn:
    """`Ana · $40 · Pledged`, and what that does not say by itself."""
    name = inert(pledge.name) if pledge.name else speech.md(_("Anonymous"))
    if pledge.person_id is None:
        name = speech.md(_("Someone outside Slack"))
    more = (
        (_("{amount} received", amount=pledge.received), pledge.received not in (ZERO, pledge.total)),
        (_("{amount} still to come", amount=pledge.outstanding), pledge.outstanding and pledge.received),
        (_("{amount} given back", amount=pledge.returned), pledge.returned),
        (_("for the fund: {amount}", amount=pledge.fund_amount), pledge.fund_amount),
        (_("the name is not shown"), pledge.anonymous and pledge.person_id),
    )
    return lines(
        joined(bold(name), speech.md(value(pledge.total)), speech.md(pledge_state_name(pledge.state))),
        joined(*(speech.md(text) for text, shown in more if shown)),
    )


def _pledge_buttons(pledge: Pledge, speech: Speech) -> list[blocks.Element]:
    named = f"{pledge.id} {pledge.code}"
    say, button = speech.plain, blocks.button
    sure = blocks.Confirm(
        title=say(_("Wait for it no more?")),
        text=say(_("What is still to come counts as missing again. The person is not told.")),
        yes=say(_("Wait no more")),
        no=say(_("Keep")),
    )
    found = [
        button(say(_("Money came in")), "bonds.receive_one", named) if pledge.outstanding else None,
        button(say(_("Wait no more")), "bonds.expect_no_more", named, confirm=sure) if pledge.outstanding else None,
        button(say(_("Give back")), "bonds.give_back", named) if pledge.returned < pledge.received else None,
        button(say(_("Whom to thank")), "bonds.donor", named) if pledge.person_id is None else None,
    ]
    return [one for one in found if one]
