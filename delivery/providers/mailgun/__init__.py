"""Mailgun: what the registry asks of a provider."""

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, LookUpTerms, Tracking, WebhookProof
from delivery.providers.mailgun.request import NOT_CARRIED
from delivery.providers.mailgun.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, WebhookParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_webhook_parser"]

CAPABILITIES = Capabilities(
    max_batch=1000,
    max_bytes=25_000_000,
    idempotency=None,
    look_up=LookUpTerms(settles_after=timedelta(minutes=60), kept_for=timedelta(days=2)),  # events stay 3 days
    merges=True,
    headers_not_carried=NOT_CARRIED,
    tracking=Tracking.OFF_IN_EACH_CALL,
    webhooks=WebhookProof.SIGNATURE,
    lists_suppressions=True,
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.mailgun.provider import MailgunProvider

    return MailgunProvider(
        base_url=settings.base_url,
        api_key=settings.api_key.get_secret_value(),
        domain=settings.domain,
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )


def build_webhook_parser(settings: Settings, _: "CommonSettings") -> "WebhookParser":
    from delivery.providers.mailgun.webhooks import MailgunWebhookParser

    return MailgunWebhookParser(settings.webhook_key.get_secret_value())
