"""What stands behind the curtain: the parts every method and delivery of the practice workspace works with."""

from dataclasses import dataclass, field

from handlers.practice.bulletin import Bulletin
from handlers.practice.clock import Clock
from handlers.practice.complaints import Complaints
from handlers.practice.credentials import Credentials
from handlers.practice.faults import Faults
from handlers.practice.hooks import Hooks
from handlers.practice.limits import Limits
from handlers.practice.machine import Machine
from handlers.practice.manifest import Manifest
from handlers.practice.tasks import Tasks
from handlers.practice.traffic import Traffic
from handlers.practice.triggers import Triggers
from handlers.practice.uploads import Uploads
from handlers.practice.workspace import Workspace


@dataclass(kw_only=True)
class Backstage:
    """`url` is known once the server listens. `patience` is how long Slack waits for an acknowledgement or a window."""

    machine: Machine
    clock: Clock
    bulletin: Bulletin
    workspace: Workspace
    manifest: Manifest
    credentials: Credentials
    faults: Faults
    limits: Limits
    triggers: Triggers
    hooks: Hooks
    uploads: Uploads
    traffic: Traffic
    tasks: Tasks
    patience: float
    complaints: Complaints = field(default_factory=Complaints)
    tickets: set[str] = field(default_factory=set)
    url: str = ""
    request_url: str | None = None

    @property
    def team_id(self) -> str:
        return self.workspace.team.id
