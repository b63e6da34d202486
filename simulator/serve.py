"""Running the simulator: in the foreground for staff, in a thread for tests and the demo. Always on loopback."""

import asyncio
import socket
from threading import Event, Thread
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulator.app import create_app
from simulator.clock import Clock
from simulator.config import ConfigRefused, SimulatorConfig, is_loopback
from simulator.simulation import Simulation

LOOPBACK = "127.0.0.1"
START_SECONDS = 30.0


class CuttableProtocol(H11Protocol):
    """HTTP that a handler may end in the middle: `request.state.cut()` drops the TCP connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in H11Protocol
        super().connection_made(transport)
        self.app_state = {**self.app_state, "cut": transport.abort}


class _Server(uvicorn.Server):
    def __init__(self, app: Starlette, *, host: str, port: int) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                host=host,
                port=port,
                http=CuttableProtocol,
                ws="none",
                loop="asyncio",
                lifespan="on",
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=5,
            )
        )
        self._simulation: Simulation = app.state.simulation
        self.is_up = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._simulation.release()
        await super().shutdown(sockets)


def run_simulator(config: SimulatorConfig, listening: socket.socket) -> None:
    """Serve until SIGTERM, which ends the process, or SIGINT, which raises KeyboardInterrupt; waiting webhooks
    are posted before."""
    host, port = listening.getsockname()[:2]
    _Server(create_app(config), host=host, port=port).run([listening])


def listen(port: int, host: str = LOOPBACK) -> socket.socket:
    """Raises ConfigRefused for a host that is not this machine, or a port that is taken."""
    if not is_loopback(host):
        raise ConfigRefused(f"the simulator listens on this machine only, not on {host}")
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise ConfigRefused(f"port {port} cannot be used: {error.strerror}") from None
    # Accepted connections inherit it: without it, each answer on a kept connection waits 40 ms for the client.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


class SimulatorThread:
    """A simulator beside the caller, on a free port unless told otherwise:

    with SimulatorThread(SimulatorConfig()) as far_side:
        httpx.post(f"{far_side.url}/emails", …)
        assert far_side.simulation.ledger.count_by_address() == {…}
    """

    def __init__(self, config: SimulatorConfig, clock: Clock | None = None, *, port: int = 0) -> None:
        self._socket = listen(port)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://{LOOPBACK}:{self.port}"
        app = create_app(config, clock)
        self.simulation: Simulation = app.state.simulation
        self._server = _Server(app, host=LOOPBACK, port=self.port)
        self._thread = Thread(target=self._run, name="simulator", daemon=True)

    def start(self) -> Self:
        self._thread.start()
        self._server.is_up.wait(START_SECONDS)
        if not self._server.started:
            raise RuntimeError("the simulator did not start; its log says why")
        return self

    def _run(self) -> None:
        try:
            self._server.run([self._socket])
        finally:
            self._server.is_up.set()  # also when it failed, so that nobody waits for nothing

    def stop(self) -> None:
        """No more requests, waiting webhooks posted, files closed."""
        self._server.should_exit = True
        self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
