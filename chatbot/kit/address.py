"""Where the bot's own pages are reached, when they are."""


class Address:
    """The beginning of every address of ours, such as `https://alongside.example`; None where nobody can reach us."""

    def __init__(self, url: str | None = None) -> None:
        self._url = url.rstrip("/") if url else None

    def is_now(self, url: str) -> None:
        """From now on we are reached here, unless the operator said otherwise."""
        self._url = self._url or url

    def of(self, path: str) -> str | None:
        """The whole address of a page, or None."""
        return None if self._url is None else f"{self._url}/{path}"
