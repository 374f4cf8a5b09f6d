"""The places a new network starts with: New England's immigration courts and offices, public sources, early 2026."""

from zoneinfo import ZoneInfo

from chatbot.places.model import PlaceFacts

_EASTERN = ZoneInfo("America/New_York")

STARTER = (
    PlaceFacts(
        name="Boston Immigration Court",
        address="John F. Kennedy Federal Building, 15 New Sudbury Street, Boston, MA 02203",
        room="Room 320",
        area="Greater Boston",
        zone=_EASTERN,
        notes="Court telephone 617-565-3080. Security is slow: come 45 minutes early.",
        aliases=("Boston", "JFK", "JFK building", "EOIR Boston"),
        card_channel=None,
    ),
    PlaceFacts(
        name="Chelmsford Immigration Court",
        address="150 Apollo Drive, Suite 100, Chelmsford, MA 01824",
        room="",
        area="Merrimack Valley",
        zone=_EASTERN,
        notes="Court telephone 978-497-9000. Called Lowell until July 2024. Hard to reach without a car.",
        aliases=("Chelmsford", "Lowell", "Lowell Immigration Court"),
        card_channel=None,
    ),
    PlaceFacts(
        name="ICE Boston field office, Burlington",
        address="1000 District Avenue, Burlington, MA 01803",
        room="",
        area="Greater Boston",
        zone=_EASTERN,
        notes="Check-ins. Companions may be asked to wait outside.",
        aliases=("Burlington", "ICE Burlington", "ERO Boston"),
        card_channel=None,
    ),
    PlaceFacts(
        name="Hartford Immigration Court",
        address="450 Main Street, Hartford, CT 06103",
        room="Room 628",
        area="Connecticut",
        zone=_EASTERN,
        notes="Some people from Massachusetts report in Hartford. Check the room on the notice.",
        aliases=("Hartford",),
        card_channel=None,
    ),
    PlaceFacts(
        name="Plymouth County Correctional Facility",
        address="26 Long Pond Road, Plymouth, MA 02360",
        room="",
        area="South Shore",
        zone=_EASTERN,
        notes="The main ICE jail in Massachusetts. Check visiting rules before you drive.",
        aliases=("Plymouth", "PCCF"),
        card_channel=None,
    ),
)
