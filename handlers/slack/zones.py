"""The menu of time zones."""

from zoneinfo import ZoneInfo

from handlers.slack.blocks import Choice, Element, select

OFFERED = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
)


def zone_menu(zone: ZoneInfo) -> Element:
    """The zones of the United States, and the one in use when it is another."""
    names = dict.fromkeys((*OFFERED, zone.key))
    return select("zone", [Choice(label=name.replace("_", " "), value=name) for name in names], chosen=zone.key)
