"""`bilten serve`: the web app and, on SQLite or where it is asked for, the engine in the same process."""

import signal
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cli.context import Workplace
from cli.output import Json, answer, workplace
from core.errors import Unavailable

if TYPE_CHECKING:
    import uvicorn

app = typer.Typer()
BACKLOG = 128


class _Stopped(Exception):
    """Somebody asked this process to end."""


@app.command("serve")
def serve(
    context: typer.Context,
    *,
    host: Annotated[str | None, typer.Option(help="Where to listen; BILTEN_HOST if not given.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port; BILTEN_PORT if not given, 0 takes a free one.")
    ] = None,
    with_engine: Annotated[
        bool, typer.Option("--with-engine", help="On PostgreSQL: send what is due in this process, too.")
    ] = False,
    _: Json = False,
) -> None:
    """Serve the web app and send what is due, until Ctrl-C or SIGTERM. One on a SQLite database at a time.

    On PostgreSQL it serves the web app only; bilten scheduler and bilten worker do the sending.
    """
    here = workplace(context)
    settings = here.settings
    with ExitStack() as stack:
        stack.enter_context(_alone(here))
        stack.enter_context(_ended_by_signals())
        listening = stack.enter_context(_listen(host or settings.host, settings.port if port is None else port))
        _log_as_set(here)
        sends = with_engine or here.database.is_sqlite
        server = stack.enter_context(_running(here, sends=sends))
        url = "http://{}:{}".format(*listening.getsockname())
        answer(here, {"url": url}, *_told(here, url, sends=sends))
        server.run(sockets=[listening])
    if not here.as_json:
        answer(here, {}, here.text("cli-serve-stopped" if sends else "cli-serve-web-stopped"))


def _told(here: Workplace, url: str, *, sends: bool) -> list[str]:
    from core.generation.verdict import Verdict, held_code

    if not sends:
        return [here.text("cli-serve-web-runs", url=url)]
    verdict = here.guard.glance()
    if verdict is Verdict.MAY_SEND:
        return [here.text("cli-serve-runs", url=url)]
    return [here.text("cli-serve-held", url=url), here.text(held_code(verdict))]


@contextmanager
def _alone(here: Workplace) -> Iterator[None]:
    """A second scheduler on the same SQLite file would take the first one's work for that of a dead process."""
    from core.single_instance import lock_path, only_one

    path = here.database.sqlite_path
    if path is None:
        yield
        return
    with only_one(lock_path(path)):
        yield


@contextmanager
def _listen(host: str, port: int) -> Iterator[socket.socket]:
    try:
        listening = socket.create_server((host, port), backlog=BACKLOG)
    except OSError:
        raise Unavailable("cli-port-taken", host=host, port=str(port)) from None
    with listening:
        yield listening


def _log_as_set(here: Workplace) -> None:
    from core.logging import configure_logging

    settings = here.settings
    configure_logging(level="debug" if here.debug else settings.log_level, style=settings.log_format)


@contextmanager
def _running(here: Workplace, *, sends: bool) -> "Iterator[uvicorn.Server]":
    """The web app ready to run, and the engine started if this process sends: it ends last, in order."""
    import uvicorn

    from scheduler.jobs import PATIENCE
    from web.app import create_app

    web = create_app(here.settings, here.database, here.clock, jobs=PATIENCE, runs_jobs=sends)
    # Requests are logged by the web app itself, without what could be an address or a token.
    config = uvicorn.Config(
        web,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=here.settings.trusted_proxies,
        timeout_graceful_shutdown=10,
    )
    with _sending(here) if sends else _present(here):
        yield uvicorn.Server(config)


def _present(here: Workplace) -> AbstractContextManager[None]:
    from scheduler.presence import present

    return present(here.guard)


@contextmanager
def _sending(here: Workplace) -> Iterator[None]:
    from scheduler.build import build_house
    from scheduler.embedded import Engine

    engine = Engine(build_house(here.settings, here.database, here.clock))
    engine.start()
    try:
        yield
    finally:
        engine.stop()


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """uvicorn passes a signal on when it has shut down: caught here, so that the engine can end in order, too."""

    def stop(_signal: int, _frame: object) -> NoReturn:
        raise _Stopped

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except _Stopped:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
