"""Advocacy alerts."""

from dataclasses import dataclass

from chatbot.actions.deeds.service import Deeds
from chatbot.actions.jobs import ActionJobs
from chatbot.actions.reading import Reading as ActionsReading
from chatbot.actions.section import ActionsSection
from chatbot.actions.service import Actions
from chatbot.actions.writing import Writing as ActionsWriting
from chatbot.bootstrap.base import Base
from chatbot.kit.i18n import _
from chatbot.schedule import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionsRoom:
    """Calls, letters, signatures and testimonies."""

    actions: Actions
    deeds: Deeds
    jobs: ActionJobs
    section: ActionsSection
    entries: tuple[Entry, ...]


def actions_room(base: Base) -> ActionsRoom:
    database, networks = base.database, base.networks
    reading = ActionsReading(networks)
    writing = ActionsWriting(base.outbox, people=base.people, reading=reading)
    jobs = ActionJobs(database, base.outbox, networks=networks, people=base.people, reading=reading, writing=writing)
    return ActionsRoom(
        actions=Actions(database, networks=networks, reading=reading, writing=writing),
        deeds=Deeds(database, reading=reading, writing=writing),
        jobs=jobs,
        section=ActionsSection(reading),
        entries=(
            Entry(
                name="actions.remind",
                when=_("At ten, on the day after somebody asked and on an alert's last day; up to three hours late."),
                do=jobs.remind,
            ),
            Entry(
                name="actions.close_ended",
                when=_("At ten on the morning after an alert's last day; never at night."),
                do=jobs.close_ended,
            ),
        ),
    )
