"""Postmark: what the registry asks of a provider."""

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, LookUpTerms, Tracking, WebhookProof
from delivery.providers.postmark.request import HEADERS_NOT_CARRIED
from delivery.providers.postmark.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, WebhookParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_webhook_parser"]

CAPABILITIES = Capabilities(
    max_batch=500,
    max_bytes=10_000_000,
    max_call_bytes=40_000_000,  # of 50 MB, which count what JSON adds
    idempotency=None,
    look_up=LookUpTerms(settles_after=timedelta(minutes=30), kept_for=timedelta(days=29)),
    headers_not_carried=HEADERS_NOT_CARRIED,
    tracking=Tracking.OFF_IN_EACH_CALL,
    webhooks=WebhookProof.SHARED_SECRET,
    lists_suppressions=True,
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.postmark.provider import PostmarkProvider

    return PostmarkProvider(
        base_url=settings.base_url,
        server_token=settings.server_token.get_secret_value(),
        stream=settings.message_stream,
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )


def build_webhook_parser(settings: Settings, _: "CommonSettings") -> "WebhookParser":
    from delivery.providers.postmark.webhooks import PostmarkWebhookParser

    secret = settings.webhook_secret.get_secret_value()
    return PostmarkWebhookParser(secret, setting=settings.variable("webhook_secret"))
