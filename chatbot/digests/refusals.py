"""What people are told when a digest cannot be set."""

from chatbot.kit.i18n import _, n_
from chatbot.kit.refusal import Refusal


class NoSuchDigest(Refusal):
    """It was stopped, or never was."""

    def __init__(self) -> None:
        super().__init__(_("This digest was stopped. /digest shows what this channel gets now."))


class TooManyDigests(Refusal):
    """A channel in which digests crowd out the talk."""

    def __init__(self, most: int) -> None:
        super().__init__(
            n_(
                "A channel can have {count} digest. Please change or stop one first.",
                "A channel can have {count} digests. Please change or stop one first.",
                most,
            )
        )
