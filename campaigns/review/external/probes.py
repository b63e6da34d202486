"""What Bilten looks out of the house with. Built where programs are built; tests give it a world of their own."""

from dataclasses import dataclass

from campaigns.review.external.spam_filter import SpamFilter, installed_spam_filter
from core.dns import Dns, SystemDns
from core.outbound import OutboundClient
from core.settings import Settings


@dataclass(frozen=True, slots=True)
class Probes:
    outbound: OutboundClient | None
    """None: the web is left alone."""
    dns: Dns | None
    spam_filter: SpamFilter | None
    """None: this machine has none."""
    pages: OutboundClient | None = None
    """What a page is read with that somebody has asked for; None: not from here."""

    @property
    def can_see(self) -> bool:
        return (self.outbound or self.dns or self.spam_filter) is not None


def build_probes(settings: Settings) -> Probes:
    outbound = OutboundClient(site=settings.public_url)
    pages = outbound if settings.may_ask_outside else None
    if not settings.checks_outbound:
        return Probes(None, None, installed_spam_filter(), pages)
    return Probes(outbound, SystemDns(), installed_spam_filter(), pages)
