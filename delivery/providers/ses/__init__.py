"""Amazon SES: what the registry asks of a provider."""

from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, Tracking, WebhookProof
from delivery.providers.ses.request import NOT_CARRIED
from delivery.providers.ses.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, WebhookParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_webhook_parser"]

CAPABILITIES = Capabilities(
    max_batch=50,
    max_bytes=500_000,  # the JSON of one call may have a megabyte, escapes and everybody's values included
    idempotency=None,
    look_up=None,
    merges=True,
    headers_not_carried=NOT_CARRIED,
    tracking=Tracking.OFF_IN_EACH_CALL,
    webhooks=WebhookProof.SIGNATURE,
    lists_suppressions=True,
    deletes_suppressions=True,
    calls_per_second=0.25,  # full calls keep below the 14 messages a second that a new account has
)


def build(settings: Settings, common: "CommonSettings", transport: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.ses.provider import SesProvider
    from delivery.providers.ses.signature import SesSigner

    return SesProvider(
        base_url=settings.base_url,
        signer=SesSigner(
            access_key_id=settings.access_key_id,
            secret_access_key=settings.secret_access_key.get_secret_value(),
            region=settings.region,
        ),
        configuration_set=settings.configuration_set,
        timeout=DeliverySettings.of(common).provider_timeout,
        transport=transport,
    )


def build_webhook_parser(settings: Settings, _: "CommonSettings") -> "WebhookParser":
    from delivery.providers.ses.webhooks import SesWebhookParser

    return SesWebhookParser(frozenset(settings.topics.replace(",", " ").split()))
