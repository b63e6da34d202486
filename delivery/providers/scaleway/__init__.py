"""Scaleway: what the registry asks of a provider."""

from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, Tracking
from delivery.providers.scaleway.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider

__all__ = ["CAPABILITIES", "Settings", "build"]

CAPABILITIES = Capabilities(
    max_batch=10,
    max_bytes=2_000_000,
    idempotency=None,
    look_up=None,
    carries_campaigns=False,
    tracking=Tracking.NONE,
    webhooks=None,
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.scaleway.provider import ScalewayProvider

    return ScalewayProvider(
        base_url=settings.base_url,
        secret_key=settings.secret_key.get_secret_value(),
        project_id=settings.project_id,
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )
