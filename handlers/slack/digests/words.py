"""What the clock says to one person about digests: their own, the coordinators' week, a channel that was closed."""

from chatbot.bootstrap import Chatbot
from chatbot.digests.model import Digest
from chatbot.digests.refusals import NoSuchDigest
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.letters import Letter
from chatbot.people.model import Person
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.digests import views
from handlers.slack.digests.pages import Look, Page, filled, of_lines
from handlers.slack.door import Registered
from handlers.slack.people.preference_views import preferences_button
from handlers.slack.press import Message
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, lines

_WEEK = _("What there is to settle this week")


class WordsOfTheClock:
    """Draws them from the sections that the capabilities registered."""

    def __init__(self, registered: Registered) -> None:
        self._views = registered.sections
        self._names = registered.section_names

    async def personal_drawn(self, letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
        """Nothing on a day without anything that concerns them."""
        person = await _reader(letter, chatbot)
        if person is None:
            return None
        sections = await chatbot.digest_jobs.personal.drawn(person.id, team_id=person.team_id)
        if not sections:
            return None
        hello = _("{name}, this is what you have coming up:", name=person.name)
        look = of_lines(self._views, speech, person_id=person.id)
        page = filled([blocks.section(bold(speech.md(hello)))], sections, look, speech)
        return _message(_("Here is your own digest."), page, speech, foot=[blocks.actions(preferences_button(speech))])

    async def weekly_drawn(self, letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
        """Also when there is nothing to settle: then a line says so."""
        person = await _reader(letter, chatbot)
        if person is None:
            return None
        sections = await chatbot.digest_jobs.weekly.drawn(person)
        head: list[Block] = [blocks.header(speech.plain(_WEEK))]
        if not sections:
            head.append(blocks.section(speech.md(_(":seedling: Nothing is waiting for coordinators. Thank you!"))))
        look = Look(
            views=self._views,
            heading=lambda name, _items: self._names[name].name,
            line=lambda view, item: view.to_settle(item, speech),
        )
        page = filled(head, sections, look, speech)
        return _message(_WEEK, page, speech)

    async def closed_drawn(self, letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
        """To whoever set the digest; nothing when it comes again already, or was stopped."""
        person = await _reader(letter, chatbot)
        if person is None:
            return None
        try:
            digest = await chatbot.digests.get(int(letter.blanks["digest"]), by=person)
        except NoSuchDigest:
            return None
        return _closed(digest, str(letter.blanks["code"]), speech) if digest.paused else None


def _closed(digest: Digest, code: str, speech: Speech) -> Message:
    channel = Mrkdwn(f"<#{inert(digest.channel)}>")
    archived = code == "is_archived"
    why = _("The channel is archived.") if archived else _("I am not in the channel any more, or may not write there.")
    hint = _("When it is open again, invite me with /invite @alongside and press Resume.")
    paused = speech.md(_("Its digest is paused."))
    said = lines(Mrkdwn(f"{channel}: {paused}"), speech.md(why), speech.md(hint))
    button = blocks.actions(views.resume_button(digest, speech))
    return Message(text=speech.plain(_("A channel does not get its digest.")), blocks=(blocks.section(said), button))


async def _reader(letter: Letter, chatbot: Chatbot) -> Person | None:
    return await chatbot.people.by_id(team_id=letter.team_id, person_id=letter.person_id or 0)


def _message(notice: Text, page: Page, speech: Speech, *, foot: list[Block] | None = None) -> Message:
    more = n_("And {count} more.", "And {count} more.", len(page.left))
    left = [blocks.context(speech.md(more))] if page.left else []
    return Message(text=speech.plain(notice), blocks=(*page.blocks, *left, *(foot or [])))
