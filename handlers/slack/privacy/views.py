"""What is kept about someone, in plain words, and how it goes."""

from collections.abc import Iterator, Sequence

from chatbot.flows.holds.refusals import OnHold
from chatbot.flows.person.model import Shown
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.pages import turned_to
from chatbot.kit.personal import Kept
from chatbot.people.model import Person, Role
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block, Choice
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

PIECE, PIECES = 2900, 12
"""Characters of a copy in one block, and blocks on one page: a window holds a quarter of a megabyte."""


def mine(shown: Shown, speech: Speech) -> Block:
    say = speech.plain
    by = shown.person
    return blocks.modal(
        say(_("Privacy")),
        [
            blocks.section(bold(speech.md(_("What I keep about you")))),
            *_rooms(shown.rooms, speech),
            blocks.context(speech.md(_("Only you see this window, and Slack does not keep it."))),
            blocks.divider(),
            blocks.section(lines(*(speech.md(one) for one in _limits(shown)))),
            blocks.actions(
                blocks.button(say(_("A copy of it")), "privacy.copy"),
                blocks.button(say(_("Erase it…")), "privacy.erase", style="danger"),
                _if(by.has(Role.COORDINATOR), say(_("People outside Slack")), "privacy.outside"),
                _if(by.is_admin, say(_("How long things are kept")), "privacy.limits"),
                _if(by.is_admin, say(_("Legal hold")), "privacy.hold"),
            ),
        ],
        close=say(_("Close")),
    )


def copy(text: str, speech: Speech, *, page: int = 1) -> Block:
    """A page of it. Typed text stands in plain_text, where nothing is alive."""
    pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
    page, pages = turned_to(page, total=len(pieces), size=PIECES)
    shown = pieces[(page - 1) * PIECES : page * PIECES]
    turn = turning.buttons("privacy.copy_", page, pages, speech)
    why = _(
        "Everything I keep about you, as a program keeps it. Select it to copy it; Slack does not keep this window."
    )
    return blocks.modal(
        speech.plain(_("A copy of it")),
        [
            blocks.section(speech.md(why)),
            *({"type": "section", "text": blocks.plain(piece, 3000)} for piece in shown),
            *([blocks.actions(*turn)] if turn else []),
            *turning.line(page, pages, speech),
        ],
        close=speech.plain(_("Back")),
    )


ME = "me"
"""What the window carries in which someone erases themselves; nothing at all erases nobody."""


def erase(shown: Shown, speech: Speech) -> Block:
    goes = (
        _("Your seats, watches, calendar, preferences, roles and rooms go at once. Free seats are offered to others."),
        _("What you pledged and have not given is expected no more."),
        _("Money you gave and records you wrote stay, under “someone”: others need them to be right."),
        _("While you are in this Slack, I meet your account again, as a stranger, when you next write to me."),
        _("This cannot be undone."),
    )
    return _erasing(shown, goes, speech, metadata=ME)


def erase_outsider(shown: Shown, speech: Speech) -> Block:
    goes = (
        _("Their seats go at once; free ones are offered to others. What is over stays, under “someone”."),
        _("This cannot be undone."),
    )
    return _erasing(shown, goes, speech, metadata=str(shown.person.id))


def _erasing(shown: Shown, goes: Sequence[Text], speech: Speech, *, metadata: str) -> Block:
    """The question; without an answer while something stands in the way."""
    say = speech.plain
    amiss = OnHold().sentence if shown.on_hold else shown.reason_to_stay
    title = bold(inert(shown.person.name)) if metadata != ME else None
    said = [Mrkdwn(f"• {speech.md(one)}") for one in goes] if amiss is None else [speech.md(amiss)]
    return blocks.modal(
        say(_("Erase")),
        [blocks.section(lines(title, *said))],
        close=say(_("Back")),
        submit=None if amiss else say(_("Erase for good")),
        callback_id="privacy.erase_form",
        metadata=metadata,
    )


def erased(speech: Speech, *, is_me: bool) -> Block:
    said = _("It is done. Thank you for everything you did.") if is_me else _("It is done.")
    return blocks.modal(speech.plain(_("Erase")), [blocks.section(speech.md(said))], close=speech.plain(_("Close")))


def outside(people: Sequence[Person], speech: Speech, *, chosen: Shown | None = None) -> Block:
    """All of them, by name."""
    say = speech.plain
    found: list[Block] = [blocks.section(speech.md(_("People who come along and are not in this Slack.")))]
    if people:
        choices = [Choice(label=one.name, value=str(one.id)) for one in people]
        found.append(blocks.actions(blocks.select("privacy.outsider", choices, placeholder=say(_("Choose someone")))))
    else:
        found.append(blocks.section(speech.md(_("There is nobody."))))
    if chosen is not None:
        number = str(chosen.person.id)
        found += [
            blocks.section(bold(inert(chosen.person.name))),
            *_rooms(chosen.rooms[1:], speech),
            blocks.actions(blocks.button(say(_("Erase it…")), "privacy.erase", number, style="danger")),
        ]
    return blocks.modal(say(_("People outside Slack")), found, close=say(_("Back")))


def _rooms(rooms: Sequence[Kept], speech: Speech) -> Iterator[Block]:
    for room in rooms:
        said = joined(*(speech.md(one) for one in room.told), by="; ")
        yield blocks.section(lines(bold(speech.md(room.title)), said))


def _limits(shown: Shown) -> tuple[Text, ...]:
    return (
        n_(
            "Private details are wiped {count} day after a matter is over.",
            "Private details are wiped {count} days after a matter is over.",
            shown.private_days,
        ),
        n_(
            "Records go after {count} month. The books of money stay.",
            "Records go after {count} months. The books of money stay.",
            shown.record_months,
        ),
    )


def _if(wanted: bool, label: str, action: str) -> blocks.Element | None:
    return blocks.button(label, action) if wanted else None
