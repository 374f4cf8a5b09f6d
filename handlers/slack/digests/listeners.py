"""What happens when people use the digests of a channel in Slack."""

from datetime import UTC, date, datetime, time

from chatbot.bootstrap import Chatbot
from chatbot.digests.model import Digest, Filters, Plan
from chatbot.kit.i18n import Text, _
from chatbot.kit.letters import Letter
from chatbot.people.rules import require_coordinator
from handlers.slack.digests import modals, views
from handlers.slack.door import Registered
from handlers.slack.hints import numbered
from handlers.slack.press import Message, Open, Press, Reply, Update
from handlers.slack.speech import Speech


class ChannelDigests:
    """Draws digests from the sections that the capabilities registered.

    What a button carries is the number of a digest or, where there is none yet, the channel.
    """

    def __init__(self, registered: Registered) -> None:
        self._views = registered.sections
        self._names = registered.section_names

    async def digest_asked(self, press: Press, chatbot: Chatbot) -> Reply:
        """`/digest`: what this channel gets and when, with the buttons to change it; `preview` shows it now."""
        channel = press.channel or ""
        if press.text.strip().casefold() != "preview":
            return await self._overview(press, chatbot, channel)
        found = await chatbot.digests.of_channel(channel, by=press.person)
        return await self._preview(press, chatbot, found[0] if found else await _usual(press, chatbot, channel))

    async def set_pressed(self, press: Press, chatbot: Chatbot) -> Reply:
        require_coordinator(press.person)
        digest = await self._named(press, chatbot, press.value)
        await press.facts.must_be_open({"at": digest.channel})
        places = await chatbot.places.listed(press.person.team_id)
        clusters = [one.cluster for one in await chatbot.clusters.listed(by=press.person)]
        view = modals.form(press.speech, press.value, digest.plan, places=places, names=self._names, clusters=clusters)
        return Open(view=view)

    async def set_submitted(self, press: Press, chatbot: Chatbot) -> Reply:
        require_coordinator(press.person)
        before = await self._named(press, chatbot, press.metadata)
        await press.facts.must_be_open({"at": before.channel})
        digest = await chatbot.digests.set(before.channel, press.typed, by=press.person, digest_id=before.id or None)
        due = await chatbot.digests.next_due(digest.plan)
        return Update(view=modals.done(press.speech, digest, due, self._names))

    async def pause_pressed(self, press: Press, chatbot: Chatbot) -> Reply:
        digest = await chatbot.digests.pause(numbered(press.value), by=press.person)
        return await self._overview(
            press, chatbot, digest.channel, said=_("The digest rests until someone resumes it.")
        )

    async def resume_pressed(self, press: Press, chatbot: Chatbot) -> Reply:
        require_coordinator(press.person)
        before = await chatbot.digests.get(numbered(press.value), by=press.person)
        await press.facts.must_be_open({"at": before.channel})
        digest = await chatbot.digests.resume(before.id, by=press.person)
        return await self._overview(press, chatbot, digest.channel, said=_("The digest comes again."))

    async def stop_pressed(self, press: Press, chatbot: Chatbot) -> Reply:
        digest = await chatbot.digests.stop(numbered(press.value), by=press.person)
        return await self._overview(press, chatbot, digest.channel, said=_("That digest comes no more."))

    async def preview_pressed(self, press: Press, chatbot: Chatbot) -> Reply:
        return await self._preview(press, chatbot, await self._named(press, chatbot, press.value))

    async def daily_drawn(self, letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
        """One message of the digest of one local date, as things are now; what does not fit goes into the next."""
        number, day, part = [*letter.ref.split(":"), "1"][:3]
        content = await chatbot.digests.drawn(
            int(number), date.fromisoformat(day), part=int(part), team_id=letter.team_id
        )
        if content is None:
            return None
        if language := content.digest.plan.language:
            speech = Speech(chatbot.catalogues.tongue(language))
        page = views.page(content, self._views, speech)
        is_last = content.part >= views.MOST_PARTS
        if page.left and not is_last:
            await chatbot.digests.carry_on(content, [item.subject for item in page.left])
        return views.daily(page, speech, uncounted=len(page.left) if is_last else 0)

    async def _overview(self, press: Press, chatbot: Chatbot, channel: str, *, said: Text | None = None) -> Reply:
        found = await chatbot.digests.of_channel(channel, by=press.person)
        due = [(digest, await chatbot.digests.next_due(digest.plan)) for digest in found]
        return views.overview(press.speech, channel, due, names=self._names, by=press.person, said=said)

    async def _preview(self, press: Press, chatbot: Chatbot, digest: Digest) -> Reply:
        content = await chatbot.digests.preview(digest, by=press.person)
        return views.preview(content, self._views, press.speech)

    async def _named(self, press: Press, chatbot: Chatbot, value: str) -> Digest:
        if value.isdecimal():
            return await chatbot.digests.get(numbered(value), by=press.person)
        return await _usual(press, chatbot, value)


async def _usual(press: Press, chatbot: Chatbot, channel: str) -> Digest:
    """What most channels want, not set yet: seven in the morning, every day, two weeks ahead.

    A cluster's own channel wants what belongs to the cluster's families.
    """
    network = await chatbot.networks.get(press.person.team_id)
    clusters = await chatbot.clusters.of_channel(channel, by=press.person)
    filters = Filters(cluster_ids=frozenset(one.id for one in clusters))
    plan = Plan(at=time(7), weekdays=frozenset(range(7)), zone=network.zone, horizon=14, filters=filters)
    never = datetime.fromtimestamp(0, UTC)
    return Digest(id=0, team_id=press.person.team_id, channel=channel, plan=plan, set_by=press.person.id, set_at=never)
