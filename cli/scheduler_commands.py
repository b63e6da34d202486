"""`bilten scheduler` and `bilten worker`: what sends where there are many machines, on PostgreSQL."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

import typer

from cli.context import CliContext
from cli.output import Json, cli_context, print_answer
from core.errors import Misconfigured

if TYPE_CHECKING:
    from campaigns.sending.job_context import JobContext

app = typer.Typer()


@app.command("scheduler")
def scheduler(ctx: typer.Context, _: Json = False) -> None:
    """Wake the workers when something is due, until Ctrl-C or SIGTERM. One is active; any others stand by."""
    context = cli_context(ctx)
    job_context = _job_context(context, "scheduler")
    from scheduler.leader import Leader

    with _ended_by_signals(job_context.stopping):
        print_answer(
            context, {"scheduler": job_context.worker}, context.text("cli-scheduler-runs", name=job_context.worker)
        )
        Leader(job_context).run()
    if not context.as_json:
        print_answer(context, {}, context.text("cli-scheduler-stopped"))


@app.command("worker")
def worker(ctx: typer.Context, _: Json = False) -> None:
    """Send what is due when bilten scheduler wakes it, until Ctrl-C or SIGTERM. Run any number, on any machine."""
    context = cli_context(ctx)
    job_context = _job_context(context, "worker")
    from scheduler.worker import Worker

    with _ended_by_signals(job_context.stopping):
        print_answer(
            context, {"worker": job_context.worker}, context.text("cli-worker-runs", name=job_context.worker)
        )
        Worker(job_context).run()
    if not context.as_json:
        print_answer(context, {}, context.text("cli-worker-stopped"))


def _job_context(context: CliContext, command: str) -> "JobContext":
    from core.garbage_collection import spare_what_is_loaded
    from core.logging import configure_logging
    from scheduler.build import build_job_context
    from scheduler.wake_ups import wake

    if context.database.is_sqlite:
        raise Misconfigured("cli-machines-need-postgresql", command=command)
    settings = context.settings
    configure_logging(level="debug" if context.debug else settings.log_level, style=settings.log_format)
    job_context = build_job_context(context.services, wake=wake)
    spare_what_is_loaded()
    return job_context


@contextmanager
def _ended_by_signals(stopping: Event) -> Iterator[None]:
    """The first signal asks for an end in order; whoever cannot wait has `kill -9`, which is safe, too."""

    def stop(_signal: int, _frame: object) -> None:
        stopping.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
