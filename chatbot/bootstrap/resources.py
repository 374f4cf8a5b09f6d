"""The directory of organisations and services."""

from dataclasses import dataclass

from chatbot.bootstrap.base import Base
from chatbot.resources.curating.service import Curating
from chatbot.resources.reading import Reading
from chatbot.resources.section import ResourcesSection
from chatbot.resources.service import Resources
from chatbot.resources.sheets.passes import Passes
from chatbot.resources.sheets.service import Sheets
from chatbot.resources.suggesting.service import Suggesting
from chatbot.resources.towns import Towns


@dataclass(frozen=True, kw_only=True, slots=True)
class ResourcesRoom:
    """Everything about whom to turn to."""

    resources: Resources
    curating: Curating
    suggesting: Suggesting
    sheets: Sheets
    passes: Passes
    section: ResourcesSection


def resources_room(base: Base, towns: Towns) -> ResourcesRoom:
    """`towns` are the places that are known."""
    database, outbox = base.database, base.outbox
    reading = Reading(base.networks)
    return ResourcesRoom(
        resources=Resources(database, outbox, reading=reading, towns=towns),
        curating=Curating(database, outbox, reading=reading),
        suggesting=Suggesting(database, outbox, base.sealer, people=base.people, reading=reading),
        sheets=Sheets(database, base.catalogues, reading=reading),
        passes=Passes(database, base.sealer, people=base.people),
        section=ResourcesSection(reading),
    )
