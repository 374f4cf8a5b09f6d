"""How long a 429 is waited for."""

import pytest

from handlers.slack.sending import _seconds


@pytest.mark.parametrize(
    ("after", "seconds"), [("4", 4), (None, 1), ("", 1), ("Wed, 21 Oct 2026 07:28:00 GMT", 60), ("-3", 60), ("nan", 60)]
)
def test_what_a_proxy_writes_there_is_no_crash(after: str | None, seconds: float) -> None:
    assert _seconds(after) == seconds
