"""`bilten serve`: the web app and, on SQLite or where it is asked for, the engine in the same process."""

import signal
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import CliContext
from cli.output import Json, cli_context, print_answer
from core.errors import Unavailable
from core.listening import BACKLOG, listen, url_of

if TYPE_CHECKING:
    import uvicorn

    from campaigns.sending.job_context import WakeHook
    from scheduler.embedded import Engine

app = typer.Typer()


class StopRequest:
    """Graceful shutdown: a signal is noted at whatever moment it comes, and obeyed in order. Raising where it
    comes could leave an engine running that nobody stops, or break off its end."""

    def __init__(self) -> None:
        self.is_made = False
        self._server: uvicorn.Server | None = None

    def make(self, _signal: int, _frame: object) -> None:
        self.is_made = True
        if self._server is not None:
            self._server.should_exit = True

    def ends(self, server: "uvicorn.Server") -> None:
        """While it runs, it listens for signals itself, and passes them on when it has shut down."""
        self._server = server
        server.should_exit = self.is_made


@app.command("serve")
def serve(
    ctx: typer.Context,
    *,
    host: Annotated[str | None, typer.Option(help="The address to listen on; BILTEN_HOST if not given.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port; BILTEN_PORT if not given. 0 takes a free one.")
    ] = None,
    with_engine: Annotated[
        bool, typer.Option("--with-engine", help="On PostgreSQL: send what is due in this process, too.")
    ] = False,
    _: Json = False,
) -> None:
    """Serve the web app and send what is due, until Ctrl-C or SIGTERM. Only one at a time on an SQLite database.

    On PostgreSQL it serves only the web app; bilten scheduler and bilten worker do the sending.
    """
    context = cli_context(ctx)
    settings = context.settings
    with ExitStack() as stack:
        stack.enter_context(_alone(context))
        stop = stack.enter_context(_stop_request())
        listening = stack.enter_context(_listen(host or settings.host, settings.port if port is None else port))
        _log_as_set(context)
        sends = with_engine or context.database.is_sqlite
        server = stack.enter_context(_running(context, sends=sends))
        _warn_of_passkeys(context)
        url = url_of(listening)
        print_answer(context, {"url": url}, *_state_lines(context, url, sends=sends))
        stop.ends(server)
        server.run(sockets=[listening])
    if not context.as_json:
        print_answer(context, {}, context.text("cli-serve-stopped" if sends else "cli-serve-web-stopped"))


def _state_lines(context: CliContext, url: str, *, sends: bool) -> list[str]:
    from core.generation.verdict import Verdict, held_code

    if not sends:
        return [context.text("cli-serve-web-runs", url=url)]
    verdict = context.guard.glance()
    if verdict is Verdict.MAY_SEND:
        return [context.text("cli-serve-runs", url=url)]
    return [context.text("cli-serve-held", url=url), context.text(held_code(verdict))]


@contextmanager
def _alone(context: CliContext) -> Iterator[None]:
    """A second scheduler on the same SQLite file would take the first one's work for that of a dead process."""
    from core.single_instance import lock_path, only_one

    path = context.database.sqlite_path
    if path is None:
        yield
        return
    with only_one(lock_path(path)):
        yield


@contextmanager
def _listen(host: str, port: int) -> Iterator[socket.socket]:
    try:
        listening = listen(host, port)
    except OSError:
        raise Unavailable("cli-port-taken", host=host, port=str(port)) from None
    with listening:
        yield listening


def _log_as_set(context: CliContext) -> None:
    from core.logging import configure_logging

    settings = context.settings
    configure_logging(level="debug" if context.debug else settings.log_level, style=settings.log_format)


def _warn_of_passkeys(context: CliContext) -> None:
    """Where the program has another host than they were made for; `bilten doctor` says whose they are."""
    from core.logging import get_logger
    from scheduler.health.accounts import with_passkeys_elsewhere
    from staff.passkey_site import host_of

    host = host_of(context.settings.public_url)
    with context.database.read() as session:
        people = len(with_passkeys_elsewhere(session, host))
    if people:
        get_logger(__name__).warning("passkeys.of_another_host", people=people, host=host)


@contextmanager
def _running(context: CliContext, *, sends: bool) -> "Iterator[uvicorn.Server]":
    """The web app ready to run, and the engine started if this process sends: it ends last, in order."""
    import uvicorn

    from core.garbage_collection import spare_what_is_loaded
    from scheduler.jobs import MAX_SILENCE
    from web.app import create_app
    from web.http.limited_protocol import Server, limited_protocol

    jobs, wake = _engine(context) if sends else _machines(context)
    web = create_app(context.services, jobs=MAX_SILENCE, runs_jobs=sends, wake=wake)
    # Requests are logged by the web app itself, without what could be an address or a token.
    trusted_proxies = context.settings.trusted_proxies
    config = uvicorn.Config(
        web,
        http=limited_protocol(trusted_proxies),
        ws="none",
        backlog=BACKLOG,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=trusted_proxies,
        timeout_graceful_shutdown=10,
    )
    spare_what_is_loaded()
    with jobs:
        yield Server(config)


def _machines(context: CliContext) -> "tuple[AbstractContextManager[None], WakeHook]":
    """The jobs run elsewhere: this process is one of several, and its wake-ups are rows."""
    from scheduler.presence import present
    from scheduler.wake_ups import wake

    return present(context.guard), wake


def _engine(context: CliContext) -> "tuple[AbstractContextManager[None], WakeHook]":
    """The jobs run here."""
    from scheduler.build import build_job_context
    from scheduler.embedded import Engine

    engine = Engine(build_job_context(context.services))
    return _running_engine(engine), engine.wake


@contextmanager
def _running_engine(engine: "Engine") -> Iterator[None]:
    engine.start()
    try:
        yield
    finally:
        engine.stop()


@contextmanager
def _stop_request() -> Iterator[StopRequest]:
    request = StopRequest()
    before = {number: signal.signal(number, request.make) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
