"""Writing down a mistake of ours."""

import pytest

from handlers.slack.errors import write_down


def test_a_mistake_in_code_that_was_made_on_the_fly_is_written_down_too(capfd: pytest.CaptureFixture[str]) -> None:
    """SQLAlchemy and dataclasses make functions whose file is called `<string>`."""
    made: dict[str, object] = {}
    exec("def broken(): raise RuntimeError('A-SECRET-WORD')", made)
    broken = made["broken"]
    assert callable(broken)
    try:
        broken()
    except RuntimeError as mistake:
        reference = write_down(mistake, "here")
    said = "".join(capfd.readouterr())
    assert reference in said
    assert "<string>:1:broken" in said
    assert "A-SECRET-WORD" not in said
