"""The web application, put together: the one place that says what is in it and in which order it runs."""

from collections.abc import Callable
from datetime import datetime
from importlib.resources import files

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from core.clock import Clock
from core.db import Database
from core.i18n import Texts
from core.settings import Settings
from core.signing import Signer
from news.store import AssetStore
from web import assets, confirm, health, sign_in, subscribe, unsubscribe, web_version, webhooks
from web.body_limit import BodyLimit
from web.confirmation import AskToConfirm
from web.errors import failure_page, install_error_handlers, too_large
from web.hosts import allowed_hosts
from web.page import Pages
from web.request_log import RequestLog
from web.security_headers import SecurityHeaders
from web.wiring import Wiring

ROOMS_WITH_TEXTS = ("core", "news", "subscribers", "templates", "delivery", "staff", "campaigns", "web")
PAGES = (sign_in, unsubscribe, confirm, subscribe, web_version, assets, webhooks, health)


def create_app(
    settings: Settings,
    database: Database,
    clock: Clock,
    *,
    heartbeat: Callable[[], datetime | None] | None = None,
    ask_to_confirm: AskToConfirm | None = None,
) -> FastAPI:
    """`heartbeat` says when the scheduler in this process last went round; `ask_to_confirm` sends the mail that
    a sign-up waits for. Without the one, readiness says nothing of a scheduler; without the other, there is no
    sign-up form."""
    app = FastAPI(title="Bilten", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.wiring = Wiring(
        settings=settings,
        database=database,
        clock=clock,
        signer=Signer(settings.secret_key.get_secret_value()),
        pages=Pages(Texts(ROOMS_WITH_TEXTS)),
        assets=AssetStore(settings.assets_dir),
        heartbeat=heartbeat,
        ask_to_confirm=ask_to_confirm,
    )
    for page in PAGES:
        app.include_router(page.router)
    app.mount("/static", StaticFiles(directory=str(files("web") / "static")), name="static")
    install_error_handlers(app)
    _install_middleware(app, settings)
    return app


def _install_middleware(app: FastAPI, settings: Settings) -> None:
    """The last one added is the first to see a request and the last to see its answer."""
    app.add_middleware(BodyLimit, refuse=too_large)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(settings), www_redirect=False)
    app.add_middleware(RequestLog, failure_page=failure_page)
    app.add_middleware(SecurityHeaders, is_https=settings.secure_cookies)
