"""The invented alerts a practice workspace opens with."""

from collections.abc import Mapping
from datetime import timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.people.model import Person

_SCRIPTS = {
    "en": "Hello, my name is {name} and I live in {town}.\nI call to ask {office} to vote for the Open Doors Act, "
    "so that nobody is taken on the way to court.\nMay I count on you?",
    "es": "Hola, me llamo {name} y vivo en {town}.\nLlamo para pedirle a {office} que vote por la ley Open Doors, para "
    "que no se lleven a nadie camino a la corte.\n¿Puedo contar con ustedes?",
    "pt": "Olá, meu nome é {name} e moro em {town}.\nLigo para pedir a {office} que vote pela lei Open Doors, para que "
    "ninguém seja levado a caminho do tribunal.\nPosso contar com vocês?",
}


async def launch(chatbot: Chatbot, people: Mapping[str, Person], *, coordinator: Person, channel: str) -> None:
    """One alert with two offices and three scripts, under way; bill and offices are invented like everything here."""
    network = await chatbot.networks.get(coordinator.team_id)
    today = local_date(chatbot.clock.now(), network.zone)
    alert = await chatbot.actions.write(
        {
            "title": "Pass the Open Doors Act",
            "why": "Courts must be safe to go to. The committee votes next week.",
            "bills": "H. 9901 / S. 9902 (invented)",
            "steps": ("call", "write"),
            "links": "https://example.org/open-doors",
            "goal": "40",
            "ends_on": (today + timedelta(days=9)).isoformat(),
            "channel": channel,
        },
        by=coordinator,
    )
    for office in (
        {"office": "legislature", "name": "Senator Alma Quist", "phone": "617-555-0142"},
        {"office": "governor", "name": "The Governor's office", "phone": "617-555-0177", "email": "office@example.org"},
    ):
        alert = await chatbot.actions.set_target(alert.code, office, by=coordinator)
    for language, words in _SCRIPTS.items():
        await chatbot.actions.set_script(alert.code, {"language": language, "words": words}, by=coordinator)
    alert = await chatbot.actions.launch(alert.code, by=coordinator)
    senator, governor = (str(target.id) for target in alert.targets)
    for handle, targets, said in (
        ("jonah", (senator, governor), {"outcome": "reached"}),
        ("marie", (senator,), {"outcome": "voicemail", "note": "The mailbox was nearly full."}),
        ("ruth", (governor,), {}),
    ):
        await chatbot.deeds.count(alert.code, {"step": "call", "targets": targets, **said}, by=people[handle])
    await chatbot.deeds.count(alert.code, {"step": "write", "targets": (senator,)}, by=people["mei"])
