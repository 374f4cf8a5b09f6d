"""What the bot did that Slack would have refused or ignored, kept for whoever looks, above all for tests."""

import logging

log = logging.getLogger(__name__)


class Complaints(list[str]):
    """Tests assert that it is empty; an expected complaint is removed with `clear`."""

    def add(self, where: str, problems: list[str]) -> None:
        for problem in problems:
            self.append(f"{where}: {problem}")
            log.warning("practice: %s: %s", where, problem)
