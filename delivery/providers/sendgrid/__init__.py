"""SendGrid: what the registry asks of a provider."""

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, LookUpTerms, Tracking, WebhookProof
from delivery.providers.sendgrid.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, WebhookParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_webhook_parser"]

CAPABILITIES = Capabilities(
    max_batch=1000,
    max_bytes=30_000_000,
    idempotency=None,
    look_up=LookUpTerms(settles_after=timedelta(minutes=60), kept_for=timedelta(days=29)),
    merges=True,
    tracking=Tracking.OFF_IN_EACH_CALL,
    webhooks=WebhookProof.SIGNATURE,
    lists_suppressions=True,
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.sendgrid.provider import SendGridProvider

    return SendGridProvider(
        base_url=settings.base_url,
        api_key=settings.api_key.get_secret_value(),
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )


def build_webhook_parser(settings: Settings, _: "CommonSettings") -> "WebhookParser":
    from delivery.providers.sendgrid.webhooks import SendGridWebhookParser

    return SendGridWebhookParser(settings.webhook_key)
