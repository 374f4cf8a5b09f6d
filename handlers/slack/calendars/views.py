"""The window about somebody's own calendar."""

from chatbot.calendars.model import Standing
from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.speech import Mrkdwn, Speech, inert, lines


def calendar_button(code: str, speech: Speech) -> Element:
    """Stands wherever somebody has a seat."""
    return blocks.button(speech.plain(_("Calendar")), "calendars.open", code)


def on_home(speech: Speech) -> list[Block]:
    sentence = speech.md(_(":calendar: What you signed up for can stand in your own calendar."))
    return [blocks.section(sentence, accessory=calendar_button("", speech))]


def calendar(standing: Standing, speech: Speech, *, code: str, has_pages: bool) -> Block:
    """What they have, and what they can have. `code` is what they came from, if anything."""
    md = speech.md
    found = [
        blocks.section(md(_("Calendars show codes, days, hours and places; never names, and nothing private."))),
        *(_address(standing, speech) if has_pages else []),
        *_file(code, speech),
    ]
    if not has_pages and not code:
        found.append(blocks.section(md(_("Press Calendar on something you signed up for to get it as a file."))))
    return _modal(found, speech)


def made(speech: Speech, *, page: str | None) -> Block:
    """The new address, to be used now: it is not shown again."""
    if page is None:
        return _modal([blocks.section(speech.md(_("I have no page here that a calendar could follow.")))], speech)
    link = blocks.link(speech.plain(_("Add to my calendar")), "calendars.page", page)
    found = [
        blocks.section(speech.md(_("This is your address. It is shown this once; whoever has it can read along."))),
        blocks.actions(link),
        blocks.section(
            lines(
                speech.md(_("Or copy it into your calendar program, as a calendar by URL:")),
                Mrkdwn(f"`{inert(page)}.ics`"),
            )
        ),
    ]
    return _modal(found, speech)


def _address(standing: Standing, speech: Speech) -> list[Block]:
    say, md = speech.plain, speech.md
    if standing.made_at is None:
        sentence = _("An address of your own lets your calendar follow all you sign up for, by itself.")
        make = blocks.button(say(_("Make my address")), "calendars.make", style="primary")
        return [blocks.section(md(sentence)), blocks.actions(make)]
    renew = blocks.Confirm(
        title=say(_("A new address?")),
        text=say(_("The old one stops working everywhere you use it.")),
        yes=say(_("New address")),
        no=say(_("Keep")),
    )
    sentence = _("Your calendar address was made on {day}. What changes reaches it within hours.", day=standing.made_at)
    return [
        blocks.section(md(sentence)),
        blocks.actions(
            blocks.button(say(_("New address")), "calendars.make", confirm=renew),
            blocks.button(say(_("Switch off")), "calendars.stop", style="danger"),
        ),
    ]


def _file(code: str, speech: Speech) -> list[Block]:
    if not code:
        return []
    sentence = _("Or take {code} alone, as a file in your messages with me. It does not follow changes.", code=code)
    button = blocks.button(speech.plain(_("Send me the file")), "calendars.file", code)
    return [blocks.section(speech.md(sentence)), blocks.actions(button)]


def _modal(found: list[Block], speech: Speech) -> Block:
    return blocks.modal(speech.plain(_("Calendar")), found, close=speech.plain(_("Close")))
