"""What happens when people promise money, change their mind, or look at what they promised."""

from chatbot.bonds.model import Drive, Pledge, Rest
from chatbot.bonds.refusals import DriveOver, MoreThanMissing, NoPledge, OddAmount
from chatbot.bootstrap import Chatbot
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import Text, _
from chatbot.kit.money import ZERO, Money, read_amount
from chatbot.kit.private import refuse_private
from chatbot.kit.refusal import Refusal
from handlers.slack.bonds import parts, pledge_modals
from handlers.slack.bonds.asked import Asked, remembered
from handlers.slack.bonds.showing import details
from handlers.slack.press import Open, Press, Reply, Surface, Update
from handlers.slack.replies import said as just_said


async def amount_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """A button with an amount: the question whether that is right, or what they promised before."""
    drive, mine = await _open_drive(press, chatbot)
    if mine is not None:
        return await details(press, chatbot, drive.code, said=_already(mine))
    asked = Asked(code=drive.code, cents=parts.PRESETS[press.action].cents)
    return Open(view=pledge_modals.confirm(drive, press.speech, asked, over=_over(drive, asked, mine)))


async def other_pressed(press: Press, chatbot: Chatbot) -> Reply:
    drive, mine = await _open_drive(press, chatbot)
    if mine is not None:
        return await details(press, chatbot, drive.code, said=_already(mine))
    return Open(view=pledge_modals.amount_form(drive, press.speech, Asked(code=drive.code)))


async def change_pressed(press: Press, chatbot: Chatbot) -> Reply:
    drive, mine = await _open_drive(press, chatbot)
    if mine is None:
        raise NoPledge(drive.code)
    asked = Asked(code=drive.code, cents=mine.total.cents, anonymous=mine.anonymous, changes=True)
    return Open(view=pledge_modals.amount_form(drive, press.speech, asked))


async def amount_submitted(press: Press, chatbot: Chatbot) -> Reply:
    """Any amount, in a form: the question whether that is right takes its place."""
    asked = _with_name(press, remembered(press.metadata))
    typed = str(press.typed.get("amount") or "")
    refuse_private({"amount": typed}, Exposure.PRIVATE)
    amount = read_amount(typed)
    drive = await chatbot.bonds.get(asked.code, by=press.person)
    mine = await chatbot.bonds.pledge_of(asked.code, by=press.person) if asked.changes else None
    asked = asked.model_copy(update={"cents": amount.cents})
    return Update(view=pledge_modals.confirm(drive, press.speech, asked, over=_over(drive, asked, mine)))


async def pledge_submitted(press: Press, chatbot: Chatbot) -> Reply:
    asked = _answered(press)
    promise = chatbot.bonds.change_pledge if asked.changes else chatbot.bonds.pledge
    made = await promise(
        asked.code, asked.amount.plain, anonymous=asked.anonymous, rest=asked.rest, sure=asked.sure, by=press.person
    )
    thanks = _("Thank you! You pledged {amount} to {code}.", amount=made.pledge.total, code=made.drive.code)
    return await details(press, chatbot, made.drive.code, said=thanks)


async def withdraw_pressed(press: Press, chatbot: Chatbot) -> Reply:
    drive = await chatbot.bonds.withdraw(press.value, by=press.person)
    gone = _("Your pledge to {code} is withdrawn. Thank you for telling us.", code=drive.code)
    if press.surface is Surface.MODAL:
        return await details(press, chatbot, drive.code, said=gone)
    return just_said(press.speech, gone)


async def too_much(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """Less is missing than when they began: the question where the rest goes."""
    over = refusal.over if isinstance(refusal, MoreThanMissing) else ZERO
    return await _ask_again(press, chatbot, over=over)


async def odd(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """An amount far from the usual is asked about once more."""
    return await _ask_again(press, chatbot, odd=isinstance(refusal, OddAmount))


async def pledged_before(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """A second click, or a second thought: what they promised, with the ways to change it."""
    return await details(press, chatbot, remembered(press.metadata).code, said=refusal.sentence)


async def _ask_again(press: Press, chatbot: Chatbot, *, over: Money = ZERO, odd: bool = False) -> Reply:
    asked = _answered(press)
    drive = await chatbot.bonds.get(asked.code, by=press.person)
    asked = asked.model_copy(update={"sure": asked.sure or odd})
    return Update(view=pledge_modals.confirm(drive, press.speech, asked, over=over, odd=odd))


async def _open_drive(press: Press, chatbot: Chatbot) -> tuple[Drive, Pledge | None]:
    """The drive that still takes pledges, and what this person promised for it. Raises `NoSuchDrive`, `DriveOver`."""
    drive = await chatbot.bonds.get(press.value, by=press.person)
    if not drive.is_open:
        raise DriveOver(drive.code)
    return drive, await chatbot.bonds.pledge_of(drive.code, by=press.person)


def _over(drive: Drive, asked: Asked, mine: Pledge | None) -> Money:
    """How much of it the drive does not need; what they promised before makes room."""
    missing = drive.figures.missing + (mine.amount if mine else ZERO)
    return asked.amount - missing if asked.amount > missing else ZERO


def _answered(press: Press) -> Asked:
    """What is being asked about, with what was chosen in the window."""
    asked = _with_name(press, remembered(press.metadata))
    rest = press.typed.get("rest")
    return asked.model_copy(update={"rest": Rest(str(rest))}) if rest in list(Rest) else asked


def _with_name(press: Press, asked: Asked) -> Asked:
    ticked = press.typed.get("anonymous")
    return asked.model_copy(update={"anonymous": isinstance(ticked, tuple) and pledge_modals.HIDDEN in ticked})


def _already(pledge: Pledge) -> Text:
    return _("You pledged {amount} to {code} already.", amount=pledge.total, code=pledge.code)
