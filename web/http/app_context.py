"""What every endpoint stands on, built once by `create_app` and reached through a dependency."""

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from campaigns.clicks.count_clicks import ClickCounter
from campaigns.review.external.probes import Probes
from campaigns.sending.job_context import WakeHook
from campaigns.services import HoldsServices
from core.proof_of_work import ProofOfWork
from core.throttle import NetworkThrottle
from scheduler.health.context import HealthContext
from staff.oidc_provider import OidcProvider
from staff.password_reset import ResetThrottle
from staff.sign_in_guard import SignInGuard
from subscribers.audience_counts import AudienceCountCache
from web.http.templates import Pages
from web.http.webhook_batch_writer import WebhookBatchWriter


@dataclass(frozen=True)
class AppContext(HoldsServices):
    pages: Pages
    webhook_writer: WebhookBatchWriter
    guard: SignInGuard
    resets: ResetThrottle
    """How often a link for a new password may be asked for."""
    oidc: OidcProvider
    """Where people sign in who have single sign-on."""
    passkey_questions: NetworkThrottle
    """How often one source, and one network, may ask to sign in with a passkey."""
    sign_ups: NetworkThrottle
    """How many sign-ups one source, and one network, may send."""
    proofs: ProofOfWork
    """By which a sign-up gets past that limit."""
    clicks: ClickCounter
    clicks_by_source: NetworkThrottle
    """How many clicks one source, and one network, may have counted."""
    probes: Probes
    """What a campaign's links and its sender's domain are looked at with."""
    health: HealthContext
    wake: WakeHook
    """Calls for a job whose work has just become due, wherever the jobs run."""
    audience_counts: AudienceCountCache


def app_context(request: Request) -> AppContext:
    return cast(AppContext, request.app.state.context)


async def _app_context(request: Request) -> AppContext:
    """On the event loop: a dependency that is a plain function would wait for a thread."""
    return app_context(request)


Context = Annotated[AppContext, Depends(_app_context)]
