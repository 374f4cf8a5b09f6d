"""What happens when treasurers open the books."""

from chatbot.bonds.rules import require_steward, require_treasurer
from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import Money
from handlers.slack import turning
from handlers.slack.blocks import Block
from handlers.slack.bonds import boards, books_views
from handlers.slack.bonds.duties import is_treasurer
from handlers.slack.bonds.forms import key_of, text
from handlers.slack.here import shown
from handlers.slack.hints import numbered
from handlers.slack.press import GoBack, Open, Press, Reply, SendFile, Update


async def books_pressed(press: Press, chatbot: Chatbot, *, said: Text | None = None) -> Reply:
    """The books at a glance. Raises `NotAllowed`."""
    require_treasurer(press.person)
    totals = await chatbot.bookkeeping.totals(by=press.person)
    waiting = await chatbot.treasury.to_collect(by=press.person)
    return shown(press, boards.glance(totals, waiting, press.speech, said=said))


async def totals_pressed(press: Press, chatbot: Chatbot) -> Reply:
    totals = await chatbot.bookkeeping.totals(by=press.person)
    return Open(view=boards.totals_view(totals, press.speech))


async def pledges_pressed(press: Press, chatbot: Chatbot, *, said: Text | None = None) -> Reply:
    """Who promised what to a drive; the value is the page and the code."""
    page, code = turning.asked(press.value)
    return await pledges_of(press, chatbot, code, page=page, said=said)


async def pledges_of(press: Press, chatbot: Chatbot, code: str, *, page: int = 1, said: Text | None = None) -> Reply:
    """Raises `NotAllowed`, `NoSuchDrive`."""
    require_steward(press.person)
    drive = await chatbot.bonds.get(code, by=press.person)
    pledges = await chatbot.bonds.pledges(code, by=press.person)
    collects = is_treasurer(press.person)
    view = boards.pledges_view(drive, pledges, press.speech, page=page, collects=collects, said=said)
    return shown(press, view)


async def statement_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """The present month on top of the books; another one in its place."""
    view = await _statement(press, chatbot, press.value)
    return Update(view=view) if press.action != "bonds.statement" else Open(view=view)


async def _statement(press: Press, chatbot: Chatbot, month: str, *, said: Text | None = None) -> Block:
    found = await chatbot.bookkeeping.statement({"month": month}, by=press.person)
    network = await chatbot.networks.get(press.person.team_id)
    is_over = found.last < local_date(chatbot.clock.now(), network.zone)
    return books_views.statement(found, press.speech, is_over=is_over, said=said)


async def month_closed(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.treasury.close_month({"month": press.value}, by=press.person)
    return Update(view=await _statement(press, chatbot, press.value, said=_("The month is closed.")))


async def statement_sheet_asked(press: Press, chatbot: Chatbot) -> Reply:
    content = await chatbot.bookkeeping.statement_sheet({"month": press.value}, by=press.person)
    about_it = press.speech.plain(_("The statement you asked for. It belongs to the network's treasurers."))
    return SendFile(name=f"statement-{press.value}.csv", content=content, about=about_it)


async def reverse_pressed(press: Press, chatbot: Chatbot) -> Reply:
    entries = await chatbot.bookkeeping.entries(by=press.person)
    return Open(view=books_views.reverse_form(entries, await _codes(press, chatbot), press.speech))


async def reverse_submitted(press: Press, chatbot: Chatbot) -> Reply:
    chosen, reason = text(press.typed, "entry"), text(press.typed, "reason")
    number = numbered(chosen)
    posted = await chatbot.treasury.reverse(number, reason=reason, key=key_of(press.metadata), by=press.person)
    said = _("Entry {number} is taken back by entry {entry}.", number=number, entry=posted.entry.number)
    return await books_pressed(press, chatbot, said=said)


async def reconcile_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    require_treasurer(press.person)
    return Open(view=books_views.reconcile_form(press.speech))


async def reconcile_submitted(press: Press, chatbot: Chatbot) -> Reply:
    return Update(view=await _compared(press, chatbot, text(press.typed, "rows")))


async def take_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """A row of the bank is the money of that pledge; the row's own key makes a second press harmless."""
    pledge, cents, day, key = [*press.value.split(" ", 3), "", "", "", ""][:4]
    typed = {"pledges": (pledge,), "amount": Money(numbered(cents)).plain, "on": day}
    await chatbot.treasury.receive(typed, key=key, by=press.person)
    return Update(view=await _compared(press, chatbot, press.metadata, said=_("It is in the books.")))


async def _compared(press: Press, chatbot: Chatbot, pasted: str, *, said: Text | None = None) -> Block:
    found = await chatbot.bookkeeping.reconcile(pasted, by=press.person)
    return books_views.reconciled(found, pasted, await _codes(press, chatbot), press.speech, said=said)


async def export_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    require_treasurer(press.person)
    return Open(view=books_views.export_form(press.speech))


async def export_submitted(press: Press, chatbot: Chatbot) -> Reply:
    content = await chatbot.bookkeeping.export(press.typed, by=press.person)
    about_it = press.speech.plain(_("The entries you asked for. They belong to the network's treasurers."))
    return SendFile(name="ledger.csv", content=content, about=about_it)


async def policy_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_treasurer(press.person)
    return Open(view=books_views.policy(await chatbot.bookkeeping.policy(by=press.person), press.speech))


async def limit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_treasurer(press.person)
    return Open(view=books_views.limit_form(await chatbot.bookkeeping.policy(by=press.person), press.speech))


async def limit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    now = await chatbot.bookkeeping.set_policy(press.typed, by=press.person)
    return GoBack(view=books_views.policy(now, press.speech, said=_("Saved.")))


async def rate_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_treasurer(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    year = local_date(chatbot.clock.now(), network.zone).year
    return Open(view=books_views.rate_form(press.speech, year))


async def rate_submitted(press: Press, chatbot: Chatbot) -> Reply:
    now = await chatbot.bookkeeping.set_rate(press.typed, by=press.person)
    return GoBack(view=books_views.policy(now, press.speech, said=_("Saved.")))


async def _codes(press: Press, chatbot: Chatbot) -> dict[str, str]:
    """The code of every fund that belongs to a drive."""
    totals = await chatbot.bookkeeping.totals(by=press.person)
    return {fund.fund: fund.code for fund in totals.funds if fund.code}
