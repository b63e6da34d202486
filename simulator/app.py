"""The ASGI app: every provider's calls, what staff and tests may ask, a door that opens to this machine only."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.answers import ApiError
from simulator.api import ProviderApi
from simulator.clock import Clock, SystemClock
from simulator.config import SimulatorConfig, is_loopback_url
from simulator.dialects import dialects
from simulator.dialects.base import Refusal
from simulator.pages import page_routes
from simulator.simulation import Simulation
from simulator.state_api import state_routes

SAFE_METHODS = ("GET", "HEAD")


def create_app(config: SimulatorConfig, clock: Clock | None = None) -> Starlette:
    """The far side as an app; `app.state.simulation` is its inside. Run it with simulator.serve."""
    simulation = Simulation(config, clock or SystemClock())

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(simulation.start)
        yield
        await run_in_threadpool(simulation.stop)

    app = Starlette(
        routes=[
            *(route for dialect in dialects().values() for route in ProviderApi(simulation, dialect).routes()),
            *state_routes(simulation),
            *page_routes(simulation),
        ],
        middleware=[Middleware(OnlyThisMachine)],
        exception_handlers={Refusal: _answer_refusal, HTTPException: _answer_http_error},
        lifespan=lifespan,
    )
    app.state.simulation = simulation
    return app


class OnlyThisMachine:
    """Refuses what a foreign web page could make a browser on this machine send: another name in Host (DNS
    rebinding), or a form posted from another origin."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _is_from_here(scope["method"], Headers(scope=scope)):
            refusal = PlainTextResponse("The simulator answers to this machine only.\n", status_code=403)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_from_here(method: str, headers: Headers) -> bool:
    host = headers.get("host", "")
    if not is_loopback_url(f"http://{host}"):
        return False
    origin = headers.get("origin")
    return method in SAFE_METHODS or origin is None or urlsplit(origin).netloc == host


async def _answer_refusal(_: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)  # noqa: S101  registered for Refusal alone
    return refusal.response


async def _answer_http_error(_: Request, error: Exception) -> Response:
    """Unknown paths and methods: no provider's, so in words of the simulator's own."""
    assert isinstance(error, HTTPException)  # noqa: S101  registered for HTTPException alone
    name = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "application_error")
    return ApiError(error.status_code, name, error.detail, headers=error.headers).response
