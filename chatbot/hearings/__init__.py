"""Hearings and check-ins: when and where someone is expected, and who goes with them."""
