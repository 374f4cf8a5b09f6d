"""Clusters and families in Slack, in modals under `/alongside clusters` and on people's Home."""

from chatbot.kit.i18n import _
from handlers.slack.clusters import families, listeners
from handlers.slack.clusters.home import Boards
from handlers.slack.clusters.windows import Windows
from handlers.slack.door import Door


def register(door: Door) -> None:
    windows = Windows(door.registered.sections)
    door.action("settings.clusters", listeners.clusters_pressed)
    door.action("clusters.open", windows.open_pressed)
    door.action("clusters.add", listeners.add_pressed)
    door.form("clusters.add_form", listeners.add_submitted)
    door.action("clusters.edit", listeners.edit_pressed)
    door.form("clusters.edit_form", windows.edit_submitted)
    door.action("clusters.close", listeners.close_pressed)
    door.action("clusters.members", listeners.members_pressed)
    door.form("clusters.members_form", windows.members_submitted)
    door.action("clusters.remove", windows.remove_chosen)
    door.action("clusters.leave", listeners.leave_pressed)
    door.action("clusters.families", families.families_pressed)
    door.action("clusters.family", families.family_pressed)
    door.form("clusters.family_form", families.family_submitted)
    door.action("clusters.family_close", families.family_close_pressed)
    door.action("clusters.open_now", families.open_now_pressed)
    door.drawing("clusters.added", listeners.added_drawn, called=_("word that someone is in a cluster"))
    door.home_part("clusters", Boards(door.registered.sections).mine)
