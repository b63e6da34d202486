"""Provider registry: one package, one line. A batch in, results or an error out; none of them sees the database.

A package exports what `ProviderPackage` says. It is imported when it is asked for, and what makes its calls when
it is built, so that `bilten --help` stays quick. docs/adding-a-provider.md says how to add one.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from core.errors import NotFound
from delivery.providers.base import Capabilities, Provider, ReportParser, WebhookParser

if TYPE_CHECKING:
    from httpx import BaseTransport

    from core.settings import Settings as CommonSettings
    from delivery.providers.settings import ProviderSettings

    Transport = BaseTransport | None

PROVIDERS: dict[str, str] = {
    "brevo": "delivery.providers.brevo",
    "mailgun": "delivery.providers.mailgun",
    "mailjet": "delivery.providers.mailjet",
    "outbox": "delivery.providers.outbox",
    "postmark": "delivery.providers.postmark",
    "resend": "delivery.providers.resend",
    "scaleway": "delivery.providers.scaleway",
    "sendgrid": "delivery.providers.sendgrid",
    "ses": "delivery.providers.ses",
    "smtp": "delivery.providers.smtp",
}
FIRST_PROVIDER = "resend"
"""Whose sender a new installation and the demo have. The simulator plays it."""


class ProviderPackage(Protocol):
    CAPABILITIES: Capabilities
    Settings: "type[ProviderSettings]"

    def build(self, settings: object, common: "CommonSettings", transport: "Transport") -> Provider:
        """From its own settings and those of all. Connects to nothing yet."""

    def build_webhook_parser(self, settings: object, common: "CommonSettings") -> WebhookParser:
        """Only of a provider whose capabilities name webhooks. Raises Misconfigured for a secret that is none."""

    def build_mail_parser(self, common: "CommonSettings") -> ReportParser:
        """Only of a provider whose reports come as email."""


def known_providers() -> dict[str, Capabilities]:
    """Their names, sorted, and what each can do."""
    return {name: capabilities_of(name) for name in sorted(PROVIDERS)}


def capabilities_of(name: str) -> Capabilities:
    """Without building it. Raises NotFound."""
    return _package(name).CAPABILITIES


def settings_of(name: str, settings: "CommonSettings") -> "ProviderSettings":
    """The provider's own part of the settings. Raises NotFound, Misconfigured."""
    return _package(name).Settings.of(settings)


def settings_sections() -> "list[type[ProviderSettings]]":
    """Every provider's, for whoever loads the settings: what is wrong with one is refused at the start."""
    return [_package(name).Settings for name in PROVIDERS]


def build_provider(name: str, settings: "CommonSettings", *, transport: "Transport" = None) -> Provider:
    """Connects to nothing yet. `transport` stands in for the network of those that speak HTTP. Raises NotFound."""
    return _package(name).build(settings_of(name, settings), settings, transport)


def build_played(name: str, settings: "CommonSettings", *, base_url: str) -> Provider:
    """That provider as the simulator at `base_url` plays it, or the first one where it cannot be played. It calls
    nobody else, and its key is the simulator's."""
    from delivery.providers.settings import HttpProviderSettings

    own = settings_of(name, settings) if name in PROVIDERS else None
    if not isinstance(own, HttpProviderSettings):
        return build_played(FIRST_PROVIDER, settings, base_url=base_url)
    return _package(name).build(own.played_at(base_url), settings, None)


def build_webhook_parser(name: str, settings: "CommonSettings") -> WebhookParser:
    """Raises NotFound for a provider that posts no events, Misconfigured for a secret that is none."""
    package = _package(name)
    if not package.CAPABILITIES.has_webhooks:
        raise NotFound("delivery-provider-without-webhooks", provider=name)
    return package.build_webhook_parser(settings_of(name, settings), settings)


def build_report_parser(name: str, settings: "CommonSettings") -> ReportParser:
    """What reads the reports of that provider, however they come. Raises NotFound, Misconfigured."""
    package = _package(name)
    return (
        package.build_mail_parser(settings)
        if package.CAPABILITIES.reports_by_mail
        else build_webhook_parser(name, settings)
    )


def _package(name: str) -> ProviderPackage:
    if name not in PROVIDERS:
        raise NotFound("delivery-provider-unknown", provider=name, known=", ".join(sorted(PROVIDERS)))
    return cast(ProviderPackage, import_module(PROVIDERS[name]))
