"""SMTP, to any mail server: what the registry asks of a provider."""

from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, Tracking
from delivery.providers.smtp.settings import Settings
from delivery.settings import DeliverySettings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider, ReportParser

__all__ = ["CAPABILITIES", "Settings", "build", "build_mail_parser"]

CAPABILITIES = Capabilities(
    max_batch=20,  # a lost worker leaves no more than these in doubt
    max_bytes=10_000_000,
    idempotency=None,
    look_up=None,
    bounces_to_from=True,
    opens_session=True,
    tracking=Tracking.NONE,
    webhooks=None,
    reports_by_mail=True,
)


def build(settings: Settings, common: "CommonSettings", _: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.smtp.provider import SmtpProvider
    from delivery.providers.smtp.session import SmtpServer

    return SmtpProvider(
        SmtpServer(
            host=settings.host,
            port=settings.port,
            security=settings.security,
            username=settings.username,
            password=settings.password.get_secret_value(),
            timeout=DeliverySettings.of(common).provider_timeout,
            ca_file=settings.ca_file,
        )
    )


def build_mail_parser(common: "CommonSettings") -> "ReportParser":
    from core.signing import Signer
    from delivery.providers.smtp.reports import MailReportParser

    return MailReportParser(Signer(common.secret_key.get_secret_value()), DeliverySettings.of(common).list_domain)
