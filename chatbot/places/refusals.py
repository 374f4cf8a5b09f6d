"""What people are told about places."""

from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal


class NoSuchPlace(Refusal):
    def __init__(self) -> None:
        super().__init__(_("That place is not in the directory any more. Please choose another one."), field="place")


class NameTaken(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(_("There is already a place called {name}.", name=name), field="name")
