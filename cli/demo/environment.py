"""Where the demo plays: a fresh database, the far side, the web app and the engine, all in this process.

Everything lies under one folder, made anew each time. Settings are the development defaults and the demo's own:
nothing of the environment or of .env can point it at a real provider.
"""

import secrets
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Thread

import uvicorn

from campaigns.review.external.probes import Probes
from campaigns.sending.job_context import JobContext, WakeHook
from campaigns.services import Services, build_services
from campaigns.settings import all_sections
from core.clock import SystemClock
from core.db import Database
from core.errors import NotFound, Unavailable
from core.ids import new_public_id
from core.listening import listen
from core.public_urls import webhook_url
from core.settings import Settings, load_settings
from core.single_instance import lock_path, only_one
from delivery.providers import FIRST_PROVIDER, known_providers
from delivery.senders.senders import SenderDetails, create_sender
from migrations.upgrade import upgrade
from scheduler.build import build_job_context
from scheduler.embedded import Engine
from scheduler.jobs import JOBS, MAX_SILENCE
from simulator.config import SimulatorConfig
from simulator.serve import SimulatorThread
from web.app import create_app

SENDER = "simulator"
LIST_DOMAIN = "bulletin.example.org"
LOOPBACK = "127.0.0.1"
BY_NAME = "localhost"
"""The same to a browser, and it makes passkeys only for names."""
AT_ONCE = tuple(replace(job, every=min(job.every, timedelta(seconds=1))) for job in JOBS)
"""Nobody who watches wants to wait for a folder's turn."""


@dataclass(frozen=True)
class Environment:
    folder: Path
    settings: Settings
    database: Database
    job_context: JobContext
    far_side: SimulatorThread
    url: str
    """Of the web app."""

    @property
    def outbox(self) -> Path:
        return self.folder / "outbox"


@contextmanager
def demo_environment(
    folder: Path, *, port: int, language: str, probes: Probes | None = None
) -> Iterator[Environment]:
    """Built up, running, and taken down in order: the engine ends last, having recorded what is in flight.
    `probes`: what its pages look out into the world with, where it is not to be what the settings say."""
    with ExitStack() as stack:
        listening = stack.enter_context(_listen(port))
        # Two in one folder would sweep it from under each other.
        stack.enter_context(only_one(lock_path(folder)))
        _sweep(folder)
        url = f"http://{BY_NAME}:{listening.getsockname()[1]}"
        token = new_public_id(32)
        far_side = stack.enter_context(_far_side(folder, webhook_url(url, token)))
        settings = _settings(folder, url=url, far_side=far_side.url, language=language)
        database = Database(settings.database_url, keys=settings.keys_at_rest)
        stack.callback(database.dispose)
        upgrade(database)
        services = build_services(settings, database, SystemClock())
        job_context = build_job_context(services)
        job_context.guard.take_as_own()
        _add_sender(database, token)
        engine = Engine(job_context, jobs=AT_ONCE)
        engine.start()
        stack.callback(engine.stop)
        stack.enter_context(_web(services, listening, probes, engine.wake))
        yield Environment(folder, settings, database, job_context, far_side, url)


def _listen(port: int) -> socket.socket:
    try:
        return listen(LOOPBACK, port)
    except OSError:
        raise Unavailable("cli-port-taken", host=LOOPBACK, port=str(port)) from None


def examples() -> Path:
    """The news, readers and folder that the demo plays with. Raises NotFound where they were not brought along."""
    folder = Path(__file__).parents[2] / "examples"
    if not folder.is_dir():
        raise NotFound("cli-demo-no-examples", folder=str(folder))
    return folder


def _sweep(folder: Path) -> None:
    """Only what a demo made is removed, and only from a folder that a demo made."""
    marker = folder / ".made-by-bilten-demo"
    if marker.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    marker.touch()


def _settings(folder: Path, *, url: str, far_side: str, language: str) -> Settings:
    """Nothing of the environment: a demo knows no real provider."""
    sections = all_sections()
    defaults = {
        name: field.get_default(call_default_factory=True) for name, field in Settings.model_fields.items()
    }
    for section in sections:
        defaults |= section.defaults()
    own = {
        "database_url": f"sqlite:///{folder / 'bilten.sqlite3'}",
        "var_dir": folder / "var",
        "state_dir": str(folder / "state"),
        "secret_key": secrets.token_urlsafe(32),
        "public_url": url,
        "list_domain": LIST_DOMAIN,
        "staff_language": language,
        f"{FIRST_PROVIDER}_base_url": far_side,
        "sign_up_sender": SENDER,
        "automation_quiet": timedelta(seconds=1),
    }
    return load_settings(None, sections=sections, **{**defaults, **own})


def _far_side(folder: Path, webhook_url: str) -> SimulatorThread:
    return SimulatorThread(SimulatorConfig(webhook_url=webhook_url, outbox=folder / "outbox"))


def _add_sender(database: Database, token: str) -> None:
    with database.write() as session:
        sender = create_sender(
            session,
            SenderDetails(
                name=SENDER,
                provider=FIRST_PROVIDER,
                from_name="Odprta pot",
                from_address=f"bilten@{LIST_DOMAIN}",
                reply_to=f"pisarna@{LIST_DOMAIN}",
            ),
            now=SystemClock().now(),
            known_providers=known_providers(),
        )
        # The far side was told the address before the sender was there to have one.
        sender.webhook_token = token


@contextmanager
def _web(services: Services, listening: socket.socket, probes: Probes | None, wake: WakeHook) -> Iterator[None]:
    app = create_app(services, jobs=MAX_SILENCE, probes=probes, wake=wake)
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5)
    )
    thread = Thread(target=server.run, args=([listening],), name="web", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()
