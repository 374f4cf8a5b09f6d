"""People in Slack: the agreement, shown once before the first claim, roles, and what each chooses."""

from chatbot.signups.refusals import AgreementMissing
from handlers.slack.door import Door
from handlers.slack.people import listeners, preference_listeners, role_listeners


def register(door: Door) -> None:
    door.refusal(AgreementMissing, listeners.agreement_missing)
    door.form("people.agreement_form", listeners.Agreed(door.registered.actions).submitted)
    door.action("settings.people", role_listeners.people_pressed)
    door.action("people.choose", role_listeners.person_chosen)
    door.form("people.roles_form", role_listeners.roles_submitted)
    door.action("people.preferences", preference_listeners.preferences_pressed)
    door.form("people.preferences_form", preference_listeners.preferences_submitted)
