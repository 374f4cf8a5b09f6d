"""The windows of the books: a month, the bank beside them, taking an entry back, and what the network decided."""

from collections.abc import Mapping, Sequence
from datetime import date

from chatbot.bonds.messages import what_name
from chatbot.bonds.statements import Policy, Reconciliation, Statement
from chatbot.kit.i18n import Text, _, n_, value
from chatbot.kit.money import ZERO, Money, total
from chatbot.ledger.model import Entry
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.bonds import forms
from handlers.slack.bonds.boards import head_note
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

LINES = 40
"""Entries of a month, or rows of the bank, that are shown; the file has them all."""

Codes = Mapping[str, str]


def statement(month: Statement, speech: Speech, *, is_over: bool, said: Text | None = None) -> Block:
    """A month of the books: what was there, what came and went, and every entry."""
    say, button = speech.plain, blocks.button
    named = month.first.strftime("%Y-%m")
    figures = (
        _("{amount} at hand on {day}", amount=month.before, day=month.first),
        _("{amount} came in", amount=month.came_in),
        _("{amount} went out", amount=month.went_out),
        _("{amount} at hand on {day}", amount=month.after, day=month.last),
        _("{amount} with the government as bonds", amount=month.deposited),
    )
    found: list[Block] = [
        *blocks.news_apart(said, speech),
        blocks.section(lines(bold(Mrkdwn(named)), *(speech.md(text) for text in figures))),
        blocks.actions(
            button(say(_("Month before")), "bonds.month_before", moved(month.first, -1)),
            button(say(_("Month after")), "bonds.month_after", moved(month.first, 1)),
            button(say(_("Download")), "bonds.statement_sheet", named),
            button(say(_("Close the month")), "bonds.close_month", named, confirm=_sure(speech)) if is_over else None,
        ),
        *(_entries(month.entries, month.codes, speech) or [blocks.section(speech.md(_("No entries in this month.")))]),
        head_note(month.head.number, month.head.hash, speech),
    ]
    return blocks.modal(say(_("Month statement")), found, close=say(_("Back")))


def _sure(speech: Speech) -> blocks.Confirm:
    return blocks.Confirm(
        title=speech.plain(_("Close the month?")),
        text=speech.plain(_("Nothing can be dated into it any more. What was wrong is taken back in a later month.")),
        yes=speech.plain(_("Close the month")),
        no=speech.plain(_("Keep it open")),
    )


def moved(first: date, by: int) -> str:
    """The month so many months away, as forms write it."""
    months = first.year * 12 + first.month - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _entries(entries: Sequence[Entry], codes: Codes, speech: Speech) -> list[Block]:
    shown = [_entry(entry, codes, speech) for entry in entries[:LINES]]
    found = [blocks.section(lines(*shown[first : first + 10])) for first in range(0, len(shown), 10)]
    if len(entries) > LINES:
        found.append(
            blocks.context(speech.md(_("And {count} more: the file has them all.", count=len(entries) - LINES)))
        )
    return found


def _entry(entry: Entry, codes: Codes, speech: Speech) -> Mrkdwn:
    """`#12 · Thu, Mar 5 · Money received · $40 · B101`"""
    taken_back = _("taken back by #{number}", number=entry.reversed_by)
    takes_back = _("takes back #{number}", number=entry.reverses)
    return joined(
        Mrkdwn(f"#{entry.number}"),
        speech.md(value(entry.day)),
        speech.md(what_name(entry.what)),
        bold(speech.md(value(amount_of(entry)))),
        inert(", ".join(funds_of(entry, codes))) or None,
        speech.md(takes_back) if entry.reverses else None,
        speech.md(taken_back) if entry.reversed_by else None,
        inert(entry.reason) if entry.reason else None,
    )


def amount_of(entry: Entry) -> Money:
    """What an entry is about: all that stands on its one side."""
    return total(Money(line.cents) for line in entry.lines if line.cents > 0) if entry.lines else ZERO


def funds_of(entry: Entry, codes: Codes) -> list[str]:
    return [codes[fund] for fund in dict.fromkeys(line.fund for line in entry.lines) if fund in codes]


def reverse_form(entries: Sequence[Entry], codes: Codes, speech: Speech) -> Block:
    """Which entry was wrong, and why."""
    wrong = [entry for entry in entries if entry.reversed_by is None and entry.reverses is None]
    if not wrong:
        nothing = blocks.section(speech.md(_("There is no entry that could be taken back.")))
        return blocks.modal(speech.plain(_("Take an entry back")), [nothing], close=speech.plain(_("Back")))
    choices = [Choice(label=_label(entry, codes, speech), value=str(entry.number)) for entry in wrong]
    found = [
        blocks.section(speech.md(_("Nothing is ever deleted: a second entry takes the first one back."))),
        blocks.field("entry", speech.plain(_("Which entry?")), blocks.select("entry", choices), optional=False),
        forms.reason(speech, {}, _("It stands in the books. No names.")),
    ]
    title, submit = _("Take an entry back"), _("Take it back")
    return forms.window(speech, title, found, submit=submit, form="bonds.reverse_form", metadata=forms.once(""))


def _label(entry: Entry, codes: Codes, speech: Speech) -> str:
    parts = (value(entry.day), what_name(entry.what), value(amount_of(entry)))
    return " · ".join([f"#{entry.number}", *(speech.plain(part) for part in parts), *funds_of(entry, codes)])


def reconcile_form(speech: Speech) -> Block:
    """A month of the bank, pasted."""
    found = [
        blocks.section(
            speech.md(_("Save the account as CSV, open it as text, and paste its lines here. I keep none of it."))
        ),
        blocks.field(
            "rows",
            speech.plain(_("Lines of the bank")),
            blocks.text_input(multiline=True, longest=PASTED, placeholder="date,amount,description"),
            hint=speech.plain(_("The first line holds the headings: date and amount, or debit and credit.")),
            optional=False,
        ),
    ]
    title = _("Compare with the bank")
    return forms.window(speech, title, found, submit=_("Compare"), form="bonds.reconcile_form")


PASTED = 2900
"""As much as a window carries along, so that it can be compared again after an entry was written down."""


def reconciled(found: Reconciliation, pasted: str, codes: Codes, speech: Speech, *, said: Text | None = None) -> Block:
    """The bank beside the books: what fits, what is proposed, and what stands on one side alone."""
    proposed = {proposal.row.number for proposal in found.proposals}
    only_in_bank = [row for row in found.only_in_bank if row.number not in proposed]
    matched = n_("{count} row is in the books.", "{count} rows are in the books.", len(found.matched))
    shown: list[Block] = [
        *blocks.news_apart(said, speech),
        blocks.section(Mrkdwn(f":white_check_mark: {speech.md(matched)}")),
    ]
    if found.proposals:
        shown.append(blocks.section(bold(speech.md(_("These look like pledges that came in:")))))
    for proposal in found.proposals[:LINES]:
        row, pledge = proposal.row, proposal.pledge
        name = inert(pledge.name) if pledge.name else speech.md(_("Anonymous"))
        line = joined(speech.md(value(row.day)), bold(speech.md(value(row.amount))), name, inert(pledge.code))
        take = f"{pledge.id} {row.amount.cents} {row.day.isoformat()} {row.key}"
        button = blocks.button(speech.plain(_("Write down")), "bonds.take", take)
        shown.append(blocks.section(line, accessory=button))
    if only_in_bank:
        rows = [joined(speech.md(value(row.day)), bold(speech.md(value(row.amount)))) for row in only_in_bank[:LINES]]
        shown.append(blocks.section(lines(bold(speech.md(_("Only in the bank:"))), *rows)))
    if found.only_in_books:
        shown.append(blocks.section(bold(speech.md(_("Only in the books:")))))
        shown += _entries(found.only_in_books, codes, speech)
    return blocks.modal(
        speech.plain(_("Compare with the bank")), shown, close=speech.plain(_("Back")), metadata=pasted[:PASTED]
    )


def export_form(speech: Speech) -> Block:
    found = [
        blocks.section(
            speech.md(_("Every line of every entry, for your accounting. It comes as a file to your messages."))
        ),
        forms.day(speech, _("From"), {}, name="first", hint=_("Leave it empty for the beginning.")),
        forms.day(speech, _("Until"), {}, name="last"),
    ]
    return forms.window(speech, _("Export"), found, submit=_("Send it to me"), form="bonds.export_form")


def policy(now: Policy, speech: Speech, *, said: Text | None = None) -> Block:
    """What the network decided about money."""
    rates = [Mrkdwn(f"{year}: {points / 100:.2f} %") for year, points in sorted(now.rates.items())[-12:]]
    asked = _("Amounts above {amount} are asked about once more.", amount=now.odd_above)
    say, button = speech.plain, blocks.button
    found = [
        *blocks.news_apart(said, speech),
        blocks.section(speech.md(asked), accessory=button(say(_("Change")), "bonds.limit")),
        blocks.section(
            lines(bold(speech.md(_("Interest on bonds, by year"))), *rates),
            accessory=button(say(_("Set a rate")), "bonds.rate"),
        ),
    ]
    return blocks.modal(say(_("Limits and rates")), found, close=say(_("Back")))


def limit_form(now: Policy, speech: Speech) -> Block:
    typed = {"odd_above": now.odd_above.plain}
    found = [forms.amount(speech, _("Ask once more above"), typed, name="odd_above")]
    return forms.window(speech, _("Limits and rates"), found, submit=_("Save"), form="bonds.limit_form")


def rate_form(speech: Speech, year: int) -> Block:
    say = speech.plain
    found = [
        blocks.field("year", say(_("Year")), blocks.number_input(initial=year, least=1990, most=2100), optional=False),
        blocks.field(
            "rate",
            say(_("Rate in percent")),
            blocks.text_input(longest=6, placeholder="2.75"),
            hint=say(_("As the Treasury set it, from 0 to 3 percent.")),
            optional=False,
        ),
    ]
    return forms.window(speech, _("Limits and rates"), found, submit=_("Save"), form="bonds.rate_form")
