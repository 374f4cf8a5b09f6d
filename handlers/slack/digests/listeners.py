"""What happens when people use digests in Slack."""

from datetime import date, time

from chatbot.bootstrap import Chatbot
from chatbot.digests.model import Plan
from chatbot.kit.letters import Letter
from chatbot.people.rules import require_coordinator
from handlers.slack.digests import views
from handlers.slack.press import Message, Open, Press, Reply, Update
from handlers.slack.speech import Speech


async def digest_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/digest`: what this channel gets and when, with the buttons to change it; `/digest preview` shows it now."""
    if press.text.strip().casefold() == "preview":
        return await _preview(press, chatbot, press.channel or "")
    digest = await chatbot.digests.of_channel(press.channel or "", by=press.person)
    due = await chatbot.digests.next_due(digest.plan) if digest else None
    return views.overview(press.speech, press.channel or "", digest, due, may_set=views.may_set(press.person))


async def set_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    await press.facts.must_be_open({"at": press.value})
    digest = await chatbot.digests.of_channel(press.value, by=press.person)
    plan = digest.plan if digest else await _usual(press, chatbot)
    return Open(view=views.form(press.speech, press.value, plan))


async def set_submitted(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    await press.facts.must_be_open({"at": press.metadata})
    digest = await chatbot.digests.set(press.metadata, press.typed, by=press.person)
    due = await chatbot.digests.next_due(digest.plan)
    return Update(view=views.done(press.speech, digest, due))


async def stop_pressed(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.digests.stop(press.value, by=press.person)
    return views.stopped(press.speech)


async def preview_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _preview(press, chatbot, press.value)


async def daily_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """The digest of one local date, as things are now."""
    number, _, day = letter.ref.partition(":")
    content = await chatbot.digests.drawn(int(number), date.fromisoformat(day), team_id=letter.team_id)
    return views.daily(content, speech) if content else None


async def _preview(press: Press, chatbot: Chatbot, channel: str) -> Reply:
    digest = await chatbot.digests.of_channel(channel, by=press.person)
    plan = digest.plan if digest else await _usual(press, chatbot)
    content = await chatbot.digests.preview(plan, by=press.person)
    return views.preview(content, press.speech)


async def _usual(press: Press, chatbot: Chatbot) -> Plan:
    """What most channels want: seven in the morning, every day, two weeks ahead."""
    network = await chatbot.networks.get(press.person.team_id)
    return Plan(at=time(7), weekdays=frozenset(range(7)), zone=network.zone, horizon=14)
