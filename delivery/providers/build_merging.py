"""How Mailgun, SES and SendGrid, and Scaleway are built from the settings. Each is imported when needed."""

import httpx

from core.settings import Settings
from delivery.providers.base import Capabilities, Provider, WebhookParser

Transport = httpx.BaseTransport | None


def mailgun(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.mailgun.provider import MailgunProvider

    return MailgunProvider(
        base_url=settings.mailgun_base_url,
        api_key=settings.mailgun_api_key.get_secret_value(),
        domain=settings.mailgun_domain,
        timeout=settings.provider_timeout,
        transport=transport,
    )


def mailgun_capabilities() -> Capabilities:
    from delivery.providers.mailgun.provider import CAPABILITIES

    return CAPABILITIES


def mailgun_webhooks(settings: Settings) -> WebhookParser:
    from delivery.providers.mailgun.webhooks import MailgunWebhookParser

    return MailgunWebhookParser(settings.mailgun_webhook_key.get_secret_value())


def ses(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.ses.provider import SesProvider
    from delivery.providers.ses.signature import SesSigner

    return SesProvider(
        base_url=settings.ses_base_url,
        signer=SesSigner(
            access_key_id=settings.ses_access_key_id,
            secret_access_key=settings.ses_secret_access_key.get_secret_value(),
            region=settings.ses_region,
        ),
        configuration_set=settings.ses_configuration_set,
        timeout=settings.provider_timeout,
        transport=transport,
    )


def ses_capabilities() -> Capabilities:
    from delivery.providers.ses.provider import CAPABILITIES

    return CAPABILITIES


def ses_webhooks(settings: Settings) -> WebhookParser:
    from delivery.providers.ses.webhooks import SesWebhookParser

    return SesWebhookParser(frozenset(settings.ses_topics.replace(",", " ").split()))


def sendgrid(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.sendgrid.provider import SendGridProvider

    return SendGridProvider(
        base_url=settings.sendgrid_base_url,
        api_key=settings.sendgrid_api_key.get_secret_value(),
        timeout=settings.provider_timeout,
        transport=transport,
    )


def sendgrid_capabilities() -> Capabilities:
    from delivery.providers.sendgrid.provider import CAPABILITIES

    return CAPABILITIES


def sendgrid_webhooks(settings: Settings) -> WebhookParser:
    from delivery.providers.sendgrid.webhooks import SendGridWebhookParser

    return SendGridWebhookParser(settings.sendgrid_webhook_key)


def scaleway(settings: Settings, transport: Transport) -> Provider:
    from delivery.providers.scaleway.provider import ScalewayProvider

    return ScalewayProvider(
        base_url=settings.scaleway_base_url,
        secret_key=settings.scaleway_secret_key.get_secret_value(),
        project_id=settings.scaleway_project_id,
        timeout=settings.provider_timeout,
        transport=transport,
    )


def scaleway_capabilities() -> Capabilities:
    from delivery.providers.scaleway.provider import CAPABILITIES

    return CAPABILITIES
