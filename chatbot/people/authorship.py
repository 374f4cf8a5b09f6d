"""The sentence about records that carry somebody's name because they wrote or settled them."""

from chatbot.kit.i18n import Text, n_


def authored(count: int) -> Text:
    """For every room alike."""
    return n_(
        "your name on {count} record you wrote or settled", "your name on {count} records you wrote or settled", count
    )
