"""An installation as `bilten init` leaves it, served: the simulated provider over HTTP, webhooks, jobs by hand."""

import io
import re
import socket
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel import select

from campaigns.sending.feedback import process_webhooks
from campaigns.sending.finish import finish_drained_campaigns
from campaigns.sending.job_context import JobContext
from campaigns.sending.launch import launch_due_campaigns
from campaigns.sending.send import send_campaigns
from campaigns.services import Services, build_services
from campaigns.staff_mail.tables import StaffMail
from cli.context import CliContext
from cli.main import run
from core.db import Database
from core.listening import url_of
from core.public_urls import webhook_url
from core.settings import load_settings
from delivery.providers import FIRST_PROVIDER
from delivery.tables import Sender
from scheduler.build import build_job_context
from simulator.config import SimulatorConfig
from simulator.serve import SimulatorThread
from tests.cli.conftest import settings_file
from tests.conftest import StoppedClock
from tests.web.test_preview_pictures import _serving as serving
from tests.web.test_preview_pictures import listening
from web.app import create_app

__all__ = ["listening"]


@dataclass(frozen=True)
class Installation:
    env_file: Path
    clock: StoppedClock
    url: str
    set_up_url: str
    services: Services
    jobs: JobContext
    far_side: SimulatorThread

    def command(self, *arguments: str | Path, stdin: str = "") -> str:
        return command(self.env_file, self.clock, *arguments, stdin=stdin)

    def run_jobs(self) -> None:
        """Those of sending, until everything is sent and has been heard of."""
        for _ in range(4):
            launch_due_campaigns(self.jobs)
            send_campaigns(self.jobs)
            assert self.far_side.simulation.poster.wait_until_idle(20)
            process_webhooks(self.jobs)
            finish_drained_campaigns(self.jobs)
            self.clock.advance(seconds=1)

    def review_link(self) -> str:
        """As it stands in the email to whoever may approve."""
        with self.services.database.read() as session:
            (mail,) = session.exec(select(StaffMail)).all()
        (link,) = re.findall(rf"{re.escape(self.url)}/campaigns/[0-9]+", mail.text)
        return str(link)


def command(env_file: Path, clock: StoppedClock, *arguments: str | Path, stdin: str = "") -> str:
    output = io.StringIO()
    with redirect_stdout(output), pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(stdin))
        assert run([str(argument) for argument in arguments], CliContext(env_file=env_file, clock=clock)) == 0
    return output.getvalue()


@pytest.fixture
def installation(tmp_path: Path, clock: StoppedClock, listening: socket.socket) -> Iterator[Installation]:
    """After `bilten init`: nobody works here, and nobody reads."""
    env_file, url = settings_file(tmp_path), url_of(listening)
    env_file.write_text(f"{env_file.read_text()}BILTEN_PUBLIC_URL={url}\n")
    (set_up_url,) = re.findall(rf"{re.escape(url)}/\S+", command(env_file, clock, "init"))
    database = Database(load_settings(env_file).database_url)
    with database.read() as session:
        token = session.exec(select(Sender.webhook_token)).one()
    config = SimulatorConfig(webhook_url=webhook_url(url, token), outbox=tmp_path / "outbox", webhook_delay=0)
    with SimulatorThread(config, clock) as far_side:
        env_file.write_text(f"{env_file.read_text()}BILTEN_RESEND_BASE_URL={far_side.url}\n")
        services = build_services(load_settings(env_file), database, clock)
        jobs = build_job_context(services)
        with serving(create_app(services), listening):
            yield Installation(env_file, clock, url, set_up_url, services, jobs, far_side)
        jobs.provider(FIRST_PROVIDER).close()
    database.dispose()
