"""What people are told about clusters and families."""

from datetime import datetime

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NoSuchCluster(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(_("There is no cluster {code}. Type /alongside clusters to see them.", code=code))


class NoSuchFamily(Refusal):
    def __init__(self) -> None:
        super().__init__(_("That family is not on the list any more. Please choose another one."), field="family")


class ClusterNameTaken(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(_("There is already a cluster called {name}.", name=name), field="name")


class NotInCluster(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(_("You are not a member of {name}.", name=name))


class MembersFirst(Refusal):
    """It is for the members of the family's clusters first."""

    def __init__(self, code: str, opens_at: datetime) -> None:
        super().__init__(
            _(
                "Thank you! {code} is for those who support this family first. "
                "From {moment} on it is open to everyone; please look again then.",
                code=code,
                moment=opens_at,
            )
        )
        self.opens_at = opens_at
