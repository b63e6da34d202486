"""Mailjet: what the registry asks of a provider."""

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, LookUpTerms, Tracking, WebhookProof
from delivery.providers.mailjet.request import HEADERS_NOT_CARRIED
from delivery.providers.mailjet.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, WebhookParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_webhook_parser"]

CAPABILITIES = Capabilities(
    max_batch=50,
    max_bytes=10_000_000,
    max_call_bytes=15_000_000,
    idempotency=None,
    look_up=LookUpTerms(settles_after=timedelta(minutes=30), kept_for=timedelta(days=29)),
    headers_not_carried=HEADERS_NOT_CARRIED,
    tracking=Tracking.OFF_IN_EACH_CALL,
    webhooks=WebhookProof.SHARED_SECRET,
    lists_suppressions=True,
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.mailjet.provider import MailjetProvider

    return MailjetProvider(
        base_url=settings.base_url,
        api_key=settings.api_key.get_secret_value(),
        secret_key=settings.secret_key.get_secret_value(),
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )


def build_webhook_parser(settings: Settings, _: "CommonSettings") -> "WebhookParser":
    from delivery.providers.mailjet.webhooks import MailjetWebhookParser

    secret = settings.webhook_secret.get_secret_value()
    return MailjetWebhookParser(secret, setting=settings.variable("webhook_secret"))
