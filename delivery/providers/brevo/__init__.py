"""Brevo: what the registry asks of a provider."""

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, LookUpTerms, Tracking, WebhookProof
from delivery.providers.brevo.request import HEADERS_NOT_CARRIED, MAX_NAME
from delivery.providers.brevo.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, WebhookParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_webhook_parser"]

CAPABILITIES = Capabilities(
    max_batch=100,  # of 1000: a hundred are repeated, and looked for, sooner
    max_bytes=10_000_000,
    max_call_bytes=20_000_000,
    idempotency=timedelta(minutes=15),  # 30 by the newest page, 15 by an older one
    look_up=LookUpTerms(settles_after=timedelta(minutes=60), kept_for=timedelta(days=29)),
    headers_not_carried=HEADERS_NOT_CARRIED,
    max_from_name=MAX_NAME,
    lists_suppressions=True,
    deletes_suppressions=True,
    tracking=Tracking.ACCOUNT_ONLY,
    webhooks=WebhookProof.SHARED_SECRET,
    calls_per_second=1.5,  # 100 batches a minute
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.brevo.provider import BrevoProvider
    from delivery.providers.shared.opaque_id import OpaqueId

    return BrevoProvider(
        base_url=settings.base_url,
        api_key=settings.api_key.get_secret_value(),
        opaque_id=OpaqueId(common.secret_key.get_secret_value()),
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )


def build_webhook_parser(settings: Settings, common: "CommonSettings") -> "WebhookParser":
    from delivery.providers.brevo.webhooks import BrevoWebhookParser
    from delivery.providers.shared.opaque_id import OpaqueId

    secret = settings.webhook_secret.get_secret_value()
    return BrevoWebhookParser(secret, OpaqueId(common.secret_key.get_secret_value()))
