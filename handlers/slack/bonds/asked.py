"""What a form remembers from the window before it. A hint like everything a client sends back, never authority."""

from pydantic import BaseModel, ConfigDict, ValidationError

from chatbot.bonds.model import Rest
from chatbot.bonds.refusals import NoSuchDrive
from chatbot.kit.money import Money


class Asked(BaseModel):
    """A promise on its way through the windows that ask about it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    code: str
    cents: int = 0
    anonymous: bool = False
    changes: bool = False
    """Another amount for the pledge that is there."""
    rest: Rest | None = None
    sure: bool = False

    @property
    def amount(self) -> Money:
        return Money(self.cents)

    @property
    def written(self) -> str:
        """As a form carries it along."""
        return self.model_dump_json(exclude_defaults=True)


def remembered(metadata: str) -> Asked:
    """What the form carried along. Raises `NoSuchDrive` for what no form of ours carries."""
    try:
        return Asked.model_validate_json(metadata)
    except ValidationError:
        raise NoSuchDrive("–") from None
