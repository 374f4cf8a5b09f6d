"""What people are told when they may not."""

from chatbot.kit.i18n import Text, _
from chatbot.kit.refusal import Refusal


class Outsider(Refusal):
    """A guest, someone of another workspace, or a deactivated account."""

    def __init__(self) -> None:
        super().__init__(
            _("Alongside works with full members of this workspace only. Please ask a coordinator to help you.")
        )


class NotAllowed(Refusal):
    """The role for this is missing."""

    def __init__(self, who: Text) -> None:
        super().__init__(_("Only {who} can do this. If you should be able to, ask an admin of the network.", who=who))


class NotAPerson(Refusal):
    """Nobody of this workspace was named."""

    def __init__(self) -> None:
        super().__init__(_("Please choose someone who is a full member of this workspace."), field="person")


class LastAdmin(Refusal):
    """An admin may not leave the network without any."""

    def __init__(self) -> None:
        super().__init__(_("This is the last admin. Make someone else an admin first."), field="duties")
