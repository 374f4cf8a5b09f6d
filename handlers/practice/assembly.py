"""The parts of the practice workspace, put together once."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from handlers.practice.api_door import ApiDoor
from handlers.practice.backstage import Backstage
from handlers.practice.bulletin import Bulletin
from handlers.practice.clock import Clock
from handlers.practice.credentials import new_credentials
from handlers.practice.desk import Desk
from handlers.practice.doors import application
from handlers.practice.faults import Faults
from handlers.practice.hooks import Hooks
from handlers.practice.hooks_door import Hall
from handlers.practice.http_road import HttpRoad
from handlers.practice.limits import Limits
from handlers.practice.machine import Machine
from handlers.practice.manifest import read_manifest
from handlers.practice.modals import Modals
from handlers.practice.network import Network
from handlers.practice.page_requests import PageRequests
from handlers.practice.page_socket import PageDoor
from handlers.practice.payloads import Payloads
from handlers.practice.post_office import PostOffice
from handlers.practice.snapshot import Snapshots
from handlers.practice.socket_mode import SocketRoad
from handlers.practice.state_file import Keeper
from handlers.practice.talk import Talk
from handlers.practice.tasks import Tasks
from handlers.practice.touch import Touch
from handlers.practice.traffic import Traffic
from handlers.practice.triggers import Triggers
from handlers.practice.uploads import Uploads
from handlers.practice.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Parts:
    slack: Backstage
    sockets: SocketRoad
    http: HttpRoad
    post: PostOffice
    payloads: Payloads
    desk: Desk
    pages: PageDoor
    keeper: Keeper
    app: web.Application


def assembled(
    *,
    manifest: Path,
    network: Network,
    machine: Machine,
    state_file: Path | None,
    patience: float,
    retries: Sequence[float],
    paced: bool,
    reset: Callable[[], Awaitable[None]],
) -> Parts:
    slack = _backstage(manifest, network, machine, patience, paced=paced)
    keeper = Keeper(slack, state_file)
    keeper.restore()
    sockets, http = SocketRoad(slack), HttpRoad(slack)
    slack.faults.on_change = lambda: _faults_changed(slack, sockets)
    post = PostOffice(slack, sockets, http, retries)
    payloads, hall = Payloads(slack), Hall(slack)
    desk = Desk(
        workspace=slack.workspace,
        talk=Talk(slack=slack, post=post, payloads=payloads, hall=hall),
        touch=Touch(slack=slack, post=post, payloads=payloads),
        modals=Modals(slack=slack, post=post, payloads=payloads),
    )
    snapshots = Snapshots(slack=slack, post=post)
    requests = PageRequests(slack=slack, desk=desk, sockets=sockets, reset=reset)
    pages = PageDoor(requests, snapshots.of, snapshots.settled)
    return Parts(
        slack=slack,
        sockets=sockets,
        http=http,
        post=post,
        payloads=payloads,
        desk=desk,
        pages=pages,
        keeper=keeper,
        app=application(slack, ApiDoor(slack), hall, sockets, pages),
    )


def _faults_changed(slack: Backstage, sockets: SocketRoad) -> None:
    if slack.faults.is_out:
        sockets.drop()
    slack.bulletin.tell("faults")


def _backstage(manifest_file: Path, network: Network, machine: Machine, patience: float, *, paced: bool) -> Backstage:
    bulletin, clock, manifest, faults = Bulletin(), Clock(machine), read_manifest(manifest_file), Faults()
    clock.on_change = lambda: bulletin.tell("clock")
    return Backstage(
        machine=machine,
        clock=clock,
        bulletin=bulletin,
        workspace=Workspace(network, manifest.name, clock, bulletin),
        manifest=manifest,
        credentials=new_credentials(),
        faults=faults,
        limits=Limits(machine, paced=paced),
        triggers=Triggers(machine, patience),
        hooks=Hooks(machine),
        uploads=Uploads(),
        traffic=Traffic(clock, bulletin),
        tasks=Tasks(),
        patience=patience,
    )
