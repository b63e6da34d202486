"""`bilten scheduler` and `bilten worker`: what sends where there are many machines, on PostgreSQL."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

import typer

from cli.context import Workplace
from cli.output import Json, answer, workplace
from core.errors import Misconfigured

if TYPE_CHECKING:
    from campaigns.sending.job_context import House

app = typer.Typer()


@app.command("scheduler")
def scheduler(context: typer.Context, _: Json = False) -> None:
    """Wake the workers for what is due, until Ctrl-C or SIGTERM. Of several, one leads and the others stand by."""
    here = workplace(context)
    house = _house(here, "scheduler")
    from scheduler.leader import Leader

    with _ended_by_signals(house.stopping):
        answer(here, {"scheduler": house.worker}, here.text("cli-scheduler-runs", name=house.worker))
        Leader(house).run()
    if not here.as_json:
        answer(here, {}, here.text("cli-scheduler-stopped"))


@app.command("worker")
def worker(context: typer.Context, _: Json = False) -> None:
    """Send what is due, woken by bilten scheduler, until Ctrl-C or SIGTERM. As many as you like, anywhere."""
    here = workplace(context)
    house = _house(here, "worker")
    from scheduler.worker import Worker

    with _ended_by_signals(house.stopping):
        answer(here, {"worker": house.worker}, here.text("cli-worker-runs", name=house.worker))
        Worker(house).run()
    if not here.as_json:
        answer(here, {}, here.text("cli-worker-stopped"))


def _house(here: Workplace, command: str) -> "House":
    from core.logging import configure_logging
    from scheduler.build import build_house
    from scheduler.wake_ups import wake

    if here.database.is_sqlite:
        raise Misconfigured("cli-machines-need-postgresql", command=command)
    settings = here.settings
    configure_logging(level="debug" if here.debug else settings.log_level, style=settings.log_format)
    return build_house(settings, here.database, here.clock, wake=wake)


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
