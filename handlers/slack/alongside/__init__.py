"""`/alongside` in Slack: help for everyone, and the settings of the network."""

from handlers.slack.alongside import listeners
from handlers.slack.door import Door


def register(door: Door) -> None:
    door.command("/alongside", listeners.alongside_asked)
    door.action("alongside.hearings", listeners.hearings_pressed)
    door.action("settings.menu", listeners.menu_pressed)
    door.action("settings.channels", listeners.channels_pressed)
    door.form("settings.channels_form", listeners.channels_submitted)
    door.action("settings.dates", listeners.dates_pressed)
    door.form("settings.dates_form", listeners.dates_submitted)
    door.action("settings.agreement", listeners.agreement_pressed)
    door.form("settings.agreement_form", listeners.agreement_submitted)
