"""The providers: a batch in, results or an error out. None of them sees the database.

To add one: a module with a `Provider`, its line in PROVIDERS, and its cases in the contract tests. Modules are
imported when they are asked for, so that `bilten --help` stays quick.
"""

from collections.abc import Callable
from dataclasses import dataclass

import httpx

from core.errors import NotFound
from core.settings import Settings
from delivery.providers import build_merging as merging
from delivery.providers.base import Capabilities, Provider, WebhookParser

__all__ = [
    "PROVIDERS",
    "Registered",
    "build_provider",
    "build_webhook_parser",
    "capabilities_of",
    "known_providers",
]

Transport = httpx.BaseTransport | None


@dataclass(frozen=True, slots=True)
class Registered:
    """How to build a provider, its webhook parser if it posts events, and what it says of itself."""

    build: Callable[[Settings, Transport], Provider]
    capabilities: Callable[[], Capabilities]
    build_webhook_parser: Callable[[Settings], WebhookParser] | None = None


def _resend(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.resend.provider import ResendProvider

    return ResendProvider(
        base_url=settings.resend_base_url,
        api_key=settings.resend_api_key.get_secret_value(),
        timeout=settings.provider_timeout,
        transport=transport,
    )


def _resend_capabilities() -> Capabilities:
    from delivery.providers.resend.provider import CAPABILITIES

    return CAPABILITIES


def _resend_webhooks(settings: Settings) -> WebhookParser:
    from delivery.providers.resend.webhooks import ResendWebhookParser

    return ResendWebhookParser(settings.resend_webhook_secret.get_secret_value())


def _smtp(settings: Settings, _: Transport) -> Provider:
    from delivery.providers.smtp.provider import SmtpProvider
    from delivery.providers.smtp.session import SmtpServer

    return SmtpProvider(
        SmtpServer(
            host=settings.smtp_host,
            port=settings.smtp_port,
            security=settings.smtp_security,
            username=settings.smtp_username,
            password=settings.smtp_password.get_secret_value(),
            timeout=settings.provider_timeout,
        )
    )


def _smtp_capabilities() -> Capabilities:
    from delivery.providers.smtp.provider import CAPABILITIES

    return CAPABILITIES


def _outbox(settings: Settings, _: Transport) -> Provider:
    from delivery.providers.outbox.provider import OutboxProvider

    return OutboxProvider(settings.outbox_dir)


def _outbox_capabilities() -> Capabilities:
    from delivery.providers.outbox.provider import CAPABILITIES

    return CAPABILITIES


def _brevo(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.brevo.provider import build

    return build(settings, transport)


def _brevo_capabilities() -> Capabilities:
    from delivery.providers.brevo.provider import CAPABILITIES

    return CAPABILITIES


def _brevo_webhooks(settings: Settings) -> WebhookParser:
    from delivery.providers.brevo.provider import build_webhook_parser

    return build_webhook_parser(settings)


def _mailjet(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.mailjet.provider import build

    return build(settings, transport)


def _mailjet_capabilities() -> Capabilities:
    from delivery.providers.mailjet.provider import CAPABILITIES

    return CAPABILITIES


def _mailjet_webhooks(settings: Settings) -> WebhookParser:
    from delivery.providers.mailjet.provider import build_webhook_parser

    return build_webhook_parser(settings)


def _postmark(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.postmark.provider import build

    return build(settings, transport)


def _postmark_capabilities() -> Capabilities:
    from delivery.providers.postmark.provider import CAPABILITIES

    return CAPABILITIES


def _postmark_webhooks(settings: Settings) -> WebhookParser:
    from delivery.providers.postmark.provider import build_webhook_parser

    return build_webhook_parser(settings)


PROVIDERS: dict[str, Registered] = {
    "brevo": Registered(_brevo, _brevo_capabilities, _brevo_webhooks),
    "mailjet": Registered(_mailjet, _mailjet_capabilities, _mailjet_webhooks),
    "postmark": Registered(_postmark, _postmark_capabilities, _postmark_webhooks),
    "mailgun": Registered(merging.mailgun, merging.mailgun_capabilities, merging.mailgun_webhooks),
    "ses": Registered(merging.ses, merging.ses_capabilities, merging.ses_webhooks),
    "sendgrid": Registered(merging.sendgrid, merging.sendgrid_capabilities, merging.sendgrid_webhooks),
    "scaleway": Registered(merging.scaleway, merging.scaleway_capabilities),
    "resend": Registered(_resend, _resend_capabilities, _resend_webhooks),
    "smtp": Registered(_smtp, _smtp_capabilities),
    "outbox": Registered(_outbox, _outbox_capabilities),
}


def known_providers() -> dict[str, Capabilities]:
    """Their names, sorted, and what each can do."""
    return {name: PROVIDERS[name].capabilities() for name in sorted(PROVIDERS)}


def capabilities_of(name: str) -> Capabilities:
    """Without building it. Raises NotFound."""
    return _registered(name).capabilities()


def build_provider(name: str, settings: Settings, *, transport: Transport = None) -> Provider:
    """Connects to nothing yet. `transport` stands in for the network of those that speak HTTP. Raises NotFound."""
    return _registered(name).build(settings, transport)


def build_webhook_parser(name: str, settings: Settings) -> WebhookParser:
    """Raises NotFound for a provider that posts no events, Misconfigured for a secret that is none."""
    build = _registered(name).build_webhook_parser
    if build is None:
        raise NotFound("delivery-provider-without-webhooks", provider=name)
    return build(settings)


def _registered(name: str) -> Registered:
    if name not in PROVIDERS:
        raise NotFound("delivery-provider-unknown", provider=name, known=", ".join(sorted(PROVIDERS)))
    return PROVIDERS[name]
