"""The names of the tasks."""

from chatbot.hearings.detention.model import Task
from chatbot.kit.i18n import Text, _


def task_name(task: Task) -> Text:
    match task:
        case Task.LOCATE:
            return _("Find out where they are held")
        case Task.ATTORNEY:
            return _("Call the attorney")
        case Task.FAMILY:
            return _("Tell the family")
        case Task.BOND:
            return _("Start a bond drive, if a bond is set")
        case Task.RIDE:
            return _("Drive whoever needs a ride")
