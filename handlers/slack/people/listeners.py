"""Showing the agreement, and going on with what someone was about to do."""

import json
from collections.abc import Mapping
from dataclasses import replace

from chatbot.bootstrap import Chatbot
from chatbot.kit.refusal import Refusal
from chatbot.signups.refusals import AgreementMissing
from handlers.slack.door import Listener
from handlers.slack.people import views
from handlers.slack.press import Open, Press, Reply


async def agreement_missing(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """The agreement in a modal that remembers what was pressed."""
    network = await chatbot.networks.get(press.person.team_id)
    version = refusal.version if isinstance(refusal, AgreementMissing) else network.agreement_version
    pressed = json.dumps({"action": press.action, "value": press.value, "version": version})
    return Open(view=views.agreement(network, press.speech, pressed))


class Agreed:
    """Someone accepted the agreement: write it down, then do what they had pressed."""

    def __init__(self, actions: Mapping[str, Listener]) -> None:
        self._actions = actions

    async def submitted(self, press: Press, chatbot: Chatbot) -> Reply:
        """The remembered press is a hint: it is decided anew, for this person, like any other."""
        try:
            pressed = json.loads(press.metadata)
            action, value, version = str(pressed["action"]), str(pressed["value"]), int(pressed["version"])
        except (ValueError, KeyError, TypeError):
            return None
        network = await chatbot.networks.get(press.person.team_id)
        person, version = press.person, min(version, network.agreement_version)
        if person.agreed_version < version:
            person = await chatbot.people.agree(version=version, by=person)
        listener = self._actions.get(action)
        if listener is None:
            return None
        return await listener(replace(press, person=person, action=action, value=value), chatbot)
