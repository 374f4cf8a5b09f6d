"""The directory of organisations and services in Slack: which press leads where."""

from chatbot.kit.i18n import _
from handlers.slack.door import Door
from handlers.slack.resources import curating, drawings, listeners, sheets, suggesting
from handlers.slack.resources.section import ResourcesView


def register(door: Door) -> None:
    door.command("/resources", listeners.resources_asked)
    door.action("resources.back", listeners.page_turned)
    door.action("resources.more", listeners.page_turned)
    door.action("resources.topic", listeners.topic_chosen)
    door.action("resources.search", listeners.search_pressed)
    door.form("resources.search_form", listeners.search_submitted)
    door.action("resources.details", listeners.details_pressed)
    door.action("resources.share", listeners.share_pressed)
    door.action("resources.suggest", suggesting.suggest_pressed)
    door.form("resources.suggest_form", suggesting.suggest_submitted)
    door.action("resources.suggestion", suggesting.suggestion_pressed)
    door.action("resources.settle", suggesting.settle_pressed)
    door.action("resources.add", curating.add_pressed)
    door.form("resources.add_form", curating.add_submitted)
    door.action("resources.edit", curating.edit_pressed)
    door.form("resources.edit_form", curating.edit_submitted)
    door.action("resources.check", curating.check_pressed)
    door.action("resources.archive", curating.archive_pressed)
    door.action("resources.bring_back", curating.bring_back_pressed)
    door.action("resources.load", curating.load_pressed)
    door.action("resources.recheck", curating.recheck_pressed)
    door.action("resources.recheck_back", curating.recheck_turned)
    door.action("resources.recheck_more", curating.recheck_turned)
    door.action("resources.recheck_days", curating.days_pressed)
    door.form("resources.recheck_form", curating.days_submitted)
    door.action("resources.import", sheets.import_pressed)
    door.action("resources.import_page", sheets.page_opened)
    door.action("resources.import_template", sheets.template_pressed)
    door.form("resources.import_form", sheets.import_submitted)
    door.form("resources.confirm_form", sheets.confirm_submitted)
    door.section("resources", ResourcesView(), called=_("Directory"), in_channels=False)
    door.drawing("resources.card", drawings.card_drawn, called=_("card of an organisation"))
    door.drawing("resources.suggested", drawings.suggested_drawn, called=_("word that something is suggested"))
    door.drawing("resources.settled", drawings.settled_drawn, called=_("thanks for a suggestion"))
