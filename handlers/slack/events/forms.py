"""The windows in which coordinators write events down."""

from collections.abc import Sequence

from chatbot.events.forms import HOST, LINK, MOST, RULE, SPOT, TITLE
from chatbot.events.model import Event, Opened, Reach, Repeats
from chatbot.kit.i18n import Text, _
from chatbot.places.model import Place
from handlers.slack import blocks
from handlers.slack.blocks import Block, Choice
from handlers.slack.speech import Speech, inert, joined


def form(speech: Speech, places: Sequence[Place], *, opened: Opened | None = None) -> Block:
    """The form of a new event, or of one that is there, filled with what is known."""
    event, say = opened.event if opened else None, speech.plain
    found = [
        *(_reach(speech) if event and event.series_id is not None else []),
        blocks.field(
            "title",
            say(_("What is it?")),
            blocks.text_input(
                initial=event.facts.title if event else "",
                longest=TITLE,
                placeholder=say(_("For example: Evening walk")),
            ),
            optional=False,
        ),
        blocks.field(
            "host",
            say(_("Who hosts it?")),
            blocks.text_input(initial=event.facts.host if event else "", longest=HOST),
            hint=say(_("A group or a congregation. Everyone can read this.")),
        ),
        *_when(event, speech),
        *(_how_often(speech) if event is None else []),
        *_where(opened, speech, places),
        blocks.field(
            "limit",
            say(_("How many may come?")),
            blocks.number_input(initial=event.facts.limit if event else None, least=1, most=MOST),
            hint=say(_("Leave it empty for everyone who likes.")),
        ),
        blocks.field(
            "languages",
            say(_("Languages")),
            blocks.text_input(initial=event.facts.languages if event else "", longest=120),
        ),
        blocks.field(
            "note",
            say(_("Note for everyone")),
            blocks.text_input(initial=event.facts.note if event else "", multiline=True),
            hint=say(_("Everyone can read this.")),
        ),
    ]
    return blocks.modal(
        say(_("Edit {code}", code=event.code)) if event else say(_("Add an event")),
        found,
        close=say(_("Back")),
        submit=say(_("Save")) if event else say(_("Add")),
        callback_id="events.edit_form" if event else "events.add_form",
        metadata=event.code if event else "",
    )


def cancel_form(event: Event, speech: Speech) -> Block:
    say = speech.plain
    reason = blocks.text_input(longest=200)
    return blocks.modal(
        say(_("Cancel {code}?", code=event.code)),
        [
            blocks.section(joined(inert(event.facts.title), speech.md(_("Everyone who comes is told.")))),
            *(_reach(speech) if event.series_id is not None else []),
            blocks.field("reason", say(_("Why?")), reason, hint=say(_("Everyone can read this."))),
        ],
        close=say(_("Back")),
        submit=say(_("Cancel it")),
        callback_id="events.cancel_form",
        metadata=event.code,
    )


def _reach(speech: Speech) -> list[Block]:
    say = speech.plain
    names = {Reach.THIS: _("only this date"), Reach.LATER: _("this date and all after it")}
    choices = [Choice(label=say(name), value=reach) for reach, name in names.items()]
    menu = blocks.radio("reach", choices, chosen=Reach.THIS)
    hint = say(_("Dates that were changed by themselves stay as they are."))
    return [blocks.field("reach", say(_("How far does this go?")), menu, hint=hint, optional=False)]


def _when(event: Event | None, speech: Speech) -> list[Block]:
    say = speech.plain
    start = end = day = None
    if event and event.when.day and event.when.starts_at:
        day, start = event.when.day.isoformat(), event.when.starts_at.astimezone(event.when.zone).strftime("%H:%M")
        end = event.when.ends_at.astimezone(event.when.zone).strftime("%H:%M") if event.when.ends_at else None
    return [
        blocks.field("day", say(_("Day")), blocks.date_input(initial=day), optional=False),
        blocks.field("start", say(_("Starts at")), blocks.time_input(initial=start), optional=False),
        blocks.field("end", say(_("Ends at")), blocks.time_input(initial=end)),
    ]


_REPEATS: dict[Repeats, Text] = {
    Repeats.ONCE: _("once"),
    Repeats.WEEKLY: _("every week"),
    Repeats.BIWEEKLY: _("every two weeks"),
    Repeats.SAME_WEEKDAY: _("every month, on the same weekday of it"),
    Repeats.SAME_DAY: _("every month, on the same day of it"),
    Repeats.RULE: _("by a rule that I write below"),
}


def _how_often(speech: Speech) -> list[Block]:
    say = speech.plain
    choices = [Choice(label=say(name), value=repeats) for repeats, name in _REPEATS.items()]
    return [
        blocks.field(
            "repeats",
            say(_("How often?")),
            blocks.select("repeats", choices, chosen=Repeats.ONCE),
            hint=say(_("Six dates of a series are always there to sign up for. Each can be moved or cancelled alone.")),
            optional=False,
        ),
        blocks.field("until", say(_("Until which day?")), blocks.date_input()),
        blocks.field(
            "except_on",
            say(_("Not on these days")),
            blocks.text_input(longest=600, placeholder="2026-12-24, 2026-12-31"),
        ),
        blocks.field(
            "rule",
            say(_("Rule, if you chose that")),
            blocks.text_input(longest=RULE, placeholder="FREQ=WEEKLY;BYDAY=TU,TH"),
        ),
    ]


def _where(opened: Opened | None, speech: Speech, places: Sequence[Place]) -> list[Block]:
    say, known = speech.plain, opened.event.facts if opened else None
    choices = [Choice(label=say(_("none")), value=blocks.NOTHING)] if known and known.place_id else []
    choices += [Choice(label=place.name, value=str(place.id)) for place in places]
    chosen = str(known.place_id) if known and known.place_id else None
    closed = opened is not None and opened.event.has_link
    hidden = (opened.link or "") if opened else ""
    menu = blocks.select("place", choices, placeholder=say(_("Choose a court or office")), chosen=chosen)
    box = [Choice(label=say(_("only for those who come")), value="yes")]
    return [
        blocks.field(
            "spot",
            say(_("Where?")),
            blocks.text_input(initial=known.spot if known else "", longest=SPOT),
            hint=say(_("Everyone can read this: a place by its name, and the town.")),
        ),
        *([blocks.field("place", say(_("Or a court or office")), menu)] if choices else []),
        blocks.field(
            "link",
            say(_("Link, or an address that not everyone should read")),
            blocks.text_input(initial=hidden or (known.page if known else ""), longest=LINK),
        ),
        blocks.field(
            "closed",
            say(_("Who may see it?")),
            blocks.checkboxes("closed", box, ticked=["yes"] if closed or known is None else []),
            hint=say(_("Ticked, it is sealed and opens in a window for those who said yes, and for coordinators.")),
        ),
    ]
