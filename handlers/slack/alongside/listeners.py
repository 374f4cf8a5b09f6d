"""What happens when people ask the bot about itself, and when admins set it up."""

from dataclasses import replace

from chatbot.bootstrap import Chatbot
from chatbot.kit.forms import read
from chatbot.kit.i18n import _
from chatbot.network.forms import AgreementForm, ChannelsForm
from chatbot.network.messages import agreement as ours
from chatbot.people.rules import require_admin, require_coordinator
from handlers.slack.alongside import help_text, modals, views
from handlers.slack.clusters.listeners import clusters_pressed
from handlers.slack.hearings.listeners import hearings_asked
from handlers.slack.here import put
from handlers.slack.people.preference_listeners import preferences_pressed
from handlers.slack.press import GoBack, Open, Press, Reply
from handlers.slack.privacy.listeners import mine_pressed
from handlers.slack.trail.listeners import audit_asked


async def alongside_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/alongside`, with whatever stands behind it."""
    words = " ".join(press.text.casefold().split())
    if words == "settings":
        return await menu_pressed(press, chatbot)
    if words.split()[:1] == ["audit"]:
        return await audit_asked(press, chatbot, words.removeprefix("audit").strip())
    if words == "preferences":
        return await preferences_pressed(press, chatbot)
    if words == "privacy":
        return await mine_pressed(press, chatbot)
    if words in ("clusters", "cluster"):
        return await clusters_pressed(press, chatbot)
    unknown = None if words in ("", "help", "?") else words
    return help_text.shown(press.speech, by=press.person, unknown=unknown)


async def hearings_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """The same as `/hearings`."""
    return await hearings_asked(replace(press, text=""), chatbot)


async def menu_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return put(press, views.menu(network, press.speech, by=press.person))


async def channels_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_admin(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return Open(view=modals.channels(network, press.speech))


async def channels_submitted(press: Press, chatbot: Chatbot) -> Reply:
    require_admin(press.person)
    form = read(ChannelsForm, press.typed)
    chosen = {"card_channel": form.card_channel, "response_channel": form.response_channel}
    await press.facts.must_be_open(chosen, private=["response_channel"])
    network = await chatbot.networks.set_channels(**chosen, language=form.language, by=press.person)
    return GoBack(view=views.menu(network, press.speech, by=press.person, said=_("Saved.")))


async def dates_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_admin(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return Open(view=modals.dates(network, press.speech))


async def dates_submitted(press: Press, chatbot: Chatbot) -> Reply:
    network = await chatbot.networks.set_check_days(press.typed, by=press.person)
    return GoBack(view=views.menu(network, press.speech, by=press.person, said=_("Saved.")))


async def agreement_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_admin(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return Open(view=modals.agreement(network, press.speech))


async def agreement_submitted(press: Press, chatbot: Chatbot) -> Reply:
    """The words the form began with, when they are the bot's, are not the network's own until they are changed."""
    words = read(AgreementForm, press.typed).agreement
    own = None if words in ("", press.speech.plain(ours())) else words
    before = await chatbot.networks.get(press.person.team_id)
    network = await chatbot.networks.set_agreement(words=own, by=press.person)
    said = views.agreement_saved(is_new=network.agreement_version != before.agreement_version)
    return GoBack(view=views.menu(network, press.speech, by=press.person, said=said))
