"""Resend: what the registry asks of a provider."""

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, Tracking, WebhookProof
from delivery.providers.resend.request import NOT_IN_A_FROM_NAME
from delivery.providers.resend.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, WebhookParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_webhook_parser"]

CAPABILITIES = Capabilities(
    max_batch=100,
    max_bytes=40_000_000,
    idempotency=timedelta(hours=23),  # kept for 24; an hour for clocks that differ and calls that take their time
    refuses_other_content=True,  # 409 invalid_idempotent_request
    look_up=None,  # its list of sent mail has no filter
    not_in_from_name=NOT_IN_A_FROM_NAME,
    tracking=Tracking.ACCOUNT_ONLY,
    webhooks=WebhookProof.SIGNATURE,
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.resend.provider import ResendProvider

    return ResendProvider(
        base_url=settings.base_url,
        api_key=settings.api_key.get_secret_value(),
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )


def build_webhook_parser(settings: Settings, _: "CommonSettings") -> "WebhookParser":
    from delivery.providers.resend.webhooks import ResendWebhookParser

    return ResendWebhookParser(settings.webhook_secret.get_secret_value())
