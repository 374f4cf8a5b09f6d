"""The agreement: shown once, before the first claim, which then goes through by itself."""

from chatbot.hearings.refusals import AgreementMissing
from handlers.slack.door import Door
from handlers.slack.people import listeners


def register(door: Door) -> None:
    door.refusal(AgreementMissing, listeners.agreement_missing)
    door.form("people.agreement_form", listeners.Agreed(door.registered.actions).submitted)
