"""What happens when people ask what was achieved."""

from dataclasses import replace
from datetime import date

from chatbot.bootstrap import Chatbot
from chatbot.impact.chart import NoPictureError, picture
from chatbot.impact.model import Impact, Period
from chatbot.kit.i18n import _
from chatbot.kit.letters import Letter
from handlers.slack.impact import views
from handlers.slack.impact.asked import Asked
from handlers.slack.press import Later, Message, Press, Reply, Say, SendFile, Upload
from handlers.slack.speech import Speech


async def impact_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/impact`, with a period or a cluster's code behind it."""
    words = " ".join(press.text.split()).casefold()
    if words in ("help", "?"):
        return views.help_said(press.speech)
    asked = Asked.typed(words)
    return views.unknown(words, press.speech) if asked is None else await _shown(press, chatbot, asked)


async def period_chosen(press: Press, chatbot: Chatbot) -> Reply:
    return await _shown(press, chatbot, Asked.read(press.value), again=True)


async def cluster_chosen(press: Press, chatbot: Chatbot) -> Reply:
    return await _shown(press, chatbot, Asked.read(press.value), again=True)


async def picture_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """The chart, in the presser's own messages."""
    asked = Asked.read(press.value)
    impact = await chatbot.impacts.get(asked.period, asked.cluster, by=press.person)
    title = views.title(impact)

    async def drawn() -> SendFile | Say:
        try:
            shown = await picture(impact, title, chatbot.catalogues.tongue(press.speech.language))
        except NoPictureError:
            return views.no_picture(press.speech)
        return SendFile(name="impact.png", content=shown.png, about=press.speech.beside(title), alt=shown.alt)

    return Later(make=drawn)


async def csv_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Every month of the period, of the network and of each cluster, as a table."""
    asked = Asked.read(press.value)
    found = await chatbot.impacts.by_cluster(asked.period, by=press.person)
    return SendFile(
        name="impact.csv",
        content=views.table(found, press.speech),
        about=press.speech.plain(_("The figures by month.")),
    )


async def follow_pressed(press: Press, chatbot: Chatbot) -> Reply:
    if press.channel is None:
        return None
    await press.facts.must_be_open({"channel": press.channel})
    await chatbot.impacts.follow(press.channel, by=press.person)
    return await _shown(press, chatbot, Asked.read(press.value), again=True)


async def unfollow_pressed(press: Press, chatbot: Chatbot) -> Reply:
    if press.channel is None:
        return None
    await chatbot.impacts.unfollow(press.channel, by=press.person)
    return await _shown(press, chatbot, Asked.read(press.value), again=True)


async def _shown(press: Press, chatbot: Chatbot, asked: Asked, *, again: bool = False) -> Reply:
    impact = await chatbot.impacts.get(asked.period, asked.cluster, by=press.person)
    clusters = await chatbot.clusters.listed(by=press.person)
    follows = press.channel is not None and await chatbot.impacts.follows(press.channel, by=press.person)
    return views.shown(
        impact,
        asked,
        [one.cluster for one in clusters],
        press.speech,
        follows=follows,
        may_follow=views.may_follow(press),
        again=again,
    )


async def month_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """The figures of the month that is over, and the picture of the year so far."""
    month = date.fromisoformat(letter.ref)
    year = await chatbot.impacts.of_month(letter.team_id, month)
    of_month: Impact = replace(
        year, period=Period.LAST_MONTH, months=tuple(one for one in year.months if one[0] == month)
    )
    message = views.monthly(of_month, month, speech)
    if year.is_empty:
        return message
    try:
        drawn = await picture(year, views.year_title(month), chatbot.catalogues.tongue(speech.language))
    except NoPictureError:
        return message
    words = views.monthly_words(of_month, month, speech)
    return replace(message, picture=Upload(name="impact.png", content=drawn.png, about=words, alt=drawn.alt))
