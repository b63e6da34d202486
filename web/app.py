"""The web application, put together: the one place that says what is in it and in which order it runs."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from types import MappingProxyType
from urllib.parse import urlsplit

from fastapi import FastAPI

from campaigns.clicks.count_clicks import ClickCounter
from campaigns.review.external.probes import Probes, build_probes
from campaigns.sending.job_context import WakeHook, leave_to_the_next_sweep
from campaigns.services import Services
from campaigns.settings import CampaignSettings
from core.generation.guard_of import guard_of
from core.i18n import Texts
from core.proof_of_work import ProofOfWork
from core.public_urls import WEBHOOK
from core.settings import Environment, Settings
from core.throttle import NetworkThrottle
from delivery.events.webhooks import MAX_BODY
from delivery.providers import build_webhook_parser
from news.feeds.websub.receive_ping import MAX_PING_BYTES
from scheduler.health.context import HealthContext
from staff.oidc_provider import OidcProvider
from staff.oidc_settings import OidcSettings
from staff.password_reset import ResetThrottle
from staff.sign_in_guard import SignInGuard
from subscribers.audience_counts import AudienceCountCache
from web.errors import failure_page, install_error_handlers, too_large
from web.http.app_context import AppContext
from web.http.body_limit import BodyLimit
from web.http.known_hosts import KnownHostsMiddleware
from web.http.request_log import RequestLog
from web.http.reserved_threads import with_ordinary_threads
from web.http.security_headers import SecurityHeaders
from web.http.static_files import StaticAssets
from web.http.streamed_upload import MAX_READ_BYTES
from web.http.templates import Pages
from web.http.trailing_marks import TrailingMarksMiddleware
from web.http.webhook_batch_writer import WebhookBatchWriter
from web.public import counted_link
from web.routes import routes
from web.staff import brand_page, compose_blocks, first_steps, import_upload, news_form, passkey_questions
from web.webhooks import hub_endpoint

NO_JOBS: Mapping[str, timedelta] = MappingProxyType({})


def create_app(
    services: Services,
    *,
    jobs: Mapping[str, timedelta] = NO_JOBS,
    runs_jobs: bool = True,
    probes: Probes | None = None,
    wake: WakeHook = leave_to_the_next_sweep,
) -> FastAPI:
    """`jobs` have to run by themselves, here or elsewhere: name → how long it may be silent before staff and
    supervisors are told. `runs_jobs`: they run in this process, so that it is not ready where they do not.
    `probes`: what looks out into the world, where it is not to be what the settings say. `wake`: how a job
    is called for, here or elsewhere."""
    settings = services.settings
    probes = probes or build_probes(settings)
    guard = guard_of(services.database, settings, services.clock)
    app = FastAPI(
        title="Bilten",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        lifespan=with_ordinary_threads,
    )
    app.state.context = AppContext(
        services=services,
        pages=_pages(services.texts),
        webhook_writer=WebhookBatchWriter(
            services.database, lambda provider: build_webhook_parser(provider, settings)
        ),
        guard=SignInGuard(),
        resets=ResetThrottle(),
        oidc=OidcProvider(OidcSettings.of(settings)),
        passkey_questions=NetworkThrottle(
            burst=passkey_questions.QUESTIONS_OF_A_SOURCE, per=passkey_questions.PER
        ),
        sign_ups=_sign_ups(settings),
        proofs=ProofOfWork(settings.secret_key.get_secret_value()),
        clicks=ClickCounter(services.database),
        clicks_by_source=NetworkThrottle(burst=counted_link.CLICKS_PER_SOURCE, per=timedelta(hours=1)),
        probes=probes,
        health=HealthContext(services, probes, guard, jobs, runs_jobs=runs_jobs),
        wake=wake,
        audience_counts=AudienceCountCache(services.database),
    )
    app.router.routes.extend(routes())
    app.mount("/static", StaticAssets(), name="static")
    install_error_handlers(app)
    _install_middleware(app, settings)
    return app


def _sign_ups(settings: Settings) -> NetworkThrottle:
    """No network gets more than a third of what there is for everybody."""
    return NetworkThrottle(
        burst=CampaignSettings.of(settings).sign_ups_per_source,
        per=timedelta(hours=1),
        network_at_most=CampaignSettings.of(settings).sign_ups_per_hour // 3,
    )


@cache
def _pages(texts: Texts) -> Pages:
    """Compiled once a process: templates are part of the program."""
    return Pages(texts)


def allowed_hosts(settings: Settings) -> list[str]:
    """By which names this server may be called: links and cookies must not follow a made-up Host header."""
    hosts = [urlsplit(settings.public_url).hostname or ""]
    if settings.environment is Environment.DEVELOPMENT:
        hosts += ["localhost", "127.0.0.1", "[::1]"]
    return hosts


def _install_middleware(app: FastAPI, settings: Settings) -> None:
    """The last one added is the first to see a request and the last to see its answer."""
    app.add_middleware(TrailingMarksMiddleware)
    app.add_middleware(
        BodyLimit,
        refuse=too_large,
        limits={WEBHOOK.partition("{")[0]: MAX_BODY, hub_endpoint.PREFIX: MAX_PING_BYTES},
        streamed=dict.fromkeys(
            (
                news_form.PREFIX,
                brand_page.PREFIX,
                first_steps.BRAND,
                compose_blocks.PREFIX,
                import_upload.PREFIX,
            ),
            MAX_READ_BYTES,
        ),
    )
    app.add_middleware(KnownHostsMiddleware, allowed_hosts=allowed_hosts(settings))
    app.add_middleware(RequestLog, failure_page=failure_page)
    app.add_middleware(SecurityHeaders, is_https=settings.secure_cookies)
